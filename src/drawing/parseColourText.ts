/** The names that files use most, of CSS, X11 and Pajek, which agree on these. */
const named: ReadonlyMap<string, string> = new Map(
  (
    'black 000000,white ffffff,gray 808080,grey 808080,silver c0c0c0,lightgray d3d3d3,lightgrey d3d3d3,darkgray a9a9a9,' +
    'darkgrey a9a9a9,red ff0000,darkred 8b0000,maroon 800000,crimson dc143c,firebrick b22222,tomato ff6347,salmon fa8072,' +
    'coral ff7f50,orange ffa500,darkorange ff8c00,gold ffd700,yellow ffff00,lightyellow ffffe0,khaki f0e68c,olive 808000,' +
    'green 008000,lime 00ff00,darkgreen 006400,forestgreen 228b22,limegreen 32cd32,lightgreen 90ee90,palegreen 98fb98,' +
    'seagreen 2e8b57,yellowgreen 9acd32,teal 008080,cyan 00ffff,aqua 00ffff,turquoise 40e0d0,lightblue add8e6,' +
    'skyblue 87ceeb,lightskyblue 87cefa,deepskyblue 00bfff,dodgerblue 1e90ff,steelblue 4682b4,cornflowerblue 6495ed,' +
    'royalblue 4169e1,blue 0000ff,mediumblue 0000cd,darkblue 00008b,navy 000080,indigo 4b0082,purple 800080,violet ee82ee,' +
    'magenta ff00ff,fuchsia ff00ff,orchid da70d6,plum dda0dd,lavender e6e6fa,pink ffc0cb,lightpink ffb6c1,hotpink ff69b4,' +
    'brown a52a2a,sienna a0522d,chocolate d2691e,tan d2b48c,beige f5f5dc,ivory fffff0,wheat f5deb3,bisque ffe4c4,peru cd853f'
  )
    .split(',')
    .map((entry): [string, string] => [entry.split(' ')[0]!, `#${entry.split(' ')[1]!}`]),
)

const triple = /^(?:rgba?\()?\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*(?:[,/ ]\s*[\d.]+%?\s*)?\)?$/

/**
 * A colour as `#rrggbb`, of what programs write: hexadecimal digits (three, six, or eight with opacity), `rgb(...)`, three numbers
 * from 0 to 255, or a frequent name. undefined for any other text. Opacity is left out.
 */
export function parseColourText(text: string): string | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^['"]|['"]$/g, '')
  const name = named.get(plain.replace(/[\s_-]/g, ''))
  if (name !== undefined) return name
  const hex = /^(?:#|0x)([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(plain)?.[1]
  if (hex !== undefined) return `#${hex.length === 3 ? hex.replace(/./g, '$&$&') : hex.slice(0, 6)}`
  const parts = triple.exec(plain)?.slice(1, 4).map(Number)
  if (!parts || parts.some((part) => part > 255)) return undefined
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

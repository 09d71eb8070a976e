import { nodeColour } from '../../drawing/nodeStyles'
import { colourPalettes } from '../../drawing/colourPalette'
import { NONE } from '../../model/columns'
import { memoizeByGraph } from '../../model/graph'

/** The colour of a type in both themes, as hexadecimal digits. */
interface TypeColour {
  readonly light: string
  readonly dark: string
}

/** The colour of each type on the canvas, by the type's id; types without nodes have none. */
export const typeColours = memoizeByGraph((graph): ReadonlyMap<string, TypeColour> => {
  const { codes, dictionary } = graph.nodes.type
  const sample = new Map<number, number>()
  for (let row = 0; row < codes.length && sample.size < dictionary.length; row++) {
    const code = codes[row]!
    if (code !== NONE && !sample.has(code)) sample.set(code, row)
  }
  return new Map(
    [...sample].map(([code, row]) => [
      dictionary[code]!,
      { light: nodeColour(graph, row, colourPalettes.light), dark: nodeColour(graph, row, colourPalettes.dark) },
    ]),
  )
})

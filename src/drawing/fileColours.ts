import { NONE, textAt, type CategoryColumn, type Column, type TextColumn } from '../model/columns'
import { memoizeByGraph } from '../model/graph'
import { parseColourText } from './parseColourText'

/** The colours that a file gives its nodes, each one of a few. */
export interface FileColours {
  readonly kind: 'colours'
  /** The file's column. */
  readonly column: string
  /** As `#rrggbb`, the most frequent first. */
  readonly colours: readonly string[]
  /** One more than the index into `colours`, by row; 0 for a node without a colour. */
  readonly slots: Uint8Array
  /** Number of nodes with a colour. */
  readonly count: number
}

/** Names of columns with the colour of a node's surface, most telling first: of GEXF, Graphviz, yEd, Cytoscape, Pajek and others. */
const columnNames = [
  /^viz colou?r$/,
  /^fill ?colou?r$/,
  /^node[ _]fill[ _]colou?r$/,
  /^fill$/,
  /^colou?r$/,
  /^background[-_ ]?colou?r$/,
  /^background$/,
  /^ic$/,
]

/** Number of different colours; of more, the rarer ones become the nearest of the others. */
export const maxFileColours = 200

/** The colours of a graph's nodes as they are in its file; undefined if no column holds colours. */
export const fileNodeColours = memoizeByGraph(({ nodes }): FileColours | undefined => {
  for (const pattern of columnNames)
    for (const [name, column] of nodes.attributes) {
      if (!pattern.test(name.trim().toLowerCase())) continue
      const found = coloursOf(name, column, nodes.count)
      if (found) return found
    }
  return undefined
})

/** Whether a file's own colours are shown at first: if most nodes have one, and not all the same. */
export const hasTellingColours = (found: FileColours | undefined): found is FileColours =>
  found !== undefined && 2 * found.count > found.slots.length && (found.colours.length > 1 || found.count === 1)

/** The colours of a column; undefined if it is of another kind, or if more than a few of its cells are no colours. */
function coloursOf(name: string, column: Column, rows: number): FileColours | undefined {
  if (column.kind !== 'text' && column.kind !== 'category') return undefined
  const colourAt = column.kind === 'text' ? colourOfTexts(column) : colourOfCategories(column)
  const counts = new Map<string, number>()
  const colourByRow: string[] = []
  let [count, cells] = [0, 0]
  for (let row = 0; row < rows; row++) {
    const colour = colourAt(row)
    if (colour === undefined) continue
    cells++
    if (colour === notAColour) continue
    colourByRow[row] = colour
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
    count++
  }
  if (count === 0 || count < cells * 0.8) return undefined
  const inOrder = [...counts].sort(([one, many], [other, few]) => few - many || (one < other ? -1 : 1))
  const colours = inOrder.slice(0, maxFileColours).map(([colour]) => colour)
  const slotOf = new Map(
    inOrder.map(([colour], index) => [colour, (index < maxFileColours ? index : nearest(colour, colours)) + 1]),
  )
  const slots = Uint8Array.from({ length: rows }, (_, row) => slotOf.get(colourByRow[row] ?? '') ?? 0)
  return { kind: 'colours', column: name, colours, slots, count }
}

/** Stands for a cell with another text. */
const notAColour = ''

/** The colour in a row, `notAColour`, or undefined for an empty cell. */
type ColourAt = (row: number) => string | undefined

function colourOfTexts(column: TextColumn): ColourAt {
  const parsed = new Map<string, string>()
  return (row) => {
    const text = textAt(column, row)
    if (text === '') return undefined
    if (!parsed.has(text)) parsed.set(text, parseColourText(text) ?? notAColour)
    return parsed.get(text)
  }
}

function colourOfCategories({ codes, dictionary }: CategoryColumn): ColourAt {
  const colours = dictionary.map((text) => parseColourText(text) ?? notAColour)
  return (row) => (codes[row] === NONE ? undefined : colours[codes[row]!])
}

/** The index of the colour nearest to another one. */
function nearest(colour: string, colours: readonly string[]): number {
  const parts = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const wanted = parts(colour)
  let best = { index: 0, distance: Infinity }
  colours.forEach((each, index) => {
    const distance = parts(each).reduce((sum, part, at) => sum + (part - wanted[at]!) ** 2, 0)
    if (distance < best.distance) best = { index, distance }
  })
  return best.index
}

import { categoryAt, textAt, textColumn, NONE, type Column } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { hasCell, type ExportColumn } from '../io/exportColumn'
import { xmlCellWriter, type XmlCellWriter } from '../xml/xmlCellWriter'

/** Columns as GEXF holds them: the values of attributes, and what the viz module draws by. */
export interface VizColumns {
  readonly values: readonly ExportColumn[]
  /** Writes the looks of a row. */
  readonly writeViz: XmlCellWriter
  /** Whether the rows have colours of their own. */
  readonly coloured: boolean
}

type Look = 'color' | 'size' | 'shape' | 'thickness'

/** Looks in the order in which they are written. Programs know sizes of nodes and thickness of edges. */
const looks: Readonly<Record<'node' | 'edge', readonly Look[]>> = {
  node: ['color', 'size', 'shape'],
  edge: ['color', 'thickness', 'shape'],
}

/** The shapes that the format lists (gexf.net, viz module). */
const shapes: Readonly<Record<'node' | 'edge', readonly string[]>> = {
  node: ['disc', 'square', 'triangle', 'diamond', 'image'],
  edge: ['solid', 'dotted', 'dashed', 'double'],
}

/**
 * Tells the columns that `VizReader` would read from the values that stay values. A column is a look as a whole or not at all,
 * so that it is read as one column again; sizes only beside colours, since a size alone may be anything that was counted.
 */
export function splitVizColumns(
  graph: Graph,
  of: 'node' | 'edge',
  attributes: readonly ExportColumn[],
  mask: Uint8Array,
): VizColumns {
  const found = new Map<Look, ExportColumn>()
  for (const look of looks[of]) {
    const attribute = columnFor(look, attributes)
    if (look === 'size' && !found.has('color')) continue
    if (attribute?.column && holds(attribute.column, mask, { look, of })) found.set(look, attribute)
  }
  const writers = Array.from(found, ([look, attribute]) =>
    look === 'color' ? colourWriter(attribute.column!) : lookWriter(graph, look, attribute),
  )
  const taken = new Set(found.values())
  return {
    values: attributes.filter((each) => !taken.has(each)),
    writeViz: (to, row) => {
      for (const write of writers) write(to, row)
    },
    coloured: found.has('color'),
  }
}

/** The column that `VizReader` reads a look into: where the file declares one of its name, it is called otherwise. */
function columnFor(look: Look, attributes: readonly ExportColumn[]): ExportColumn | undefined {
  const plain = attributes.find(({ id }) => id === look)
  return (plain && attributes.find(({ id }) => id === `viz ${look}`)) ?? plain
}

/** Whether every cell of a column is such a look. */
function holds(column: Column, mask: Uint8Array, { look, of }: { look: Look; of: 'node' | 'edge' }): boolean {
  const numeric = look === 'size' || look === 'thickness'
  if (numeric !== (column.kind === 'number') || column.kind === 'list') return false
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 0 || !hasCell(column, row)) continue
    if (column.kind === 'number' ? !isSize(column.values[row]!) : !isWord(textIn(column, row), look, of)) return false
  }
  return true
}

const isSize = (value: number): boolean => value >= 0 && value < Infinity
const isWord = (text: string, look: Look, of: 'node' | 'edge'): boolean =>
  look === 'color' ? /^#[0-9a-f]{6}$/.test(text) : shapes[of].includes(text)

const textIn = (column: Extract<Column, { kind: 'text' | 'category' }>, row: number): string =>
  column.kind === 'text' ? textAt(column, row) : categoryAt(column, row)!

const lookWriter = (graph: Graph, look: Look, attribute: ExportColumn): XmlCellWriter =>
  xmlCellWriter(graph, attribute, { before: `<viz:${look} value="`, after: '"/>' })

/** The element for red, green and blue, each from 0 to 255. */
export const vizColourElement = (parts: readonly number[]): string =>
  `<viz:color r="${parts[0]}" g="${parts[1]}" b="${parts[2]}"/>`

const colourOf = (hex: string): string =>
  vizColourElement([1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)))

function colourWriter(column: Column): XmlCellWriter {
  if (column.kind !== 'category')
    return (to, row) => {
      if (hasCell(column, row)) to.text(colourOf(textAt(column as Extract<Column, { kind: 'text' }>, row)))
    }
  const elements = textColumn(column.dictionary.map(colourOf))
  return (to, row) => {
    if (column.codes[row] !== NONE) to.cell(elements, column.codes[row]!)
  }
}

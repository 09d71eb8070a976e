import { categoryAt, textAt, textColumn, NONE, type Column } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { hasCell, type ExportColumn } from '../io/exportColumn'
import { xmlCellWriter, type XmlCellWriter } from '../xml/xmlCellWriter'

/** The columns of nodes or edges, split into values of attributes and visual properties of the viz module. */
export interface VizColumns {
  readonly values: readonly ExportColumn[]
  /** Writes the visual properties of a row. */
  readonly writeViz: XmlCellWriter
  /** Whether the rows have colours of their own. */
  readonly coloured: boolean
}

type VizProperty = 'color' | 'size' | 'shape' | 'thickness'

/** Visual properties in the order in which they are written. Nodes have a size, edges a thickness. */
const vizProperties: Readonly<Record<'node' | 'edge', readonly VizProperty[]>> = {
  node: ['color', 'size', 'shape'],
  edge: ['color', 'thickness', 'shape'],
}

/** The shapes of the format (gexf.net, viz module). */
const shapes: Readonly<Record<'node' | 'edge', readonly string[]>> = {
  node: ['disc', 'square', 'triangle', 'diamond', 'image'],
  edge: ['solid', 'dotted', 'dashed', 'double'],
}

/**
 * Splits off the columns that `VizReader` would read back. All cells of a column must be valid for the property, so that it
 * is read as one column again. A size only counts beside a colour: on its own it may be any count.
 */
export function splitVizColumns(
  graph: Graph,
  of: 'node' | 'edge',
  attributes: readonly ExportColumn[],
  mask: Uint8Array,
): VizColumns {
  const found = new Map<VizProperty, ExportColumn>()
  for (const property of vizProperties[of]) {
    const attribute = columnOfProperty(property, attributes)
    if (property === 'size' && !found.has('color')) continue
    if (attribute?.column && isValidColumn(attribute.column, mask, { property, of })) found.set(property, attribute)
  }
  const writers = Array.from(found, ([property, attribute]) =>
    property === 'color' ? colourWriter(attribute.column!) : propertyWriter(graph, property, attribute),
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

/** The column that `VizReader` reads a property into; it has another name if the file declares a column of that name. */
function columnOfProperty(property: VizProperty, attributes: readonly ExportColumn[]): ExportColumn | undefined {
  const plain = attributes.find(({ id }) => id === property)
  return (plain && attributes.find(({ id }) => id === `viz ${property}`)) ?? plain
}

/** Whether every cell of a column is valid for a property. */
function isValidColumn(
  column: Column,
  mask: Uint8Array,
  { property, of }: { property: VizProperty; of: 'node' | 'edge' },
): boolean {
  const numeric = property === 'size' || property === 'thickness'
  if (numeric !== (column.kind === 'number') || column.kind === 'list') return false
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 0 || !hasCell(column, row)) continue
    if (column.kind === 'number' ? !isSize(column.values[row]!) : !isValidText(textIn(column, row), property, of))
      return false
  }
  return true
}

const isSize = (value: number): boolean => value >= 0 && value < Infinity
const isValidText = (text: string, property: VizProperty, of: 'node' | 'edge'): boolean =>
  property === 'color' ? /^#[0-9a-f]{6}$/.test(text) : shapes[of].includes(text)

const textIn = (column: Extract<Column, { kind: 'text' | 'category' }>, row: number): string =>
  column.kind === 'text' ? textAt(column, row) : categoryAt(column, row)!

const propertyWriter = (graph: Graph, property: VizProperty, attribute: ExportColumn): XmlCellWriter =>
  xmlCellWriter(graph, attribute, { before: `<viz:${property} value="`, after: '"/>' })

/** The element of a colour; red, green and blue are from 0 to 255. */
export const vizColourElement = (parts: readonly number[]): string =>
  `<viz:color r="${parts[0]}" g="${parts[1]}" b="${parts[2]}"/>`

/** The element of a colour that is written as `#rrggbb`. */
export const vizColourOfHex = (hex: string): string =>
  vizColourElement([1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)))

function colourWriter(column: Column): XmlCellWriter {
  if (column.kind !== 'category')
    return (to, row) => {
      if (hasCell(column, row)) to.text(vizColourOfHex(textAt(column as Extract<Column, { kind: 'text' }>, row)))
    }
  const elements = textColumn(column.dictionary.map(vizColourOfHex))
  return (to, row) => {
    if (column.codes[row] !== NONE) to.cell(elements, column.codes[row]!)
  }
}

import { message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'
import { parseNumberText } from '../collect/parseNumber'
import type { InputFile } from '../io/inputFile'
import { linesOf, type TextLine } from '../io/lineReader'
import { gdfCells, gdfFieldsOf, type GdfField } from './gdfFields'

interface GdfSection {
  readonly of: 'node' | 'edge'
  readonly fields: readonly GdfField[]
}

const sectionLine = /^\ufeff?\s*(node|edge)def\s*>\s*(.*)$/is

/**
 * Reads GDF (GUESS manual, "The GDF file format"; as Gephi and Netvizz write it): declared columns of nodes and of edges, each
 * followed by its rows. An edge is undirected unless its column `directed` says otherwise.
 */
export function collectGdf(file: InputFile, collector: GraphCollector): void {
  let section: GdfSection | undefined
  for (const line of linesOf(file)) {
    const [, word, declaration] = sectionLine.exec(line.text) ?? []
    if (word !== undefined) section = beginSection(word, declaration!, line)
    else if (section && !line.text.startsWith('#')) collectRow(collector, section, line)
  }
}

function beginSection(word: string, declaration: string, line: TextLine): GdfSection {
  const of = word.toLowerCase() === 'node' ? 'node' : 'edge'
  const fields = gdfFieldsOf(declaration)
  for (const name of of === 'node' ? ['name'] : ['node1', 'node2'])
    if (!fields.some((field) => field.name.toLowerCase() === name))
      throw line.fault(message('formats', 'gdfColumnMissing', { column: name }))
  return { of, fields }
}

function collectRow(collector: GraphCollector, { of, fields }: GdfSection, line: TextLine): void {
  const cells = gdfCells(line.text)
  if (cells.length !== fields.length)
    collector.repair(
      'uneven rows',
      message('files', 'exampleUnevenRow', {
        table: line.file.name,
        line: line.number,
        cells: cells.length,
        columns: fields.length,
      }),
      message('files', 'unevenRowsFilled'),
    )
  const values = new Map<string, string>()
  fields.forEach(({ name, preset }, at) => {
    const value = cells[at] || preset
    if (value !== undefined && value !== '') values.set(name.toLowerCase(), value)
  })
  if (of === 'node') collectNodeRow(collector, fields, values)
  else collectEdgeRow(collector, fields, values, line)
}

function collectNodeRow(collector: GraphCollector, fields: readonly GdfField[], values: Map<string, string>): void {
  const id = values.get('name')
  if (id === undefined) return collector.repair('left out', '', message('files', 'rowsWithoutIdIgnored'))
  const row = collector.addNode(collector.codeOfId(id))
  const label = values.get('label')
  if (label !== undefined) collector.setLabel(row, label)
  const [x, y] = ['x', 'y'].map((name) => parseNumberText(values.get(name) ?? '')) as [number, number]
  collector.setPosition(row, x, y)
  const isPlaced = Number.isFinite(x) && Number.isFinite(y)
  for (const { name, kind } of fields) {
    const key = name.toLowerCase()
    const value = values.get(key)
    if (value === undefined || key === 'name' || key === 'label' || (isPlaced && (key === 'x' || key === 'y'))) continue
    const column = collector.nodes.column(name, kind)
    if (collector.mayWrite(column, row)) column.setText(row, value)
  }
}

function collectEdgeRow(
  collector: GraphCollector,
  fields: readonly GdfField[],
  values: Map<string, string>,
  line: TextLine,
): void {
  const [from, to] = [values.get('node1'), values.get('node2')]
  if (from === undefined || to === undefined)
    return collector.repair(
      'left out',
      message('files', 'exampleRow', { table: line.file.name, row: line.number }),
      message('files', 'rowsWithoutEndIgnored'),
    )
  const direction = /^(true|1|yes|t)$/i.test(values.get('directed') ?? '') ? 'directed' : 'undirected'
  const row = collector.addEdge(collector.codeOfId(from), collector.codeOfId(to), direction)
  const label = values.get('label')
  if (label !== undefined) collector.edgeLabels.setText(row, label)
  for (const { name, kind } of fields) {
    const key = name.toLowerCase()
    const value = values.get(key)
    if (value !== undefined && !['node1', 'node2', 'directed', 'label'].includes(key))
      collector.edges.column(name, kind).setText(row, value)
  }
}

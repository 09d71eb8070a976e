import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { exportColumnsOf, predicateLabelOfEdge } from '../export/exportColumns'
import { directionAt, isUndirected } from '../export/edgeDirections'
import { listToText, type ExportColumn, type ExportCellValue } from '../io/exportColumn'
import { citationsOfSubgraph, provenanceSentence } from '../export/evidenceText'
import type { Subgraph, ExportProvenance } from '../format'
import { rowsOfSubgraph } from '../export/subgraphRows'
import { escapeGml } from './escapeGml'

/** Keys with a meaning of their own in GML, or in what is written here. */
const reserved = new Set([
  'id',
  'label',
  'kizunaId',
  'graphics',
  'source',
  'target',
  'directed',
  'columnNames',
  'node',
  'edge',
])

/** Writes GML: nodes are numbered, as the format requires, and keep their ids as `kizunaId`; columns are keys. */
export function writeGml(part: Subgraph, provenance: ExportProvenance): string {
  const { graph } = part
  const rows = rowsOfSubgraph(part)
  const attributes = exportColumnsOf(part, ['undirected'])
  const isOneKind = isUndirected(part)
  const { nodeKeys, edgeKeys, renamed } = keysOf(attributes.nodes, attributes.edges)
  const numberOf = new Map(Array.from(rows.nodes, (row, index) => [row, index]))
  const lines = [
    'graph [',
    `  comment ${quoted([provenanceSentence(provenance), ...citationsOfSubgraph(part)].join('\n'))}`,
    `  label ${quoted(provenance.dataset.title)}`,
    `  directed ${isOneKind ? 0 : 1}`,
  ]
  if (renamed.length > 0)
    lines.push('  columnNames [', ...renamed.map(([key, name]) => `    ${key} ${quoted(name)}`), '  ]')
  for (const row of rows.nodes) lines.push(nodeLine(graph, row, numberOf.get(row)!, nodeKeys))
  for (const row of rows.edges) {
    const [from, to] = [numberOf.get(graph.edges.source[row]!)!, numberOf.get(graph.edges.target[row]!)!]
    lines.push(edgeLine(graph, row, [from, to], { keys: edgeKeys, isOneKind }))
  }
  return [...lines, ']', ''].join('\n')
}

type Keyed = readonly (ExportColumn & { readonly key: string })[]

/** A key for each column: its name if it is a valid key, or else one whose name `columnNames` lists. */
function keysOf(nodes: readonly ExportColumn[], edges: readonly ExportColumn[]) {
  const names = [...new Set([...nodes, ...edges].map(({ id }) => id))]
  const plain = (name: string) =>
    /^[A-Za-z][A-Za-z0-9]*$/.test(name) && !reserved.has(name) && !/^column\d+$/.test(name)
  const renamed = names.filter((name) => !plain(name)).map((name, index): [string, string] => [`column${index}`, name])
  const keyOf = new Map(renamed.map(([key, name]) => [name, key]))
  const keyed = (all: readonly ExportColumn[]): Keyed =>
    all.map((each) => ({ ...each, key: keyOf.get(each.id) ?? each.id }))
  return { nodeKeys: keyed(nodes), edgeKeys: keyed(edges), renamed }
}

function nodeLine(graph: Graph, row: number, number: number, keys: Keyed): string {
  const { id, label, x, y } = graph.nodes
  const hasPosition = Number.isFinite(x[row]) && Number.isFinite(y[row])
  return [
    `  node [ id ${number} label ${quoted(textAt(label, row))} kizunaId ${quoted(textAt(id, row))}`,
    ...(hasPosition ? [`graphics [ x ${real(x[row]!)} y ${real(y[row]!)} ]`] : []),
    ...cells(graph, row, keys),
    ']',
  ].join(' ')
}

const edgeLine = (
  graph: Graph,
  row: number,
  [from, to]: readonly [number, number],
  { keys, isOneKind }: { readonly keys: Keyed; readonly isOneKind: boolean },
): string =>
  [
    `  edge [ source ${from} target ${to} label ${quoted(predicateLabelOfEdge(graph, row))} kizunaId ${quoted(textAt(graph.edges.id, row))}`,
    ...(!isOneKind && directionAt(graph, row) === 'undirected' ? ['directed 0'] : []),
    ...cells(graph, row, keys),
    ']',
  ].join(' ')

const cells = (graph: Graph, row: number, keys: Keyed): string[] =>
  keys.flatMap(({ key, cell }) => {
    const value = cell(graph, row)
    return value === undefined ? [] : [`${key} ${valueText(value)}`]
  })

function valueText(cell: ExportCellValue): string {
  if (typeof cell === 'number') return Number.isInteger(cell) && Math.abs(cell) < 2 ** 31 ? String(cell) : real(cell)
  return quoted(typeof cell === 'object' ? listToText(cell) : cell)
}

/** GML tells real numbers from integers by their decimal point. */
const real = (value: number): string => {
  const text = Object.is(value, -0) ? '-0' : String(value)
  return text.includes('.') ? text : text.includes('e') ? text.replace('e', '.0e') : `${text}.0`
}

const quoted = (text: string): string => `"${escapeGml(text)}"`

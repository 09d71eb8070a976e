import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { exportColumnsOf, predicateLabelOfEdge } from '../export/exportColumns'
import { listToText, type ExportColumn } from '../io/exportColumn'
import { citationsOfSubgraph, provenanceSentence } from '../export/evidenceText'
import type { Subgraph, ExportProvenance } from '../format'
import { rowsOfSubgraph } from '../export/subgraphRows'
import { escapeDot } from './escapeDot'

/** Writes a part as DOT: a directed graph with labels, places as `pos` in points, and columns as attributes. */
export function writeDot(part: Subgraph, recipe: ExportProvenance): string {
  const { graph } = part
  const rows = rowsOfSubgraph(part)
  const attributes = exportColumnsOf(part)
  const said = [provenanceSentence(recipe), ...citationsOfSubgraph(part)].map(
    (line) => `// ${line.replace(/\s+/g, ' ')}`,
  )
  return [
    ...said,
    `digraph ${escapeDot(recipe.dataset.title)} {`,
    ...Array.from(rows.nodes, (row) => `  ${name(graph, row)} [${node(graph, row, attributes.nodes)}];`),
    ...Array.from(rows.edges, (row) => {
      const { source, target } = graph.edges
      return `  ${name(graph, source[row]!)} -> ${name(graph, target[row]!)} [${edge(graph, row, attributes.edges)}];`
    }),
    '}',
    '',
  ].join('\n')
}

const name = ({ nodes }: Graph, row: number): string => escapeDot(textAt(nodes.id, row))

function node(graph: Graph, row: number, attributes: readonly ExportColumn[]): string {
  const { label, x, y } = graph.nodes
  const placed = Number.isFinite(x[row]) && Number.isFinite(y[row])
  return [
    `label=${escapeDot(textAt(label, row))}`,
    ...(placed ? [`pos="${x[row]},${y[row]}"`] : []),
    ...cells(graph, row, attributes),
  ].join(', ')
}

const edge = (graph: Graph, row: number, attributes: readonly ExportColumn[]): string =>
  [
    `id=${escapeDot(textAt(graph.edges.id, row))}`,
    `label=${escapeDot(predicateLabelOfEdge(graph, row))}`,
    ...cells(graph, row, attributes),
  ].join(', ')

/** What DOT draws by, and what is written above, is not to be taken for a column. */
const taken = new Set(['id', 'label', 'pos', 'dir'])

const cells = (graph: Graph, row: number, attributes: readonly ExportColumn[]): string[] =>
  attributes.flatMap(({ id, cell }) => {
    const value = cell(graph, row)
    if (value === undefined) return []
    const text = typeof value === 'object' ? listToText(value) : String(value)
    return [`${escapeDot(taken.has(id) ? `column ${id}` : id)}=${escapeDot(text)}`]
  })

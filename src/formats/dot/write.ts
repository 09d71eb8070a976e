import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { exportColumnsOf, predicateLabelOfEdge } from '../export/exportColumns'
import { listToText, type ExportColumn } from '../io/exportColumn'
import { citationsOfSubgraph, provenanceSentence } from '../export/evidenceText'
import type { Subgraph, ExportProvenance } from '../format'
import { rowsOfSubgraph } from '../export/subgraphRows'
import { escapeDot } from './escapeDot'

/** Writes DOT: a directed graph with labels, positions as `pos` in points, and columns as attributes. */
export function writeDot(part: Subgraph, provenance: ExportProvenance): string {
  const { graph } = part
  const rows = rowsOfSubgraph(part)
  const attributes = exportColumnsOf(part)
  const comments = [provenanceSentence(provenance), ...citationsOfSubgraph(part)].map(
    (line) => `// ${line.replace(/\s+/g, ' ')}`,
  )
  return [
    ...comments,
    `digraph ${escapeDot(provenance.dataset.title)} {`,
    ...Array.from(rows.nodes, (row) => `  ${idText(graph, row)} [${nodeAttributes(graph, row, attributes.nodes)}];`),
    ...Array.from(rows.edges, (row) => {
      const { source, target } = graph.edges
      return `  ${idText(graph, source[row]!)} -> ${idText(graph, target[row]!)} [${edgeAttributes(graph, row, attributes.edges)}];`
    }),
    '}',
    '',
  ].join('\n')
}

const idText = ({ nodes }: Graph, row: number): string => escapeDot(textAt(nodes.id, row))

function nodeAttributes(graph: Graph, row: number, attributes: readonly ExportColumn[]): string {
  const { label, x, y } = graph.nodes
  const hasPosition = Number.isFinite(x[row]) && Number.isFinite(y[row])
  return [
    `label=${escapeDot(textAt(label, row))}`,
    ...(hasPosition ? [`pos="${x[row]},${y[row]}"`] : []),
    ...cells(graph, row, attributes),
  ].join(', ')
}

const edgeAttributes = (graph: Graph, row: number, attributes: readonly ExportColumn[]): string =>
  [
    `id=${escapeDot(textAt(graph.edges.id, row))}`,
    `label=${escapeDot(predicateLabelOfEdge(graph, row))}`,
    ...cells(graph, row, attributes),
  ].join(', ')

/** Attributes that Graphviz or the lines above give a meaning, so that no column may be called so. */
const reserved = new Set(['id', 'label', 'pos', 'dir'])

const cells = (graph: Graph, row: number, attributes: readonly ExportColumn[]): string[] =>
  attributes.flatMap(({ id, cell }) => {
    const value = cell(graph, row)
    if (value === undefined) return []
    const text = typeof value === 'object' ? listToText(value) : String(value)
    return [`${escapeDot(reserved.has(id) ? `column ${id}` : id)}=${escapeDot(text)}`]
  })

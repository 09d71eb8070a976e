import { textAt } from '../../model/columns'
import { edgeDirections, type EdgeDirection } from '../../model/enumerations'
import type { Graph } from '../../model/graph'
import { exportColumnsOf, predicateLabelOfEdge } from '../export/exportColumns'
import { directionAt, isUndirected } from '../export/edgeDirections'
import { listToText, type ExportColumn } from '../io/exportColumn'
import { citationsOfSubgraph, provenanceSentence } from '../export/evidenceText'
import type { Subgraph, ExportProvenance } from '../format'
import { rowsOfSubgraph } from '../export/subgraphRows'
import { escapeDot } from './escapeDot'

/** Writes DOT: a graph or, if any edge is directed, a digraph, with labels, positions as `pos` in points, and columns as attributes. */
export function writeDot(part: Subgraph, provenance: ExportProvenance): string {
  const { graph } = part
  const rows = rowsOfSubgraph(part)
  const attributes = exportColumnsOf(part, edgeDirections)
  const isGraph = isUndirected(part)
  const comments = [provenanceSentence(provenance), ...citationsOfSubgraph(part)].map(
    (line) => `// ${line.replace(/\s+/g, ' ')}`,
  )
  return [
    ...comments,
    `${isGraph ? 'graph' : 'digraph'} ${escapeDot(provenance.dataset.title)} {`,
    ...Array.from(rows.nodes, (row) => `  ${idText(graph, row)} [${nodeAttributes(graph, row, attributes.nodes)}];`),
    ...Array.from(rows.edges, (row) => {
      const { source, target } = graph.edges
      return `  ${idText(graph, source[row]!)} ${isGraph ? '--' : '->'} ${idText(graph, target[row]!)} [${edgeAttributes(graph, row, attributes.edges, isGraph)}];`
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

/** The value of `dir` for each direction in a `digraph`; directed is the default. */
const dirs: Readonly<Record<EdgeDirection, string | undefined>> = {
  directed: undefined,
  undirected: 'none',
  mutual: 'both',
}

function edgeAttributes(graph: Graph, row: number, attributes: readonly ExportColumn[], isGraph: boolean): string {
  const dir = isGraph ? undefined : dirs[directionAt(graph, row)]
  return [
    `id=${escapeDot(textAt(graph.edges.id, row))}`,
    `label=${escapeDot(predicateLabelOfEdge(graph, row))}`,
    ...(dir === undefined ? [] : [`dir=${dir}`]),
    ...cells(graph, row, attributes),
  ].join(', ')
}

/** Attributes that Graphviz or the lines above give a meaning, so that no column may be called so. */
const reserved = new Set(['id', 'label', 'pos', 'dir'])

const cells = (graph: Graph, row: number, attributes: readonly ExportColumn[]): string[] =>
  attributes.flatMap(({ id, cell }) => {
    const value = cell(graph, row)
    if (value === undefined) return []
    const text = typeof value === 'object' ? listToText(value) : String(value)
    return [`${escapeDot(reserved.has(id) ? `column ${id}` : id)}=${escapeDot(text)}`]
  })

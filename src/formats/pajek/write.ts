import { cellAt, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { predicateLabelOfEdge } from '../export/exportColumns'
import { directionAt } from '../export/edgeDirections'
import { provenanceSentence } from '../export/evidenceText'
import type { Subgraph, ExportProvenance } from '../format'
import { rowsOfSubgraph } from '../export/subgraphRows'

/**
 * Writes a Pajek network: labels, positions, arcs and edges with weight and label, with the provenance in a comment. A mutual
 * edge is written as an edge, which Pajek follows both ways.
 */
export function writePajek(part: Subgraph, provenance: ExportProvenance): string {
  const { graph } = part
  const rows = rowsOfSubgraph(part)
  const numberOf = new Map(Array.from(rows.nodes, (row, index) => [row, index + 1]))
  const lineOf = (row: number) => {
    const ends = `${numberOf.get(graph.edges.source[row]!)} ${numberOf.get(graph.edges.target[row]!)}`
    return `${ends} ${weightAt(graph, row)} l ${quoted(predicateLabelOfEdge(graph, row))}`
  }
  const [arcs, edges] = [
    rows.edges.filter((row) => directionAt(graph, row) === 'directed').map(lineOf),
    rows.edges.filter((row) => directionAt(graph, row) !== 'directed').map(lineOf),
  ]
  return [
    `% ${provenanceSentence(provenance).replace(/\s+/g, ' ')}`,
    `*Vertices ${rows.nodes.length}`,
    ...Array.from(
      rows.nodes,
      (row) => `${numberOf.get(row)} ${quoted(textAt(graph.nodes.label, row))}${positionAt(graph, row)}`,
    ),
    ...(arcs.length > 0 ? ['*Arcs', ...arcs] : []),
    ...(edges.length > 0 ? ['*Edges', ...edges] : []),
    '',
  ].join('\r\n')
}

function weightAt({ edges }: Graph, row: number): number {
  const column = edges.attributes.get('weight')
  const weight = column && cellAt(column, row)
  return typeof weight === 'number' ? weight : 1
}

/** The y axis of Pajek points down. */
function positionAt({ nodes: { x, y } }: Graph, row: number): string {
  return Number.isFinite(x[row]) && Number.isFinite(y[row]) ? ` ${x[row]} ${-y[row]!}` : ''
}

/** Pajek has no escapes: quotation marks become apostrophes, and control characters and backslashes spaces. */
const quoted = (text: string): string => `"${text.replaceAll('"', "'").replace(/[\p{Cc}\\]+/gu, ' ')}"`

import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { lineStyleOfAgreement } from '../../model/lineStyle'
import { edgeAgreements } from '../../model/agreement'
import { nodeFamilyAt } from '../../model/rowRecords'
import { predicateLabelOfEdge } from '../export/exportColumns'
import { directionAt } from '../export/edgeDirections'
import { citationsOfSubgraph, provenanceSentence } from '../export/evidenceText'
import type { Subgraph, ExportProvenance } from '../format'
import { rowsOfSubgraph } from '../export/subgraphRows'

/** The brackets of the shape of each family (mermaid.js.org/syntax/flowchart.html). */
const brackets: Readonly<Record<string, readonly [string, string]>> = {
  project: ['[', ']'],
  policy: ['{{', '}}'],
  event: ['[/', '\\]'],
  place: ['>', ']'],
  sector: ['{{', '}}'],
  idea: ['((', '))'],
}

/** Writes a Mermaid flowchart: labels, shapes by family, lines by status; provenance and sources are comments. */
export function writeMermaid(part: Subgraph, provenance: ExportProvenance): string {
  const { graph } = part
  const rows = rowsOfSubgraph(part)
  const numberOf = new Map(Array.from(rows.nodes, (row, index) => [row, index]))
  const comments = [provenanceSentence(provenance), ...citationsOfSubgraph(part)].map(
    (line) => `%% ${line.replace(/\s+/g, ' ').replace(/[{}]/g, '')}`,
  )
  return [
    ...comments,
    'flowchart LR',
    ...Array.from(rows.nodes, (row) => {
      const [open, close] = brackets[nodeFamilyAt(graph, row)] ?? ['(', ')']
      return `  n${numberOf.get(row)}${open}${quoted(textAt(graph.nodes.label, row))}${close}`
    }),
    ...Array.from(rows.edges, (row) => {
      const { source, target } = graph.edges
      const [from, to] = [numberOf.get(source[row]!), numberOf.get(target[row]!)]
      return `  n${from} ${arrow(graph, row)}|${quoted(predicateLabelOfEdge(graph, row))}| n${to}`
    }),
    '',
  ].join('\n')
}

/** Solid for confirmed edges and for edges without statements, dotted for less certain ones, crossed for denied ones. */
function arrow(graph: Graph, row: number): string {
  const line = lineStyleOfAgreement(edgeAgreements(graph)[row]!)
  const direction = directionAt(graph, row)
  if (line === 'not') return direction === 'directed' ? '--x' : 'x--x'
  const isSolid = line === 'sure' || line === 'bare'
  if (direction === 'undirected') return isSolid ? '---' : '-.-'
  return `${direction === 'mutual' ? '<' : ''}${isSolid ? '-->' : '-.->'}`
}

/** Quotes a text; characters with a meaning in Mermaid become entities. */
const quoted = (text: string): string =>
  `"${text.replace(/[\n\r]+/g, ' ').replace(/[#"<>&`]/g, (character) => `#${character.codePointAt(0)};`)}"`

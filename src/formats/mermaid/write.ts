import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { lineOf } from '../../model/lineStyle'
import { edgeAgreements } from '../../model/agreement'
import { familyAt } from '../../model/rowRecords'
import { edgeLabel } from '../export/exportColumns'
import { citationsOf, recipeText } from '../export/evidenceText'
import type { Part, Recipe } from '../format'
import { rowsOf } from '../export/subgraphRows'

/** Brackets that give each family its shape (mermaid.js.org/syntax/flowchart.html). */
const brackets: Readonly<Record<string, readonly [string, string]>> = {
  project: ['[', ']'],
  policy: ['{{', '}}'],
  event: ['[/', '\\]'],
  place: ['>', ']'],
  sector: ['{{', '}}'],
  idea: ['((', '))'],
}

/** Writes a part as a Mermaid flowchart: labels, shapes by family, lines by how sure they are; recipe and sources as comments. */
export function writeMermaid(part: Part, recipe: Recipe): string {
  const { graph } = part
  const rows = rowsOf(part)
  const numberOf = new Map(Array.from(rows.nodes, (row, index) => [row, index]))
  const comments = [recipeText(recipe), ...citationsOf(part)].map(
    (line) => `%% ${line.replace(/\s+/g, ' ').replace(/[{}]/g, '')}`,
  )
  return [
    ...comments,
    'flowchart LR',
    ...Array.from(rows.nodes, (row) => {
      const [open, close] = brackets[familyAt(graph, row)] ?? ['(', ')']
      return `  n${numberOf.get(row)}${open}${quoted(textAt(graph.nodes.label, row))}${close}`
    }),
    ...Array.from(rows.edges, (row) => {
      const { source, target } = graph.edges
      const [from, to] = [numberOf.get(source[row]!), numberOf.get(target[row]!)]
      return `  n${from} ${arrow(graph, row)}|${quoted(edgeLabel(graph, row))}| n${to}`
    }),
    '',
  ].join('\n')
}

/** Solid where somebody is sure or nobody says anything, dotted where not, crossed where denied. */
function arrow(graph: Graph, row: number): string {
  const line = lineOf(edgeAgreements(graph)[row]!)
  if (line === 'not') return '--x'
  return line === 'sure' || line === 'bare' ? '-->' : '-.->'
}

/** Text in quotes; Mermaid takes entities in place of signs that it would read. */
const quoted = (text: string): string =>
  `"${text.replace(/[\n\r]+/g, ' ').replace(/[#"<>&`]/g, (sign) => `#${sign.codePointAt(0)};`)}"`

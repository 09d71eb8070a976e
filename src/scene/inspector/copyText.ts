import type { Texts } from '../../messages/texts.en'
import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { evidenceText, type Evidence } from './statementEvidence'
import { evidenceOfEdge, nodeDetails } from './nodeDetails'
import { edgeSentence, sentenceText } from '../text/sentences'

const indented = (evidence: readonly Evidence[]): string[] => evidence.map((each) => `  - ${evidenceText(each)}`)

/** An edge with every statement behind it, as plain text. */
export function edgeCopyText(graph: Graph, edge: number, texts: Texts): string {
  const sentence = sentenceText(edgeSentence(graph, edge, texts))
  return [`${sentence} [${textAt(graph.edges.id, edge)}]`, ...indented(evidenceOfEdge(graph, edge, texts))].join('\n')
}

/** A node with its figures and relations, each with its statements, as plain text. */
export function nodeCopyText(graph: Graph, row: number, texts: Texts): string {
  const { card, summary, figures, relations } = nodeDetails(graph, row, texts)
  const lines = [
    `${card.label} (${card.typeLabel})`,
    ...(summary ? [summary] : []),
    ...figures.flatMap(({ name, statements }) => [`${name}:`, ...indented(statements)]),
    ...relations.flatMap(({ edges }) => edges.map((edge) => edgeCopyText(graph, edge, texts))),
  ]
  return lines.join('\n')
}

/** A figure's statements as plain text. */
export const figureCopyText = (title: string, statements: readonly Evidence[]): string =>
  [title, ...indented(statements)].join('\n')

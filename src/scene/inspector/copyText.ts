import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import type { Language } from '../../model/nodeNames'
import { evidenceText, type Evidence } from './statementEvidence'
import { edgeEvidence, nodeSheet } from './nodeDetails'
import { edgeSentence, plainText } from '../text/sentences'

const indented = (evidence: readonly Evidence[]): string[] => evidence.map((each) => `  - ${evidenceText(each)}`)

/** An edge with every statement behind it, as plain text. */
export function edgeText(graph: Graph, edge: number, language: Language): string {
  const sentence = plainText(edgeSentence(graph, edge, language))
  return [`${sentence} [${textAt(graph.edges.id, edge)}]`, ...indented(edgeEvidence(graph, edge, language))].join('\n')
}

/** A node with its figures and relations, each with its statements, as plain text. */
export function nodeText(graph: Graph, row: number, language: Language): string {
  const { card, summary, figures, relations } = nodeSheet(graph, row, language)
  const lines = [
    `${card.label} (${card.typeLabel})`,
    ...(summary ? [summary] : []),
    ...figures.flatMap(({ name, statements }) => [`${name}:`, ...indented(statements)]),
    ...relations.flatMap(({ edges }) => edges.map((edge) => edgeText(graph, edge, language))),
  ]
  return lines.join('\n')
}

/** A figure's statements as plain text. */
export const figureText = (title: string, statements: readonly Evidence[]): string =>
  [title, ...indented(statements)].join('\n')

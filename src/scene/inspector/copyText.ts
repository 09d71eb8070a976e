import type { Texts } from '../../messages/texts.en'
import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { evidenceText, type Evidence } from './statementEvidence'
import { evidenceOfEdge, nodeDetails } from './nodeDetails'
import { edgeSentence, figureTitle, sentenceText } from '../text/sentences'

const evidenceLines = (evidence: readonly Evidence[], texts: Texts): string[] =>
  evidence.map((each) => `  - ${evidenceText(each, texts)}`)

/** An edge with every statement behind it, as plain text. */
export function edgeCopyText(graph: Graph, edge: number, texts: Texts): string {
  const sentence = sentenceText(edgeSentence(graph, edge, texts))
  const lines = evidenceLines(evidenceOfEdge(graph, edge, texts), texts)
  return [`${sentence} [${textAt(graph.edges.id, edge)}]`, ...lines].join('\n')
}

/** A node with its figures and relations, each with its statements, as plain text. */
export function nodeCopyText(graph: Graph, row: number, texts: Texts): string {
  const { card, summary, figures, relations } = nodeDetails(graph, row, texts)
  const lines = [
    texts.inspector.nodeWithType({ name: card.label, type: card.typeLabel }),
    ...(summary ? [summary] : []),
    ...figures.flatMap(({ name, statements }) => [
      `${name}${texts.terms.valueSeparator.trimEnd()}`,
      ...evidenceLines(statements, texts),
    ]),
    ...relations.flatMap(({ edges }) => edges.map((edge) => edgeCopyText(graph, edge, texts))),
  ]
  return lines.join('\n')
}

/** A figure with every statement behind it, as plain text. */
export const figureCopyText = (graph: Graph, figure: number, statements: readonly Evidence[], texts: Texts): string =>
  [sentenceText(figureTitle(graph, figure, texts)), ...evidenceLines(statements, texts)].join('\n')

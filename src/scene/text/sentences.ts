import type { Texts } from '../../messages/texts.en'
import { categoryAt, NONE, textAt } from '../../model/columns'
import { formatDate } from '../../model/date'
import type { Graph } from '../../model/graph'
import { labelInLanguage } from '../../model/nodeNames'
import type { StatementValue } from '../../model/records'
import { predicatesById, statementValueAt } from '../../model/rowRecords'
import { isRelationPredicate } from '../../model/predicates'
import type { Predicate, RelationPredicate } from '../../model/schema'
import { formatStatementValue } from '../../model/value'
import { edgeAgreementAt } from '../../model/agreement'
import { nodeLabelAt } from './nodeCard'

/** A piece of a sentence; with a node's id where it names a node. */
export interface SentencePart {
  readonly text: string
  readonly node?: string
}

/** What is said of a relation, from one of its ends. */
export interface RelationPhrasing {
  readonly predicate: Predicate | undefined
  readonly id: string
  readonly inverse: boolean
  readonly negative: boolean
  readonly texts: Texts
}

/**
 * The words between two nodes. Where a data set gives no negative reading, the plain one is marked as denied; Japanese
 * denies at the end (`relationEnding`).
 */
export function relationVerb(phrasing: RelationPhrasing): string {
  const { predicate, id, negative, texts } = phrasing
  if (!predicate || !isRelationPredicate(predicate)) return predicate?.label ?? id
  const words = plainWords(predicate, phrasing)
  if (!negative || texts.language === 'ja') return words
  return (phrasing.inverse ? predicate.inverse_negative : predicate.negative) ?? `${words} (denied)`
}

function plainWords({ label, ja, inverse, inverse_ja }: RelationPredicate, phrasing: RelationPhrasing): string {
  const [english, japanese] = phrasing.inverse ? [inverse, inverse_ja] : [label, ja]
  return phrasing.texts.language === 'ja' ? (japanese ?? english) : english
}

/** What follows the second node. Japanese readings end in "... no wa", so that the denial is "de wa nai". */
export const relationEnding = ({ predicate, negative, texts }: RelationPhrasing): string =>
  negative && texts.language === 'ja' && predicate && isRelationPredicate(predicate) && predicate.ja ? 'ではない' : ''

/** A relation as a sentence, read from its subject, or from its object where `from` is that node's row. */
export function edgeSentence(graph: Graph, edge: number, texts: Texts, from?: number): SentencePart[] {
  const { negative } = edgeAgreementAt(graph, edge)
  return relationSentence(graph, edge, { texts, negative, from })
}

interface SentenceOptions {
  readonly texts: Texts
  readonly negative: boolean
  readonly from?: number | undefined
}

function relationSentence(graph: Graph, edge: number, { texts, negative, from }: SentenceOptions): SentencePart[] {
  const { source, target, predicate } = graph.edges
  const inverse = from !== undefined && from === target[edge] && from !== source[edge]
  const id = categoryAt(predicate, edge) ?? ''
  const phrasing: RelationPhrasing = { predicate: predicatesById(graph).get(id), id, inverse, negative, texts }
  const [one, other] = inverse ? [target[edge]!, source[edge]!] : [source[edge]!, target[edge]!]
  const last = relationEnding(phrasing)
  return [
    nodePart(graph, one, texts),
    { text: spaced(relationVerb(phrasing), texts) },
    nodePart(graph, other, texts),
    ...(last === '' ? [] : [{ text: last }]),
  ]
}

/** A figure as the beginning of a sentence: "Cost of Ohio gas plant". */
export function figureTitle(graph: Graph, figure: number, texts: Texts): SentencePart[] {
  const name = figurePredicateLabel(graph, categoryAt(graph.figures.predicate, figure) ?? '', texts)
  const node = nodePart(graph, graph.figures.subject[figure]!, texts)
  return texts.language === 'ja' ? [node, { text: `の${name}` }] : [{ text: `${name} of ` }, node]
}

/** What one statement says, whatever the others behind its edge or figure say. */
export function statementSentence(graph: Graph, row: number, texts: Texts): SentencePart[] {
  const { edge, figure, negative } = graph.statements
  const denied = negative[row] === 1
  const value = statementValueAt(graph, row)
  if (edge[row] !== NONE) {
    const relation = relationSentence(graph, edge[row]!, { texts, negative: denied })
    return value ? [...relation, { text: `: ${valueText(value)}` }] : relation
  }
  const said = value ? valueText(value) : ''
  return [...figureTitle(graph, figure[row]!, texts), { text: `: ${denied ? 'not ' : ''}${said}` }]
}

/** Files that people bring have nodes without labels; these go by their ids. */
function nodePart(graph: Graph, row: number, texts: Texts): SentencePart {
  const node = textAt(graph.nodes.id, row)
  return { text: nodeLabelAt(graph, row, texts) || node, node }
}

/** Japanese takes no spaces; around names in other scripts they do no harm. */
const spaced = (words: string, texts: Texts): string =>
  texts.language === 'ja' && /[^ -~]/.test(words) ? words : ` ${words} `

/** The words of a sentence, without its links. */
export const sentenceText = (parts: readonly SentencePart[]): string =>
  parts
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** What a figure measures, in the view's language. */
export const figurePredicateLabel = (graph: Graph, predicate: string, texts: Texts): string => {
  const declared = predicatesById(graph).get(predicate)
  return declared ? labelInLanguage(texts.language, declared) : predicate
}

/** A value in words. */
export const valueText = (value: StatementValue): string => formatStatementValue(value, formatDate)

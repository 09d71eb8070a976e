import type { Texts } from '../../messages/texts.en'
import { edgeAgreementAt } from '../../model/agreement'
import { categoryAt, NONE, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { labelInLanguage } from '../../model/nodeNames'
import { isRelationPredicate } from '../../model/predicates'
import { predicatesById, statementValueAt } from '../../model/rowRecords'
import type { Predicate, RelationPredicate } from '../../model/schema'
import { nodeLabelAt } from './nodeCard'

/** A piece of a sentence; `node` is the id of the node that the piece names, if it names one. */
export interface SentencePart {
  readonly text: string
  readonly node?: string
}

/** How a relation is read: its predicate, from which end, affirmed or denied, and in which language. */
export interface RelationPhrasing {
  readonly predicate: Predicate | undefined
  /** The predicate's id, which is shown if the schema does not declare it. */
  readonly id: string
  /** Read from object to subject. */
  readonly inverse: boolean
  readonly negative: boolean
  readonly texts: Texts
}

/**
 * The words between two nodes. A denied relation has the predicate's own negative words; without these, English marks
 * the plain words as denied and Japanese denies after the second node (`relationEnding`), never both.
 */
export function relationVerb(phrasing: RelationPhrasing): string {
  const { predicate, id, negative, texts } = phrasing
  if (!predicate) return id
  if (!isRelationPredicate(predicate)) return labelInLanguage(texts.language, predicate)
  const { plain, denied, isJapanese } = wordsOf(predicate, phrasing)
  if (!negative) return plain
  return denied ?? (isJapanese ? plain : texts.terms.deniedRelation({ words: plain }))
}

/** The words that follow the second node: the denial of a Japanese reading that has no negative words, else none. */
export function relationEnding({ predicate, ...phrasing }: RelationPhrasing): string {
  if (!phrasing.negative || !predicate || !isRelationPredicate(predicate)) return ''
  const { denied, isJapanese } = wordsOf(predicate, phrasing)
  return isJapanese && denied === undefined ? phrasing.texts.terms.deniedRelationEnding : ''
}

interface RelationWords {
  readonly plain: string
  readonly denied: string | undefined
  readonly isJapanese: boolean
}

/** The predicate's words for one direction: Japanese ones if they are wanted and exist, else English ones. */
function wordsOf(
  { label, inverse, negative, inverse_negative, ja, inverse_ja, negative_ja, inverse_negative_ja }: RelationPredicate,
  phrasing: Pick<RelationPhrasing, 'inverse' | 'texts'>,
): RelationWords {
  const japanese = phrasing.inverse ? inverse_ja : ja
  if (phrasing.texts.language === 'ja' && japanese !== undefined)
    return { plain: japanese, denied: phrasing.inverse ? inverse_negative_ja : negative_ja, isJapanese: true }
  return phrasing.inverse
    ? { plain: inverse, denied: inverse_negative, isJapanese: false }
    : { plain: label, denied: negative, isJapanese: false }
}

/** A relation as a sentence, read from its subject, or from its object if `from` is that node's row. */
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
  const [first, second] = inverse ? [target[edge]!, source[edge]!] : [source[edge]!, target[edge]!]
  const ending = relationEnding(phrasing)
  return [
    nodePart(graph, first, texts),
    { text: spaced(relationVerb(phrasing), texts) },
    nodePart(graph, second, texts),
    ...(ending === '' ? [] : [{ text: ending }]),
  ]
}

/** A figure as a noun phrase: "Cost of Ohio gas plant". */
export function figureTitle(graph: Graph, figure: number, texts: Texts): SentencePart[] {
  const name = figurePredicateLabel(graph, categoryAt(graph.figures.predicate, figure) ?? '', texts)
  const node = nodePart(graph, graph.figures.subject[figure]!, texts)
  return texts.terms
    .figureOf({ figure: name, node })
    .map((piece) => (typeof piece === 'string' ? { text: piece } : piece))
}

/** What one statement says, whatever the others behind its edge or figure say. */
export function statementSentence(graph: Graph, row: number, texts: Texts): SentencePart[] {
  const { edge, figure, negative } = graph.statements
  const isNegative = negative[row] === 1
  const value = statementValueAt(graph, row)
  const stated = value && texts.format.value(value)
  if (edge[row] !== NONE) {
    const relation = relationSentence(graph, edge[row]!, { texts, negative: isNegative })
    return stated === undefined ? relation : [...relation, afterSeparator(stated, texts)]
  }
  const title = figureTitle(graph, figure[row]!, texts)
  if (stated === undefined) return title
  return [...title, afterSeparator(isNegative ? texts.terms.negatedValue({ value: stated }) : stated, texts)]
}

const afterSeparator = (value: string, { terms }: Texts): SentencePart => ({ text: terms.valueSeparator + value })

/** A node's label; its id if it has none, as in some foreign files. */
function nodePart(graph: Graph, row: number, texts: Texts): SentencePart {
  const node = textAt(graph.nodes.id, row)
  return { text: nodeLabelAt(graph, row, texts) || node, node }
}

/** Japanese words take no spaces around them; words in other scripts do, also within Japanese. */
const spaced = (words: string, texts: Texts): string =>
  texts.language === 'ja' && /[^ -~]/.test(words) ? words : ` ${words} `

/** A sentence as plain text, without its links. */
export const sentenceText = (parts: readonly SentencePart[]): string =>
  parts
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** The name of a figure's predicate in the reader's language; its id if the schema does not declare it. */
export const figurePredicateLabel = (graph: Graph, predicate: string, texts: Texts): string => {
  const declared = predicatesById(graph).get(predicate)
  return declared ? labelInLanguage(texts.language, declared) : predicate
}

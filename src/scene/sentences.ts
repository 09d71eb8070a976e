import { edgeAgreements } from '../model/agreement'
import { categoryAt, textAt } from '../model/columns'
import { readableDate } from '../model/date'
import type { Graph } from '../model/graph'
import { labelIn, type Language } from '../model/names'
import type { Value } from '../model/records'
import { nodeAt, predicatesById } from '../model/rows'
import { isRelation, type Predicate, type RelationPredicate } from '../model/schema'
import { readableValue } from '../model/value'

/** A piece of a sentence; with a node's id where it names a node. */
export interface Piece {
  readonly text: string
  readonly node?: string
}

/** What is said of a relation, from one of its ends. */
export interface Reading {
  readonly predicate: Predicate | undefined
  readonly id: string
  readonly inverse: boolean
  readonly negative: boolean
  readonly language: Language
}

/** The words between two nodes. Where a data set gives no negative reading, the plain one is marked as denied. */
export function verb(reading: Reading): string {
  const { predicate, id, negative, language } = reading
  if (!predicate || !isRelation(predicate)) return predicate?.label ?? id
  const words = plainWords(predicate, reading)
  if (!negative) return words
  if (language === 'ja') return `${words}（否定）`
  return (reading.inverse ? predicate.inverse_negative : predicate.negative) ?? `${words} (denied)`
}

function plainWords({ label, ja, inverse, inverse_ja }: RelationPredicate, reading: Reading): string {
  const [english, japanese] = reading.inverse ? [inverse, inverse_ja] : [label, ja]
  return reading.language === 'ja' ? (japanese ?? english) : english
}

/** A relation as a sentence, read from its subject, or from its object where `from` is that node's row. */
export function edgeSentence(graph: Graph, edge: number, language: Language, from?: number): Piece[] {
  const { source, target, predicate } = graph.edges
  const inverse = from !== undefined && from === target[edge] && from !== source[edge]
  const id = categoryAt(predicate, edge) ?? ''
  const negative = edgeAgreements(graph)[edge]!.negative
  const words = verb({ predicate: predicatesById(graph).get(id), id, inverse, negative, language })
  const [one, other] = inverse ? [target[edge]!, source[edge]!] : [source[edge]!, target[edge]!]
  return [piece(graph, one, language), { text: spaced(words, language) }, piece(graph, other, language)]
}

const piece = (graph: Graph, row: number, language: Language): Piece => ({
  text: labelIn(language, nodeAt(graph, row)),
  node: textAt(graph.nodes.id, row),
})

/** Japanese takes no spaces; around names in other scripts they do no harm. */
const spaced = (words: string, language: Language): string =>
  language === 'ja' && /[^ -~]/.test(words) ? words : ` ${words} `

export const plainText = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** What a figure measures, in the view's language. */
export const figureName = (graph: Graph, predicate: string, language: Language): string => {
  const declared = predicatesById(graph).get(predicate)
  return declared ? labelIn(language, declared) : predicate
}

/** A value in words. */
export const valueText = (value: Value): string => readableValue(value, readableDate)

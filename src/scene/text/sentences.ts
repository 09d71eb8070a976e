import { categoryAt, NONE, textAt } from '../../model/columns'
import { readableDate } from '../../model/date'
import type { Graph } from '../../model/graph'
import { labelIn, type Language } from '../../model/nodeNames'
import type { Value } from '../../model/records'
import { predicatesById, valueAt } from '../../model/rowRecords'
import { isRelation } from '../../model/predicates'
import type { Predicate, RelationPredicate } from '../../model/schema'
import { readableValue } from '../../model/value'
import { agreementAt } from '../../model/edgeAgreement'
import { labelAt } from './nodeCard'

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

/**
 * The words between two nodes. Where a data set gives no negative reading, the plain one is marked as denied; Japanese
 * denies at the end (`ending`).
 */
export function verb(reading: Reading): string {
  const { predicate, id, negative, language } = reading
  if (!predicate || !isRelation(predicate)) return predicate?.label ?? id
  const words = plainWords(predicate, reading)
  if (!negative || language === 'ja') return words
  return (reading.inverse ? predicate.inverse_negative : predicate.negative) ?? `${words} (denied)`
}

function plainWords({ label, ja, inverse, inverse_ja }: RelationPredicate, reading: Reading): string {
  const [english, japanese] = reading.inverse ? [inverse, inverse_ja] : [label, ja]
  return reading.language === 'ja' ? (japanese ?? english) : english
}

/** What follows the second node. Japanese readings end in "... no wa", so that the denial is "de wa nai". */
export const ending = ({ predicate, negative, language }: Reading): string =>
  negative && language === 'ja' && predicate && isRelation(predicate) && predicate.ja ? 'ではない' : ''

/** A relation as a sentence, read from its subject, or from its object where `from` is that node's row. */
export function edgeSentence(graph: Graph, edge: number, language: Language, from?: number): Piece[] {
  const { negative } = agreementAt(graph, edge)
  return relationSentence(graph, edge, { language, negative, from })
}

interface Telling {
  readonly language: Language
  readonly negative: boolean
  readonly from?: number | undefined
}

function relationSentence(graph: Graph, edge: number, { language, negative, from }: Telling): Piece[] {
  const { source, target, predicate } = graph.edges
  const inverse = from !== undefined && from === target[edge] && from !== source[edge]
  const id = categoryAt(predicate, edge) ?? ''
  const reading: Reading = { predicate: predicatesById(graph).get(id), id, inverse, negative, language }
  const [one, other] = inverse ? [target[edge]!, source[edge]!] : [source[edge]!, target[edge]!]
  const last = ending(reading)
  return [
    piece(graph, one, language),
    { text: spaced(verb(reading), language) },
    piece(graph, other, language),
    ...(last === '' ? [] : [{ text: last }]),
  ]
}

/** A figure as the beginning of a sentence: "Cost of Ohio gas plant". */
export function figureTitle(graph: Graph, figure: number, language: Language): Piece[] {
  const name = figureName(graph, categoryAt(graph.figures.predicate, figure) ?? '', language)
  const node = piece(graph, graph.figures.subject[figure]!, language)
  return language === 'ja' ? [node, { text: `の${name}` }] : [{ text: `${name} of ` }, node]
}

/** What one statement says, whatever the others behind its edge or figure say. */
export function statementSentence(graph: Graph, row: number, language: Language): Piece[] {
  const { edge, figure, negative } = graph.statements
  const denied = negative[row] === 1
  const value = valueAt(graph, row)
  if (edge[row] !== NONE) {
    const relation = relationSentence(graph, edge[row]!, { language, negative: denied })
    return value ? [...relation, { text: `: ${valueText(value)}` }] : relation
  }
  const said = value ? valueText(value) : ''
  return [...figureTitle(graph, figure[row]!, language), { text: `: ${denied ? 'not ' : ''}${said}` }]
}

/** Files that people bring have nodes without labels; these go by their ids. */
function piece(graph: Graph, row: number, language: Language): Piece {
  const node = textAt(graph.nodes.id, row)
  return { text: labelAt(graph, row, language) || node, node }
}

/** Japanese takes no spaces; around names in other scripts they do no harm. */
const spaced = (words: string, language: Language): string =>
  language === 'ja' && /[^ -~]/.test(words) ? words : ` ${words} `

/** The words of a sentence, without its links. */
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

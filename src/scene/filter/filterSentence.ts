import type { FilterClause, FilterTerm } from '../../analysis/filter/filter'
import { filterKeyNamed } from '../../analysis/filter/filterKeys'
import { describeRange } from '../../analysis/filter/numericRange'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import { formatMessage } from '../../messages/message'
import type { Texts } from '../../messages/texts.en'
import type { Graph } from '../../model/graph'
import { valueLabel } from '../text/valueLabels'
import { filterKeyLabel } from './filterKeyLabel'

/** A part of a sentence: a key or value (`plain`), or the words that join them (`joint`). */
export interface ClausePart {
  readonly text: string
  readonly role: 'plain' | 'joint'
}

/** A clause as a sentence: "Sector is Energy or Finance, with neighbours up to 1 step away". */
export const clauseSentence = (graph: Graph, clause: FilterClause, texts: Texts): readonly ClausePart[] =>
  partsOf(clauseWithMarks(graph, clause, texts, false))

/** The text of a sentence. */
export const textOfClauseParts = (sentence: readonly ClausePart[]): string => sentence.map(({ text }) => text).join('')

/**
 * Keys and values are enclosed in control characters while messages put them into a sentence, whatever their order in a
 * language; `partsOf` then takes the sentence apart.
 */
const [start, end] = ['\u0002', '\u0003']
const mark = (text: string): string => start + text.replaceAll(start, '').replaceAll(end, '') + end

const partsOf = (marked: string): readonly ClausePart[] =>
  marked.split(end).flatMap((piece): ClausePart[] => {
    const [joint, plain] = piece.split(start)
    return [
      ...(joint ? [{ text: joint, role: 'joint' as const }] : []),
      ...(plain ? [{ text: plain, role: 'plain' as const }] : []),
    ]
  })

function clauseWithMarks(graph: Graph, clause: FilterClause, texts: Texts, inner: boolean): string {
  const { filter } = texts
  switch (clause.kind) {
    case 'term':
      return termWithMarks(graph, clause, texts, true)
    case 'not':
      return clause.clause.kind === 'term'
        ? termWithMarks(graph, clause.clause, texts, false)
        : filter.not({ clause: clauseWithMarks(graph, clause.clause, texts, true) })
    case 'and':
    case 'or': {
      const joined = clause.clauses
        .map((each) => clauseWithMarks(graph, each, texts, true))
        .reduce((first, second) => filter[clause.kind]({ first, second }))
      return inner ? filter.group({ clause: joined }) : joined
    }
  }
}

/** Maximum number of values that are named; the rest is counted. */
const maxNamedValues = 3

function termWithMarks(graph: Graph, { key, values, reach }: FilterTerm, texts: Texts, wanted: boolean): string {
  const { filter, format } = texts
  const labels = values.map((value) => mark(conditionValue(graph, key, value, texts)))
  const named = labels.length > maxNamedValues + 1 ? labels.slice(0, maxNamedValues) : labels
  const rest = labels.length - named.length
  const alternatives = format.list(rest > 0 ? [...named, filter.moreValues({ count: rest })] : named, 'or')
  const condition = conditionText(graph, { key, values: alternatives, wanted, texts, named: values })
  return reach > 0 ? filter.withNeighbours({ condition, steps: reach }) : condition
}

interface Condition {
  readonly key: string
  /** The labels of the values, joined. */
  readonly values: string
  readonly wanted: boolean
  readonly texts: Texts
  readonly named: readonly string[]
}

/** The pattern of a condition's sentence, by what its key holds. */
function conditionText(graph: Graph, { key, values, wanted, texts, named }: Condition): string {
  const { filter } = texts
  const labelled = { key: mark(filterKeyLabel(texts, key)), values }
  if (filterKeyNamed(graph, key)?.kind === 'texts' && !named.includes(NO_VALUE))
    return wanted ? filter.conditionContains(labelled) : filter.conditionContainsNot(labelled)
  if (isDateKey(key)) {
    const onDate = filter.conditionOnDate({ key: labelled.key, date: values })
    return wanted ? onDate : filter.not({ clause: onDate })
  }
  if (key === 'origins' && !named.includes(NO_VALUE))
    return wanted ? filter.conditionSaidBy({ sources: values }) : filter.conditionNotSaidBy({ sources: values })
  return wanted ? filter.conditionIs(labelled) : filter.conditionIsNot(labelled)
}

const isDateKey = (key: string): boolean => key === 'known' || key === 'held'

/** A value within a sentence: texts are quoted, ranges and dates put into words. */
function conditionValue(graph: Graph, key: string, value: string, texts: Texts): string {
  const filterKey = filterKeyNamed(graph, key)
  if (value !== NO_VALUE) {
    if (filterKey?.kind === 'texts') return texts.format.quote(value)
    if (isDateKey(key)) return texts.format.date(value)
    const range = filterKey?.kind === 'numbers' ? describeRange(value, filterKey.scale) : undefined
    if (range) return formatMessage(range, () => texts.filter)
  }
  return valueLabel(graph, texts, key, value)
}

/** A clause in a few words, for a narrow window: its values without their key. */
export function clauseSummary(graph: Graph, clause: FilterClause, texts: Texts): string {
  const { filter, format } = texts
  switch (clause.kind) {
    case 'term': {
      const { key, values, reach } = clause
      const labels = values.map((value) =>
        key === 'origins' && value !== NO_VALUE
          ? filter.independentSourcesShort({ count: value })
          : conditionValue(graph, key, value, texts),
      )
      const few = labels.length > 2 ? [labels[0]!, filter.moreValues({ count: labels.length - 1 })] : labels
      const condition = format.list(few, 'or')
      return reach > 0 ? filter.withNeighboursShort({ condition }) : condition
    }
    case 'not':
      return filter.not({ clause: clauseSummary(graph, clause.clause, texts) })
    case 'and':
    case 'or':
      return clause.clauses
        .map((each) => clauseSummary(graph, each, texts))
        .reduce((first, second) => filter[clause.kind]({ first, second }))
  }
}

import { catalogueLookup } from '../../messages/catalogues'
import { formatMessage } from '../../messages/message'
import type { Texts } from '../../messages/texts.en'
import { filterKeyNamed } from '../../analysis/filter/filterKeys'
import { describeRange } from '../../analysis/filter/numericRange'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import type { Graph } from '../../model/graph'
import { memoizeByGraph, nodeRowIndex } from '../../model/graph'
import { labelInLanguage } from '../../model/nodeNames'
import { nodeFamiliesById, nodeRecordAt, nodeTypesById, predicatesById } from '../../model/rowRecords'

/**
 * The name of a value: what the data calls it, in English and in Japanese if the data has both, or what the interface
 * calls it, which is in the reader's language already and has no `ja`.
 */
export interface BilingualLabel {
  readonly label: string
  readonly ja?: string | undefined
}

type ValueLabeller = (graph: Graph, value: string, terms: Texts['terms']) => BilingualLabel | undefined

const nodeLabel: ValueLabeller = (graph, value) => {
  const row = nodeRowIndex(graph).get(value)
  return row === undefined ? undefined : nodeRecordAt(graph, row)
}

const sourceTitles = memoizeByGraph(
  (graph) =>
    new Map<string, BilingualLabel>(
      graph.sources.map(({ id, title, title_ja }) => [id, { label: title, ja: title_ja }]),
    ),
)

/** The data set's own names of statuses. */
const declaredStatuses = memoizeByGraph(
  ({ schema }) =>
    new Map<string, BilingualLabel>(
      (schema.statuses ?? []).map(({ id, label, ja }) => [id, { label: capitalized(label), ja }]),
    ),
)

const statusLabel: ValueLabeller = (graph, value, terms) =>
  declaredStatuses(graph).get(value) ?? termLabel(terms.statuses, value)

/** The entry of an enumeration's record of names; undefined if the value is not one of them. */
const termLabel = (names: Readonly<Record<string, string>>, value: string): BilingualLabel | undefined =>
  Object.hasOwn(names, value) ? { label: names[value]! } : undefined

const valueLabellers: Readonly<Record<string, ValueLabeller>> = {
  family: (graph, value) => nodeFamiliesById(graph).get(value),
  type: (graph, value) => nodeTypesById(graph).get(value),
  predicate: (graph, value) => predicatesById(graph).get(value),
  sector: nodeLabel,
  place: nodeLabel,
  node: nodeLabel,
  source: (graph, value) => sourceTitles(graph).get(value),
  status: statusLabel,
  polarity: (_, value, terms) => termLabel(terms.polarities, value),
  line: (_, value, terms) => termLabel(terms.lineStyles, value),
  verdict: (_, value, terms) => termLabel(terms.verdicts, value),
  origins: (_, value, terms) =>
    /^\d+$/.test(value) ? { label: terms.sourceCountOrMore({ count: Number(value) }) } : undefined,
  class: (_, value, terms) => termLabel(terms.reliabilities, value),
}

/** The name that the schema gives a family or type; its id if the schema does not declare it. */
export const typeOrFamilyLabel = (graph: Graph, key: 'family' | 'type', id: string): BilingualLabel =>
  (key === 'family' ? nodeFamiliesById(graph) : nodeTypesById(graph)).get(id) ?? { label: id }

/** The name of a value of a filter key; the value itself if it has none. */
export function bilingualValueLabel(graph: Graph, key: string, value: string, texts: Texts): BilingualLabel {
  const { terms } = texts
  if (value === NO_VALUE) return termLabel(terms.noValues, key) ?? { label: terms.noValues.other }
  return valueLabellers[key]?.(graph, value, terms) ?? { label: rangeLabel(graph, key, value, texts) ?? value }
}

/** A range that a filter asks of a numeric key, in words; undefined for other keys. */
function rangeLabel(graph: Graph, key: string, value: string, texts: Texts): string | undefined {
  const filterKey = filterKeyNamed(graph, key)
  const range = filterKey?.kind === 'numbers' ? describeRange(value, filterKey.scale) : undefined
  return range && formatMessage(range, catalogueLookup(texts))
}

/** The name of a value of a filter key in the reader's language. */
export const valueLabel = (graph: Graph, texts: Texts, key: string, value: string): string =>
  labelInLanguage(texts.language, bilingualValueLabel(graph, key, value, texts))

/** A status as it is written within a line of other facts, with "negative" if the statement's polarity is. */
export const statusInText = (graph: Graph, texts: Texts, status: string, negative = false): string =>
  texts.terms.statusInText({ status: valueLabel(graph, texts, 'status', status), negative })

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

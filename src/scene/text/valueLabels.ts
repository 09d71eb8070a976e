import type { Texts } from '../../messages/texts.en'
import { filterKeyNamed } from '../../analysis/filter/filterKeys'
import { describeRange } from '../../analysis/filter/numericRange'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import type { Graph } from '../../model/graph'
import { nodeRowById, memoizeByGraph } from '../../model/graph'
import type { LineStyle } from '../../model/lineStyle'
import { labelInLanguage } from '../../model/nodeNames'
import type { Reliability } from '../../model/enumerations'
import { nodeFamiliesById, nodeRecordAt, predicatesById, nodeTypesById } from '../../model/rowRecords'
import { statuses } from '../../model/enumerations'

/** What something is called: in English, and in Japanese where that is known. */
export interface BilingualLabel {
  readonly label: string
  readonly ja?: string | undefined
}

/** What the line styles of an edge are called. */
export const lineStyleLabels: Readonly<Record<LineStyle, string>> = {
  sure: 'Confirmed, announced',
  likely: 'Expected, estimated',
  said: 'Reported, judged, conditional',
  unclear: 'Unclear',
  not: 'Denied or negative',
  bare: 'Without statements',
}

const verdictLabels: Readonly<Record<string, string>> = {
  single: 'One origin',
  agreed: 'Agreed',
  varies: 'Varies',
  changed: 'Changed over time',
  contested: 'Contested',
  bare: 'Without statements',
}

/** How the classes of reliability are called. */
export const reliabilityLabels: Readonly<Record<Reliability, string>> = {
  official: 'Official',
  wire: 'News agency',
  newspaper: 'Newspaper',
  institute: 'Institute',
  trade: 'Trade',
  weak: 'Weak',
}

const missingValueLabels: Readonly<Record<string, string>> = {
  sector: 'None stated',
  place: 'None stated',
  status: 'Without statements',
  source: 'Without a source',
  polarity: 'Without statements',
  origins: 'Without statements',
  class: 'Not classed',
  publisher: 'Without a publisher',
}

type ValueLabeller = (graph: Graph, value: string) => BilingualLabel | undefined

const ofNode: ValueLabeller = (graph, value) => {
  const row = nodeRowById(graph).get(value)
  return row === undefined ? undefined : nodeRecordAt(graph, row)
}

const sourceTitles = memoizeByGraph((graph) => new Map(graph.sources.map(({ id, title }) => [id, { label: title }])))
const statusLabels = memoizeByGraph(
  ({ schema }) =>
    new Map<string, BilingualLabel>([
      ...statuses.map((id): [string, BilingualLabel] => [id, { label: capital(id) }]),
      ...(schema.statuses ?? []).map(({ id, label, ja }): [string, BilingualLabel] => [
        id,
        { label: capital(label), ja },
      ]),
    ]),
)
const word = (words: Readonly<Record<string, string>>, value: string): BilingualLabel | undefined =>
  words[value] === undefined ? undefined : { label: words[value] }

const valueLabellers: Readonly<Record<string, ValueLabeller>> = {
  family: (graph, value) => nodeFamiliesById(graph).get(value),
  type: (graph, value) => nodeTypesById(graph).get(value),
  predicate: (graph, value) => predicatesById(graph).get(value),
  sector: ofNode,
  place: ofNode,
  node: ofNode,
  source: (graph, value) => sourceTitles(graph).get(value),
  status: (graph, value) => statusLabels(graph).get(value),
  polarity: (_, value) => ({ label: capital(value) }),
  line: (_, value) => word(lineStyleLabels, value),
  verdict: (_, value) => word(verdictLabels, value),
  origins: (_, value) => ({ label: `${value} or more origin${value === '1' ? '' : 's'}` }),
  class: (_, value) => word(reliabilityLabels, value),
}

/** What a value of a filter key is called; the value itself where nobody named it. */
export function bilingualValueLabel(graph: Graph, key: string, value: string): BilingualLabel {
  if (value === NO_VALUE) return { label: missingValueLabels[key] ?? 'None' }
  return valueLabellers[key]?.(graph, value) ?? { label: rangeLabel(graph, key, value) ?? value }
}

/** What is asked of numbers, in words. */
function rangeLabel(graph: Graph, key: string, value: string): string | undefined {
  const filterKey = filterKeyNamed(graph, key)
  return filterKey?.kind === 'numbers' ? describeRange(value, filterKey.scale) : undefined
}

/** What a value of a filter key is called in the view's language. */
export const valueLabel = (graph: Graph, texts: Texts, key: string, value: string): string =>
  labelInLanguage(texts.language, bilingualValueLabel(graph, key, value))

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

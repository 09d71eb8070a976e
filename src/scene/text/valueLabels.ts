import { keyNamed } from '../../analysis/filter/filterKeys'
import { rangeWords } from '../../analysis/filter/numericRange'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import type { Graph } from '../../model/graph'
import { nodeRows, perGraph } from '../../model/graph'
import type { Line } from '../../model/lineStyle'
import type { Language } from '../../model/nodeNames'
import { labelIn } from '../../model/nodeNames'
import type { Reliability } from '../../model/enumerations'
import { familiesById, nodeAt, predicatesById, typesById } from '../../model/rowRecords'
import { statuses } from '../../model/enumerations'

/** What something is called: in English, and in Japanese where that is known. */
export interface Named {
  readonly label: string
  readonly ja?: string | undefined
}

/** What the looks of an edge are called. */
export const lineNames: Readonly<Record<Line, string>> = {
  sure: 'Confirmed, announced',
  likely: 'Expected, estimated',
  said: 'Reported, judged, conditional',
  unclear: 'Unclear',
  not: 'Denied or negative',
  bare: 'Without statements',
}

const verdictNames: Readonly<Record<string, string>> = {
  single: 'One origin',
  agreed: 'Agreed',
  varies: 'Varies',
  changed: 'Changed over time',
  contested: 'Contested',
  bare: 'Without statements',
}

/** How the classes of reliability are called. */
export const classNames: Readonly<Record<Reliability, string>> = {
  official: 'Official',
  wire: 'News agency',
  newspaper: 'Newspaper',
  institute: 'Institute',
  trade: 'Trade',
  weak: 'Weak',
}

const noneNames: Readonly<Record<string, string>> = {
  sector: 'None stated',
  place: 'None stated',
  status: 'Without statements',
  source: 'Without a source',
  polarity: 'Without statements',
  origins: 'Without statements',
  class: 'Not classed',
  publisher: 'Without a publisher',
}

type Namer = (graph: Graph, value: string) => Named | undefined

const ofNode: Namer = (graph, value) => {
  const row = nodeRows(graph).get(value)
  return row === undefined ? undefined : nodeAt(graph, row)
}

const sourceTitles = perGraph((graph) => new Map(graph.sources.map(({ id, title }) => [id, { label: title }])))
const statusNames = perGraph(
  ({ schema }) =>
    new Map<string, Named>([
      ...statuses.map((id): [string, Named] => [id, { label: capital(id) }]),
      ...(schema.statuses ?? []).map(({ id, label, ja }): [string, Named] => [id, { label: capital(label), ja }]),
    ]),
)
const word = (words: Readonly<Record<string, string>>, value: string): Named | undefined =>
  words[value] === undefined ? undefined : { label: words[value] }

const namers: Readonly<Record<string, Namer>> = {
  family: (graph, value) => familiesById(graph).get(value),
  type: (graph, value) => typesById(graph).get(value),
  predicate: (graph, value) => predicatesById(graph).get(value),
  sector: ofNode,
  place: ofNode,
  node: ofNode,
  source: (graph, value) => sourceTitles(graph).get(value),
  status: (graph, value) => statusNames(graph).get(value),
  polarity: (_, value) => ({ label: capital(value) }),
  line: (_, value) => word(lineNames, value),
  verdict: (_, value) => word(verdictNames, value),
  origins: (_, value) => ({ label: `${value} or more origin${value === '1' ? '' : 's'}` }),
  class: (_, value) => word(classNames, value),
}

/** What a value of a filter key is called; the value itself where nobody named it. */
export function nameOf(graph: Graph, on: string, value: string): Named {
  if (value === NO_VALUE) return { label: noneNames[on] ?? 'None' }
  return namers[on]?.(graph, value) ?? { label: rangeName(graph, on, value) ?? value }
}

/** What is asked of numbers, in words. */
function rangeName(graph: Graph, on: string, value: string): string | undefined {
  const key = keyNamed(graph, on)
  return key?.kind === 'numbers' ? rangeWords(value, key.scale) : undefined
}

/** What a value of a filter key is called in the view's language. */
export const nameIn = (graph: Graph, language: Language, on: string, value: string): string =>
  labelIn(language, nameOf(graph, on, value))

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

import type { FacetChoice, Filter } from '../../analysis/filter/filter'
import { facetChoiceOf } from '../../analysis/filter/filter'
import type { Language } from '../../messages/language'
import type { Texts } from '../../messages/texts.en'
import { textAt } from '../../model/columns'
import { parseDateSpan } from '../../model/date'
import type { Graph } from '../../model/graph'
import { memoizeByGraph } from '../../model/graph'
import { graphBeforeLens, statementSupportOf } from '../../model/statementLens'
import type { Source } from '../../model/records'
import { sourceReliabilities } from '../../model/enumerations'
import { statedEdgesAndFigures, statementsOfEdgeOrFigure, type EdgeOrFigure } from '../edgeOrFigure'
import { lensedGraph, visibleRows } from '../view/filterResult'
import { filterWithoutSourceLens } from '../view/sourceLens'

/** A source as the panel lists it. */
export interface SourceRow {
  readonly source: Source
  /** Number of its statements. */
  readonly statementCount: number
  /** Number of edges and figures that only this source has statements about. */
  readonly soleSupportCount: number
  /** False if the filter excludes the source, its publisher or its class. */
  readonly isOn: boolean
}

/** The title of a source for readers of a language, with the language that it is in. */
export const sourceTitleInLanguage = ({ title, title_ja, language: own }: Source, language: Language) =>
  language === 'ja' && title_ja !== undefined ? { title: title_ja, lang: 'ja' } : { title, lang: own }

interface SupportCounts {
  readonly statementCounts: Uint32Array
  readonly soleSupportCounts: Uint32Array
  readonly soleSupport: readonly (readonly EdgeOrFigure[])[]
}

/** By source row: the number of its statements, and what only it has statements about. */
const supportCounts = memoizeByGraph((graph): SupportCounts => {
  const statementCounts = new Uint32Array(graph.sources.length)
  const soleSupport = graph.sources.map(() => [] as EdgeOrFigure[])
  for (const row of graph.statements.source) statementCounts[row]!++
  for (const edgeOrFigure of statedEdgesAndFigures(graph)) {
    const sources = new Set(
      Array.from(statementsOfEdgeOrFigure(graph, edgeOrFigure), (row) => graph.statements.source[row]!),
    )
    if (sources.size === 1) soleSupport[[...sources][0]!]!.push(edgeOrFigure)
  }
  return { statementCounts, soleSupportCounts: Uint32Array.from(soleSupport, ({ length }) => length), soleSupport }
})

/** The edges and figures that only this source has statements about. */
export const edgesAndFiguresOnlyFromSource = (graph: Graph, source: number): readonly EdgeOrFigure[] =>
  supportCounts(graphBeforeLens(graph)).soleSupport[source]!

/** How the list of sources can be sorted. */
export const sourceSortOrders = ['date', 'statements', 'only', 'publisher', 'class'] as const
export type SourceSortOrder = (typeof sourceSortOrders)[number]

/** The sources with statements that match every word, sorted; sources without a date come last. */
export function sourceRows(graph: Graph, filter: Filter, { words = '', order }: SourceListOptions): SourceRow[] {
  const whole = graphBeforeLens(graph)
  const { statementCounts, soleSupportCounts } = supportCounts(whole)
  const queryWords = words.trim().toLowerCase().split(/\s+/)
  const rows = whole.sources.flatMap((source, at): SourceRow[] => {
    const text =
      `${source.title} ${source.title_ja ?? ''} ${source.publisher ?? ''} ${source.author ?? ''} ${source.id}`.toLowerCase()
    if (!queryWords.every((word) => text.includes(word)) || statementCounts[at] === 0) return []
    return [
      {
        source,
        statementCount: statementCounts[at]!,
        soleSupportCount: soleSupportCounts[at]!,
        isOn: isIncluded(filter, source),
      },
    ]
  })
  return rows.toSorted((one, other) => orders[order](one, other) || byDate(one, other) || byId(one, other))
}

interface SourceListOptions {
  readonly words?: string
  readonly order: SourceSortOrder
}

const dateOf = ({ source }: SourceRow): string => parseDateSpan(source.date ?? '')?.start ?? ''
const byDate = (one: SourceRow, other: SourceRow): number =>
  dateOf(one) > dateOf(other) ? -1 : dateOf(one) < dateOf(other) ? 1 : 0
const byId = (one: SourceRow, other: SourceRow): number => (one.source.id < other.source.id ? -1 : 1)
const rankOfClass = ({ source }: SourceRow): number =>
  source.reliability ? sourceReliabilities.indexOf(source.reliability) : sourceReliabilities.length

const orders: Readonly<Record<SourceSortOrder, (one: SourceRow, other: SourceRow) => number>> = {
  date: byDate,
  statements: (one, other) => other.statementCount - one.statementCount,
  only: (one, other) => other.soleSupportCount - one.soleSupportCount,
  publisher: (one, other) => (one.source.publisher ?? '~').localeCompare(other.source.publisher ?? '~', 'en'),
  class: (one, other) => rankOfClass(one) - rankOfClass(other),
}

/** The filter keys that exclude sources. */
type SourceLensKey = 'source' | 'publisher' | 'class'

const isIncluded = (filter: Filter, { id, publisher, reliability }: Source): boolean =>
  facetChoiceOf(filter, 'source', id) !== 'ruled out' &&
  facetChoiceOf(filter, 'publisher', publisher ?? 'none') !== 'ruled out' &&
  facetChoiceOf(filter, 'class', reliability ?? 'none') !== 'ruled out'

/** A class or publisher with the number of its sources, which can be excluded together. */
export interface SourceLensGroup {
  readonly key: SourceLensKey
  readonly value: string
  readonly label: string
  readonly sourceCount: number
  readonly choice: FacetChoice
}

/** Classes from the most reliable; publishers with more than one source, those with the most first. */
export function sourceLensGroups(
  graph: Graph,
  filter: Filter,
  texts: Texts,
): { classes: SourceLensGroup[]; publishers: SourceLensGroup[] } {
  const whole = graphBeforeLens(graph)
  const { statementCounts } = supportCounts(whole)
  const used = whole.sources.filter((_, at) => statementCounts[at]! > 0)
  const group = (key: SourceLensKey, value: string, label: string, sourceCount: number): SourceLensGroup => ({
    key,
    value,
    label,
    sourceCount,
    choice: facetChoiceOf(filter, key, value),
  })
  const countBy = (valueOf: (source: Source) => string | undefined) => {
    const counts = new Map<string, number>()
    for (const source of used) {
      const value = valueOf(source)
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return counts
  }
  const classes = countBy(({ reliability }) => reliability)
  const publishers = [...countBy(({ publisher }) => publisher)].filter(([, count]) => count > 1)
  return {
    classes: sourceReliabilities.flatMap((each) =>
      classes.has(each) ? [group('class', each, texts.terms.reliabilities[each], classes.get(each)!)] : [],
    ),
    publishers: publishers
      .toSorted(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
      .map(([value, count]) => group('publisher', value, value, count)),
  }
}

/** How much a filter hides only because it excludes sources. */
interface LostSupport {
  readonly nodes: number
  readonly edges: number
  readonly figures: number
  readonly statements: number
}

/** What loses all support because sources are excluded, within what the rest of the filter shows; undefined if none is excluded. */
export function supportLostBySourceLens(graph: Graph, filter: Filter): LostSupport | undefined {
  const rest = filterWithoutSourceLens(filter)
  if (rest === filter) return undefined
  const [before, after] = [visibleRows(graph, rest), visibleRows(graph, filter)]
  const [graphBefore, graphAfter] = [lensedGraph(graph, rest), lensedGraph(graph, filter)]
  if (graphBefore.statements.count === graphAfter.statements.count) return undefined
  const [supportBefore, supportAfter] = [statementSupportOf(graphBefore), statementSupportOf(graphAfter)]
  const figures = supportBefore.figures.reduce(
    (sum, each, row) =>
      sum + (each && !supportAfter.figures[row] && before.nodes[graphBefore.figures.subject[row]!] ? 1 : 0),
    0,
  )
  return {
    nodes: before.nodeCount - after.nodeCount,
    edges: before.edgeCount - after.edgeCount,
    figures,
    statements: graphBefore.statements.count - graphAfter.statements.count,
  }
}

/** The statement rows of a source in the order of their locators; statements without a locator come last. */
export function statementsInReadingOrder(graph: Graph, source: number): number[] {
  const rows: number[] = []
  graph.statements.source.forEach((each, row) => {
    if (each === source) rows.push(row)
  })
  const parts = graph.sources[source]!.parts?.map(({ id }) => id) ?? []
  const key = (row: number) => locatorKey(textAt(graph.statements.locator, row), parts)
  return rows
    .map((row) => ({ row, key: key(row) }))
    .toSorted((one, other) => compareKeys(one.key, other.key) || one.row - other.row)
    .map(({ row }) => row)
}

type LocatorKey = readonly (number | string)[]

/** A locator as numbers and words that compare in reading order: "B4.2" is part B4, sentence 2. */
function locatorKey(locator: string, parts: readonly string[]): LocatorKey {
  if (locator === '') return [Infinity]
  const [part, ...rest] = locator.split('.')
  const at = parts.indexOf(part!)
  const words = at >= 0 ? [at] : part!.split(/(\d+)/).filter(Boolean).map(asNumber)
  return [...words, ...rest.map(asNumber)]
}

const asNumber = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text)

function compareKeys(one: LocatorKey, other: LocatorKey): number {
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const [left, right] = [one[at] ?? -1, other[at] ?? -1]
    if (left === right) continue
    if (typeof left === 'number' && typeof right === 'number') return left - right
    return typeof left === 'number' ? 1 : typeof right === 'number' ? -1 : left < right ? -1 : 1
  }
  return 0
}

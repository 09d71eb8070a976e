import { isLensClause } from '../../analysis/filter/statementFilterKeys'
import type { FacetChoice, Filter } from '../../analysis/filter/filter'
import { facetChoiceOf, termsInClause } from '../../analysis/filter/filter'
import { textAt } from '../../model/columns'
import { parseDateSpan } from '../../model/date'
import type { Graph } from '../../model/graph'
import { memoizeByGraph } from '../../model/graph'
import { graphBeforeLens, statementSupportOf } from '../../model/statementLens'
import type { Source } from '../../model/records'
import { reliabilities } from '../../model/enumerations'
import { reliabilityLabels } from '../text/valueLabels'
import { statedEdgesAndFigures, statementsOfEdgeOrFigure, type EdgeOrFigure } from '../edgeOrFigure'
import { lensedGraph, visibleRows } from '../view/filterResult'

/** One document, as the sources panel lists it. */
export interface SourceRow {
  readonly source: Source
  /** Number of its statements. */
  readonly statementCount: number
  /** Number of edges and figures that nothing but this document stands behind. */
  readonly soleSupportCount: number
  /** Whether its statements count: `off` where it, its publisher or its class is switched off. */
  readonly isOn: boolean
}

interface SupportCounts {
  readonly statementCounts: Uint32Array
  readonly soleSupportCounts: Uint32Array
  readonly soleSupport: readonly (readonly EdgeOrFigure[])[]
}

/** For each source its statements, and what has support from it alone. */
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

/** Edges and figures that only one source stands behind. */
export const edgesAndFiguresOnlyFromSource = (graph: Graph, source: number): readonly EdgeOrFigure[] =>
  supportCounts(graphBeforeLens(graph)).soleSupport[source]!

/** How the list of documents can be sorted. */
export const sourceSortOrders = ['date', 'statements', 'only', 'publisher', 'class'] as const
export type SourceSortOrder = (typeof sourceSortOrders)[number]

/** Every document that matches some words, in an order; those without a date come last. */
export function sourceRows(graph: Graph, filter: Filter, { words = '', order }: SourceListOptions): SourceRow[] {
  const whole = graphBeforeLens(graph)
  const { statementCounts, soleSupportCounts } = supportCounts(whole)
  const wanted = words.trim().toLowerCase().split(/\s+/)
  const rows = whole.sources.flatMap((source, at): SourceRow[] => {
    const text = `${source.title} ${source.publisher ?? ''} ${source.author ?? ''} ${source.id}`.toLowerCase()
    if (!wanted.every((word) => text.includes(word)) || statementCounts[at] === 0) return []
    return [
      {
        source,
        statementCount: statementCounts[at]!,
        soleSupportCount: soleSupportCounts[at]!,
        isOn: isOn(filter, source),
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
  source.reliability ? reliabilities.indexOf(source.reliability) : reliabilities.length

const orders: Readonly<Record<SourceSortOrder, (one: SourceRow, other: SourceRow) => number>> = {
  date: byDate,
  statements: (one, other) => other.statementCount - one.statementCount,
  only: (one, other) => other.soleSupportCount - one.soleSupportCount,
  publisher: (one, other) => (one.source.publisher ?? '~').localeCompare(other.source.publisher ?? '~', 'en'),
  class: (one, other) => rankOfClass(one) - rankOfClass(other),
}

/** The keys by which documents are switched off. */
type SourceLensKey = 'source' | 'publisher' | 'class'

const isOn = (filter: Filter, { id, publisher, reliability }: Source): boolean =>
  facetChoiceOf(filter, 'source', id) !== 'ruled out' &&
  facetChoiceOf(filter, 'publisher', publisher ?? 'none') !== 'ruled out' &&
  facetChoiceOf(filter, 'class', reliability ?? 'none') !== 'ruled out'

/** A class or publisher with the number of its documents, to be switched off at once. */
export interface SourceLensGroup {
  readonly key: SourceLensKey
  readonly value: string
  readonly label: string
  readonly sourceCount: number
  readonly choice: FacetChoice
}

/** Classes from the most reliable; publishers with several documents, those with the most first. */
export function sourceLensGroups(
  graph: Graph,
  filter: Filter,
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
  const counted = (of: (source: Source) => string | undefined) => {
    const counts = new Map<string, number>()
    for (const source of used) {
      const value = of(source)
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return counts
  }
  const classes = counted(({ reliability }) => reliability)
  const publishers = [...counted(({ publisher }) => publisher)].filter(([, count]) => count > 1)
  return {
    classes: reliabilities.flatMap((each) =>
      classes.has(each) ? [group('class', each, reliabilityLabels[each], classes.get(each)!)] : [],
    ),
    publishers: publishers
      .toSorted(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
      .map(([value, count]) => group('publisher', value, value, count)),
  }
}

/** How much loses all support by the lenses of a filter. */
interface LostSupport {
  readonly nodes: number
  readonly edges: number
  readonly figures: number
  readonly statements: number
}

/** The filter without the steps that switch sources off; dates stay. */
export const filterWithoutSourceLens = (filter: Filter): Filter =>
  filter.some((step) => isSourceLens(step.clause)) ? filter.filter((step) => !isSourceLens(step.clause)) : filter

/** A step that switches sources off; one that wants some narrows like any other. */
const isSourceLens = (clause: Filter[number]['clause']): boolean =>
  clause.kind === 'not' &&
  isLensClause(clause) &&
  termsInClause(clause).every(({ key }) => key === 'source' || key === 'publisher' || key === 'class')

/** What falls when sources are switched off, of what the rest of the filter shows; undefined while none is. */
export function supportLostBySourceLens(graph: Graph, filter: Filter): LostSupport | undefined {
  const rest = filterWithoutSourceLens(filter)
  if (rest === filter) return undefined
  const [before, after] = [visibleRows(graph, rest), visibleRows(graph, filter)]
  const [whole, left] = [lensedGraph(graph, rest), lensedGraph(graph, filter)]
  if (whole.statements.count === left.statements.count) return undefined
  const [had, has] = [statementSupportOf(whole).figures, statementSupportOf(left).figures]
  const figures = had.reduce(
    (sum, each, row) => sum + (each && !has[row] && before.nodes[whole.figures.subject[row]!] ? 1 : 0),
    0,
  )
  return {
    nodes: before.nodeCount - after.nodeCount,
    edges: before.edgeCount - after.edgeCount,
    figures,
    statements: whole.statements.count - left.statements.count,
  }
}

/** The statements of a document in the order of their locators; those without one come last. */
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

/** A locator as numbers and words that compare in reading order: "B4.2" is the part B4, then 2. */
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

import { isLens } from '../../analysis/filter/statementFilterKeys'
import type { Choice, Filter } from '../../analysis/filter/filter'
import { choiceOf, termsOf } from '../../analysis/filter/filter'
import { textAt } from '../../model/columns'
import { spanOf } from '../../model/date'
import type { Graph } from '../../model/graph'
import { perGraph } from '../../model/graph'
import { originalOf, supportOf } from '../../model/statementLens'
import type { Source } from '../../model/records'
import { reliabilities } from '../../model/enumerations'
import { classNames } from '../text/valueLabels'
import { bundlesOf, statementsBehind, type Bundle } from '../edgeOrFigure'
import { seen, shown } from '../view/filterResult'

/** One document, as the sources panel lists it. */
export interface SourceRow {
  readonly source: Source
  /** Number of its statements. */
  readonly statements: number
  /** Number of edges and figures that nothing but this document stands behind. */
  readonly only: number
  /** Whether its statements count: `off` where it, its publisher or its class is switched off. */
  readonly on: boolean
}

interface Tally {
  readonly statements: Uint32Array
  readonly only: Uint32Array
  readonly onlyBundles: readonly (readonly Bundle[])[]
}

/** For each source its statements, and what has support from it alone. */
const tallies = perGraph((graph): Tally => {
  const statements = new Uint32Array(graph.sources.length)
  const onlyBundles = graph.sources.map(() => [] as Bundle[])
  for (const row of graph.statements.source) statements[row]!++
  for (const bundle of bundlesOf(graph)) {
    const sources = new Set(Array.from(statementsBehind(graph, bundle), (row) => graph.statements.source[row]!))
    if (sources.size === 1) onlyBundles[[...sources][0]!]!.push(bundle)
  }
  return { statements, only: Uint32Array.from(onlyBundles, ({ length }) => length), onlyBundles }
})

/** Edges and figures that only one source stands behind. */
export const onlyIn = (graph: Graph, source: number): readonly Bundle[] =>
  tallies(originalOf(graph)).onlyBundles[source]!

/** How the list of documents can be sorted. */
export const sourceOrders = ['date', 'statements', 'only', 'publisher', 'class'] as const
export type SourceOrder = (typeof sourceOrders)[number]

/** Every document that matches some words, in an order; those without a date come last. */
export function sourceRows(graph: Graph, filter: Filter, { words = '', order }: SourceList): SourceRow[] {
  const whole = originalOf(graph)
  const { statements, only } = tallies(whole)
  const wanted = words.trim().toLowerCase().split(/\s+/)
  const rows = whole.sources.flatMap((source, at): SourceRow[] => {
    const text = `${source.title} ${source.publisher ?? ''} ${source.author ?? ''} ${source.id}`.toLowerCase()
    if (!wanted.every((word) => text.includes(word)) || statements[at] === 0) return []
    return [{ source, statements: statements[at]!, only: only[at]!, on: isOn(filter, source) }]
  })
  return rows.toSorted((one, other) => orders[order](one, other) || byDate(one, other) || byId(one, other))
}

export interface SourceList {
  readonly words?: string
  readonly order: SourceOrder
}

const dateOf = ({ source }: SourceRow): string => spanOf(source.date ?? '')?.start ?? ''
const byDate = (one: SourceRow, other: SourceRow): number =>
  dateOf(one) > dateOf(other) ? -1 : dateOf(one) < dateOf(other) ? 1 : 0
const byId = (one: SourceRow, other: SourceRow): number => (one.source.id < other.source.id ? -1 : 1)
const placeOfClass = ({ source }: SourceRow): number =>
  source.reliability ? reliabilities.indexOf(source.reliability) : reliabilities.length

const orders: Readonly<Record<SourceOrder, (one: SourceRow, other: SourceRow) => number>> = {
  date: byDate,
  statements: (one, other) => other.statements - one.statements,
  only: (one, other) => other.only - one.only,
  publisher: (one, other) => (one.source.publisher ?? '~').localeCompare(other.source.publisher ?? '~', 'en'),
  class: (one, other) => placeOfClass(one) - placeOfClass(other),
}

/** The keys by which documents are switched off. */
export type LensKey = 'source' | 'publisher' | 'class'

const isOn = (filter: Filter, { id, publisher, reliability }: Source): boolean =>
  choiceOf(filter, 'source', id) !== 'ruled out' &&
  choiceOf(filter, 'publisher', publisher ?? 'none') !== 'ruled out' &&
  choiceOf(filter, 'class', reliability ?? 'none') !== 'ruled out'

/** A class or publisher with the number of its documents, to be switched off at once. */
export interface LensGroup {
  readonly key: LensKey
  readonly value: string
  readonly label: string
  readonly documents: number
  readonly choice: Choice
}

/** Classes from the most reliable; publishers with several documents, those with the most first. */
export function lensGroups(graph: Graph, filter: Filter): { classes: LensGroup[]; publishers: LensGroup[] } {
  const whole = originalOf(graph)
  const { statements } = tallies(whole)
  const used = whole.sources.filter((_, at) => statements[at]! > 0)
  const group = (key: LensKey, value: string, label: string, documents: number): LensGroup => ({
    key,
    value,
    label,
    documents,
    choice: choiceOf(filter, key, value),
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
      classes.has(each) ? [group('class', each, classNames[each], classes.get(each)!)] : [],
    ),
    publishers: publishers
      .toSorted(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
      .map(([value, count]) => group('publisher', value, value, count)),
  }
}

/** How much loses all support by the lenses of a filter. */
export interface Fallen {
  readonly nodes: number
  readonly edges: number
  readonly figures: number
  readonly statements: number
}

/** The filter without the steps that switch sources off; the clocks stay. */
export const withoutSourceLens = (filter: Filter): Filter =>
  filter.some((step) => isSourceLens(step.clause)) ? filter.filter((step) => !isSourceLens(step.clause)) : filter

/** A step that switches sources off; one that wants some narrows like any other. */
const isSourceLens = (clause: Filter[number]['clause']): boolean =>
  clause.kind === 'not' &&
  isLens(clause) &&
  termsOf(clause).every(({ on }) => on === 'source' || on === 'publisher' || on === 'class')

/** What falls when sources are switched off, of what the rest of the filter shows; undefined while none is. */
export function fallen(graph: Graph, filter: Filter): Fallen | undefined {
  const rest = withoutSourceLens(filter)
  if (rest === filter) return undefined
  const [before, after] = [shown(graph, rest), shown(graph, filter)]
  const [whole, left] = [seen(graph, rest), seen(graph, filter)]
  if (whole.statements.count === left.statements.count) return undefined
  const [had, has] = [supportOf(whole).figures, supportOf(left).figures]
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
export function statementsIn(graph: Graph, source: number): number[] {
  const rows: number[] = []
  graph.statements.source.forEach((each, row) => {
    if (each === source) rows.push(row)
  })
  const parts = graph.sources[source]!.parts?.map(({ id }) => id) ?? []
  const key = (row: number) => placeKey(textAt(graph.statements.locator, row), parts)
  return rows
    .map((row) => ({ row, key: key(row) }))
    .toSorted((one, other) => compareKeys(one.key, other.key) || one.row - other.row)
    .map(({ row }) => row)
}

type PlaceKey = readonly (number | string)[]

/** A locator as numbers and words that compare in reading order: "B4.2" is the part B4, then 2. */
function placeKey(locator: string, parts: readonly string[]): PlaceKey {
  if (locator === '') return [Infinity]
  const [part, ...rest] = locator.split('.')
  const at = parts.indexOf(part!)
  const words = at >= 0 ? [at] : part!.split(/(\d+)/).filter(Boolean).map(asNumber)
  return [...words, ...rest.map(asNumber)]
}

const asNumber = (text: string): number | string => (/^\d+$/.test(text) ? Number(text) : text)

function compareKeys(one: PlaceKey, other: PlaceKey): number {
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const [left, right] = [one[at] ?? -1, other[at] ?? -1]
    if (left === right) continue
    if (typeof left === 'number' && typeof right === 'number') return left - right
    return typeof left === 'number' ? 1 : typeof right === 'number' ? -1 : left < right ? -1 : 1
  }
  return 0
}

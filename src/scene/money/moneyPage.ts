import { statusAt } from '../../model/agreement'
import { categoryAt, groupAt, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { edgesOut, statementsOfEdge } from '../../model/graph'
import type { Language } from '../../model/nodeNames'
import { labelIn } from '../../model/nodeNames'
import { isRelation } from '../../model/predicates'
import { nodeAt, predicatesById, valueAt } from '../../model/rowRecords'
import type { Status } from '../../model/enumerations'
import { measuresOf, moneyFigures, unknownOf } from './amountKinds'
import { added, currentAmong, rangesOf, wholesOf, type Given, type Sum } from './amountRanges'

/** The columns of the page, from what is only guessed to what is paid. */
export const moneyColumns = ['estimated', 'expected', 'announced', 'committed', 'disbursed'] as const
export type MoneyColumn = (typeof moneyColumns)[number]

/** What the columns are called. */
export const columnNames: Readonly<Record<MoneyColumn, string>> = {
  estimated: 'Estimated or reported',
  expected: 'Expected',
  announced: 'Announced',
  committed: 'Committed',
  disbursed: 'Paid out',
}

/** How the amounts are put together. */
export const groupings = ['project', 'sector', 'source'] as const
export type Grouping = (typeof groupings)[number]

/** What one column of a line or a group says: a sum in each currency. */
export type Cells = Readonly<Record<MoneyColumn, readonly Sum[]>>

export interface MoneyLine {
  readonly node: string
  readonly label: string
  /** What the amount measures: "Cost". */
  readonly figure: string
  readonly cells: Cells
  /** Columns in which it is a part of another line of the group, and so not counted in the sum. */
  readonly within: readonly MoneyColumn[]
}

export interface MoneyGroup {
  readonly id: string
  readonly label: string
  readonly lines: readonly MoneyLine[]
  readonly sums: Cells
}

export interface MoneyPage {
  readonly measure: string
  /** What can be looked at: predicates whose figures are amounts of money. */
  readonly measures: readonly { readonly id: string; readonly label: string; readonly figures: number }[]
  readonly groups: readonly MoneyGroup[]
  /** Sum over all lines, each counted once. */
  readonly total: Cells
  /** What statements say is unknown: "Paid out of First tranche: not stated". */
  readonly unknown: readonly { readonly text: string; readonly statement: string }[]
  /** Things of the same kinds of which no amount is given, by label. */
  readonly silent: readonly string[]
}

interface Amount extends Given {
  readonly node: number
  readonly column: MoneyColumn
}

const columnOf: Readonly<Record<Status, MoneyColumn | undefined>> = {
  confirmed: 'announced',
  announced: 'announced',
  expected: 'expected',
  conditional: 'expected',
  estimated: 'estimated',
  reported: 'estimated',
  judgement: 'estimated',
  unclear: undefined,
  denied: undefined,
}

/** The page of amounts. Every number on it is that of statements; sums count no part beside its whole and no figure twice. */
export function moneyPage(graph: Graph, asking: MoneyAsking): MoneyPage {
  const measures = measuresOf(graph)
  const measure = measures.find(({ id }) => id === asking.measure) ?? measures[0]
  if (!measure) return { measure: '', measures, groups: [], total: cells([], () => []), unknown: [], silent: [] }
  const amounts = amountsOf(graph, measure.id, measure === measures[0], asking.nodes)
  const page = { graph, amounts, figure: measure.label, language: asking.language }
  return {
    measure: measure.id,
    measures,
    groups: groupsOf(page, asking.by),
    total: sumsOf(page, amounts),
    unknown: unknownOf(graph, measure.id, measure === measures[0], asking),
    silent: silentOf(graph, amounts, asking),
  }
}

export interface MoneyAsking {
  readonly measure?: string | undefined
  readonly by: Grouping
  readonly language: Language
  /** One byte a node: 1 where it is shown. */
  readonly nodes: Uint8Array
}

interface Page {
  readonly graph: Graph
  readonly amounts: readonly Amount[]
  readonly figure: string
  readonly language: Language
}

/** What statements of one measure say now: superseded amounts, and those nobody puts a number to, are left out. */
function amountsOf(graph: Graph, measure: string, staged: boolean, nodes: Uint8Array): Amount[] {
  return moneyFigures(graph, measure, staged, nodes).flatMap(({ node, stage, statements }) => {
    return currentAmong(graph, statements).flatMap((row): Amount[] => {
      const quantity = valueAt(graph, row)
      const column = stage ?? columnOf[statusAt(graph, row)]
      return quantity && 'unit' in quantity && column ? [{ row, node, quantity, column }] : []
    })
  })
}

function cells<Given>(given: readonly Given[], of: (given: readonly Given[], column: MoneyColumn) => readonly Sum[]) {
  return Object.fromEntries(moneyColumns.map((column) => [column, of(given, column)])) as unknown as Cells
}

function groupsOf(page: Page, by: Grouping): MoneyGroup[] {
  const { graph, amounts, language } = page
  const group = (id: string, label: string, own: readonly Amount[]): MoneyGroup => ({
    id,
    label,
    lines: linesOf(page, own),
    sums: sumsOf(page, own),
  })
  if (by === 'project') return [group('all', '', amounts)]
  const keyed = new Map<string, { label: string; amounts: Amount[] }>()
  for (const amount of amounts)
    for (const { id, label } of by === 'sector'
      ? sectorsOf(graph, amount.node, language)
      : sourceAt(graph, amount.row)) {
      const known = keyed.get(id)
      if (known) known.amounts.push(amount)
      else keyed.set(id, { label, amounts: [amount] })
    }
  return [...keyed]
    .map(([id, { label, amounts: own }]) => group(id, label, own))
    .toSorted((one, other) => largest(other.sums) - largest(one.sums) || (one.label < other.label ? -1 : 1))
}

const largest = (sums: Cells): number =>
  Math.max(
    0,
    ...moneyColumns.flatMap((column) =>
      sums[column].map(({ unit, high }) => (unit === 'USD' && high < Infinity ? high : 0)),
    ),
  )

const sourceAt = ({ sources, statements }: Graph, row: number) => {
  const { id, title, publisher } = sources[statements.source[row]!]!
  return [{ id, label: publisher ? `${publisher}: ${title}` : title }]
}

/** The sectors that a node is said to belong to; one group of their own for those of which nobody says. */
function sectorsOf(graph: Graph, node: number, language: Language): { id: string; label: string }[] {
  const sectors = Array.from(groupAt(edgesOut(graph), node)).flatMap((edge) => {
    const predicate = predicatesById(graph).get(categoryAt(graph.edges.predicate, edge) ?? '')
    if (!predicate || !isRelation(predicate) || predicate.facet !== 'sector') return []
    const counts = Array.from(groupAt(statementsOfEdge(graph), edge)).some((row) => !graph.statements.negative[row])
    const target = graph.edges.target[edge]!
    return counts ? [{ id: textAt(graph.nodes.id, target), label: labelIn(language, nodeAt(graph, target)) }] : []
  })
  return sectors.length > 0 ? sectors : [{ id: 'none', label: 'No sector stated' }]
}

function linesOf(page: Page, amounts: readonly Amount[]): MoneyLine[] {
  const { graph, language, figure } = page
  const nodes = [...new Set(amounts.map(({ node }) => node))]
  return nodes
    .map((node): MoneyLine => {
      const own = amounts.filter((each) => each.node === node)
      return {
        node: textAt(graph.nodes.id, node),
        label: labelIn(language, nodeAt(graph, node)),
        figure,
        cells: cells(own, (given, column) =>
          rangesOf(
            graph,
            given.filter((each) => each.column === column),
          ),
        ),
        within: moneyColumns.filter((column) =>
          own.some((each) => each.column === column && isWithin(graph, each, amounts)),
        ),
      }
    })
    .toSorted((one, other) => largest(other.cells) - largest(one.cells) || (one.label < other.label ? -1 : 1))
}

/** Whether a whole that a node is part of has an amount in the same column and currency among these. */
const isWithin = (graph: Graph, { node, column, quantity }: Amount, amounts: readonly Amount[]): boolean =>
  amounts.some(
    (other) =>
      other.column === column && other.quantity.unit === quantity.unit && wholesOf(graph).get(node)?.has(other.node),
  )

/** The sum of a column: what each thing's sources say, as a range where they vary, without parts whose whole is counted. */
const sumsOf = ({ graph }: Page, amounts: readonly Amount[]): Cells =>
  cells(amounts, (given, column) => {
    const counted = given.filter((each) => each.column === column && !isWithin(graph, each, given))
    const nodes = [...new Set(counted.map(({ node }) => node))]
    return added(
      nodes.flatMap((node) =>
        rangesOf(
          graph,
          counted.filter((each) => each.node === node),
        ),
      ),
    )
  })

/** Things whose type has amounts elsewhere, and of which none is given. */
function silentOf(graph: Graph, amounts: readonly Amount[], { nodes, language }: MoneyAsking): string[] {
  const given = new Set(amounts.map(({ node }) => node))
  const types = new Set([...given].map((node) => graph.nodes.type.codes[node]!))
  return Array.from({ length: graph.nodes.count }, (_, row) => row)
    .filter((row) => nodes[row] === 1 && types.has(graph.nodes.type.codes[row]!) && !given.has(row))
    .map((row) => labelIn(language, nodeAt(graph, row)))
    .sort()
}

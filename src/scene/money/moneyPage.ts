import type { MoneyMessages } from '../../messages/money.en'
import type { Texts } from '../../messages/texts.en'
import { statementStatusAt } from '../../model/agreement'
import { categoryAt, rowsOfGroup, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { outgoingEdges, statementsByEdge } from '../../model/graph'
import { labelInLanguage, textInLanguage } from '../../model/nodeNames'
import { isRelationPredicate } from '../../model/predicates'
import { nodeRecordAt, predicatesById, statementValueAt } from '../../model/rowRecords'
import type { Status } from '../../model/enumerations'
import { amountKinds, moneyFigures, unknownAmounts, type AmountKind } from './amountKinds'
import {
  sumRangesByCurrency,
  currentStatements,
  rangePerCurrency,
  wholesByPart,
  type StatedAmount,
  type AmountRange,
} from './amountRanges'

/** The columns of the page, from what is only estimated to what is paid. */
export const moneyColumns = ['estimated', 'expected', 'announced', 'committed', 'disbursed'] as const
export type MoneyColumn = (typeof moneyColumns)[number]

export const moneyGroupings = ['project', 'sector', 'source'] as const
export type MoneyGrouping = (typeof moneyGroupings)[number]

/** The sums of each column of a line or a group, one for each currency. */
export type SumsByColumn = Readonly<Record<MoneyColumn, readonly AmountRange[]>>

interface MoneyLine {
  /** The node's id. */
  readonly node: string
  readonly label: string
  readonly sums: SumsByColumn
  /** Columns in which the line is part of another line of the group, and so not added to the sum. */
  readonly columnsCountedInWhole: readonly MoneyColumn[]
}

export interface MoneyGroup {
  readonly id: string
  readonly label: string
  readonly lines: readonly MoneyLine[]
  readonly sums: SumsByColumn
}

export interface MoneyPage {
  /** The id of the kind that is shown; empty if there is none. */
  readonly amountKind: string
  readonly amountKinds: readonly AmountKind[]
  readonly groups: readonly MoneyGroup[]
  /** The sum of all lines, each counted once. */
  readonly total: SumsByColumn
  /** Statements that an amount is unknown: "Paid out of First tranche: not stated". */
  readonly unknownAmounts: readonly { readonly text: string; readonly statement: string }[]
  /** Labels of the nodes of the same types for which no amount is given, sorted. */
  readonly labelsWithoutAmount: readonly string[]
}

interface Amount extends StatedAmount {
  readonly node: number
  readonly column: MoneyColumn
}

const columnByStatus: Readonly<Record<Status, MoneyColumn | undefined>> = {
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

/** The page of amounts. Every amount comes from statements; sums never add a part to its whole, and no figure twice. */
export function moneyPage(graph: Graph, options: MoneyPageOptions): MoneyPage {
  const kinds = amountKinds(graph)
  const kind = kinds.find(({ id }) => id === options.amountKind) ?? kinds[0]
  if (!kind)
    return {
      amountKind: '',
      amountKinds: kinds,
      groups: [],
      total: sumsByColumn(() => []),
      unknownAmounts: [],
      labelsWithoutAmount: [],
    }
  const amounts = amountsOf(graph, kind.id, kind === kinds[0], options.nodes)
  const page = { graph, amounts, texts: options.texts, money: options.money }
  return {
    amountKind: kind.id,
    amountKinds: kinds,
    groups: groupsOf(page, options.grouping),
    total: sumsOf(page, amounts),
    unknownAmounts: unknownAmounts(graph, kind.id, kind === kinds[0], options),
    labelsWithoutAmount: labelsWithoutAmountOf(graph, amounts, options),
  }
}

interface MoneyPageOptions {
  readonly amountKind?: string | undefined
  readonly grouping: MoneyGrouping
  readonly texts: Texts
  readonly money: MoneyMessages
  /** One byte a node: 1 if it is shown. */
  readonly nodes: Uint8Array
}

interface PageContext {
  readonly graph: Graph
  readonly amounts: readonly Amount[]
  readonly texts: Texts
  readonly money: MoneyMessages
}

/** The amounts of one kind in current statements: superseded and unknown amounts are left out. */
function amountsOf(graph: Graph, kind: string, includeStages: boolean, nodes: Uint8Array): Amount[] {
  return moneyFigures(graph, kind, includeStages, nodes).flatMap(({ node, stage, statements }) => {
    return currentStatements(graph, statements).flatMap((row): Amount[] => {
      const quantity = statementValueAt(graph, row)
      const column = stage ?? columnByStatus[statementStatusAt(graph, row)]
      return quantity && 'unit' in quantity && column ? [{ row, node, quantity, column }] : []
    })
  })
}

const sumsByColumn = (sumsOfColumn: (column: MoneyColumn) => readonly AmountRange[]): SumsByColumn =>
  Object.fromEntries(moneyColumns.map((column) => [column, sumsOfColumn(column)])) as unknown as SumsByColumn

function groupsOf(page: PageContext, grouping: MoneyGrouping): MoneyGroup[] {
  const { amounts } = page
  const group = (id: string, label: string, own: readonly Amount[]): MoneyGroup => ({
    id,
    label,
    lines: linesOf(page, own),
    sums: sumsOf(page, own),
  })
  if (grouping === 'project') return [group('all', '', amounts)]
  const keyed = new Map<string, { label: string; amounts: Amount[] }>()
  for (const amount of amounts)
    for (const { id, label } of grouping === 'sector' ? sectorsOf(page, amount.node) : sourceOf(page, amount.row)) {
      const existing = keyed.get(id)
      if (existing) existing.amounts.push(amount)
      else keyed.set(id, { label, amounts: [amount] })
    }
  return [...keyed]
    .map(([id, { label, amounts: own }]) => group(id, label, own))
    .toSorted((one, other) => largest(other.sums) - largest(one.sums) || (one.label < other.label ? -1 : 1))
}

/** The largest bounded amount in USD, by which lines and groups are sorted; 0 if there is none. */
const largest = (sums: SumsByColumn): number =>
  Math.max(
    0,
    ...moneyColumns.flatMap((column) =>
      sums[column].map(({ unit, high }) => (unit === 'USD' && high < Infinity ? high : 0)),
    ),
  )

interface GroupKey {
  readonly id: string
  readonly label: string
}

function sourceOf({ graph: { sources, statements }, texts, money }: PageContext, row: number): GroupKey[] {
  const source = sources[statements.source[row]!]!
  const { id, publisher } = source
  const title = textInLanguage(texts.language, source.title, source.title_ja)
  return [{ id, label: publisher ? money.sourceName({ publisher, title }) : title }]
}

/** The sectors that a node belongs to by positive statements; nodes without a sector form a group of their own. */
function sectorsOf({ graph, texts, money }: PageContext, node: number): GroupKey[] {
  const sectors = Array.from(rowsOfGroup(outgoingEdges(graph), node)).flatMap((edge) => {
    const predicate = predicatesById(graph).get(categoryAt(graph.edges.predicate, edge) ?? '')
    if (!predicate || !isRelationPredicate(predicate) || predicate.facet !== 'sector') return []
    const isAsserted = Array.from(rowsOfGroup(statementsByEdge(graph), edge)).some(
      (row) => !graph.statements.negative[row],
    )
    const target = graph.edges.target[edge]!
    return isAsserted
      ? [{ id: textAt(graph.nodes.id, target), label: labelInLanguage(texts.language, nodeRecordAt(graph, target)) }]
      : []
  })
  return sectors.length > 0 ? sectors : [{ id: 'none', label: money.noSector }]
}

function linesOf(page: PageContext, amounts: readonly Amount[]): MoneyLine[] {
  const { graph, texts } = page
  const nodes = [...new Set(amounts.map(({ node }) => node))]
  return nodes
    .map((node): MoneyLine => {
      const own = amounts.filter((each) => each.node === node)
      return {
        node: textAt(graph.nodes.id, node),
        label: labelInLanguage(texts.language, nodeRecordAt(graph, node)),
        sums: sumsByColumn((column) =>
          rangePerCurrency(
            graph,
            own.filter((each) => each.column === column),
          ),
        ),
        columnsCountedInWhole: moneyColumns.filter((column) =>
          own.some((each) => each.column === column && isCountedInWhole(graph, each, amounts)),
        ),
      }
    })
    .toSorted((one, other) => largest(other.sums) - largest(one.sums) || (one.label < other.label ? -1 : 1))
}

/** Whether a whole that the node is part of has an amount in the same column and currency. */
const isCountedInWhole = (graph: Graph, { node, column, quantity }: Amount, amounts: readonly Amount[]): boolean =>
  amounts.some(
    (other) =>
      other.column === column &&
      other.quantity.unit === quantity.unit &&
      wholesByPart(graph).get(node)?.has(other.node),
  )

/** The sum of each column: one range for each node, without parts whose whole is counted. */
const sumsOf = ({ graph }: PageContext, amounts: readonly Amount[]): SumsByColumn =>
  sumsByColumn((column) => {
    const counted = amounts.filter((each) => each.column === column && !isCountedInWhole(graph, each, amounts))
    const nodes = [...new Set(counted.map(({ node }) => node))]
    return sumRangesByCurrency(
      nodes.flatMap((node) =>
        rangePerCurrency(
          graph,
          counted.filter((each) => each.node === node),
        ),
      ),
    )
  })

/** Labels of shown nodes without an amount whose type has amounts on other nodes. */
function labelsWithoutAmountOf(graph: Graph, amounts: readonly Amount[], { nodes, texts }: MoneyPageOptions): string[] {
  const withAmount = new Set(amounts.map(({ node }) => node))
  const types = new Set([...withAmount].map((node) => graph.nodes.type.codes[node]!))
  return Array.from({ length: graph.nodes.count }, (_, row) => row)
    .filter((row) => nodes[row] === 1 && types.has(graph.nodes.type.codes[row]!) && !withAmount.has(row))
    .map((row) => labelInLanguage(texts.language, nodeRecordAt(graph, row)))
    .sort()
}

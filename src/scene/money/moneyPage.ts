import type { Texts } from '../../messages/texts.en'
import { statementStatusAt } from '../../model/agreement'
import { categoryAt, rowsOfGroup, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { outgoingEdges, statementsByEdge } from '../../model/graph'
import { labelInLanguage } from '../../model/nodeNames'
import { isRelationPredicate } from '../../model/predicates'
import { nodeRecordAt, predicatesById, statementValueAt } from '../../model/rowRecords'
import type { Status } from '../../model/enumerations'
import { amountKinds, moneyFigures, unknownAmounts } from './amountKinds'
import {
  addRanges,
  currentStatements,
  rangePerCurrency,
  wholesByPart,
  type StatedAmount,
  type AmountRange,
} from './amountRanges'

/** The columns of the page, from what is only guessed to what is paid. */
export const moneyColumns = ['estimated', 'expected', 'announced', 'committed', 'disbursed'] as const
export type MoneyColumn = (typeof moneyColumns)[number]

/** What the columns are called. */
export const moneyColumnLabels: Readonly<Record<MoneyColumn, string>> = {
  estimated: 'Estimated or reported',
  expected: 'Expected',
  announced: 'Announced',
  committed: 'Committed',
  disbursed: 'Paid out',
}
export const moneyGroupings = ['project', 'sector', 'source'] as const
export type MoneyGrouping = (typeof moneyGroupings)[number]

/** What one column of a line or a group says: a sum in each currency. */
export type SumsByColumn = Readonly<Record<MoneyColumn, readonly AmountRange[]>>

interface MoneyLine {
  readonly node: string
  readonly label: string
  /** What the amount measures: "Cost". */
  readonly figureLabel: string
  readonly sums: SumsByColumn
  /** Columns in which it is a part of another line of the group, and so not counted in the sum. */
  readonly columnsCountedInWhole: readonly MoneyColumn[]
}

export interface MoneyGroup {
  readonly id: string
  readonly label: string
  readonly lines: readonly MoneyLine[]
  readonly sums: SumsByColumn
}

export interface MoneyPage {
  readonly amountKind: string
  /** What can be looked at: predicates whose figures are amounts of money. */
  readonly amountKinds: readonly { readonly id: string; readonly label: string; readonly figures: number }[]
  readonly groups: readonly MoneyGroup[]
  /** Sum over all lines, each counted once. */
  readonly total: SumsByColumn
  /** What statements say is unknown: "Paid out of First tranche: not stated". */
  readonly unknownAmounts: readonly { readonly text: string; readonly statement: string }[]
  /** Things of the same kinds of which no amount is given, by label. */
  readonly labelsWithoutAmount: readonly string[]
}

interface Amount extends StatedAmount {
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
export function moneyPage(graph: Graph, options: MoneyPageOptions): MoneyPage {
  const kinds = amountKinds(graph)
  const kind = kinds.find(({ id }) => id === options.amountKind) ?? kinds[0]
  if (!kind)
    return {
      amountKind: '',
      amountKinds: kinds,
      groups: [],
      total: sumsByColumn([], () => []),
      unknownAmounts: [],
      labelsWithoutAmount: [],
    }
  const amounts = amountsOf(graph, kind.id, kind === kinds[0], options.nodes)
  const page = { graph, amounts, figureLabel: kind.label, texts: options.texts }
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
  /** One byte a node: 1 where it is shown. */
  readonly nodes: Uint8Array
}

interface PageContext {
  readonly graph: Graph
  readonly amounts: readonly Amount[]
  readonly figureLabel: string
  readonly texts: Texts
}

/** What statements of one kind of amount say now: superseded amounts, and those nobody puts a number to, are left out. */
function amountsOf(graph: Graph, kind: string, staged: boolean, nodes: Uint8Array): Amount[] {
  return moneyFigures(graph, kind, staged, nodes).flatMap(({ node, stage, statements }) => {
    return currentStatements(graph, statements).flatMap((row): Amount[] => {
      const quantity = statementValueAt(graph, row)
      const column = stage ?? columnOf[statementStatusAt(graph, row)]
      return quantity && 'unit' in quantity && column ? [{ row, node, quantity, column }] : []
    })
  })
}

function sumsByColumn<Given>(
  given: readonly Given[],
  of: (given: readonly Given[], column: MoneyColumn) => readonly AmountRange[],
) {
  return Object.fromEntries(moneyColumns.map((column) => [column, of(given, column)])) as unknown as SumsByColumn
}

function groupsOf(page: PageContext, grouping: MoneyGrouping): MoneyGroup[] {
  const { graph, amounts, texts } = page
  const group = (id: string, label: string, own: readonly Amount[]): MoneyGroup => ({
    id,
    label,
    lines: linesOf(page, own),
    sums: sumsOf(page, own),
  })
  if (grouping === 'project') return [group('all', '', amounts)]
  const keyed = new Map<string, { label: string; amounts: Amount[] }>()
  for (const amount of amounts)
    for (const { id, label } of grouping === 'sector'
      ? sectorsOf(graph, amount.node, texts)
      : sourceAt(graph, amount.row)) {
      const known = keyed.get(id)
      if (known) known.amounts.push(amount)
      else keyed.set(id, { label, amounts: [amount] })
    }
  return [...keyed]
    .map(([id, { label, amounts: own }]) => group(id, label, own))
    .toSorted((one, other) => largest(other.sums) - largest(one.sums) || (one.label < other.label ? -1 : 1))
}

const largest = (sums: SumsByColumn): number =>
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
function sectorsOf(graph: Graph, node: number, texts: Texts): { id: string; label: string }[] {
  const sectors = Array.from(rowsOfGroup(outgoingEdges(graph), node)).flatMap((edge) => {
    const predicate = predicatesById(graph).get(categoryAt(graph.edges.predicate, edge) ?? '')
    if (!predicate || !isRelationPredicate(predicate) || predicate.facet !== 'sector') return []
    const counts = Array.from(rowsOfGroup(statementsByEdge(graph), edge)).some((row) => !graph.statements.negative[row])
    const target = graph.edges.target[edge]!
    return counts
      ? [{ id: textAt(graph.nodes.id, target), label: labelInLanguage(texts.language, nodeRecordAt(graph, target)) }]
      : []
  })
  return sectors.length > 0 ? sectors : [{ id: 'none', label: 'No sector stated' }]
}

function linesOf(page: PageContext, amounts: readonly Amount[]): MoneyLine[] {
  const { graph, texts, figureLabel } = page
  const nodes = [...new Set(amounts.map(({ node }) => node))]
  return nodes
    .map((node): MoneyLine => {
      const own = amounts.filter((each) => each.node === node)
      return {
        node: textAt(graph.nodes.id, node),
        label: labelInLanguage(texts.language, nodeRecordAt(graph, node)),
        figureLabel,
        sums: sumsByColumn(own, (given, column) =>
          rangePerCurrency(
            graph,
            given.filter((each) => each.column === column),
          ),
        ),
        columnsCountedInWhole: moneyColumns.filter((column) =>
          own.some((each) => each.column === column && isCountedInWhole(graph, each, amounts)),
        ),
      }
    })
    .toSorted((one, other) => largest(other.sums) - largest(one.sums) || (one.label < other.label ? -1 : 1))
}

/** Whether a whole that a node is part of has an amount in the same column and currency among these. */
const isCountedInWhole = (graph: Graph, { node, column, quantity }: Amount, amounts: readonly Amount[]): boolean =>
  amounts.some(
    (other) =>
      other.column === column &&
      other.quantity.unit === quantity.unit &&
      wholesByPart(graph).get(node)?.has(other.node),
  )

/** The sum of a column: what each thing's sources say, as a range where they vary, without parts whose whole is counted. */
const sumsOf = ({ graph }: PageContext, amounts: readonly Amount[]): SumsByColumn =>
  sumsByColumn(amounts, (given, column) => {
    const counted = given.filter((each) => each.column === column && !isCountedInWhole(graph, each, given))
    const nodes = [...new Set(counted.map(({ node }) => node))]
    return addRanges(
      nodes.flatMap((node) =>
        rangePerCurrency(
          graph,
          counted.filter((each) => each.node === node),
        ),
      ),
    )
  })

/** Things whose type has amounts elsewhere, and of which none is given. */
function labelsWithoutAmountOf(graph: Graph, amounts: readonly Amount[], { nodes, texts }: MoneyPageOptions): string[] {
  const given = new Set(amounts.map(({ node }) => node))
  const types = new Set([...given].map((node) => graph.nodes.type.codes[node]!))
  return Array.from({ length: graph.nodes.count }, (_, row) => row)
    .filter((row) => nodes[row] === 1 && types.has(graph.nodes.type.codes[row]!) && !given.has(row))
    .map((row) => labelInLanguage(texts.language, nodeRecordAt(graph, row)))
    .sort()
}

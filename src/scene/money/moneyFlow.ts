import type { MoneyMessages } from '../../messages/money.en'
import type { Texts } from '../../messages/texts.en'
import { statementStatusAt } from '../../model/agreement'
import { categoryAt, rowsOfGroup, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { figuresByNode, nodeRowIndex, statementsByEdge, statementsByFigure } from '../../model/graph'
import { labelInLanguage } from '../../model/nodeNames'
import { isRelationPredicate } from '../../model/predicates'
import type { Quantity } from '../../model/records'
import { nodeFamilyAt, nodeRecordAt, predicatesById, statementValueAt } from '../../model/rowRecords'
import { removeDoubleCounting, type FlowWording, type MoneyFlowLink } from './flowLinks'
import { currentStatements } from './amountRanges'

/** A node of the flow: a funder, a tranche, a project. */
export interface MoneyFlowNode {
  readonly id: string
  readonly label: string
  readonly family: string
}

/** From funders to projects, as far as statements say so. */
interface MoneyFlow {
  readonly nodes: readonly MoneyFlowNode[]
  readonly links: readonly MoneyFlowLink[]
  /** Flows in other currencies than the one drawn, in words: they are not converted, and so not drawn. */
  readonly inOtherCurrencies: readonly string[]
}

/** The currency that is drawn. */
const drawnUnit = 'USD'

/** Relations by which money goes from the subject to the object; by `part-of` it goes from the whole to the part. */
const fundingPredicates = new Set(['finances', 'guarantees'])

/** The flow between the nodes whose byte in `nodes` is 1. Denied and unclear statements are left out. */
export function moneyFlow(graph: Graph, nodes: Uint8Array, texts: Texts, money: MoneyMessages): MoneyFlow {
  const labelOf = (id: string) => labelInLanguage(texts.language, nodeRecordAt(graph, nodeRowIndex(graph).get(id)!))
  const wording = { labelOf, format: texts.format, money }
  const { links, inOtherCurrencies } = statedLinks(graph, nodes, wording)
  const countedLinks = removeDoubleCounting(withoutCycles(throughNearestWhole(links)), wording)
  const linkedIds = new Set(countedLinks.flatMap(({ from, to }) => [from, to]))
  const linkedRows = Array.from({ length: graph.nodes.count }, (_, row) => row).filter((row) =>
    linkedIds.has(textAt(graph.nodes.id, row)),
  )
  return {
    nodes: linkedRows.map((row) => {
      const id = textAt(graph.nodes.id, row)
      return { id, label: labelOf(id), family: nodeFamilyAt(graph, row) }
    }),
    links: countedLinks,
    inOtherCurrencies,
  }
}

function isFundingPredicate(graph: Graph, id: string): boolean {
  const predicate = predicatesById(graph).get(id)
  return fundingPredicates.has(id) && predicate !== undefined && isRelationPredicate(predicate)
}

/** The flows as statements give them, in the order of the edges. */
function statedLinks(graph: Graph, nodes: Uint8Array, { labelOf, format, money }: FlowWording) {
  const inOtherCurrencies: string[] = []
  const links: MoneyFlowLink[] = []
  const link = (edge: number, from: number, to: number, amount: FlowAmount | undefined): MoneyFlowLink => ({
    from: textAt(graph.nodes.id, from),
    to: textAt(graph.nodes.id, to),
    edgeOrFigureId: textAt(graph.edges.id, edge),
    amount: amount?.amount,
    ...(amount && { low: amount.low }),
    amountText: amount ? format.quantity(amount.quantity) : money.amountNotStated,
  })
  const funded = fundedNodes(graph)
  for (let edge = 0; edge < graph.edges.count; edge++) {
    const [source, target] = [graph.edges.source[edge]!, graph.edges.target[edge]!]
    if (nodes[source] !== 1 || nodes[target] !== 1 || !isEdgeAsserted(graph, edge)) continue
    const id = categoryAt(graph.edges.predicate, edge) ?? ''
    if (isFundingPredicate(graph, id)) {
      const amounts = flowAmounts(graph, rowsOfGroup(statementsByEdge(graph), edge))
      const stated = link(
        edge,
        source,
        target,
        amounts.find(({ quantity }) => quantity.unit === drawnUnit),
      )
      links.push(stated)
      const [from, to] = [labelOf(stated.from), labelOf(stated.to)]
      for (const { quantity } of amounts.filter((each) => each.quantity.unit !== drawnUnit))
        inOtherCurrencies.push(money.flowBand({ from, to, amount: format.quantity(quantity), note: undefined }))
    } else if (id === 'part-of' && nodeFamilyAt(graph, source) === 'project' && funded.has(target))
      links.push({ ...link(edge, target, source, costOf(graph, source)), isWholeToPart: true })
  }
  return { links, inOtherCurrencies }
}

/** Rows of the nodes whose parts receive money through them: projects, and every node that is funded. */
function fundedNodes(graph: Graph): ReadonlySet<number> {
  const funded = new Set<number>()
  for (let row = 0; row < graph.nodes.count; row++) if (nodeFamilyAt(graph, row) === 'project') funded.add(row)
  for (let edge = 0; edge < graph.edges.count; edge++)
    if (fundingPredicates.has(categoryAt(graph.edges.predicate, edge) ?? '') && isEdgeAsserted(graph, edge))
      funded.add(graph.edges.target[edge]!)
  return funded
}

/** What is drawn of an amount, and the quantity that is written. */
interface FlowAmount {
  /** The middle of a range. */
  readonly amount: number
  readonly low: number
  readonly quantity: Quantity
}

const isStatementAsserted = (graph: Graph, row: number): boolean =>
  graph.statements.negative[row] === 0 && !['unclear', 'denied'].includes(statementStatusAt(graph, row))

const isEdgeAsserted = (graph: Graph, edge: number): boolean =>
  Array.from(rowsOfGroup(statementsByEdge(graph), edge)).some((row) => isStatementAsserted(graph, row))

/** One amount for each currency: the range of what the current statements give. */
function flowAmounts(graph: Graph, statements: Uint32Array): FlowAmount[] {
  const quantities = currentStatements(graph, statements)
    .filter((row) => isStatementAsserted(graph, row))
    .flatMap((row) => {
      const value = statementValueAt(graph, row)
      return value && 'unit' in value ? [value] : []
    })
  return [...new Set(quantities.map(({ unit }) => unit))].map((unit) => {
    const bounds = quantities
      .filter((each) => each.unit === unit)
      .flatMap(({ amount, low, high }) => [amount, low, high])
      .filter((bound) => bound !== undefined)
    const [low, high] = [Math.min(...bounds), Math.max(...bounds)]
    return { amount: (low + high) / 2, low, quantity: low === high ? { amount: low, unit } : { low, high, unit } }
  })
}

function costOf(graph: Graph, node: number): FlowAmount | undefined {
  const figure = Array.from(rowsOfGroup(figuresByNode(graph), node)).find(
    (row) => categoryAt(graph.figures.predicate, row) === 'cost',
  )
  if (figure === undefined) return undefined
  const amounts = flowAmounts(graph, rowsOfGroup(statementsByFigure(graph), figure))
  return amounts.find(({ quantity }) => quantity.unit === drawnUnit)
}

/** Money reaches a part through its nearest whole: a link that bypasses an intermediate whole would count it twice. */
function throughNearestWhole(links: readonly MoneyFlowLink[]): MoneyFlowLink[] {
  const toParts = links.filter(({ isWholeToPart }) => isWholeToPart)
  const pair = (whole: string, part: string) => `${whole} ${part}`
  const pairs = new Set(toParts.map(({ from, to }) => pair(from, to)))
  return links.filter(
    ({ from, to, isWholeToPart }) =>
      !isWholeToPart ||
      !toParts.some((other) => other.from === from && other.to !== to && pairs.has(pair(other.to, to))),
  )
}

/** A Sankey diagram must not have cycles: in the order of the edges, a link that would close one is left out. */
function withoutCycles(links: readonly MoneyFlowLink[]): MoneyFlowLink[] {
  const targets = new Map<string, Set<string>>()
  const reaches = (from: string, to: string, visited = new Set<string>()): boolean => {
    if (from === to) return true
    if (visited.has(from)) return false
    visited.add(from)
    return [...(targets.get(from) ?? [])].some((next) => reaches(next, to, visited))
  }
  return links.filter(({ from, to }) => {
    if (reaches(to, from)) return false
    targets.set(from, (targets.get(from) ?? new Set()).add(to))
    return true
  })
}

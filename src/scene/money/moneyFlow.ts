import type { Texts } from '../../messages/texts.en'
import { statementStatusAt } from '../../model/agreement'
import { categoryAt, rowsOfGroup, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { figuresByNode, nodeRowById, statementsByEdge, statementsByFigure } from '../../model/graph'
import { labelInLanguage } from '../../model/nodeNames'
import { isRelationPredicate } from '../../model/predicates'
import { nodeFamilyAt, nodeRecordAt, predicatesById, statementValueAt } from '../../model/rowRecords'
import { formatQuantity } from '../../model/value'
import { removeDoubleCounting, type MoneyFlowLink } from './flowLinks'
import { currentStatements } from './amountRanges'

/** A stop of the flow: somebody who provides, a tranche, something that is built. */
export interface MoneyFlowNode {
  readonly id: string
  readonly label: string
  readonly family: string
}

/** From who provides to what is built, as far as statements say so. */
interface MoneyFlow {
  readonly unit: string
  readonly nodes: readonly MoneyFlowNode[]
  readonly links: readonly MoneyFlowLink[]
  /** Amounts in other currencies, in words: they are not converted, so not drawn. */
  readonly inOtherCurrencies: readonly string[]
}

/** Relations by which money goes from the subject to the object; of `part-of` it goes from the whole to the part. */
const flowing = new Set(['finances', 'guarantees'])

/** The flow among the nodes that are shown (one byte a node). Denied and unclear statements carry nothing. */
export function moneyFlow(graph: Graph, nodes: Uint8Array, texts: Texts): MoneyFlow {
  const unit = 'USD'
  const inOtherCurrencies: string[] = []
  const label = (row: number) => labelInLanguage(texts.language, nodeRecordAt(graph, row))
  const link = (edge: number, from: number, to: number, amount: FlowAmount | undefined): MoneyFlowLink => ({
    from: textAt(graph.nodes.id, from),
    to: textAt(graph.nodes.id, to),
    edgeOrFigureId: textAt(graph.edges.id, edge),
    amount: amount?.amount,
    ...(amount && { low: amount.low }),
    amountText: amount?.text ?? 'amount not stated',
  })
  const links: MoneyFlowLink[] = []
  const funded = fundedOf(graph)
  for (let edge = 0; edge < graph.edges.count; edge++) {
    const [source, target] = [graph.edges.source[edge]!, graph.edges.target[edge]!]
    if (nodes[source] !== 1 || nodes[target] !== 1 || !isAsserted(graph, edge)) continue
    const id = categoryAt(graph.edges.predicate, edge) ?? ''
    const predicate = predicatesById(graph).get(id)
    if (flowing.has(id) && predicate && isRelationPredicate(predicate)) {
      const given = amountsOf(graph, rowsOfGroup(statementsByEdge(graph), edge))
      inOtherCurrencies.push(
        ...given
          .filter((each) => each.unit !== unit)
          .map(({ text }) => `${label(source)} to ${label(target)}: ${text}`),
      )
      links.push(
        link(
          edge,
          source,
          target,
          given.find((each) => each.unit === unit),
        ),
      )
    } else if (id === 'part-of' && nodeFamilyAt(graph, source) === 'project' && funded.has(target))
      links.push({ ...link(edge, target, source, costOf(graph, source)), isWholeToPart: true })
  }
  const countedLinks = removeDoubleCounting(withoutCircles(nearest(links)), (id) => label(nodeRowById(graph).get(id)!))
  const ids = new Set(countedLinks.flatMap(({ from, to }) => [from, to]))
  const stops = Array.from({ length: graph.nodes.count }, (_, row) => row).filter((row) =>
    ids.has(textAt(graph.nodes.id, row)),
  )
  return {
    unit,
    nodes: stops.map((row) => ({
      id: textAt(graph.nodes.id, row),
      label: label(row),
      family: nodeFamilyAt(graph, row),
    })),
    links: countedLinks,
    inOtherCurrencies,
  }
}

/** Wholes whose parts get money through them: projects, and whatever somebody is said to provide for. */
function fundedOf(graph: Graph): ReadonlySet<number> {
  const funded = new Set<number>()
  for (let row = 0; row < graph.nodes.count; row++) if (nodeFamilyAt(graph, row) === 'project') funded.add(row)
  for (let edge = 0; edge < graph.edges.count; edge++)
    if (flowing.has(categoryAt(graph.edges.predicate, edge) ?? '') && isAsserted(graph, edge))
      funded.add(graph.edges.target[edge]!)
  return funded
}

interface FlowAmount {
  readonly unit: string
  readonly amount: number
  readonly low: number
  readonly text: string
}

const isAsserting = (graph: Graph, row: number): boolean =>
  graph.statements.negative[row] === 0 && !['unclear', 'denied'].includes(statementStatusAt(graph, row))

const isAsserted = (graph: Graph, edge: number): boolean =>
  Array.from(rowsOfGroup(statementsByEdge(graph), edge)).some((row) => isAsserting(graph, row))

/** One amount a currency: the middle of what the sources say now, with their range in words. */
function amountsOf(graph: Graph, statements: Uint32Array): FlowAmount[] {
  const given = currentStatements(graph, statements)
    .filter((row) => isAsserting(graph, row))
    .flatMap((row) => {
      const value = statementValueAt(graph, row)
      return value && 'unit' in value ? [value] : []
    })
  return [...new Set(given.map(({ unit }) => unit))].map((unit) => {
    const ends = given.filter((each) => each.unit === unit).flatMap(({ amount, low, high }) => [amount, low, high])
    const wholeAndPart = ends.filter((end) => end !== undefined)
    const [low, high] = [Math.min(...wholeAndPart), Math.max(...wholeAndPart)]
    const text = formatQuantity(low === high ? { amount: low, unit } : { low, high, unit })
    return { unit, amount: (low + high) / 2, low, text }
  })
}

function costOf(graph: Graph, node: number): FlowAmount | undefined {
  const figure = Array.from(rowsOfGroup(figuresByNode(graph), node)).find(
    (row) => categoryAt(graph.figures.predicate, row) === 'cost',
  )
  if (figure === undefined) return undefined
  return amountsOf(graph, rowsOfGroup(statementsByFigure(graph), figure)).find(({ unit }) => unit === 'USD')
}

/** Money comes to a part by its nearest whole: a link past a part of the whole that holds the part too would count it twice. */
function nearest(links: readonly MoneyFlowLink[]): MoneyFlowLink[] {
  const parts = links.filter(({ isWholeToPart }) => isWholeToPart)
  const pair = (whole: string, isWholeToPart: string) => `${whole} ${isWholeToPart}`
  const wholeAndPart = new Set(parts.map(({ from, to }) => pair(from, to)))
  return links.filter(
    ({ from, to, isWholeToPart }) =>
      !isWholeToPart ||
      !parts.some((other) => other.from === from && other.to !== to && wholeAndPart.has(pair(other.to, to))),
  )
}

/** A flow has no way back: a link that would close a circle is left out, in the order of the edges. */
function withoutCircles(links: readonly MoneyFlowLink[]): MoneyFlowLink[] {
  const onward = new Map<string, Set<string>>()
  const reaches = (from: string, to: string, visited = new Set<string>()): boolean => {
    if (from === to) return true
    if (visited.has(from)) return false
    visited.add(from)
    return [...(onward.get(from) ?? [])].some((next) => reaches(next, to, visited))
  }
  return links.filter(({ from, to }) => {
    if (reaches(to, from)) return false
    onward.set(from, (onward.get(from) ?? new Set()).add(to))
    return true
  })
}

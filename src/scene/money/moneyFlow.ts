import { statusAt } from '../../model/agreement'
import { categoryAt, groupAt, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { figuresOf, nodeRows, statementsOfEdge, statementsOfFigure } from '../../model/graph'
import type { Language } from '../../model/nodeNames'
import { labelIn } from '../../model/nodeNames'
import { isRelation } from '../../model/predicates'
import { familyAt, nodeAt, predicatesById, valueAt } from '../../model/rowRecords'
import { readableQuantity } from '../../model/value'
import { countedOnce, type FlowLink } from './flowLinks'
import { currentAmong } from './amountRanges'

/** A stop of the flow: somebody who provides, a tranche, something that is built. */
export interface FlowNode {
  readonly id: string
  readonly label: string
  readonly family: string
}

/** From who provides to what is built, as far as statements say so. */
export interface Flow {
  readonly unit: string
  readonly nodes: readonly FlowNode[]
  readonly links: readonly FlowLink[]
  /** Amounts in other currencies, in words: they are not converted, so not drawn. */
  readonly apart: readonly string[]
}

/** Relations by which money goes from the subject to the object; of `part-of` it goes from the whole to the part. */
const flowing = new Set(['finances', 'guarantees'])

/** The flow among the nodes that are shown (one byte a node). Denied and unclear statements carry nothing. */
export function flowOf(graph: Graph, nodes: Uint8Array, language: Language): Flow {
  const unit = 'USD'
  const apart: string[] = []
  const label = (row: number) => labelIn(language, nodeAt(graph, row))
  const link = (edge: number, from: number, to: number, amount: Given | undefined): FlowLink => ({
    from: textAt(graph.nodes.id, from),
    to: textAt(graph.nodes.id, to),
    edge: textAt(graph.edges.id, edge),
    amount: amount?.amount,
    ...(amount && { low: amount.low }),
    text: amount?.text ?? 'amount not stated',
  })
  const links: FlowLink[] = []
  const funded = fundedOf(graph)
  for (let edge = 0; edge < graph.edges.count; edge++) {
    const [source, target] = [graph.edges.source[edge]!, graph.edges.target[edge]!]
    if (nodes[source] !== 1 || nodes[target] !== 1 || !isSaid(graph, edge)) continue
    const id = categoryAt(graph.edges.predicate, edge) ?? ''
    const predicate = predicatesById(graph).get(id)
    if (flowing.has(id) && predicate && isRelation(predicate)) {
      const given = amountsOf(graph, groupAt(statementsOfEdge(graph), edge))
      apart.push(
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
    } else if (id === 'part-of' && familyAt(graph, source) === 'project' && funded.has(target))
      links.push({ ...link(edge, target, source, costOf(graph, source)), part: true })
  }
  const kept = countedOnce(withoutCircles(nearest(links)), (id) => label(nodeRows(graph).get(id)!))
  const ids = new Set(kept.flatMap(({ from, to }) => [from, to]))
  const stops = Array.from({ length: graph.nodes.count }, (_, row) => row).filter((row) =>
    ids.has(textAt(graph.nodes.id, row)),
  )
  return {
    unit,
    nodes: stops.map((row) => ({ id: textAt(graph.nodes.id, row), label: label(row), family: familyAt(graph, row) })),
    links: kept,
    apart,
  }
}

/** Wholes whose parts get money through them: projects, and whatever somebody is said to provide for. */
function fundedOf(graph: Graph): ReadonlySet<number> {
  const funded = new Set<number>()
  for (let row = 0; row < graph.nodes.count; row++) if (familyAt(graph, row) === 'project') funded.add(row)
  for (let edge = 0; edge < graph.edges.count; edge++)
    if (flowing.has(categoryAt(graph.edges.predicate, edge) ?? '') && isSaid(graph, edge))
      funded.add(graph.edges.target[edge]!)
  return funded
}

interface Given {
  readonly unit: string
  readonly amount: number
  readonly low: number
  readonly text: string
}

const says = (graph: Graph, row: number): boolean =>
  graph.statements.negative[row] === 0 && !['unclear', 'denied'].includes(statusAt(graph, row))

const isSaid = (graph: Graph, edge: number): boolean =>
  Array.from(groupAt(statementsOfEdge(graph), edge)).some((row) => says(graph, row))

/** One amount a currency: the middle of what the sources say now, with their range in words. */
function amountsOf(graph: Graph, statements: Uint32Array): Given[] {
  const given = currentAmong(graph, statements)
    .filter((row) => says(graph, row))
    .flatMap((row) => {
      const value = valueAt(graph, row)
      return value && 'unit' in value ? [value] : []
    })
  return [...new Set(given.map(({ unit }) => unit))].map((unit) => {
    const ends = given.filter((each) => each.unit === unit).flatMap(({ amount, low, high }) => [amount, low, high])
    const known = ends.filter((end) => end !== undefined)
    const [low, high] = [Math.min(...known), Math.max(...known)]
    const text = readableQuantity(low === high ? { amount: low, unit } : { low, high, unit })
    return { unit, amount: (low + high) / 2, low, text }
  })
}

function costOf(graph: Graph, node: number): Given | undefined {
  const figure = Array.from(groupAt(figuresOf(graph), node)).find(
    (row) => categoryAt(graph.figures.predicate, row) === 'cost',
  )
  if (figure === undefined) return undefined
  return amountsOf(graph, groupAt(statementsOfFigure(graph), figure)).find(({ unit }) => unit === 'USD')
}

/** Money comes to a part by its nearest whole: a link past a part of the whole that holds the part too would count it twice. */
function nearest(links: readonly FlowLink[]): FlowLink[] {
  const parts = links.filter(({ part }) => part)
  const pair = (whole: string, part: string) => `${whole} ${part}`
  const known = new Set(parts.map(({ from, to }) => pair(from, to)))
  return links.filter(
    ({ from, to, part }) =>
      !part || !parts.some((other) => other.from === from && other.to !== to && known.has(pair(other.to, to))),
  )
}

/** A flow has no way back: a link that would close a circle is left out, in the order of the edges. */
function withoutCircles(links: readonly FlowLink[]): FlowLink[] {
  const onward = new Map<string, Set<string>>()
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
    if (from === to) return true
    if (seen.has(from)) return false
    seen.add(from)
    return [...(onward.get(from) ?? [])].some((next) => reaches(next, to, seen))
  }
  return links.filter(({ from, to }) => {
    if (reaches(to, from)) return false
    onward.set(from, (onward.get(from) ?? new Set()).add(to))
    return true
  })
}

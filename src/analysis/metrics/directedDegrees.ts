import type { ProgressGenerator, Network } from './network'

export interface DirectedDegrees {
  readonly all: Float64Array
  readonly in: Float64Array
  readonly out: Float64Array
  /** Sum of the weights of all edges at a node. */
  readonly weighted: Float64Array
}

/** Numbers of edges at each node. Parallel edges count separately; a loop is outgoing and incoming, so twice in all. */
export function* directedDegrees({
  count,
  source,
  target,
  weights,
  mutual,
}: Network): ProgressGenerator<DirectedDegrees> {
  const all = new Float64Array(count)
  const incoming = new Float64Array(count)
  const outgoing = new Float64Array(count)
  const weighted = new Float64Array(count)
  for (let edge = 0; edge < source.length; edge++) {
    const [from, to] = [source[edge]!, target[edge]!]
    const weight = weights ? weights[edge]! : 1
    all[from]!++
    all[to]!++
    outgoing[from]!++
    incoming[to]!++
    weighted[from]! += weight
    weighted[to]! += weight
    if (mutual?.[edge] === 1 && from !== to) {
      outgoing[to]!++
      incoming[from]!++
    }
    if (edge % 2e6 === 2e6 - 1) yield { done: edge / source.length }
  }
  return { all, in: incoming, out: outgoing, weighted }
}

import fc from 'fast-check'
import { DirectedGraph, UndirectedGraph } from 'graphology'
import type { Progress, Network } from '../../src/analysis/metrics/network'

/** A network from words such as `a-b b-c`; nodes are numbered in the order in which they are first named. */
export function networkOf(text: string, directed = false): Network {
  const numbers = new Map<string, number>()
  const number = (name: string) => numbers.get(name) ?? (numbers.set(name, numbers.size), numbers.size - 1)
  const pairs = text
    .split(/\s+/)
    .filter(Boolean)
    .map((pair) => pair.split('-').map(number) as [number, number?])
  const edges = pairs.filter((pair): pair is [number, number] => pair.length === 2)
  return network(numbers.size, edges, directed)
}

export const network = (count: number, edges: readonly (readonly [number, number])[], directed = false): Network => ({
  count,
  source: Uint32Array.from(edges, ([source]) => source),
  target: Uint32Array.from(edges, ([, target]) => target),
  directed,
})

/** Any small network, with loops and parallel edges. */
export const anyNetwork = (directed?: boolean): fc.Arbitrary<Network> =>
  fc
    .record({
      count: fc.integer({ min: 1, max: 14 }),
      ends: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 }),
      arrows: directed === undefined ? fc.boolean() : fc.constant(directed),
    })
    .map(({ count, ends, arrows }) =>
      network(
        count,
        ends.map(([source, target]) => [source % count, target % count]),
        arrows,
      ),
    )

/** The edges of a network, each pair once and without loops. */
export function simple({ count, source, target, directed }: Network): Network {
  const pairs = new Map<string, [number, number]>()
  source.forEach((from, edge) => {
    const to = target[edge]!
    if (from === to) return
    const pair: [number, number] = directed || from < to ? [from, to] : [to, from]
    pairs.set(pair.join(), pair)
  })
  return network(count, [...pairs.values()], directed)
}

/** The same network in graphology, whose metrics are the oracle; of a simple network only. */
export function graphologyOf({ count, source, target, directed, weights }: Network) {
  const graph = directed ? new DirectedGraph() : new UndirectedGraph()
  for (let node = 0; node < count; node++) graph.addNode(node)
  source.forEach((from, edge) => graph.addEdge(from, target[edge], { weight: weights?.[edge] ?? 1 }))
  return graph
}

/** Runs a metric to its end. */
export function result<Result>(work: Generator<Progress, Result>): Result {
  for (;;) {
    const turn = work.next()
    if (turn.done) return turn.value
    if (!(turn.value.done >= 0 && turn.value.done <= 1)) throw new Error(`progress of ${turn.value.done}`)
  }
}

export const close = (one: ArrayLike<number>, other: ArrayLike<number>, within = 1e-9): void => {
  const far = Array.from(one, (value, at) => Math.abs(value - other[at]!)).findIndex((gap) => !(gap <= within))
  if (one.length !== other.length || far >= 0)
    throw new Error(`[${Array.from(one).join()}] is not [${Array.from(other).join()}]`)
}

/** Zachary's karate club (Journal of Anthropological Research 33, 1977): 34 members, 78 friendships. */
export const karate = network(
  34,
  `0:1,2,3,4,5,6,7,8,10,11,12,13,17,19,21,31 1:2,3,7,13,17,19,21,30 2:3,7,8,9,13,27,28,32 3:7,12,13 4:6,10 5:6,10,16 6:16
  8:30,32,33 9:33 13:33 14:32,33 15:32,33 18:32,33 19:33 20:32,33 22:32,33 23:25,27,29,32,33 24:25,27,31 25:31 26:29,33
  27:33 28:31,33 29:32,33 30:32,33 31:32,33 32:33`
    .split(/\s+/)
    .flatMap((line) => {
      const [from, to] = line.split(':')
      return to!.split(',').map((each): [number, number] => [Number(from), Number(each)])
    }),
)

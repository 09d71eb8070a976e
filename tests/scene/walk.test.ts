import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { not, step, term, type Filter } from '../../src/analysis/filter/filter'
import { textAt } from '../../src/model/columns'
import type { Graph } from '../../src/model/graph'
import { adjacency, nodeRows } from '../../src/model/graph'
import { firstView, type View } from '../../src/scene/view/view'
import {
  entered,
  here,
  jumped,
  left,
  moved,
  onto,
  relationsOf,
  settled,
  walkable as walkableRows,
  type Walk,
} from '../../src/scene/listNavigation'
import { aGraph } from '../arbitraries'
import { graphOf } from '../sample'

const seen = (...filter: Filter): View => ({ ...firstView, filter })
const all = seen()
const walkable = (graph: Graph, view: View): string[] =>
  Array.from(walkableRows(graph, view), (row) => textAt(graph.nodes.id, row))
const start: Walk = { trail: [] }

type Key = (graph: Graph, view: View, walk: Walk) => Walk
const keys: fc.Arbitrary<Key> = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map(
    (by): Key =>
      (graph, view, walk) =>
        moved(graph, view, walk, by),
  ),
  fc.constant<Key>(entered),
  fc.constant<Key>((_, __, walk) => left(walk)),
  fc.constantFrom('a', 'b', 'x').map(
    (typed): Key =>
      (graph, view, walk) =>
        jumped(graph, view, walk, typed),
  ),
)
const walked = (graph: Graph, view: View, pressed: readonly Key[]): Walk =>
  pressed.reduce((walk, key) => key(graph, view, walk), start)

const areTied = (graph: Graph, one: string, other: string): boolean => {
  const { offsets, neighbours } = adjacency(graph)
  const row = nodeRows(graph).get(one)!
  return neighbours.subarray(offsets[row], offsets[row + 1]).includes(nodeRows(graph).get(other)!)
}

describe('walking', () => {
  it('never leaves what the filter leaves, and goes from node to node along edges only', () =>
    fc.assert(
      fc.property(aGraph(), fc.array(keys, { maxLength: 20 }), fc.boolean(), (graph, pressed, without) => {
        const view = without ? seen(step(not(term('type', ['actor', 'place'])))) : all
        const { trail } = walked(graph, view, pressed)
        for (const { node, relation } of trail) {
          expect(walkable(graph, view)).toContain(node)
          expect(relation).toBeLessThan(Math.max(1, relationsOf(graph, view, node).length))
        }
        for (const [at, { node }] of trail.slice(1).entries()) expect(areTied(graph, trail[at]!.node, node)).toBe(true)
      }),
    ))

  it('goes back the way it came', () =>
    fc.assert(
      fc.property(aGraph(), fc.array(keys, { maxLength: 12 }), (graph, pressed) => {
        const walk = walked(graph, all, pressed)
        const next = entered(graph, all, walk)
        if (next !== walk) expect(left(next)).toEqual(walk)
      }),
    ))

  it('reaches every node by going down, and stays at the ends', () =>
    fc.assert(
      fc.property(aGraph(), (graph) => {
        const list = walkable(graph, all)
        const visited = list.map((_, count) => here(walked(graph, all, Array(count + 1).fill(down)))!.node)
        expect(visited).toEqual(list)
        expect(moved(graph, all, onto(list.at(-1)!), 1)).toEqual(onto(list.at(-1)!))
        expect(moved(graph, all, onto(list[0]!), -1)).toEqual(onto(list[0]!))
      }),
    ))

  it('stays as it is while the filter leaves it, and settles where it can when the filter changes', () =>
    fc.assert(
      fc.property(aGraph(), fc.array(keys, { maxLength: 12 }), (graph, pressed) => {
        const walk = walked(graph, all, pressed)
        expect(settled(graph, all, walk)).toBe(walk)
        const narrow = seen(step(not(term('type', ['actor', 'place']))))
        const next = settled(graph, narrow, walk)
        expect(settled(graph, narrow, next)).toBe(next)
        for (const { node } of next.trail) expect(walkable(graph, narrow)).toContain(node)
      }),
    ))
})

const down: Key = (graph, view, walk) => moved(graph, view, walk, 1)

describe('the list of nodes', () => {
  const graph = graphOf(
    'zoe knows ann confirmed',
    'plant:project knows bob',
    'ann knows bob -denied',
    'zoe knows plant',
  )

  it('stands by family, then by label', () => expect(walkable(graph, all)).toEqual(['ann', 'bob', 'zoe', 'plant']))

  it('has what the filter leaves', () =>
    expect(walkable(graph, seen(step(term('type', ['project']))))).toEqual(['plant']))

  it('is jumped through by letters, round the end', () => {
    const from = (node: string, typed: string) => here(jumped(graph, all, onto(node), typed))?.node
    expect(from('ann', 'z')).toBe('zoe')
    expect(from('plant', 'b')).toBe('bob')
    expect(from('bob', 'bo')).toBe('bob')
    expect(from('bob', 'q')).toBe('bob')
  })

  it('leads into relations, outgoing first, and on to their other ends', () => {
    const inside = entered(graph, all, onto('ann'))
    expect(here(inside)).toEqual({ node: 'ann', relation: 0 })
    expect(relationsOf(graph, all, 'ann')).toHaveLength(2)
    const on = entered(graph, all, inside)
    expect(on.trail).toEqual([
      { node: 'ann', relation: 0 },
      { node: 'bob', relation: -1 },
    ])
    expect(here(left(on))).toEqual({ node: 'ann', relation: 0 })
  })
})

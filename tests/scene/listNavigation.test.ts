import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { negateClause, filterStep, filterTerm, type Filter } from '../../src/analysis/filter/filter'
import { textAt } from '../../src/model/columns'
import type { Graph } from '../../src/model/graph'
import { adjacency, nodeRowIndex } from '../../src/model/graph'
import { textsEn } from '../../src/messages/texts.en'
import {
  navigateInto,
  currentNavigationStep,
  navigateToLabel,
  navigateBack,
  navigateBy,
  navigateToNode,
  visibleRelationsOf,
  restrictNavigation,
  listedNodes,
  type ListNavigation,
  type FilterAndTexts,
} from '../../src/scene/listNavigation'
import { aGraph } from '../arbitraries'
import { graphOf } from '../sample'

const viewOf = (...filter: Filter): FilterAndTexts => ({ filter, texts: textsEn })
const all = viewOf()
const listedIds = (graph: Graph, view: FilterAndTexts): string[] =>
  Array.from(listedNodes(graph, view), (row) => textAt(graph.nodes.id, row))
const start: ListNavigation = { trail: [] }

type Key = (graph: Graph, view: FilterAndTexts, navigation: ListNavigation) => ListNavigation
const keys: fc.Arbitrary<Key> = fc.oneof(
  fc.integer({ min: -3, max: 3 }).map(
    (by): Key =>
      (graph, view, navigation) =>
        navigateBy(graph, view, navigation, by),
  ),
  fc.constant<Key>(navigateInto),
  fc.constant<Key>((_, __, navigation) => navigateBack(navigation)),
  fc.constantFrom('a', 'b', 'x').map(
    (typed): Key =>
      (graph, view, navigation) =>
        navigateToLabel(graph, view, navigation, typed),
  ),
)
const navigated = (graph: Graph, view: FilterAndTexts, pressed: readonly Key[]): ListNavigation =>
  pressed.reduce((navigation, key) => key(graph, view, navigation), start)

const areAdjacent = (graph: Graph, one: string, other: string): boolean => {
  const { offsets, neighbours } = adjacency(graph)
  const row = nodeRowIndex(graph).get(one)!
  return neighbours.subarray(offsets[row], offsets[row + 1]).includes(nodeRowIndex(graph).get(other)!)
}

describe('navigation', () => {
  it('stays within what passes the filter, and moves from node to node along edges only', () =>
    fc.assert(
      fc.property(aGraph(), fc.array(keys, { maxLength: 20 }), fc.boolean(), (graph, pressed, without) => {
        const view = without ? viewOf(filterStep(negateClause(filterTerm('type', ['actor', 'place'])))) : all
        const { trail } = navigated(graph, view, pressed)
        for (const { node, relationIndex } of trail) {
          expect(listedIds(graph, view)).toContain(node)
          expect(relationIndex).toBeLessThan(Math.max(1, visibleRelationsOf(graph, view, node).length))
        }
        for (const [at, { node }] of trail.slice(1).entries())
          expect(areAdjacent(graph, trail[at]!.node, node)).toBe(true)
      }),
    ))

  it('goes back the way it came', () =>
    fc.assert(
      fc.property(aGraph(), fc.array(keys, { maxLength: 12 }), (graph, pressed) => {
        const navigation = navigated(graph, all, pressed)
        const next = navigateInto(graph, all, navigation)
        if (next !== navigation) expect(navigateBack(next)).toEqual(navigation)
      }),
    ))

  it('reaches every node by moving down, and stops at the ends', () =>
    fc.assert(
      fc.property(aGraph(), (graph) => {
        const list = listedIds(graph, all)
        const visited = list.map(
          (_, count) => currentNavigationStep(navigated(graph, all, Array(count + 1).fill(down)))!.node,
        )
        expect(visited).toEqual(list)
        expect(navigateBy(graph, all, navigateToNode(list.at(-1)!), 1)).toEqual(navigateToNode(list.at(-1)!))
        expect(navigateBy(graph, all, navigateToNode(list[0]!), -1)).toEqual(navigateToNode(list[0]!))
      }),
    ))

  it('is unchanged while it passes the filter, and is restricted when the filter changes', () =>
    fc.assert(
      fc.property(aGraph(), fc.array(keys, { maxLength: 12 }), (graph, pressed) => {
        const navigation = navigated(graph, all, pressed)
        expect(restrictNavigation(graph, all, navigation)).toBe(navigation)
        const narrow = viewOf(filterStep(negateClause(filterTerm('type', ['actor', 'place']))))
        const next = restrictNavigation(graph, narrow, navigation)
        expect(restrictNavigation(graph, narrow, next)).toBe(next)
        for (const { node } of next.trail) expect(listedIds(graph, narrow)).toContain(node)
      }),
    ))
})

const down: Key = (graph, view, navigation) => navigateBy(graph, view, navigation, 1)

describe('the list of nodes', () => {
  const graph = graphOf(
    'zoe knows ann confirmed',
    'plant:project knows bob',
    'ann knows bob -denied',
    'zoe knows plant',
  )

  it('is sorted by family, then by label', () => expect(listedIds(graph, all)).toEqual(['ann', 'bob', 'zoe', 'plant']))

  it('has the nodes that pass the filter', () =>
    expect(listedIds(graph, viewOf(filterStep(filterTerm('type', ['project']))))).toEqual(['plant']))

  it('is navigated by typed letters, also past the end', () => {
    const from = (node: string, typed: string) =>
      currentNavigationStep(navigateToLabel(graph, all, navigateToNode(node), typed))?.node
    expect(from('ann', 'z')).toBe('zoe')
    expect(from('plant', 'b')).toBe('bob')
    expect(from('bob', 'bo')).toBe('bob')
    expect(from('bob', 'q')).toBe('bob')
  })

  it('leads into relations, outgoing first, and on to their other ends', () => {
    const inside = navigateInto(graph, all, navigateToNode('ann'))
    expect(currentNavigationStep(inside)).toEqual({ node: 'ann', relationIndex: 0 })
    expect(visibleRelationsOf(graph, all, 'ann')).toHaveLength(2)
    const on = navigateInto(graph, all, inside)
    expect(on.trail).toEqual([
      { node: 'ann', relationIndex: 0 },
      { node: 'bob', relationIndex: -1 },
    ])
    expect(currentNavigationStep(navigateBack(on))).toEqual({ node: 'ann', relationIndex: 0 })
  })
})

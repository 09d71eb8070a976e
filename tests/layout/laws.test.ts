import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutAlgorithms } from '../../src/layout/layoutAlgorithms'
import { runLayoutSync } from '../../src/layout/runLayout'
import type { LayoutAlgorithmName } from '../../src/layout/layoutNames'
import { anyGraph, planFor } from './plans'

const algorithmNames = Object.keys(layoutAlgorithms) as LayoutAlgorithmName[]

describe.each(algorithmNames)('the layout %s', (name) => {
  const place = layoutAlgorithms[name]
  const chosen = { name: name === 'still' ? ('prepared' as const) : name }

  it('gives every node of any graph a position, the same one each time', () =>
    fc.assert(
      fc.property(anyGraph, fc.boolean(), (graph, apart) => {
        const plan = planFor(graph, chosen)
        const { positions: places, guides } = runLayoutSync(place, { layout: name, input: plan, removesOverlap: apart })
        expect(places).toHaveLength(graph.nodes.count * 2)
        expect(places.every(Number.isFinite)).toBe(true)
        for (const line of guides.lines) expect(line.every(Number.isFinite)).toBe(true)
        for (const { x, y } of guides.labels) expect([x, y].every(Number.isFinite)).toBe(true)
        expect(
          runLayoutSync(place, { layout: name, input: planFor(graph, chosen), removesOverlap: apart }).positions,
        ).toEqual(places)
      }),
      { numRuns: 60 },
    ))

  it('leaves pinned nodes where they are', () =>
    fc.assert(
      fc.property(anyGraph, fc.boolean(), fc.nat(), (graph, apart, seed) => {
        const plan = planFor(graph, chosen)
        const fixed = plan.fixed.map((_, node) => ((node * 5 + seed) % 3 === 0 ? 1 : 0))
        const start = plan.start.map((value, at) => value + ((at * 131 + seed) % 977))
        const { positions: places } = runLayoutSync(place, {
          layout: name,
          input: { ...plan, fixed, start },
          removesOverlap: apart,
        })
        fixed.forEach((pinned, node) => {
          if (pinned) expect(places.slice(2 * node, 2 * node + 2)).toEqual(start.slice(2 * node, 2 * node + 2))
        })
      }),
      { numRuns: 40 },
    ))

  it('gives no two nodes the same position', () =>
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const plan = planFor(graph, chosen)
        const { positions: places } = place(plan)
        for (let one = 0; one < plan.count; one++)
          for (let other = 0; other < one; other++)
            expect(
              Math.hypot(places[2 * one]! - places[2 * other]!, places[2 * one + 1]! - places[2 * other + 1]!),
            ).toBeGreaterThan(10)
      }),
      { numRuns: 40 },
    ))
})

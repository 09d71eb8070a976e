import fc from 'fast-check'
import type { LayoutInput } from '../../src/layout/layoutInput'
import { buildGraph } from '../../src/model/buildGraph'
import type { Graph } from '../../src/model/graph'
import type { EdgeRecord, Node } from '../../src/model/records'
import { preparedPositions } from '../../src/scene/layouts/layoutRecords'
import { layoutInputForWorkspace } from '../../src/scene/layouts/workspaceLayoutInput'
import { defaultView, type LayoutChoice, type View } from '../../src/scene/view/view'
import { schema } from '../sample'

const types = ['actor', 'project', 'place', 'event', 'foreign']

/** Any graph: also without nodes or edges, in pieces, with loops and parallel edges, with or without coordinates and years. */
export const anyGraph: fc.Arbitrary<Graph> = fc
  .record({
    nodes: fc.array(
      fc.record({
        type: fc.constantFrom(...types),
        coordinates: fc.option(fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -180, max: 180 }))),
        year: fc.option(fc.integer({ min: -5, max: 5 })),
      }),
      { maxLength: 25 },
    ),
    pairs: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 40 }),
  })
  .map(({ nodes, pairs }) => {
    const records = nodes.map(({ type, coordinates, year }, at): Node => ({
      id: `n${at}`,
      type,
      label: `node ${(at * 7) % 10}`,
      ...(coordinates && { coordinates }),
      ...(year !== null && { attributes: { year } }),
    }))
    return linked(
      records,
      records.length === 0 ? [] : pairs.map(([from, to]) => [from % nodes.length, to % nodes.length]),
    )
  })

/** A graph of these nodes with bare edges between them. */
export function linked(nodes: readonly Node[], pairs: readonly (readonly number[])[]): Graph {
  const edges = pairs.map(([from, to], at): EdgeRecord => ({
    id: `e${at}`,
    source: nodes[from!]!.id,
    target: nodes[to!]!.id,
    predicate: 'knows',
  }))
  const about = { id: 'any', title: 'Any' }
  return buildGraph({ about, schema, nodes: [...nodes], edges, statements: [], sources: [] })
}

/** So many nodes with these edges. */
export const tied = (count: number, pairs: readonly (readonly number[])[]): Graph =>
  linked(
    Array.from({ length: count }, (_, at) => ({ id: `n${at}`, type: 'actor', label: `n${at}` })),
    pairs,
  )

/** What a layout is asked to place of the whole graph, or of a view of it. */
export function planFor(graph: Graph, layout: Partial<LayoutChoice> = {}, view: Partial<View> = {}): LayoutInput {
  const choice = { ...defaultView.layout, ...layout }
  return layoutInputForWorkspace(
    { graph, view: { ...defaultView, ...view, layout: choice } },
    preparedPositions(graph, 'prepared'),
  ).input
}

export const xAt = (places: Float32Array, node: number): number => places[2 * node]!
export const yAt = (places: Float32Array, node: number): number => places[2 * node + 1]!

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyFilter } from '../../src/analysis/filter/applyFilter'
import { filterStep, filterTerm, type Filter } from '../../src/analysis/filter/filter'
import { parseFilter } from '../../src/analysis/filter/filterSyntax'
import { buildGraph } from '../../src/model/buildGraph'
import { textAt } from '../../src/model/columns'
import { nodeRowIndex, type Graph } from '../../src/model/graph'
import { canvasScene, isLargeGraph, type HoverTarget } from '../../src/scene/canvas/canvasScene'
import { emphasis } from '../../src/scene/canvas/emphasis'
import { nodeIdsOfRows, rowsOfNodeIds } from '../../src/scene/view/selection'
import { filterWithoutSourceLens } from '../../src/scene/view/sourceLens'
import { defaultView, type View } from '../../src/scene/view/view'
import { graphOf, schema } from '../sample'
import { inEnglish } from '../text'

const small = graphOf(
  'ann:actor knows bob:actor',
  'bob knows cem:actor',
  'cem knows ann confirmed note',
  'dam:project in-sector sun:sector reported note',
  'ann led-by dam',
  'eve:actor knows ann confirmed note',
)
const ids = ['ann', 'bob', 'cem', 'dam', 'sun', 'eve']

function filterOf(text: string): Filter {
  const parsed = parseFilter(text)
  if ('fault' in parsed) throw new Error(inEnglish(parsed.fault.what))
  return parsed.filter
}

/** Whether a row is lit, by walking over every edge. */
function brightIn(graph: Graph, chosen: readonly string[], edges: readonly string[]) {
  const idAt = (row: number) => textAt(graph.nodes.id, row)
  const ends = Array.from({ length: graph.edges.count }, (_, row) => ({
    id: textAt(graph.edges.id, row),
    ends: [idAt(graph.edges.source[row]!), idAt(graph.edges.target[row]!)],
  }))
  const lit = ends.filter((edge) => edges.includes(edge.id) || edge.ends.some((end) => chosen.includes(end)))
  return {
    node: (row: number) => chosen.includes(idAt(row)) || lit.some((edge) => edge.ends.includes(idAt(row))),
    edge: (row: number) => lit.some(({ id }) => id === textAt(graph.edges.id, row)),
  }
}

describe('the emphasis of rows', () => {
  const view: fc.Arbitrary<View> = fc
    .record({
      filter: fc.subarray(['type:actor', '-source:note']).map((parts) => filterOf(parts.join(' '))),
      filteredOut: fc.constantFrom('hide' as const, 'dim' as const),
      selection: fc.record({ nodes: fc.subarray(ids), edges: fc.subarray(['ann--knows--bob', 'ann--led-by--dam']) }),
    })
    .map((some) => ({ ...defaultView, ...some }))
  const hover: fc.Arbitrary<HoverTarget> = fc.option(
    fc.constantFrom(...ids).map((node) => ({ node })),
    { nil: undefined },
  )

  it('follows from filter, selection and pointer, row by row', () =>
    fc.assert(
      fc.property(view, hover, (looked, over) => {
        const scene = canvasScene(small, looked, over)
        const pointed = over && 'node' in over ? [over.node] : []
        const { nodes, edges } = looked.selection
        const bright = brightIn(small, [...nodes, ...pointed], edges)
        const any = nodes.length + edges.length + pointed.length > 0
        const shown = applyFilter(small, looked.filter)
        // What only the switched-off source speaks of is dimmed, whatever becomes of the rest.
        const before = applyFilter(small, filterWithoutSourceLens(looked.filter))
        const out = (was: number) => (was || looked.filteredOut === 'dim' ? emphasis.dimmed : emphasis.hidden)
        const lit = (isBright: boolean) => (!any ? emphasis.normal : isBright ? emphasis.highlighted : emphasis.dimmed)
        const wanted = (of: 'nodes' | 'edges', isBright: (row: number) => boolean) =>
          Array.from(shown[of], (on, row) => (on ? lit(isBright(row)) : out(before[of][row]!)))
        expect([...scene.nodes]).toEqual(wanted('nodes', bright.node))
        expect([...scene.edges]).toEqual(wanted('edges', bright.edge))
        expect(scene.nodeCount).toBe(scene.nodes.filter((each) => each !== emphasis.hidden).length)
        expect(scene.edgeCount).toBe(scene.edges.filter((each) => each !== emphasis.hidden).length)
        expect(scene.highlightedEdges).toEqual(
          [...scene.edges.keys()].filter((row) => scene.edges[row] === emphasis.highlighted),
        )
      }),
    ))
})

describe('a large graph', () => {
  // A ring of 3,500 nodes, and a hub that is tied to the first 900 of them.
  const count = 3500
  const nodes = Array.from({ length: count + 1 }, (_, at) => ({
    id: at === count ? 'hub' : `n${at}`,
    type: at % 2 ? 'project' : 'actor',
    label: `${at}`,
  }))
  const edge = (source: string, target: string) => ({
    id: `${source}-${target}`,
    source,
    target,
    predicate: 'knows',
  })
  const ring = Array.from({ length: count }, (_, at) => edge(`n${at}`, `n${(at + 1) % count}`))
  const ties = Array.from({ length: 900 }, (_, at) => edge('hub', `n${at}`))
  const graph = buildGraph({ about: { id: 'ring', title: 'Ring' }, schema, nodes, edges: [...ring, ...ties] })
  const select = (...chosen: string[]): View => ({ ...defaultView, selection: { nodes: chosen, edges: [] } })

  it('is recognised by its size', () => expect([isLargeGraph(graph), isLargeGraph(small)]).toEqual([true, false]))

  it('is not dimmed by the pointer, which puts a neighbourhood into the overlay', () => {
    const still = canvasScene(graph, defaultView, undefined)
    const scene = canvasScene(graph, defaultView, { node: 'n2000' })
    expect(scene.nodes).toBe(still.nodes)
    expect(scene.edges).toBe(still.edges)
    expect(scene.highlightOverlay.nodes.toSorted()).toEqual([1999, 2000, 2001])
    expect(scene.highlightOverlay.edges.toSorted()).toEqual([1999, 2000])
    expect(scene.highlightedEdges).toEqual([])
  })

  it('is dimmed by a selection, which is in the overlay', () => {
    const scene = canvasScene(graph, select('n2000'), undefined)
    expect(scene.nodes[2000]).toBe(emphasis.highlighted)
    expect(scene.nodes[5]).toBe(emphasis.dimmed)
    expect(scene.highlightOverlay.nodes).toContain(1999)
    expect(scene.highlightedEdges).toEqual([])
  })

  it('leaves very many highlighted edges to the bulk drawing', () => {
    const scene = canvasScene(graph, select('hub'), { node: 'n2000' })
    expect(scene.highlightOverlay.edges).toEqual([])
    expect([...scene.highlightOverlay.nodes].sort((one, other) => one - other)).toEqual([2000, count])
    expect(scene.highlightedEdges).toHaveLength(900 + 2)
  })

  it('leaves very many selected nodes to the bulk drawing, except what is hovered', () => {
    const many = Array.from({ length: 500 }, (_, at) => `n${at}`)
    const scene = canvasScene(graph, select(...many), { node: 'n2000' })
    expect(scene.highlightOverlay).toEqual({ nodes: [2000], edges: [] })
    expect(scene.selectedNodes.size).toBe(500)
    // Those of the ring that touch them, those of the hub, and the two of the node under the pointer.
    expect(new Set(scene.highlightedEdges).size).toBe(501 + 500 + 2)
    expect(scene.highlightedEdges).toHaveLength(501 + 500 + 2)
    expect(canvasScene(graph, select(...many), undefined).highlightedEdges).toHaveLength(501 + 500)
  })

  it('has nothing in the overlay that does not pass the filter', () => {
    const filter = [filterStep(filterTerm('type', ['actor']))]
    const scene = canvasScene(graph, { ...defaultView, filter, filteredOut: 'dim' }, { node: 'n2000' })
    expect(scene.highlightOverlay).toEqual({ nodes: [2000], edges: [] })
  })

  it('keeps its emphasis while only the pointer or the camera moves', () => {
    const view = select('n7')
    const before = canvasScene(graph, view, undefined)
    const after = canvasScene(graph, { ...view, camera: { x: 1, y: 2, width: 3 } }, { edge: 'hub-n3' })
    expect(after.nodes).toBe(before.nodes)
    expect(after.edges).toBe(before.edges)
  })
})

describe('rows of what is selected', () => {
  it('are those of the ids, in their order, without ids that the graph does not have', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ids, 'nobody')), (chosen) => {
        const rows = chosen.filter((id) => id !== 'nobody').map((id) => nodeRowIndex(small).get(id))
        expect(rowsOfNodeIds(small, chosen)).toEqual(rows)
        expect(rowsOfNodeIds(small, chosen)).toBe(rowsOfNodeIds(small, chosen))
      }),
    ))

  it('are cached for ids that were made from them, and looked up in another graph', () => {
    const rows = [1, 3, 4]
    const chosen = nodeIdsOfRows(small, rows)
    expect(chosen).toEqual(rows.map((row) => textAt(small.nodes.id, row)))
    expect(rowsOfNodeIds(small, chosen)).toEqual(rows)
    const other = graphOf('dam:project', 'bob:actor')
    expect(rowsOfNodeIds(other, chosen)).toEqual(
      ['bob', 'dam'].filter((id) => chosen.includes(id)).map((id) => nodeRowIndex(other).get(id)),
    )
  })
})

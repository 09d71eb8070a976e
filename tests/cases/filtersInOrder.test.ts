import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { applyFilter, applyFilterByStep } from '../../src/analysis/filter/applyFilter'
import { parseKeptFilter } from '../../src/analysis/filter/filterVersion'
import { parseFilter, printFilter } from '../../src/analysis/filter/filterSyntax'
import { readFiles } from '../../src/formats/readFiles'
import type { Graph } from '../../src/model/graph'
import { parseAddress, printAddress } from '../../src/scene/view/address'
import { defaultView } from '../../src/scene/view/view'

let graph: Graph
beforeAll(async () => {
  const bytes = new Uint8Array(readFileSync('tests/cases/f300.gexf'))
  graph = (await readFiles([{ name: 'f300.gexf', bytes }])).graph
})

const filterOf = (text: string, version = 2) => {
  const parsed = parseKeptFilter(text, version)
  if ('fault' in parsed) throw new Error(parsed.fault.what.id)
  return parsed.filter
}
const nodesAfter = (text: string, version = 2) => applyFilter(graph, filterOf(text, version)).nodeCount

describe('f300.gexf', () => {
  // Counted with networkx on the subgraph of the edges of this type.
  it.each([
    ['predicate:funds component:largest', 54],
    ['predicate:funds core:2', 25],
    ['predicate:funds degree:6..', 0],
    ['predicate:funds', 196],
  ])('counts for %s the edges that the step above leaves', (text, nodes) => expect(nodesAfter(text)).toBe(nodes))

  it('counts within "not" and "or" what the step receives', () => {
    expect(nodesAfter('predicate:funds -component:largest')).toBe(196 - 54)
    expect(nodesAfter('predicate:funds (component:largest or core:2)')).toBe(61)
    expect(nodesAfter('component:largest predicate:funds')).toBe(196)
  })

  it.each([
    ['predicate:funds component:largest', 196],
    ['predicate:funds core:2', 194],
    ['predicate:funds degree:6..', 128],
  ])('leaves for %s of version 1 what it left then', (text, nodes) => {
    expect(nodesAfter(text, 1)).toBe(nodes)
    const { view } = parseAddress(`v=1&filter=${encodeURIComponent(text)}`, defaultView, graph)
    expect(applyFilter(graph, view.filter).nodeCount).toBe(nodes)
    const again = parseAddress(printAddress(view), defaultView, graph)
    expect(again.view.filter).toEqual(view.filter)
  })

  it('marks steps of an older address only where they differ from those of today', () => {
    const filterIn = (text: string) =>
      printFilter(parseAddress(`v=1&filter=${encodeURIComponent(text)}`, defaultView, graph).view.filter)
    expect(filterIn('component:largest')).toBe('component:largest')
    expect(filterIn('type:person degree:0..')).toBe('type:person degree:0..')
    expect(filterIn('predicate:funds core:2')).toBe('predicate:funds whole(core:2)')
    expect(filterIn('predicate:funds off(core:2)')).toBe('predicate:funds off(whole(core:2))')
    expect(filterIn('component:2..3')).toBe('component-rank:2..3')
  })

  it('says how many each step leaves', () =>
    expect(
      applyFilterByStep(graph, filterOf('predicate:funds component:largest')).map((each) => each.nodeCount),
    ).toEqual([graph.nodes.count, 196, 54]))

  it('measures components by size', () => {
    expect(nodesAfter('predicate:funds component:54..')).toBe(54)
    expect(nodesAfter('predicate:funds component:..53')).toBe(196 - 54)
  })
})

describe('a filter that would exceed the stack', () => {
  it.each(['(', '-', '-('])('is refused: 6,000 of %s', (text) =>
    expect(parseFilter(text.repeat(6000))).toHaveProperty('fault'),
  )
})

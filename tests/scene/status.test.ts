import { describe, expect, it } from 'vitest'
import { parseFilter } from '../../src/analysis/filter/filterSyntax'
import { buildGraph } from '../../src/model/buildGraph'
import { statusLine } from '../../src/scene/statusTexts'
import { firstView, type View } from '../../src/scene/view/view'
import { graphOf, schema } from '../sample'

const graph = graphOf('ann:actor knows bob:actor expected paper', 'bob knows plant:project')

function lineOf(view: Partial<View>, filter = '', running = false) {
  const parsed = parseFilter(filter)
  if ('fault' in parsed) throw new Error(parsed.fault.what)
  return statusLine({ graph, view: { ...firstView, filter: parsed.filter, ...view } }, running)
}

describe('the status line', () => {
  it('says how much is shown, and why', () => {
    expect(lineOf({}).shown).toBe('All 3 nodes, 2 edges')
    expect(lineOf({}, 'type:actor').shown).toBe('2 of 3 nodes, 1 of 2 edges by 1 step')
    expect(lineOf({ ruledOut: 'dim' }, 'type:actor text:ann off(text:bob)').shown).toBe(
      '1 of 3 nodes, 0 of 2 edges by 2 steps, the others dimmed',
    )
    const one = { graph: graphOf('ann knows ann'), view: { ...firstView, filter: [] } }
    expect(statusLine(one, false).shown).toBe('1 node, 1 edge')
  })

  it('says what is selected', () => {
    expect(lineOf({}).selected).toBe('')
    expect(lineOf({ selection: { nodes: ['bob'], edges: [] } }).selected).toBe('bob selected, 2 neighbours')
    expect(lineOf({ selection: { nodes: [], edges: ['ann--knows--bob'] } }).selected).toBe(
      '1 edge selected, ann to bob',
    )
    expect(lineOf({ selection: { nodes: ['ann', 'bob'], edges: ['ann--knows--bob'] } }).selected).toBe(
      '2 nodes and 1 edge selected',
    )
    expect(lineOf({ selection: { nodes: ['gone'], edges: [] } }).selected).toBe('')
  })

  it('says what places the nodes, and whether it runs', () => {
    const force = { name: 'force', iterations: 40 } as const
    expect(lineOf({}).layout).toBe('Prepared layout')
    expect(lineOf({ layout: force }, '', true).layout).toBe('ForceAtlas2 is running, 40 rounds')
    expect(lineOf({ layout: force }).layout).toBe('ForceAtlas2, 40 rounds')
  })

  it('says that a large graph is drawn plainly', () => {
    const nodes = Array.from({ length: 3001 }, (_, at) => ({ id: `n${at}`, type: 'actor', label: `${at}` }))
    const large = buildGraph({ about: { id: 'x', title: 'X' }, schema, nodes })
    const { drawn, drawnHow } = statusLine({ graph: large, view: firstView }, false)
    expect(drawn).toBe('Large graph, drawn plainly')
    expect(drawnHow).toContain('3,000 nodes')
    expect(lineOf({}).drawn).toBe('')
  })
})

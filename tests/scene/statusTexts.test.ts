import { textsEn } from '../../src/messages/texts.en'
import { describe, expect, it } from 'vitest'
import { parseFilter } from '../../src/analysis/filter/filterSyntax'
import { buildGraph } from '../../src/model/buildGraph'
import { statusTexts } from '../../src/scene/statusTexts'
import { defaultView, type View } from '../../src/scene/view/view'
import { graphOf, schema } from '../sample'
import { inEnglish } from '../text'

const graph = graphOf('ann:actor knows bob:actor expected paper', 'bob knows plant:project')

function textsOf(view: Partial<View>, filter = '', running = false) {
  const parsed = parseFilter(filter)
  if ('fault' in parsed) throw new Error(inEnglish(parsed.fault.what))
  return statusTexts({ graph, view: { ...defaultView, filter: parsed.filter, ...view } }, textsEn, running)
}

describe('the status line', () => {
  it('says how much is shown, and why', () => {
    expect(textsOf({}).visibleText).toBe('All 3 nodes, 2 edges')
    expect(textsOf({}, 'type:actor').visibleText).toBe('2 of 3 nodes, 1 of 2 edges (1 filter step)')
    expect(textsOf({ filteredOut: 'dim' }, 'type:actor text:ann off(text:bob)').visibleText).toBe(
      '1 of 3 nodes, 0 of 2 edges (2 filter steps, others dimmed)',
    )
    const one = { graph: graphOf('ann knows ann'), view: { ...defaultView, filter: [] } }
    expect(statusTexts(one, textsEn, false).visibleText).toBe('1 node, 1 edge')
  })

  it('says what is selected', () => {
    expect(textsOf({}).selectionText).toBe('')
    expect(textsOf({ selection: { nodes: ['bob'], edges: [] } }).selectionText).toBe('bob selected, 2 neighbours')
    expect(textsOf({ selection: { nodes: [], edges: ['ann--knows--bob'] } }).selectionText).toBe(
      '1 edge selected: ann to bob',
    )
    expect(textsOf({ selection: { nodes: ['ann', 'bob'], edges: ['ann--knows--bob'] } }).selectionText).toBe(
      '2 nodes and 1 edge selected',
    )
    expect(textsOf({ selection: { nodes: ['gone'], edges: [] } }).selectionText).toBe('')
  })

  it('names the layout, and whether it runs', () => {
    const force = { name: 'force', iterations: 40 } as const
    expect(textsOf({}).layoutText).toBe('Automatic layout')
    expect(textsOf({ layout: force }, '', true).layoutText).toBe('ForceAtlas2 running, 40 iterations')
    expect(textsOf({ layout: force }).layoutText).toBe('ForceAtlas2, 40 iterations')
  })

  it('says that the drawing of a large graph is simplified', () => {
    const nodes = Array.from({ length: 3001 }, (_, at) => ({ id: `n${at}`, type: 'actor', label: `${at}` }))
    const large = buildGraph({ about: { id: 'x', title: 'X' }, schema, nodes })
    const { largeGraphText, largeGraphHint } = statusTexts({ graph: large, view: defaultView }, textsEn, false)
    expect(largeGraphText).toBe('Large graph: simplified drawing')
    expect(largeGraphHint).toContain('3,000 nodes')
    expect(textsOf({}).largeGraphText).toBe('')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyFilter } from '../../src/analysis/filter/applyFilter'
import { setFacetChoice } from '../../src/analysis/filter/filter'
import { textsEn } from '../../src/messages/texts.en'
import { buildGraph } from '../../src/model/buildGraph'
import { colourLegend, sizeLegend } from '../../src/scene/canvas/colourLegend'
import { legendEntries } from '../../src/scene/canvas/legendEntries'
import { defaultView, type View } from '../../src/scene/view/view'
import { graphOf, schema } from '../sample'

const graph = graphOf(
  'ann:actor knows bob:actor expected paper',
  'ann knows bob -reported note',
  'plant:project in-sector energy:sector announced paper',
  'plant in-sector energy announced note',
  'plant located-in ohio:place unclear paper',
)
const families = ['actor', 'project', 'sector', 'place']

describe('the legend', () => {
  it('counts every node and edge that is shown, once', () =>
    fc.assert(
      fc.property(fc.constantFrom(...families), fc.constantFrom('wanted', 'ruled out'), (family, choice) => {
        const filter = setFacetChoice([], 'family', family, choice as 'wanted' | 'ruled out')
        const { kinds, lines } = legendEntries(graph, filter)
        const { nodeCount, edgeCount } = applyFilter(graph, filter)
        expect(kinds.reduce((sum, { count }) => sum + count, 0)).toBe(nodeCount)
        expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(edgeCount)
      }),
    ))

  it('explains only what is shown, families in their order and lines by how sure they are', () => {
    const { kinds, lines } = legendEntries(graph, [])
    expect(kinds.map(({ value, count }) => [value, count])).toEqual([
      ['actor', 2],
      ['project', 1],
      ['place', 1],
      ['sector', 1],
    ])
    expect(lines.map(({ value, count }) => [value, count])).toEqual([
      ['sure', 1],
      ['likely', 1],
      ['unclear', 1],
    ])
  })

  it('keeps an entry that the filter asks for even if there is none, so that the choice can be undone', () => {
    const filter = setFacetChoice(setFacetChoice([], 'family', 'place', 'wanted'), 'line', 'said', 'wanted')
    expect(legendEntries(graph, filter).lines).toEqual([{ value: 'said', count: 0, choice: 'wanted' }])
    expect(
      legendEntries(graph, setFacetChoice([], 'family', 'place', 'ruled out')).kinds.map(({ value }) => value),
    ).not.toContain('place')
  })

  it('counts contested edges, and explains widths only if they differ', () => {
    expect(legendEntries(graph, [])).toMatchObject({ contestedEdgeCount: 1, showsWidths: true })
    expect(legendEntries(graphOf('ann:actor knows bob:actor'), [])).toMatchObject({
      contestedEdgeCount: 0,
      showsWidths: false,
    })
  })

  it('lists types if a file has no families, the most frequent first', () => {
    const types = ['ship', 'port'].map((id) => ({ id, family: '', label: id }))
    const nodes = ['port', 'ship', 'port'].map((type, at) => ({ id: `n${at}`, type, label: type }))
    const opened = buildGraph({ about: { id: 'x', title: 'X' }, schema: { ...schema, families: [], types }, nodes })
    expect(legendEntries(opened, []).kinds.map(({ key, value, count }) => [key, value, count])).toEqual([
      ['type', 'port', 2],
      ['type', 'ship', 1],
    ])
  })
})

describe('the legend of colours that a view chose', () => {
  const nodes = Array.from({ length: 30 }, (_, at) => ({
    id: `n${at}`,
    type: 'actor',
    label: `n${at}`,
    attributes: {
      team: at < 20 ? `t${at % 4}` : at < 27 ? `u${at}` : '',
      year: 1990 + at,
      ...(at > 3 && { score: at }),
    },
  }))
  const opened = buildGraph({ about: { id: 'x', title: 'X' }, schema, nodes })
  const legendOf = (view: Partial<View>) => colourLegend(opened, { ...defaultView, ...view }, textsEn)

  it('lists ten values with their colours, the most frequent first, and counts each shown node once', () => {
    const all = legendOf({ colour: '@team' })
    if (all?.kind !== 'values') throw new Error('no values')
    expect(all.title).toBe('team')
    expect(all.rows.map(({ value, count }) => [value, count]).slice(0, 5)).toEqual([
      ['t0', 5],
      ['t1', 5],
      ['t2', 5],
      ['t3', 5],
      ['u20', 1],
    ])
    expect(all.rows).toHaveLength(10)
    expect(new Set(all.rows.map(({ colour }) => colour.light)).size).toBe(10)
    expect(all.rows.reduce((sum, { count }) => sum + count, all.others.count)).toBe(30)
    const filter = setFacetChoice([], '@team', 't1', 'wanted')
    const some = legendOf({ colour: '@team', filter })
    expect(some).toMatchObject({ rows: [{ value: 't1', count: 5, choice: 'wanted' }], others: { count: 0 } })
  })

  it('shows numbers as a ramp with its ends and middle', () => {
    expect(legendOf({ colour: '@year' })).toMatchObject({ kind: 'numbers', low: '1990', middle: '2005', high: '2019' })
    expect(legendOf({ colour: '@score' })).toMatchObject({ low: '4', high: '29', without: { count: 4 } })
  })

  it('explains sizes, unless the view chose nothing or a column that does not exist', () => {
    expect(sizeLegend(opened, { size: '@score' }, textsEn)).toEqual({ title: 'score', low: '4', high: '29' })
    expect(sizeLegend(opened, {}, textsEn)).toBeUndefined()
    expect(sizeLegend(opened, { size: '@gone' }, textsEn)).toBeUndefined()
    expect(legendOf({})).toBeUndefined()
    expect(legendOf({ colour: '@gone' })).toBeUndefined()
  })
})

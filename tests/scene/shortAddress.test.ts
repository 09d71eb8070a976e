import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseAddress, printAddress, unreadParameters } from '../../src/scene/view/address'
import { packRows, unpackRows } from '../../src/scene/view/rowSetText'
import { expandQuery, shortenQuery } from '../../src/scene/view/shortAddress'
import { restorableView } from '../../src/scene/view/restorableView'
import { defaultView, type View } from '../../src/scene/view/view'
import { textAt } from '../../src/model/columns'
import { filterStep, filterTerm } from '../../src/analysis/filter/filter'
import { readGraph } from '../formats/readAndWrite'
import { graphOf } from '../sample'
import { inEnglish } from '../text'

const file = readFileSync('tests/cases/long-address.gexf')
const graph = await readGraph(new Uint8Array(file), 'long-address.gexf')
const idAt = (row: number) => textAt(graph.nodes.id, row)
const rowsOf = fc.uniqueArray(fc.nat({ max: graph.nodes.count - 1 }), { maxLength: graph.nodes.count })
const limit = 1900

describe('packed rows', () => {
  it('are the same rows again', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 5000 })), (rows) => {
        const sorted = rows.sort((one, other) => one - other)
        expect(unpackRows(packRows(sorted), 5001)).toEqual(sorted)
      }),
    ))
  it('never are rows that do not exist, whatever the text', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[\w-]{0,20}$/), fc.nat({ max: 50 }), (text, count) => {
        const rows = unpackRows(text, count) ?? []
        expect(rows.every((row) => row >= 0 && row < Math.max(count, 1))).toBe(true)
      }),
    ))
  it('of a whole graph take a few letters', () =>
    expect(packRows(Array.from({ length: 1_000_000 }, (_, row) => row)).length).toBeLessThan(10))
})

describe('a shortened address', () => {
  it('is short, and has the whole view again unless it says what is missing', () =>
    fc.assert(
      fc.property(rowsOf, fc.uniqueArray(fc.nat({ max: 399 }), { maxLength: 200 }), (selected, pinned) => {
        const view: View = {
          ...defaultView,
          selection: { nodes: selected.map(idAt), edges: [] },
          pins: Object.fromEntries(pinned.map((row) => [idAt(row), [row * 1.5, 1 - row / 8] as const])),
        }
        const { query, missing } = shortenQuery(printAddress(view), graph, limit)
        expect(query.length).toBeLessThanOrEqual(limit)
        const { query: whole, faults } = expandQuery(query, graph)
        expect(faults).toEqual([])
        const read = parseAddress(whole).view
        if (!missing.includes('selection')) expect(new Set(read.selection.nodes)).toEqual(new Set(view.selection.nodes))
        if (!missing.includes('pins')) expect(read.pins).toEqual(view.pins)
        if (missing.length === 0)
          expect({ ...read, selection: undefined, pins: undefined }).toEqual({
            ...view,
            selection: undefined,
            pins: undefined,
          })
      }),
      { numRuns: 60 },
    ))

  it('holds a lasso over all 400 nodes', () => {
    const nodes = Array.from({ length: graph.nodes.count }, (_, row) => idAt(row))
    const long = printAddress({ ...defaultView, selection: { nodes, edges: [] } })
    expect(long.length).toBeGreaterThan(15_000)
    const { query, missing } = shortenQuery(long, graph, limit)
    expect([missing, query.length < 60]).toEqual([[], true])
    expect(parseAddress(expandQuery(query, graph).query).view.selection.nodes).toEqual(nodes)
  })

  it('holds any choice of half of the nodes', () => {
    const nodes = Array.from({ length: 200 }, (_, row) => idAt(2 * row))
    const { query, missing } = shortenQuery(
      printAddress({ ...defaultView, selection: { nodes, edges: [] } }),
      graph,
      200,
    )
    expect(missing).toEqual([])
    expect(parseAddress(expandQuery(query, graph).query).view.selection.nodes).toEqual(nodes)
  })

  it('says which part it does not hold: a filter of many names', () => {
    const nodes = Array.from({ length: 400 }, (_, row) => idAt(row))
    const view: View = { ...defaultView, filter: [filterStep(filterTerm('node', nodes))], panel: 'list' }
    const { query, missing } = shortenQuery(printAddress(view), graph, limit)
    expect(missing).toEqual(['filter'])
    expect(parseAddress(query).view.panel).toBe('list')
  })

  it('of other data selects nothing, and says so', () => {
    const nodes = Array.from({ length: 400 }, (_, row) => idAt(row))
    const pins = Object.fromEntries(nodes.slice(0, 60).map((id) => [id, [1, 2] as const]))
    const { query } = shortenQuery(
      printAddress({ ...defaultView, selection: { nodes, edges: [] }, pins }),
      graph,
      limit,
    )
    const other = expandQuery(query, graphOf('ann knows bob expected paper'))
    expect(parseAddress(other.query).view).toEqual(defaultView)
    expect(other.faults.map(inEnglish)).toEqual([
      'The selection was made in other data, or in another version of these.',
      'The places of moved nodes belong to other data, or to another version of these.',
    ])
  })
})

describe('an address that names what is not there', () => {
  const small = graphOf('ann knows bob expected paper', 'bob in-sector energy:sector')
  const restored = (query: string) => {
    const { view, faults } = restorableView(parseAddress(query).view, small)
    return { view, faults: faults.map(inEnglish) }
  }

  it.each([
    ['node=ann&node=no-such', '“no-such” is not in this graph.'],
    ['edge=x--y--z', '“x--y--z” is not in this graph.'],
    ['figure=ann--cost', '“ann--cost” is not in this graph.'],
    ['colour=@nothing', 'This graph has no column “nothing”.'],
    ['size=@nothing', 'This graph has no column “nothing”.'],
    ['layout=radial&centre=nobody', '“nobody” is not in this graph.'],
    ['layout=time&column=@never', 'This graph has no column “@never”.'],
    [`pin=ann@${'9'.repeat(44)},1`, 'The place of “ann” cannot be used.'],
    ['pin=nobody@1,2', 'The place of “nobody” cannot be used.'],
  ])('%s says which part, and leaves that out', (query, fault) => {
    const { view, faults } = restored(`v=2&${query}`)
    expect(faults).toEqual([fault])
    expect(view.selection.nodes).toEqual(query.startsWith('node=ann') ? ['ann'] : [])
    expect(JSON.stringify(view)).not.toMatch(/no-such|x--y|nothing|nobody|never|9999/)
  })

  it('leaves out a filter step that this graph does not know, and keeps the others', () => {
    const { view, faults } = restored('v=2&filter=nosuchkey:x sector:energy')
    expect(faults[0]).toContain('nosuchkey')
    expect(view.filter).toEqual(parseAddress('v=2&filter=sector:energy').view.filter)
  })

  it('names every parameter that it does not understand', () =>
    expect(unreadParameters('v=99&panel=nope&measure=9!&camera=1,2&pin=x&others=show&lines=&node=a')).toEqual([
      ['v', '99'],
      ['panel', 'nope'],
      ['measure', '9!'],
      ['camera', '1,2'],
      ['pin', 'x'],
      ['others', 'show'],
    ]))

  it('changes nothing of a view that is all there', () => {
    const view: View = {
      ...defaultView,
      selection: { nodes: ['ann'], edges: [] },
      pins: { bob: [1, 2] },
      colour: 'type',
    }
    expect(restorableView(view, small)).toEqual({ view, faults: [] })
    expect(restorableView(view, small).view).toBe(view)
  })

  it('keeps columns that metrics will compute', () => {
    const { faults } = restored('v=2&measure=pagerank&colour=@pagerank&filter=@pagerank:0.1..')
    expect(faults).toEqual([])
  })
})

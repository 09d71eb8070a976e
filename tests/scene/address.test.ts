import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { filterStep, filterTerm } from '../../src/analysis/filter/filter'
import { printAddress, parseAddress } from '../../src/scene/view/address'
import { layoutNames } from '../../src/layout/layoutNames'
import { panelIds } from '../../src/scene/view/panels'
import { defaultView, lineEncodings, type View } from '../../src/scene/view/view'
import { inEnglish } from '../text'

const id = fc.oneof(fc.constantFrom('jbic', 'donald-trump', 'a--b--c'), fc.string({ minLength: 1, unit: 'grapheme' }))
const number = fc.integer({ min: -9_000_000, max: 9_000_000 }).map((value) => value / 1000)
const pins = fc.dictionary(id, fc.tuple(number, number), { maxKeys: 3, noNullPrototype: true })
const noOverlap = fc.constant(true as const)
const plainView: fc.Arbitrary<View> = fc.record({
  filter: fc.array(
    fc.tuple(id, fc.nat({ max: 2 }), fc.boolean(), fc.boolean()).map(([value, reach, off, whole]) => ({
      ...filterStep(filterTerm('sector', [value], reach), off),
      ...(whole ? { whole: true as const } : {}),
    })),
    { maxLength: 3 },
  ),
  filteredOut: fc.constantFrom('hide' as const, 'dim' as const),
  selection: fc.oneof(
    fc.record({ nodes: fc.array(id, { maxLength: 3 }), edges: fc.array(id, { maxLength: 2 }) }),
    fc.record({ nodes: fc.array(id, { maxLength: 1 }), edges: fc.constant([]), figure: id }),
  ),
  layout: fc.oneof(
    fc.constantFrom(...layoutNames.filter((name) => name !== 'force')).map((name) => ({ name, iterations: 0 })),
    fc.record({ name: fc.constant('force' as const), iterations: fc.nat({ max: 99_999 }), pinsDuringRun: pins }),
    fc.record({ name: fc.constantFrom('prepared' as const, 'grid' as const), iterations: fc.constant(0), noOverlap }),
    fc.record({ name: fc.constant('radial' as const), iterations: fc.constant(0), centre: id, noOverlap }),
    fc.record({ name: fc.constant('time' as const), iterations: fc.constant(0), column: id }),
  ),
  pins,
  camera: fc.option(
    fc.record({ x: number, y: number, width: fc.integer({ min: 1, max: 9_000_000 }).map((w) => w / 1000) }),
    {
      nil: undefined,
    },
  ),
  panel: fc.constantFrom(...panelIds),
  lineEncoding: fc.constantFrom(...lineEncodings),
  metrics: fc.subarray(['pagerank', 'community/resolution:1.5/runs:20', 'betweenness@family:actor -"a+b"']),
})
const aView: fc.Arbitrary<View> = fc
  .tuple(plainView, fc.record({ detail: id, colour: id, size: id }, { requiredKeys: [], noNullPrototype: true }))
  .map(([view, more]) => ({ ...view, ...more }))

describe('the address', () => {
  it('carries the whole view', () =>
    fc.assert(fc.property(aView, (view) => void expect(parseAddress(printAddress(view))).toEqual({ view }))))

  it('survives a browser that writes it anew', () =>
    fc.assert(
      fc.property(aView, (view) => {
        const rewritten = new URL(`http://localhost/?${printAddress(view)}`).search.slice(1)
        expect(parseAddress(rewritten)).toEqual({ view })
      }),
    ))

  it('of version 1 is read as one that leaves the same', () => {
    const again = (query: string) => printAddress(parseAddress(query).view)
    expect(again('v=1&filter=sector:energy degree:2.. type:person')).toBe(
      'v=2&filter=sector:energy%20whole(degree:2..)%20type:person',
    )
    expect(again('filter=type:person predicate:knows')).toBe('v=2&filter=type:person%20whole(predicate:knows)')
    expect(again('v=1&measure=core@type:person degree:2..')).toBe('v=2&measure=core@type:person%20whole(degree:2..)')
    expect(again('v=2&filter=sector:energy degree:2..')).toBe('v=2&filter=sector:energy%20degree:2..')
  })

  it('is empty for the first view', () => expect(printAddress(defaultView)).toBe(''))

  it('is readable', () => {
    const view: View = {
      ...defaultView,
      filter: [filterStep(filterTerm('sector', ['energy'], 1))],
      selection: { nodes: ['jbic'], edges: [] },
    }
    expect(printAddress(view)).toBe('v=2&filter=sector:energy%2B1&node=jbic')
  })

  it('keeps a pin whose id has several lines', () => {
    const view: View = { ...defaultView, pins: { 'a\nb': [1, 2] } }
    expect(parseAddress(printAddress(view))).toEqual({ view })
  })

  it('carries what colours and sizes encode', () =>
    expect(printAddress({ ...defaultView, colour: '@community', size: '@pagerank' })).toBe(
      'v=2&colour=@community&size=@pagerank',
    ))

  it('leaves out what cannot be read, and reports an unreadable filter', () => {
    const { view, fault } = parseAddress(
      'v=1&filter=sector:&layout=spiral&camera=1,2&panel=cellar&colour=&size=&pin=x@a,b&lang=fr',
    )
    expect(view).toEqual(defaultView)
    expect(inEnglish(fault!)).toMatch(/^The filter in the address was left out: .*sector/)
  })

  it('reads the former names of panels, and writes the new ones', () => {
    for (const [former, panel] of [
      ['ledger', 'issues'],
      ['measures', 'metrics'],
    ] as const) {
      const { view } = parseAddress(`v=1&panel=${former}`)
      expect(view).toEqual({ ...defaultView, panel })
      expect(printAddress(view)).toBe(`v=2&panel=${panel}`)
    }
  })

  it('keeps an empty filter if the data set has one of its own', () => {
    const first: View = { ...defaultView, filter: [filterStep(filterTerm('sector', ['energy']))] }
    expect(parseAddress(printAddress(defaultView, first), first).view.filter).toEqual([])
  })
})

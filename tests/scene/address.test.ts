import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { step, term } from '../../src/analysis/filter/filter'
import { printAddress, readAddress } from '../../src/scene/view/address'
import { firstView, layouts, lineLooks, panels, type View } from '../../src/scene/view/view'

const id = fc.oneof(fc.constantFrom('jbic', 'donald-trump', 'a--b--c'), fc.string({ minLength: 1, unit: 'grapheme' }))
const number = fc.integer({ min: -9_000_000, max: 9_000_000 }).map((value) => value / 1000)
const pins = fc.dictionary(id, fc.tuple(number, number), { maxKeys: 3, noNullPrototype: true })
const apart = fc.constant(true as const)
const plainView: fc.Arbitrary<View> = fc.record({
  filter: fc.array(
    fc
      .tuple(id, fc.nat({ max: 2 }), fc.boolean())
      .map(([value, reach, off]) => step(term('sector', [value], reach), off)),
    { maxLength: 3 },
  ),
  ruledOut: fc.constantFrom('hide' as const, 'dim' as const),
  selection: fc.oneof(
    fc.record({ nodes: fc.array(id, { maxLength: 3 }), edges: fc.array(id, { maxLength: 2 }) }),
    fc.record({ nodes: fc.array(id, { maxLength: 1 }), edges: fc.constant([]), figure: id }),
  ),
  layout: fc.oneof(
    fc.constantFrom(...layouts.filter((name) => name !== 'force')).map((name) => ({ name, iterations: 0 })),
    fc.record({ name: fc.constant('force' as const), iterations: fc.nat({ max: 99_999 }), fixed: pins }),
    fc.record({ name: fc.constantFrom('prepared' as const, 'grid' as const), iterations: fc.constant(0), apart }),
    fc.record({ name: fc.constant('radial' as const), iterations: fc.constant(0), centre: id, apart }),
    fc.record({ name: fc.constant('time' as const), iterations: fc.constant(0), column: id }),
  ),
  pins,
  camera: fc.option(
    fc.record({ x: number, y: number, width: fc.integer({ min: 1, max: 9_000_000 }).map((w) => w / 1000) }),
    {
      nil: undefined,
    },
  ),
  panel: fc.constantFrom(...panels),
  lines: fc.constantFrom(...lineLooks),
  measures: fc.subarray(['pagerank', 'community/resolution:1.5/runs:20', 'betweenness@family:actor -"a+b"']),
  language: fc.constantFrom('en' as const, 'ja' as const),
})
const aView: fc.Arbitrary<View> = fc
  .tuple(plainView, fc.record({ detail: id, colour: id, size: id }, { requiredKeys: [], noNullPrototype: true }))
  .map(([view, more]) => ({ ...view, ...more }))

describe('the address', () => {
  it('carries the whole view', () =>
    fc.assert(fc.property(aView, (view) => void expect(readAddress(printAddress(view))).toEqual({ view }))))

  it('survives a browser that writes it anew', () =>
    fc.assert(
      fc.property(aView, (view) => {
        const rewritten = new URL(`http://localhost/?${printAddress(view)}`).search.slice(1)
        expect(readAddress(rewritten)).toEqual({ view })
      }),
    ))

  it('is empty for the first view', () => expect(printAddress(firstView)).toBe(''))

  it('is readable', () => {
    const view: View = {
      ...firstView,
      filter: [step(term('sector', ['energy'], 1))],
      selection: { nodes: ['jbic'], edges: [] },
    }
    expect(printAddress(view)).toBe('v=1&filter=sector:energy%2B1&node=jbic')
  })

  it('keeps a pin whose id has several lines', () => {
    const view: View = { ...firstView, pins: { 'a\nb': [1, 2] } }
    expect(readAddress(printAddress(view))).toEqual({ view })
  })

  it('says what colours and sizes tell', () =>
    expect(printAddress({ ...firstView, colour: '@community', size: '@pagerank' })).toBe(
      'v=1&colour=@community&size=@pagerank',
    ))

  it('leaves out what cannot be read, and says so of a filter', () => {
    const { view, fault } = readAddress(
      'v=1&filter=sector:&layout=spiral&camera=1,2&panel=cellar&colour=&size=&pin=x@a,b&lang=fr',
    )
    expect(view).toEqual(firstView)
    expect(fault).toContain('a value after sector:')
  })

  it('keeps an empty filter where the data set begins with one', () => {
    const first: View = { ...firstView, filter: [step(term('sector', ['energy']))] }
    expect(readAddress(printAddress(firstView, first), first).view.filter).toEqual([])
  })
})

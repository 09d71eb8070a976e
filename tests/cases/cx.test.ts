import { describe, expect, it } from 'vitest'
import { jsonCase, readCases } from './casesReader'

const status = { status: [{ success: true }] }

describe('CX2', () => {
  it('reads attributes under their full names, with defaults, and turns places', async () => {
    const found = await readCases(
      jsonCase([
        { CXVersion: '2.0' },
        {
          attributeDeclarations: [
            {
              nodes: { name: { a: 'n' }, open: { d: 'boolean', v: false }, constructor: { a: 'toString' } },
              edges: { interaction: { a: 'i', v: 'pp' } },
            },
          ],
        },
        { networkAttributes: [{ name: 'Two' }] },
        { nodes: [{ id: 1, x: 1, y: 2, v: { n: 'A', toString: 'q' } }] },
        { nodes: [{ id: 2, x: 3, y: 4, v: { n: 'B', open: true } }] },
        {
          edges: [
            { id: 5, s: 1, t: 2, v: {} },
            { id: 6, s: 2, t: 1, v: { i: 'pd' } },
          ],
        },
        { nodeBypasses: [{ id: 1, v: {} }] },
        status,
      ]),
    )
    expect(found).toMatchObject({
      format: 'CX2',
      title: 'Two',
      labels: ['A', 'B'],
      sentences: ['A pp B', 'B pd A'],
      places: [
        [1, -2],
        [3, -4],
      ],
    })
    expect(found.nodeColumn('open').map(String)).toEqual(['false', 'true'])
    expect(found.nodeColumn('constructor')).toEqual(['q', undefined])
    expect(found.said).toContain('1 "nodeBypasses": Records that are neither nodes nor edges here were left out.')
  })
  it('reads version 1, whose attributes and places stand apart', async () => {
    const found = await readCases(
      jsonCase([
        { numberVerification: [{ longNumber: 281474976710655 }] },
        {
          nodes: [
            { '@id': 1, n: 'A', r: 'uniprot:1' },
            { '@id': 2, n: 'B' },
          ],
        },
        { edges: [{ '@id': 1, s: 1, t: 2, i: 'binds' }] },
        {
          nodeAttributes: [
            { po: 1, n: 'score', v: '0.5', d: 'double' },
            { po: 2, n: 'alias', v: ['x', 'y'], d: 'list_of_string' },
          ],
        },
        { networkAttributes: [{ n: 'name', v: 'One' }] },
        { cartesianLayout: [{ node: 1, x: 1, y: 2 }] },
        status,
      ]),
    )
    expect(found).toMatchObject({
      title: 'One',
      labels: ['A', 'B'],
      sentences: ['A binds B'],
      places: [[1, -2], undefined],
    })
    expect(found.nodeColumn('score')).toEqual([0.5, undefined])
    expect(found.nodeColumn('alias')).toEqual([undefined, ['x', 'y']])
    expect(found.nodeColumn('represents')).toEqual(['uniprot:1', undefined])
  })
})

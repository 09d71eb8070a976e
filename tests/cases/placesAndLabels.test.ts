import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readFiles } from '../../src/formats/readFiles'
import { textAt } from '../../src/model/columns'
import { placedNodeCount } from '../../src/model/nodePositions'
import { inEnglish } from '../text'

const fileOfCase = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(`tests/cases/${name}`)) })
const gexf = (places: readonly (readonly [number, number])[]) => ({
  name: 'places.gexf',
  bytes: new TextEncoder().encode(
    `<gexf xmlns:viz="http://gexf.net/1.3/viz"><graph><nodes>${places
      .map(([x, y], at) => `<node id="${at}"><viz:position x="${x}" y="${y}"/></node>`)
      .join('')}</nodes><edges/></graph></gexf>`,
  ),
})

it('places that are all the same are no places, in tables and elsewhere', async () => {
  const { graph, report } = await readFiles(['nodes', 'edges'].map((part) => fileOfCase(`all-at-zero-${part}.csv`)))
  expect([graph.nodes.count, placedNodeCount(graph)]).toEqual([62, 0])
  expect(report.guesses.map(inEnglish)).toContain(
    'All 62 nodes with a position have the same one (0, 0), so a layout is computed.',
  )
  const other = await readFiles([
    gexf([
      [7, 8],
      [7, 8],
      [7, 8],
    ]),
  ])
  expect(placedNodeCount(other.graph)).toBe(0)
  const line = await readFiles([
    gexf([
      [7, 8],
      [7, 9],
      [7, 8],
    ]),
  ])
  expect(placedNodeCount(line.graph)).toBe(3)
})

it('places far from zero keep their differences, and stay as they are in columns', async () => {
  const places = [
    [4_500_000_000.25, 5_400_000.5],
    [4_500_000_001.25, 5_400_000.75],
    [4_500_000_003.25, 5_400_001.5],
  ] as const
  const { graph, report } = await readFiles([gexf(places)])
  const { x, y, attributes } = graph.nodes
  expect([x[1]! - x[0]!, x[2]! - x[0]!, y[1]! - y[0]!, y[2]! - y[0]!]).toEqual([1, 3, 0.25, 1])
  const column = attributes.get('x in the file')!
  expect(column.kind === 'number' && [...column.values]).toEqual(places.map(([at]) => at))
  expect(report.guesses.map(inEnglish).join()).toContain('relative to their middle (4500000001.75, 5400001)')
  const near = await readFiles([
    gexf([
      [1000, 2000],
      [1001, 2000],
    ]),
  ])
  expect([...near.graph.nodes.x]).toEqual([1000, 1001])
  expect(near.graph.nodes.attributes.size).toBe(0)
})

it('an empty label is the id', async () => {
  const { graph } = await readFiles(['nodes', 'edges'].map((part) => fileOfCase(`odd-labels-${part}.csv`)))
  const labels = Array.from({ length: graph.nodes.count }, (_, row) => textAt(graph.nodes.label, row))
  expect(labels.slice(1, 4)).toEqual(['مرحبا بالعالم', 'שלום world 12', '👩‍👩‍👧‍👦 family 🏴‍☠️'])
  expect(labels[10]).toBe('11')
})

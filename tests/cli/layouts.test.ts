import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportFormatIds } from '../../src/cli/exportedContent'
import { readGraph } from '../formats/readAndWrite'
import { colourPalettes } from '../../src/drawing/colourPalette'
import { ForceAtlas2 } from '../../src/layout/forceAtlas2'
import { textAt } from '../../src/model/columns'
import type { Graph } from '../../src/model/graph'
import { adjacency, nodeRowIndex } from '../../src/model/graph'
import { layoutNames } from '../../src/scene/view/view'
import { commandLine } from './environment'

const cwd = mkdtempSync(join(tmpdir(), 'kizuna-layouts-'))
afterAll(() => rmSync(cwd, { recursive: true }))

/** A path from a to d, and e alone; years of three, and others the other way round. */
const small = `digraph {
  a [year=2001 born=1990]; b [year=2005 born=1980]; c [year=2009 born=1970]; d; e
  a -> b [label=knows]; b -> c [label=knows]; c -> d [label=knows]
}`
beforeAll(() => {
  writeFileSync(join(cwd, 'small.dot'), small)
  writeFileSync(join(cwd, 'alone.dot'), 'digraph { a; b }')
})

const run = commandLine(cwd, { cache: { file: join(cwd, 'kept.json'), programHash: () => 'this' } })

const filter = ['--filter', 'sector:energy+1']

/** The part of the bundled data set that a filter leaves, as a picture. */
const svg = async (...layout: string[]) => {
  const { status, out, err } = await run('export', ...filter, '--to', 'svg', '-o', '-', ...layout)
  expect([status, err]).toEqual([0, expect.stringMatching(/^\d+ nodes/)])
  return out
}

/** Centres of the nodes in a picture, by label: their outlines are the ones with titles. */
const centresIn = (picture: string) =>
  new Map(
    [...picture.matchAll(/transform="translate\((\S+) (\S+)\)[^>]*><title>([^<]*)/g)].map(([, x, y, label]) => [
      label!,
      [Number(x), Number(y)] as const,
    ]),
  )

const words = (picture: string) => [...picture.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)

async function written(...args: string[]): Promise<Graph> {
  const { status, err } = await run(...args, '-o', 'out.gexf', '--to', 'gexf')
  expect([status, err]).toEqual([0, expect.stringMatching(/^\d+ node/)])
  return readGraph(new Uint8Array(readFileSync(join(cwd, 'out.gexf'))), 'out.gexf')
}

const positionOf = ({ nodes }: Graph, row: number): [number, number] => [nodes.x[row]!, nodes.y[row]!]
const positionsOf = (graph: Graph) => Array.from({ length: graph.nodes.count }, (_, row) => positionOf(graph, row))
const idsOf = ({ nodes }: Graph) => Array.from({ length: nodes.count }, (_, row) => textAt(nodes.id, row))
const at = (graph: Graph, id: string) => positionOf(graph, nodeRowIndex(graph).get(id)!)
const gap = ([x, y]: readonly [number, number], [u, v]: readonly [number, number]) => Math.hypot(x - u, y - v)

describe('a picture with a layout', () => {
  it('has the prepared positions by default', async () => expect(await svg()).toBe(await svg('--layout', 'prepared')))

  it('has every node at its own position, and other positions with each layout', async () => {
    const all = await Promise.all(layoutNames.map((name) => svg('--layout', name)))
    for (const picture of all) {
      const own = centresIn(picture)
      expect(own.size).toBeGreaterThan(20)
      expect([...own.keys()].toSorted()).toEqual([...centresIn(all[0]!).keys()].toSorted())
      expect([...own.values()].flat().every(Number.isFinite)).toBe(true)
      expect(new Set([...own.values()].map(String)).size).toBe(own.size)
    }
    expect(new Set(all.map((picture) => JSON.stringify([...centresIn(picture).values()]))).size).toBe(
      layoutNames.length,
    )
  })

  it.each([
    ['time', ['2026', 'Actor', 'Project']],
    ['radial', ['1 step']],
    ['grouped', ['Company', 'Power plant']],
    ['geo', ['40°N', '140°E']],
  ])('explains positions: %s', async (name, some) => {
    expect(words(await svg('--layout', name))).toEqual(expect.arrayContaining(some))
    for (const word of some.filter((each) => !/^\d{4}$/.test(each))) expect(words(await svg())).not.toContain(word)
  })

  it('has land and coasts under a map', async () => {
    const { panel, rule } = colourPalettes.light
    const drawn = (picture: string, paint: string) =>
      [...picture.matchAll(/<path d="([^"]*)" ([^>]*)>/g)].filter(([, , how]) => how!.includes(paint))
    const [map, other] = [await svg('--layout', 'geo'), await svg('--layout', 'grid')]
    for (const paint of [`fill="${panel}"`, `stroke="${rule}"`]) {
      expect(drawn(map, paint)[0]?.[1]?.length).toBeGreaterThan(2000)
      expect(drawn(other, paint).every(([, line]) => line!.length < 100)).toBe(true)
    }
  })
})

describe('data with a layout', () => {
  const dot = (...args: string[]) => written('export', 'small.dot', ...args)

  it('have the positions of the layout', async () => {
    const [before, after] = [await written('export', ...filter), await written('export', ...filter, '--layout', 'grid')]
    expect(idsOf(after)).toEqual(idsOf(before))
    expect(positionsOf(after)).not.toEqual(positionsOf(before))
    const heights = (graph: Graph) => new Set(positionsOf(graph).map(([, y]) => y)).size
    expect(heights(after)).toBeLessThan(heights(before) / 5)
  })

  it('have rings around the named node: its neighbours are nearer than all others', async () => {
    const graph = await written('export', ...filter, '--layout', 'radial', '--centre', 'jbic')
    const jbic = nodeRowIndex(graph).get('jbic')!
    const { offsets, neighbours } = adjacency(graph)
    const beside = new Set(neighbours.subarray(offsets[jbic], offsets[jbic + 1]))
    expect(beside.size).toBeGreaterThan(3)
    const far = positionsOf(graph).map((position) => gap(position, positionOf(graph, jbic)))
    const others = far.filter((_, row) => row !== jbic && !beside.has(row))
    expect(Math.max(...Array.from(beside, (row) => far[row]!))).toBeLessThan(Math.min(...others))
  })

  it.each([
    ['year', ['a', 'b', 'c']],
    ['@year', ['a', 'b', 'c']],
    ['born', ['c', 'b', 'a']],
  ])('have %s from left to right', async (by, order) => {
    const graph = await dot('--layout', 'time', '--by', by)
    const across = order.map((id) => at(graph, id)[0])
    expect(across).toEqual([...new Set(across)].toSorted((one, other) => one - other))
  })

  it('have the positions after a number of iterations of ForceAtlas2, from the prepared ones', async () => {
    const start = await dot('--layout', 'prepared')
    const { source, target } = start.edges
    const force = new ForceAtlas2({
      source,
      target,
      start: Float32Array.from(positionsOf(start).flat()),
      fixed: new Uint8Array(start.nodes.count),
    })
    force.advance(7)
    const positions = positionsOf(await dot('--layout', 'force', '--steps', '7')).flat()
    force.positions().forEach((value, index) => expect(positions[index]).toBeCloseTo(value, 1))
    force.advance(393)
    const settled = positionsOf(await dot('--layout', 'force')).flat()
    force.positions().forEach((value, index) => expect(settled[index]).toBeCloseTo(value, 1))
  })

  it('are laid out by ForceAtlas2 if a large file has no positions, as when the app opens it', async () => {
    writeFileSync(join(cwd, 'large.dot'), `graph { ${Array.from({ length: 2001 }, (_, at) => `n${at}`).join(' -- ')} }`)
    const prepared = positionsOf(await written('export', 'large.dot', '--layout', 'prepared'))
    expect(prepared).toEqual(positionsOf(await written('export', 'large.dot', '--layout', 'force')))
    expect(prepared.flat().every(Number.isFinite)).toBe(true)
  })

  it('have no overlaps with --apart, from the prepared positions by default', async () => {
    const dense = ['export', '--layout', 'force', '--steps', '200']
    const least = (graph: Graph) => {
      const positions = positionsOf(graph)
      return Math.min(...positions.flatMap((one, row) => positions.slice(0, row).map((other) => gap(one, other))))
    }
    expect(least(await written(...dense, '--apart'))).toBeGreaterThan(8)
    expect(least(await written(...dense))).toBeLessThan(8)
    expect(least(await written('export', '--apart'))).toBeGreaterThan(8)
  })

  it('are converted with positions, and to a picture, if the file has none', async () => {
    await run('convert', 'small.dot', 'small.gexf', '--layout', 'circle')
    const circle = await readGraph(new Uint8Array(readFileSync(join(cwd, 'small.gexf'))), 'small.gexf')
    const far = positionsOf(circle).map((position) => Math.hypot(...position))
    for (const each of far) expect(each).toBeCloseTo(far[0]!, 1)
    expect((await run('convert', 'small.dot', 'small.svg')).status).toBe(0)
    const own = centresIn(readFileSync(join(cwd, 'small.svg'), 'utf8'))
    expect([...own.keys()]).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(new Set([...own.values()].map(String)).size).toBe(5)
  })

  it('are laid out in every format, or the format is refused because it holds no positions', async () => {
    for (const to of exportFormatIds) {
      const call = ['export', 'small.dot', '--to', to, '-o', 'out.any', '--date', '2026-01-01']
      const { status, err } = await run(...call, '--layout', 'grid')
      const grid = status === 0 && readFileSync(join(cwd, 'out.any'))
      await run(...call, ...(status === 0 ? ['--layout', 'circle'] : []))
      const circle = status === 0 && readFileSync(join(cwd, 'out.any'))
      if (status === 0) expect([to, Buffer.compare(grid as Buffer, circle as Buffer) === 0]).toEqual([to, false])
      else expect([status, err]).toEqual([2, expect.stringContaining(`${to} files hold no positions`)])
    }
  })
})

describe('a layout that is not available', () => {
  const to = ['--to', 'gexf', '-o', 'out.gexf']
  it.each([
    [
      ['--layout', 'radail', ...to],
      2,
      '--layout: unknown layout "radail"; did you mean "radial"? Choose from prepared, force, ',
    ],
    [
      ['--layout', 'time', '--by', 'hold', ...to],
      2,
      'no column of dates or numbers is called "hold"; did you mean "held"?',
    ],
    [['--layout', 'grid', '--centre', 'jbic', ...to], 2, '--centre needs --layout radial'],
    [['--steps', '4', ...to], 2, '--steps needs --layout force'],
    [['--layout', 'force', '--steps', 'many', ...to], 2, '--steps: "many" is not a whole number of 1 or more'],
    [['--layout', 'force', '--steps', '0', ...to], 2, 'is not a whole number of 1 or more'],
    [['--layout', 'grid', '--to', 'csl', '-o', '-'], 2, 'csl files hold no positions'],
    [['--layout', 'radial', '--centre', 'jbci', ...to], 1, 'unknown node "jbci"; did you mean "jbic"?'],
    [
      ['--layout', 'radial', '--centre', 'jbic', '--filter', 'type:place', ...to],
      1,
      'the filter hides the node "jbic"',
    ],
    [['small.dot', '--layout', 'geo', ...to], 1, 'the layout "Map" is not available: No node has coordinates.'],
    [['alone.dot', '--layout', 'time', ...to], 1, 'No node has a date or a number.'],
    [['alone.dot', '--layout', 'radial', ...to], 1, 'No edges are shown.'],
    [['alone.dot', '--layout', 'layered', ...to], 1, 'No edges are shown.'],
  ])('is refused with a reason: %j', async (args, status, what) => {
    const ended = await run('export', ...args)
    expect([ended.status, ended.err]).toEqual([status, expect.stringContaining(what)])
  })

  it('is not for lack of help: every layout is listed', async () => {
    for (const command of ['export', 'convert']) {
      const { out } = await run(command, '--help')
      for (const name of layoutNames) expect(out).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
    }
  })
})

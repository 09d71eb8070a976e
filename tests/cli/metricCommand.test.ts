import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { metricsEn } from '../../src/messages/metrics.en'
import { karate } from '../analysis/networks'
import { commandLine } from './environment'

const folder = mkdtempSync(join(tmpdir(), 'kizuna-'))
const file = 'karate.graphml'
beforeAll(() => {
  const nodes = Array.from({ length: karate.count }, (_, node) => `<node id="n${node}"/>`)
  const edges = Array.from(karate.source, (from, at) => `<edge source="n${from}" target="n${karate.target[at]}"/>`)
  const graph = `<graph edgedefault="undirected">${nodes.join('')}${edges.join('')}</graph>`
  writeFileSync(join(folder, file), `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">${graph}</graphml>`)
})
afterAll(() => rmSync(folder, { recursive: true }))

const kizuna = commandLine(folder, { bundledFolder: folder })

/** The cells of the table, by line. */
const table = (out: string) =>
  out
    .split('\n\n')[1]!
    .trimEnd()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))

describe('kizuna metric', () => {
  it('lists the highest nodes', async () => {
    const { status, out } = await kizuna('metric', 'degree', file, '--top', '3')
    expect(status).toBe(0)
    const [head, ...rows] = table(out)
    expect(head).toEqual(['degree', 'degree-in', 'degree-out', 'node', 'label'])
    expect(rows.map(([degree, , , node]) => `${node} ${degree}`)).toEqual(['n33 17', 'n0 16', 'n32 12'])
  })

  it('is computed for what a filter leaves', async () => {
    const { out } = await kizuna('metric', 'degree', file, '--filter', 'node:n0,n1,n2,n4')
    expect(
      table(out)
        .slice(1)
        .map(([degree, , , node]) => `${node} ${degree}`),
    ).toEqual(['n0 3', 'n1 2', 'n2 2', 'n4 1'])
  })

  it('prints statistics of the whole graph, and follows settings', async () => {
    const { out } = await kizuna('metric', 'community', file)
    expect(out).toContain('Modularity: 0.42\n')
    const fine = await kizuna('metric', 'community', file, '--set', 'resolution=3')
    const count = (text: string) => Number(/Number of communities: (\d+)/.exec(text)![1])
    expect([count(out), count(fine.out) > count(out)]).toEqual([4, true])
    expect((await kizuna('metric', 'diameter', file)).out).toMatch(
      /Diameter, at least: 5 \(.+largest component, 34 of 34 nodes/,
    )
  })

  it('is still called measure as well', async () =>
    expect(await kizuna('measure', 'degree', file)).toEqual(await kizuna('metric', 'degree', file)))

  it('lists metrics, and explains what it does not understand', async () => {
    const { status, out } = await kizuna('metric')
    expect(status).toBe(0)
    for (const [id, { label }] of Object.entries(metricsEn.metrics))
      expect(out).toMatch(new RegExp(`^${id}\\b[^\n]*\n    ${label.replace(/[()]/g, '.')}`, 'm'))
    expect(await kizuna('metric', 'pagerang')).toMatchObject({ status: 2, err: expect.stringContaining('"pagerank"') })
    const calls = [
      '--top x',
      '--top 0',
      '--top',
      '--set speed=3',
      '--set damping=much',
      '--set damping',
      '--filter sector:',
      '--filter @no:1',
      '--nothing',
    ]
    for (const call of calls) expect((await kizuna('metric', 'pagerank', file, ...call.split(' '))).status).toBe(2)
  })
})

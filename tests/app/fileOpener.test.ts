import { describe, expect, it } from 'vitest'
import { inEnglish } from '../text'
import { openJob } from '../../src/jobs/openJob'

/** The result of opening a file, and its progress in English. */
async function opened(name: string, text: string) {
  const running = openJob({ files: [{ name, content: new Blob([text]) }], choices: {}, asksAboutTables: false })
  const progress: string[] = []
  for (;;) {
    const step = await running.next()
    if (!step.done) progress.push(inEnglish(step.value))
    else if ('tables' in step.value) throw new Error('no tables were expected')
    else return { ...step.value, progress, gaps: step.value.report.gaps.map(inEnglish) }
  }
}

const json = (nodes: readonly object[], links: readonly object[] = []) => JSON.stringify({ nodes, links })

describe('a file that is opened', () => {
  it('keeps its positions, also if an edge ends at a missing node', async () => {
    const nodes = [
      { id: 'a', x: 1, y: -2 },
      { id: 'b', x: 30, y: -40 },
    ]
    const { graph, placed, gaps } = await opened('x.json', json(nodes, [{ source: 'a', target: 'gone' }]))
    expect([...graph.nodes.x].slice(0, 2)).toEqual([1, 30])
    expect([...graph.nodes.y].slice(0, 2)).toEqual([2, 40])
    expect([graph.nodes.x[2], graph.nodes.y[2]].every(Number.isFinite)).toBe(true)
    expect(placed).toBe(true)
    expect(gaps).toContain('1 node has no position and is placed next to its neighbours.')
  })
  it('is laid out if few nodes have a position', async () => {
    const { graph, placed, gaps } = await opened('x.json', json([{ id: 'a', x: 1, y: 2 }, { id: 'b' }, { id: 'c' }]))
    expect([...graph.nodes.x, ...graph.nodes.y].every(Number.isFinite)).toBe(true)
    expect(placed).toBe(true)
    expect(gaps).toContain('2 nodes have no position: a layout is computed.')
  })
  it('is laid out later if it is large and has no positions', async () => {
    const many = Array.from({ length: 2001 }, (_, id) => ({ id: `n${id}` }))
    const { placed, progress } = await opened('x.json', json(many))
    expect(placed).toBe(false)
    expect(progress).toEqual(['Reading', 'Drawing 2,001 nodes and 0 edges'])
  })
  it('counts one node in the singular', async () =>
    expect((await opened('x.json', json([{ id: 'a' }], [{ source: 'a', target: 'a' }]))).progress).toContain(
      'Drawing 1 node and 1 edge',
    ))
})

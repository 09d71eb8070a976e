import { describe, expect, it } from 'vitest'
import { openJob } from '../../src/jobs/openJob'

/** What opening a file came to, and what was said on the way. */
async function opened(name: string, text: string) {
  const running = openJob({ files: [{ name, content: new Blob([text]) }], choices: {}, asksAboutTables: false })
  const said: string[] = []
  for (;;) {
    const step = await running.next()
    if (!step.done) said.push(step.value)
    else if ('tables' in step.value) throw new Error('tables are not asked for here')
    else return { ...step.value, said }
  }
}

const json = (nodes: readonly object[], links: readonly object[] = []) => JSON.stringify({ nodes, links })

describe('a file that is opened', () => {
  it('keeps its places, also where an edge ends at a node that is missing', async () => {
    const nodes = [
      { id: 'a', x: 1, y: -2 },
      { id: 'b', x: 30, y: -40 },
    ]
    const { graph, placed, report } = await opened('x.json', json(nodes, [{ source: 'a', target: 'gone' }]))
    expect([...graph.nodes.x].slice(0, 2)).toEqual([1, 30])
    expect([...graph.nodes.y].slice(0, 2)).toEqual([2, 40])
    expect([graph.nodes.x[2], graph.nodes.y[2]].every(Number.isFinite)).toBe(true)
    expect(placed).toBe(true)
    expect(report.gaps).toContain('1 node has no place, and is put beside its neighbours.')
  })
  it('is given a map where it has hardly a place', async () => {
    const { graph, placed, report } = await opened('x.json', json([{ id: 'a', x: 1, y: 2 }, { id: 'b' }, { id: 'c' }]))
    expect([...graph.nodes.x, ...graph.nodes.y].every(Number.isFinite)).toBe(true)
    expect(placed).toBe(true)
    expect(report.gaps).toContain('2 nodes have no place: a layout is computed.')
  })
  it('is laid out later where it is large and has no places', async () => {
    const many = Array.from({ length: 2001 }, (_, id) => ({ id: `n${id}` }))
    const { placed, said } = await opened('x.json', json(many))
    expect(placed).toBe(false)
    expect(said).toEqual(['Reading the file', 'Drawing 2,001 nodes and 0 edges'])
  })
  it('says one where there is one', async () =>
    expect((await opened('x.json', json([{ id: 'a' }], [{ source: 'a', target: 'a' }]))).said).toContain(
      'Drawing 1 node and 1 edge',
    ))
})

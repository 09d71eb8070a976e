import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from './environment'

let cwd = ''
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'kizuna-convert-'))
  writeFileSync(join(cwd, 'a.net'), '*Vertices 2\n1 "Ann"\n2 "Bob"\n*Arcs\n1 2 3 l "knows"\n')
  writeFileSync(join(cwd, 'b.dot'), 'digraph { 2 -> 3 [label=owns] }')
})
afterAll(() => rmSync(cwd, { recursive: true }))

const run = (...args: string[]) => commandLine(cwd)('convert', ...args)

describe('kizuna convert', () => {
  it('makes one file of another, told by the ending', async () => {
    expect(await run('a.net', 'a.gml')).toMatchObject({
      status: 0,
      err: expect.stringContaining('Pajek: 2 nodes, 1 edge'),
    })
    expect(readFileSync(join(cwd, 'a.gml'), 'utf8')).toContain('label "Ann"')
  })
  it('joins several files by the ids of their nodes, and packs what ends in .gz', async () => {
    expect((await run('a.net', 'b.dot', 'ab.graphml.gz')).err).toContain('Pajek, DOT: 3 nodes, 2 edges')
    const text = gunzipSync(readFileSync(join(cwd, 'ab.graphml.gz'))).toString()
    expect(text.match(/<edge /g)).toHaveLength(2)
  })
  it('takes the columns that are named for types, relations and labels', async () => {
    writeFileSync(
      join(cwd, 'c.dot'),
      'digraph { a [sort=ship full="The Ark"]; b [sort=port full="The Quay"]; a -> b [way=enters] }',
    )
    const named = ['--type', 'sort', '--predicate', 'way', '--label', 'full']
    const { out } = await run('c.dot', '-', '--to', 'json', ...named)
    const { nodes, edges } = JSON.parse(out) as { nodes: object[]; edges: object[] }
    expect(nodes).toMatchObject([
      { type: 'ship', label: 'The Ark' },
      { type: 'port', label: 'The Quay' },
    ])
    expect(edges).toMatchObject([{ predicate: 'enters' }])
  })
  it('writes to standard output where that is asked', async () => {
    const { out } = await run('a.net', '-', '--to', 'cypher')
    expect(out).toContain('KNOWS')
  })
  it('says what was mended and guessed', async () => {
    writeFileSync(join(cwd, 'bad.gml'), 'graph [ node [ id 1 ] edge [ source 1 target 2 label "x" ] ]')
    const { err } = await run('bad.gml', 'bad.dot')
    expect(err).toContain('1 dangling edge (ends at "2"): What is missing becomes a node')
    expect(err).toContain('names the relation')
    expect((await run('bad.gml', 'bad.dot', '--dangling', 'drop')).err).toContain('1 node, 0 edges')
  })
  it.each([
    [['a.net'], 2, 'name a file to read and a file to write'],
    [['a.net', 'a.xyz'], 2, 'names no format'],
    [['a.net', 'a.gml', '--dangling', 'maybe'], 2, 'takes add or drop'],
  ])('refuses %j', async (args, status, words) => {
    const ended = await run(...args)
    expect(ended.status).toBe(status)
    expect(ended.err).toContain(words)
  })
})

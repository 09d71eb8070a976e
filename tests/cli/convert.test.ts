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
  it('writes another format, chosen by the extension', async () => {
    expect(await run('a.net', 'a.gml')).toMatchObject({
      status: 0,
      err: expect.stringContaining('Pajek: 2 nodes, 1 edge'),
    })
    expect(readFileSync(join(cwd, 'a.gml'), 'utf8')).toContain('label "Ann"')
  })
  it('joins several files by the ids of their nodes, and compresses a .gz file', async () => {
    expect((await run('a.net', 'b.dot', 'ab.graphml.gz')).err).toContain('Pajek, DOT: 3 nodes, 2 edges')
    const text = gunzipSync(readFileSync(join(cwd, 'ab.graphml.gz'))).toString()
    expect(text.match(/<edge /g)).toHaveLength(2)
  })
  it('uses the named columns for types, relations and labels', async () => {
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
  it('writes to standard output', async () => {
    const { out } = await run('a.net', '-', '--to', 'cypher')
    expect(out).toContain('KNOWS')
  })
  it('reports what was repaired and guessed', async () => {
    writeFileSync(join(cwd, 'bad.gml'), 'graph [ node [ id 1 ] edge [ source 1 target 2 label "x" ] ]')
    const { err } = await run('bad.gml', 'bad.dot')
    expect(err).toMatch(/1 .*edge.* \(.*2.*\): Missing nodes were added, without a type\./)
    expect(err).toContain('Relations are taken from the labels of edges.')
    expect((await run('bad.gml', 'bad.dot', '--dangling', 'drop')).err).toContain('1 node, 0 edges')
  })
  it.each([
    [['a.net'], 2, 'missing argument OUT; see kizuna convert --help'],
    [[], 2, 'missing argument IN and OUT'],
    [['a.net', 'a.xyz'], 2, 'a.xyz has no extension of a known format; name one with --to: json, '],
    [['nowhere.net', 'a.gml'], 1, 'cannot read nowhere.net: no such file or folder. Check the path.\n'],
    [['.', 'a.gml'], 1, 'this is a folder, not a file. Name a file.'],
    [['a.net', 'nowhere/a.gml'], 1, 'cannot write nowhere/a.gml: no such file or folder. Check the path.\n'],
    [['a.net', 'a.gml', '--dangling', 'maybe'], 2, '--dangling: unknown treatment "maybe"; choose from add, drop'],
  ])('refuses %j', async (args, status, words) => {
    const ended = await run(...args)
    expect(ended.status).toBe(status)
    expect(ended.err).toContain(words)
  })
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readGraph } from '../formats/readAndWrite'
import { cliCommands } from '../../src/cli/runCommandLine'
import { commandLine } from './environment'

const folder = mkdtempSync(join(tmpdir(), 'kizuna-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = commandLine(folder, { cache: { file: join(folder, 'kept.json'), programHash: () => 'this' } })

describe('the command line', () => {
  it('checks the bundled data set', async () => {
    const { status, out } = await run('check')
    expect(status).toBe(0)
    expect(out).toMatch(/0 faults; \d+ nodes, \d+ edges, \d+ figures, \d+ statements, \d+ sources/)
  })
  it('counts nodes and statements', async () => {
    const { out } = await run('stats')
    for (const heading of ['family', 'type', 'sector', 'predicate', 'status', 'polarity', 'source', 'part'])
      expect(out).toContain(`by ${heading}`)
  })
  it.each(['銀行', 'JBIC', 'jibc'])('finds by %s', async (text) =>
    expect((await run('find', text)).out).toContain('jbic  JBIC'),
  )
  it('shows a node with its sources, and a computed figure with its formula', async () => {
    const { out } = await run('show', 'georgia-diamond-plant')
    expect(out).toContain('estimated; Tobias Harris; Reading between the lines of the first US-Japan investments, B6.3')
    expect(out).toMatch(/computed: \S+ \/ /)
  })
  it('suggests a similar node', async () => {
    const { status, err } = await run('show', 'jbci')
    expect([status, err]).toEqual([1, 'unknown node "jbci"; did you mean "jbic"?\n'])
  })
  it.each(['json', 'gexf', 'graphml'])('exports what a filter leaves as %s, to be read again', async (format) => {
    const { status, err } = await run('export', '--filter', 'sector:energy', '--to', format, '-o', `e.${format}`)
    const [, nodes, edges] = /^(\d+) nodes, (\d+) edges\n$/.exec(err) ?? []
    expect([status, Number(nodes) > 20, Number(edges) > 20]).toEqual([0, true, true])
    const bytes = new Uint8Array(readFileSync(join(folder, `e.${format}`)))
    const read = await readGraph(bytes, `e.${format}`)
    // Kizuna JSON also has the nodes that assert something in the part.
    expect(read.nodes.count).toBeGreaterThanOrEqual(Number(nodes))
    expect(read.edges.count).toBe(Number(edges))
    expect(new TextDecoder().decode(bytes)).toContain('2026-02-20')
    const back = await run('stats', `e.${format}`)
    expect(back.out).toContain(`${edges} edges`)
  })
  it.each([
    ['csl', '"id": "japan-foresight-2026-02-18"'],
    ['bibtex', '@report{japan-foresight-2026-02-18,'],
    ['ris', 'ID  - japan-foresight-2026-02-18'],
    ['references', 'Reading between the lines'],
    ['brief', '## Contested'],
  ])('writes what is shown as %s', async (to, what) => {
    const { out } = await run('export', '--to', to, '--filter', 'origins:2', '-o', '-')
    expect(out).toContain(what)
  })
  it('reports values of a filter that nothing has, with a suggestion', async () => {
    const { status, err } = await run('export', '--filter', 'sector:enrgy or type:project', '--to', 'csl', '-o', '-')
    expect([status, err]).toEqual([
      0,
      expect.stringMatching(/^nothing has sector:enrgy; did you mean "energy"\?\n\d+ nodes/),
    ])
  })
  it('prints each dispute once, and names it where it comes again', async () => {
    const { out } = await run('contested')
    const heads = out.split('\n').filter((line) => line.includes('Conflict: Who owns and pays for the Ohio plant'))
    expect(heads.length).toBeGreaterThan(2)
    expect(heads[0]).not.toContain('see above')
    for (const head of heads.slice(1)) expect(head).toContain('(ohio-roles, see above)')
  })
  it('lists what is contested, varies or has changed', async () => {
    const { out } = await run('contested')
    const [contested, changed, varies] = ['contested (', 'changed (', 'varies ('].map((head) => out.indexOf(head))
    const at = (line: string) => out.indexOf(`- ${line}`)
    expect(at('Cost of Ohio gas plant')).toBeGreaterThan(varies!)
    for (const line of [
      'Time allowed of Funding window',
      'Texas crude oil port (GulfLink) is in the sector LNG export',
    ]) {
      expect(at(line)).toBeGreaterThan(contested!)
      expect(at(line)).toBeLessThan(changed!)
    }
  })
  it('lists open issues, also by the former name of the command', async () => {
    const { out } = await run('issues', '--list', 'expectations')
    expect(await run('ledger', '--list', 'expectations')).toMatchObject({ status: 0, out })
    for (const word of ['open', 'fulfilled', 'contradicted']) expect(out.toLowerCase()).toContain(word)
  })
  it('exports to standard output, as SVG and as a zip', async () => {
    expect((await run('export', '--to', 'svg', '--filter', 'type:person', '-o', '-')).out).toContain(
      '>Donald Trump</text>',
    )
    expect((await run('export', '--to', 'csv', '-o', '-')).out).toMatch(/^PK/)
  })
  it.each([
    [['export', '--to', 'pdf', '-o', 'x'], '--to: unknown format "pdf"; choose from json, gexf, gexf12, graphml, '],
    [['export', '--to', 'json'], 'missing option -o FILE: the file to write'],
    [
      ['export', '--to', 'json', '-o', '-', '--filter', 'sector:'],
      '--filter: a value is missing after sector:\n  sector:\n         ^\nsee kizuna export --help\n',
    ],
    [
      ['export', '--to', 'json', '-o', '-', '--filter', 'sectr:energy'],
      '--filter: unknown property “sectr”; did you mean “sector”?',
    ],
    [['export', '--wrong'], 'unknown option --wrong; see kizuna export --help\n'],
    [['stats', '--filter', 'x'], 'unknown option --filter; see kizuna stats --help\n'],
    [['export', '--fliter', 'x'], 'unknown option --fliter; did you mean "--filter"? See kizuna export --help\n'],
    [['check', 'a', 'b'], 'unexpected argument "b"'],
    [['export', '--to', '-o', 'x'], 'option --to needs a value: FORMAT; see'],
    [['export', '--to', 'svg', '-o', 'x', '--apart=yes'], 'option --apart takes no value'],
    [['exprot'], 'unknown command "exprot"; did you mean "export"? See kizuna --help\n'],
    [['find'], 'missing argument TEXT; see kizuna find --help\n'],
    [['find', ''], 'argument TEXT is empty'],
    [['issues', '--date', '2026-02-30'], '--date: "2026-02-30" is not a date such as 2026-02-17'],
    [['issues', '--list', 'x'], '--list: unknown list "x"; choose from contested, '],
  ])('%j is refused with a reason', async (args, what) => {
    const { status, err } = await run(...args)
    expect(status).toBe(2)
    expect(err).toContain(what)
  })
  it('reports the position in a broken file', async () => {
    writeFileSync(join(folder, 'cut.gexf'), '<gexf><graph><nodes>\n<node id="1"')
    expect(await run('stats', 'cut.gexf')).toMatchObject({
      status: 1,
      err: expect.stringMatching(/^cut\.gexf:2:13 .+\n.+\n$/) as string,
    })
  })
  it('lists faults of a data set with status 1', async () => {
    writeFileSync(join(folder, 'dataset.yaml'), 'id: x\ntitel: y\n')
    const { status, out } = await run('check', '.')
    expect(status).toBe(1)
    expect(out).toContain('dataset.yaml:2:8 unknown field "titel"; did you mean "title"?')
  })
  it('prints its version and its commands', async () => {
    expect((await run('--version')).out).toBe('1.2.3\n')
    const { out } = await run('--help')
    for (const name of Object.keys(cliCommands)) expect(out).toContain(`kizuna ${name}`)
    for (const alias of ['ledger', 'measure']) expect(out).not.toContain(alias)
    expect((await run('export', '--help')).out).toContain('--filter')
    expect((await run()).status).toBe(2)
  })
})

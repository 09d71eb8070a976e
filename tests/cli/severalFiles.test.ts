import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from './environment'

const folder = mkdtempSync(join(tmpdir(), 'kizuna-several-'))
const run = commandLine(folder)
beforeAll(() => {
  writeFileSync(join(folder, 'people.csv'), 'id,label,age\nann,Ann,31\nbob,Bob,40\ncy,Cy,\n')
  writeFileSync(join(folder, 'ties.csv'), 'source,target,relation,since\nann,bob,knows,2019\nbob,cy,owes,2020\n')
  writeFileSync(join(folder, 'loop.dot'), 'digraph { a -> a [label=knows, weight=2] }')
  mkdirSync(join(folder, 'data'))
})
afterAll(() => rmSync(folder, { recursive: true }))
const files = ['people.csv', 'ties.csv']

describe('several files are one graph', () => {
  it('for stats', async () => {
    const { status, out } = await run('stats', ...files)
    expect(status).toBe(0)
    expect(out).toContain('3 nodes')
    expect(out).toMatch(/Edges by predicate\n +1 {2}knows\n +1 {2}owes/)
  })
  it('for metric', async () => expect((await run('metric', 'degree', ...files)).out).toMatch(/2 +1 +1 +bob +Bob/))
  it('for find', async () => expect((await run('find', 'Bob', ...files)).out).toContain('bob  Bob'))
  it('for export', async () => {
    const { status, err } = await run(
      'export',
      ...files,
      '--to',
      'gexf',
      '-o',
      'out.gexf',
      '--filter',
      '-predicate:owes',
    )
    expect([status, err]).toEqual([0, '3 nodes, 1 edge\n'])
    expect(readFileSync(join(folder, 'out.gexf'), 'utf8')).toContain('ann')
  })
  it.each(['contested', 'issues'])('for %s', async (name) => expect((await run(name, ...files)).status).toBe(0))
  it('but a folder stands alone', async () => {
    const { status, err } = await run('stats', 'data', 'ties.csv')
    expect([status, err]).toEqual([
      1,
      'data is a folder: a data set cannot be read together with other files. Name it alone.\n',
    ])
  })
})

describe('a node of a foreign file', () => {
  it('is shown with its columns and its relations, and those with their columns', async () =>
    expect((await run('show', 'bob', ...files)).out).toBe(
      [
        'Bob (node, bob)',
        '  age: 40',
        '',
        '- Bob owes Cy',
        '  since: 2020',
        '',
        '- Ann knows Bob',
        '  since: 2019',
        '',
      ].join('\n'),
    ))
  it('shows a loop once', async () =>
    expect((await run('show', 'a', 'loop.dot')).out.match(/- a knows a/g)).toHaveLength(1))
})

describe('what would have no effect is refused', () => {
  it.each([
    ['metric --top 3', '--top needs METRIC; see kizuna metric --help\n'],
    ['metric --filter type:person', '--filter needs METRIC; see kizuna metric --help\n'],
    [
      'metric density loop.dot --top 3',
      '--top lists nodes, but density is one number of the whole graph; see kizuna metric --help\n',
    ],
    ['issues loop.dot --date 2026-01-01', '--date needs --list expectations; see kizuna issues --help\n'],
    ['--version now', 'unexpected argument "now"; see kizuna --help\n'],
    ['--help me', 'unexpected argument "me"; see kizuna --help\n'],
    ['help show me', 'unexpected argument "me"; see kizuna --help\n'],
    ['schema a b', 'unexpected argument "b"; see kizuna schema --help\n'],
    ['check a b', 'unexpected argument "b"; see kizuna check --help\n'],
    ['serve a', 'unexpected argument "a"; see kizuna serve --help\n'],
  ])('kizuna %s', async (call, err) => expect(await run(...call.split(' '))).toEqual({ status: 2, out: '', err }))

  it('help of a command is its --help', async () =>
    expect(await run('help', 'show')).toEqual(await run('show', '--help')))
})

it.each([['--filter', '-predicate:owes'], ['--filter=-predicate:owes']])(
  'a metric takes a filter that begins with a hyphen: %s %s',
  async (...filter) => expect((await run('metric', 'degree', ...files, ...filter)).out).toMatch(/1 +1 +0 +bob/),
)

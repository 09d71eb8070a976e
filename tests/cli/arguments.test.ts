import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { optionHelp, parseArguments, argumentsUsage, type CommandSyntax } from '../../src/cli/argumentParser'
import { cliCommands } from '../../src/cli/runCommandLine'
import { commandLine } from './environment'

const folder = mkdtempSync(join(tmpdir(), 'kizuna-arguments-'))
const run = commandLine(folder, { cache: { file: join(folder, 'kept.json'), programHash: () => 'this' } })
beforeAll(() => {
  writeFileSync(join(folder, 'small.dot'), 'digraph { a -> b [label=knows] }')
  writeFileSync(join(folder, 'noise.xyz'), 'nothing that is a graph')
  mkdirSync(join(folder, 'empty'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A call of each command that names a file or folder at the word PATH. */
const callsWithPath: Readonly<Record<string, readonly string[]>> = {
  check: ['PATH'],
  stats: ['PATH'],
  find: ['a', 'PATH'],
  show: ['a', 'PATH'],
  contested: ['PATH'],
  issues: ['PATH'],
  metric: ['degree', 'PATH'],
  export: ['PATH', '--to', 'gexf', '-o', 'out.gexf'],
  convert: ['PATH', 'out.gexf'],
}
const callOn = (name: string, path: string) =>
  run(name, ...callsWithPath[name]!.map((word) => (word === 'PATH' ? path : word)))

describe.each(Object.keys(cliCommands))('kizuna %s', (name) => {
  it('refuses an unknown option', async () => {
    const { status, out, err } = await run(name, '--frobnicate', 'x')
    expect([status, out, err]).toEqual([2, '', `unknown option --frobnicate; see kizuna ${name} --help\n`])
  })

  it.each(['--help', '-h'])('explains itself with %s, its options included', async (help) => {
    const { status, out, err } = await run(name, help)
    expect([status, err]).toEqual([0, ''])
    const { usage, summary } = await cliCommands[name]!()
    expect(out.startsWith(`kizuna ${name} ${usage}`.trimEnd())).toBe(true)
    expect(out).toContain(summary)
    expect(out).toContain('-h, --help')
  })
})

describe.each(Object.keys(callsWithPath))('kizuna %s', (name) => {
  it('reports a missing file in one sentence', async () =>
    expect(await callOn(name, 'nowhere.gexf')).toEqual({
      status: 1,
      out: '',
      err: 'cannot read nowhere.gexf: no such file or folder. Check the path.\n',
    }))
})

const readingFolders = Object.keys(callsWithPath).filter((name) => name !== 'check' && name !== 'convert')
const readingFiles = Object.keys(callsWithPath).filter((name) => name !== 'check')

it.each(readingFolders)('kizuna %s reports a folder without a data set', async (name) => {
  const { status, err } = await callOn(name, 'empty')
  expect([status, err]).toEqual([
    1,
    expect.stringMatching(/^empty is not a data set: .* Name a graph file, or a folder/),
  ])
})

it.each(readingFiles)('kizuna %s reports a file in no known format', async (name) => {
  const { status, err } = await callOn(name, 'noise.xyz')
  expect([status, err]).toEqual([1, expect.stringMatching(/^noise\.xyz: .+\n.+\n$/)])
})

describe('other commands', () => {
  it('schema reports a folder that cannot be made', async () => {
    const { status, err } = await run('schema', 'small.dot/schemas')
    expect([status, err]).toEqual([1, 'cannot write small.dot/schemas: not a folder. Check the path.\n'])
  })
  it('a file that cannot be read is reported', async () => {
    // A path through a file: no rights of the user who runs the test make it readable.
    const { status, err } = await run('stats', 'small.dot/inside.dot')
    expect([status, err]).toEqual([1, expect.stringMatching(/^cannot read small\.dot\/inside\.dot: .+\n$/)])
  })
  it('show names an unknown node', async () => {
    const { status, err } = await run('show', 'qqqqqqqq', 'small.dot')
    expect([status, err]).toEqual([1, 'unknown node "qqqqqqqq"; "kizuna find TEXT" lists nodes with their ids\n'])
  })
})

describe('values of options', () => {
  it.each([['--filter', '-status:denied'], ['--filter=-status:denied']])(
    'may begin with a hyphen: %s %s',
    async (...filter) => {
      const { status } = await run('export', '--to', 'csl', '-o', 'denied.json', ...filter)
      expect(status).toBe(0)
      expect(JSON.parse(readFileSync(join(folder, 'denied.json'), 'utf8'))).not.toEqual([])
    },
  )

  const syntax = {
    name: 'try',
    arguments: [{ name: 'IN', required: true, repeatable: true }, { name: 'OUT' }],
    options: {
      text: { kind: 'text', value: 'TEXT', short: 't', summary: 'a text' },
      many: { kind: 'text', value: 'X', repeatable: true, summary: 'texts' },
      count: { kind: 'count', value: 'N', summary: 'a number' },
      day: { kind: 'date', summary: 'a day' },
      one: { kind: 'choice', value: 'WORD', choices: ['left', 'right'], required: true, summary: 'a word' },
      on: { kind: 'flag', summary: 'a switch' },
    },
  } as const satisfies CommandSyntax
  const parsed = (...args: string[]) => parseArguments(syntax, ['in', '--one', 'left', ...args])

  it.each([
    [['-t', 'x', '--on'], { text: 'x', on: true }],
    [['-t', '-x'], { text: '-x' }],
    [['--text=--on'], { text: '--on' }],
    [['--text', ''], { text: '' }],
    [['--many', 'a', '--many', 'b=c'], { many: ['a', 'b=c'] }],
    [['--count', '12', '--day=2026-02-28'], { count: 12, day: '2026-02-28' }],
    [['--one', 'right'], { one: 'right' }],
  ])('%j are read', (args, values) => expect(parsed(...args)).toMatchObject({ values }))

  it.each([
    [['--text'], 'option --text needs a value: TEXT'],
    [['--text', '--on'], 'option --text needs a value: TEXT'],
    [['--count', 'x'], '--count: "x" is not a whole number of 1 or more'],
    [['--count=1.5'], '--count: "1.5" is not a whole number of 1 or more'],
    [['--day', '2026-02-30'], '--day: "2026-02-30" is not a date such as 2026-02-17'],
    [['--one', 'lef'], '--one: unknown word "lef"; did you mean "left"? Choose from left, right'],
    [['--on=yes'], 'option --on takes no value'],
    [['-x'], 'unknown option -x'],
    [['--texx'], 'unknown option --texx; did you mean "--text"?'],
  ])('%j are refused', (args, sentence) => expect(() => parsed(...args)).toThrow(sentence))

  it('are required if they are declared so', () =>
    expect(() => parseArguments(syntax, ['in'])).toThrow('missing option --one WORD: a word'))
  it('are positional after --', () => expect(parsed('--', '--help')).toMatchObject({ positionals: ['in', '--help'] }))
  it('give way to --help', () => expect(parsed('--unknown', '--help')).toBe('help'))

  it('are in the usage and the help', () => {
    expect(argumentsUsage(syntax)).toBe('IN [IN ...] [OUT] --one WORD [options]')
    expect(optionHelp(syntax)).toContain('  -t, --text TEXT   a text')
  })
})

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { loadGraph } from '../../src/cli/loadGraph'
import { cachedDatasetText, type DatasetCacheLocation } from '../../src/cli/datasetCache'
import { runCommandLine } from '../../src/cli/runCommandLine'

const folder = mkdtempSync(join(tmpdir(), 'kizuna-kept-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Files = Readonly<Record<string, string>>
const bytesOf = (files: Files) => new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]))
const at = (file: string, program = 'one'): DatasetCacheLocation => ({
  file: join(folder, file),
  programHash: () => program,
})

/** The text from the cache or the compiler, and whether it was compiled. */
async function asked(files: Files, keep: DatasetCacheLocation) {
  let compiled = false
  const text = await cachedDatasetText(bytesOf(files), keep, () => {
    compiled = true
    return Promise.resolve(JSON.stringify(files))
  })
  return { text, compiled }
}

const anyFiles = fc.dictionary(fc.constantFrom('a.yaml', 'b.yaml', 'nodes/a.yaml'), fc.string({ maxLength: 4 }), {
  noNullPrototype: true,
})

describe('the cached data set', () => {
  it('is never that of other files', () =>
    fc.assert(
      fc.asyncProperty(anyFiles, anyFiles, async (first, second) => {
        const cache = at('law.json')
        await asked(first, cache)
        expect((await asked(second, cache)).text).toBe(JSON.stringify(second))
      }),
    ))
  it('is compiled once', async () => {
    const files = { 'a.yaml': 'x', 'b.yaml': 'y' }
    expect((await asked(files, at('once.json'))).compiled).toBe(true)
    expect(await asked(files, at('once.json'))).toEqual({ text: JSON.stringify(files), compiled: false })
    expect(readdirSync(folder).filter((name) => name.startsWith('once'))).toEqual(['once.json'])
  })
  it.each([
    ['a changed file', { 'a.yaml': 'z', 'b.yaml': 'y' }, 'one'],
    ['the same text cut elsewhere', { 'a.yaml': 'xy', 'b.yaml': '' }, 'one'],
    ['another name', { 'a.yaml': 'x', 'c.yaml': 'y' }, 'one'],
    ['a file more', { 'a.yaml': 'x', 'b.yaml': 'y', 'c.yaml': '' }, 'one'],
    ['another program', { 'a.yaml': 'x', 'b.yaml': 'y' }, 'two'],
  ])('is compiled again for %s', async (_, files, program) => {
    await asked({ 'a.yaml': 'x', 'b.yaml': 'y' }, at('anew.json'))
    expect((await asked(files, at('anew.json', program))).compiled).toBe(true)
  })
  it.each([
    ['cut off', (text: string) => text.slice(0, -1)],
    ['changed', (text: string) => text.replace('"x"', '"w"')],
    ['empty', () => ''],
    ['without its first line', (text: string) => text.slice(text.indexOf('\n') + 1)],
  ])('is compiled again if the cache is %s', async (_, broken) => {
    const { file } = at('broken.json')
    await asked({ 'a.yaml': 'x' }, at('broken.json'))
    writeFileSync(file, broken(readFileSync(file, 'utf8')))
    expect((await asked({ 'a.yaml': 'x' }, at('broken.json'))).compiled).toBe(true)
    expect((await asked({ 'a.yaml': 'x' }, at('broken.json'))).compiled).toBe(false)
  })
  it('is compiled each time if the cache cannot be written', async () => {
    writeFileSync(join(folder, 'no-folder'), '')
    for (const cache of [at('no-folder/kept.json'), { file: folder, programHash: () => 'one' }])
      for (let time = 0; time < 2; time++) expect((await asked({ 'a.yaml': 'x' }, cache)).compiled).toBe(true)
    expect(readdirSync(join(folder, '..')).filter((name) => name.includes(`.${process.pid}`))).toEqual([])
  })
})

describe('the bundled data set', () => {
  const bundled = join(folder, 'data')
  const nodes = join(bundled, 'nodes/all.yaml')
  const write = (label: string) => writeFileSync(nodes, `- {id: ann, type: person, label: ${label}}\n`)
  mkdirSync(join(bundled, 'nodes'), { recursive: true })
  writeFileSync(join(bundled, 'dataset.yaml'), 'id: small\ntitle: Small\n')
  writeFileSync(
    join(bundled, 'schema.yaml'),
    `families: [{ id: actor, label: Actor }]
types: [{ id: person, label: Person, family: actor }]
predicates: [{ id: born, label: Born, from: [actor], value: date }]
`,
  )
  mkdirSync(join(bundled, 'sources'))
  writeFileSync(
    join(bundled, 'sources/paper.yaml'),
    `id: paper
title: Paper
kind: news
statements: [{ id: p-1, subject: ann, predicate: born, value: { date: 1990-01-02 }, status: reported }]
`,
  )
  const environment = (cache: DatasetCacheLocation) => ({
    writeOut: () => {},
    writeError: () => {},
    cwd: folder,
    bundledFolder: bundled,
    cache,
    programFolder: '.',
    today: () => '',
  })
  const labels = async (cache: DatasetCacheLocation) => {
    let out = ''
    const status = await runCommandLine(
      ['find', 'a'],
      { ...environment(cache), writeOut: (text) => (out += String(text)) },
      '',
    )
    return [status, out]
  }
  it('is read again when its YAML changes, and from the cache otherwise', async () => {
    write('Ann')
    const cache = at('small.json')
    expect(await labels(cache)).toEqual([0, 'ann  Ann, person\n'])
    const { ino } = statSync(cache.file)
    expect(await labels(cache)).toEqual([0, 'ann  Ann, person\n'])
    expect(statSync(cache.file).ino).toBe(ino)
    write('Anna')
    expect(await labels(cache)).toEqual([0, 'ann  Anna, person\n'])
    expect(statSync(cache.file).ino).not.toBe(ino)
  })
  it('gives the same graph from the cache as from its files', async () => {
    write('Ann')
    const cache = at('same.json')
    const [first, second] = [await loadGraph([], environment(cache)), await loadGraph([], environment(cache))]
    expect(existsSync(cache.file)).toBe(true)
    expect(second).toEqual(first)
    expect(await loadGraph(['data'], { ...environment(cache), bundledFolder: 'elsewhere' })).toEqual(first)
  })
  it('keeps nothing of a data set with faults', async () => {
    writeFileSync(nodes, '- {id: ann, type: nobody, label: Ann}\n')
    const cache = at('faults.json')
    await expect(loadGraph([], environment(cache))).rejects.toThrow('nodes/all.yaml:1')
    expect(existsSync(cache.file)).toBe(false)
  })
})

import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readProject, writeProject, type Project } from '../../src/formats/project/projectFile'
import { FileFault } from '../../src/formats/io/fileFault'
import { readFiles } from '../../src/formats/readFiles'
import { openJob } from '../../src/jobs/openJob'
import { projectJob, type ProjectJobInput } from '../../src/jobs/projectJob'
import { writeKizunaJson } from '../../src/formats/kizuna/write'
import { graphOf } from '../sample'
import { wholeGraph } from './readAndWrite'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const date = '2026-02-20'
const name = fc.oneof(
  fc.constantFrom('a.csv', 'a.csv', 'readme.csv', '.hidden', 'folder/a.csv', '../up.csv', 'データ.csv', '__proto__'),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
)
const project: fc.Arbitrary<Project> = fc.record({
  title: fc.string({ unit: 'grapheme' }),
  files: fc.array(fc.record({ name, bytes: fc.uint8Array({ maxLength: 60 }) }), { minLength: 1, maxLength: 4 }),
  choices: fc.constantFrom<Project['choices']>({}, { dangling: 'drop' }, { tables: { 'a.csv': { rows: 'nodes' } } }),
  view: fc.constantFrom('', 'v=2&filter=sector:energy&node=a'),
  layout: fc.option(
    fc.record({ layout: fc.constant('{"name":"force"}'), positions: fc.float32Array({ maxLength: 6 }) }),
    { nil: undefined },
  ),
})

async function finished<Result>(job: AsyncGenerator<unknown, Result> | Generator<unknown, Result>): Promise<Result> {
  for (;;) {
    const step = await job.next()
    if (step.done) return step.value
  }
}
const saved = (input: ProjectJobInput) => finished(projectJob(input))
const opened = async (bytes: Uint8Array) => {
  const files = [{ name: 'x.kizuna', content: new Blob([bytes as BlobPart]) }]
  const result = await finished(openJob({ files, choices: {}, asksAboutTables: true }))
  if ('tables' in result) throw new Error('a project asks nothing')
  return result
}
const recipe = { dataset: { id: 'x', title: 'x' }, filter: '', scope: 'shown', date } as const
const recordsOf = (graph: Parameters<typeof wholeGraph>[0]): unknown =>
  JSON.parse(new TextDecoder().decode(writeKizunaJson(wholeGraph(graph), recipe)))

describe('a project file', () => {
  it('gives back what was saved, whatever the files are called and hold', () =>
    fc.assert(
      fc.asyncProperty(project, async (given) => {
        const read = await readProject([{ name: 'x.kizuna', bytes: writeProject(given, date) }])
        expect(read).toEqual(given)
      }),
      { numRuns: 60 },
    ))

  it('is read as its files were, with the same choices', async () => {
    const gml = { name: 'x.gml', bytes: bytesOf('graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 9 ] ]') }
    const choices = { dangling: 'drop' } as const
    const file = { name: 'x.kizuna', bytes: writeProject({ title: 'x', files: [gml], choices, view: '' }, date) }
    const [one, other] = [await readFiles([gml], choices), await readFiles([file])]
    expect(other).toEqual(one)
    expect(other.graph.nodes.count).toBe(2)
  })

  it('of a file is opened with equal graph, report, view and files', async () => {
    const content = readFileSync('tests/cases/long-address.gexf')
    const files = [{ name: 'long-address.gexf', content: new Blob([content]) }]
    const direct = await finished(openJob({ files, choices: {}, asksAboutTables: false }))
    if ('tables' in direct) throw new Error('a graph was expected')
    const view = 'v=2&node=a&layout=force.12'
    const layout = { layout: '{"name":"force","iterations":12}', positions: Float32Array.of(1, 2) }
    const again = await opened(await saved({ title: 'x', files, choices: {}, view, layout, date }))
    expect(again.graph).toEqual(direct.graph)
    expect(again.report).toEqual(direct.report)
    expect(again.project).toMatchObject({ view, layout, choices: {} })
    expect(new Uint8Array(await again.project!.files[0]!.content.arrayBuffer())).toEqual(new Uint8Array(content))
  })

  it('of a graph without files holds all of its evidence', async () => {
    const graph = graphOf(
      'ann knows bob expected paper',
      'ann knows bob -reported note',
      'plant:project cost 33 estimated note',
    )
    const whole = { part: wholeGraph(graph), provenance: recipe }
    const again = await opened(await saved({ title: 'x', whole, choices: {}, view: '', date }))
    const { x, y } = again.graph.nodes
    expect(recordsOf(again.graph)).toEqual(recordsOf({ ...graph, nodes: { ...graph.nodes, x, y } }))
    expect(again.graph.statements.count).toBe(3)
  })

  it('that is damaged, lacks a file or is of a newer version is refused with a reason', async () => {
    const whole = writeProject(
      { title: 'x', files: [{ name: 'a.csv', bytes: bytesOf('a,b') }], choices: {}, view: '' },
      date,
    )
    const entries = unzipSync(whole)
    const manifest = new TextDecoder().decode(entries['kizuna-project.json'])
    const withManifest = (changed: string) => zipSync({ ...entries, 'kizuna-project.json': bytesOf(changed) })
    const without = Object.fromEntries(Object.entries(entries).filter(([entry]) => !entry.startsWith('files/')))
    for (const bytes of [
      withManifest('{'),
      withManifest(manifest.replace('"kizunaProject": 1', '"kizunaProject": 2')),
      zipSync(without),
      whole.slice(0, whole.length - 30),
    ])
      await expect(readProject([{ name: 'x.kizuna', bytes }])).rejects.toBeInstanceOf(FileFault)
  })

  it('is no project if it is another archive, or one of several files', async () => {
    expect(await readProject([{ name: 'x.kizuna', bytes: zipSync({ 'a.csv': bytesOf('a') }) }])).toBeUndefined()
    expect(await readProject([{ name: 'x.kizuna', bytes: bytesOf('a,b') }])).toBeUndefined()
  })
})

import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readableFormats } from '../../src/formats/formats'
import { readFiles, type NamedBytes } from '../../src/formats/readFiles'
import { summaryOf } from './summary'

/**
 * Files as other programs write them, each with a summary of what was read. A sample is a file, or a folder whose files are
 * opened together. To add one, put it here and run `npm run samples`, which also writes summaries anew after a change:
 * look at their differences before you commit them.
 */
const folder = 'tests/samples'
const isWriting = process.env['KIZUNA_SAMPLES'] === 'write'

const sampleNames = readdirSync(folder).filter((name) => !/\.[jt]s$|\.summary\.json$|\.md$/.test(name))

function filesOf(sample: string): NamedBytes[] {
  const path = join(folder, sample)
  const paths = statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .map((name) => join(path, name))
    : [path]
  return paths.map((each) => ({
    name: each.slice(each.lastIndexOf('/') + 1),
    bytes: new Uint8Array(readFileSync(each)),
  }))
}

/** Names with extensions that belong to other formats. */
const wrongExtensions = ['gexf', 'json', 'csv', 'txt']
const wrongName = (name: string, at: number): string =>
  `wrong-${at}.${wrongExtensions.find((extension) => !name.endsWith(`.${extension}`))}`

const summaryPath = (sample: string): string => join(folder, `${sample}.summary.json`)

async function summarise(sample: string, rename: typeof wrongName = (name) => name) {
  const files = filesOf(sample)
  const renamed = files.map(({ name, bytes }, at) => ({ name: rename(name, at), bytes }))
  const summary = summaryOf(await readFiles(renamed), renamed[0]!.name)
  // Messages about tables name their file.
  let text = JSON.stringify(summary, null, 2)
  files.forEach(({ name }, at) => (text = text.replaceAll(renamed[at]!.name, name)))
  return `${text}\n`
}

describe.each(sampleNames)('the sample %s', (sample) => {
  it('has the content of its summary', async () => {
    const summary = await summarise(sample)
    if (isWriting) writeFileSync(summaryPath(sample), summary)
    expect(existsSync(summaryPath(sample)), 'no summary yet: npm run samples').toBe(true)
    expect(summary).toBe(readFileSync(summaryPath(sample), 'utf8'))
  })
  it('is recognised and read in the same way under a wrong name', async () => {
    expect(await summarise(sample, wrongName)).toBe(await summarise(sample))
  })
})

describe('the samples', () => {
  it('cover every format that can be opened', async () => {
    const covered = new Set<string>()
    for (const sample of sampleNames)
      for (const label of (await readFiles(filesOf(sample))).report.format.split(', ')) covered.add(label)
    expect(readableFormats.map(({ label }) => label).filter((label) => !covered.has(label))).toEqual([])
  })
  it('have no summary of a sample that is gone', () => {
    const summarised = readdirSync(folder).flatMap((name) => /^(.*)\.summary\.json$/.exec(name)?.[1] ?? [])
    expect(summarised.filter((name) => !sampleNames.includes(name))).toEqual([])
  })
})

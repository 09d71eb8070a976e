import { plugins } from '@citation-js/core'
import { describe, expect, it } from 'vitest'
import { bibliographyFormats } from '../../src/formats/bibliography/bibliographyFormats'
import { cslItemOf } from '../../src/formats/bibliography/cslItem'
import type { ExportProvenance } from '../../src/formats/format'
import { buildGraph } from '../../src/model/buildGraph'
import type { Source } from '../../src/model/records'
import { schema } from '../sample'

const recipe: ExportProvenance = {
  dataset: { id: 's', title: 'Sample' },
  filter: '',
  scope: 'shown',
  date: '2026-02-20',
}
const sources: readonly Source[] = [
  {
    id: 'wire-2026-02-17',
    title: '国際協力銀行 & partners: 100% of it',
    publisher: 'Kyodo_News',
    kind: 'news',
    date: '2026-02-17',
    url: 'https://example.org/a/very/long/address/that/goes/on/and/on/and/on?with=%E3%82%BD&and#more',
    language: 'ja',
    reliability: 'wire',
  },
  { id: 'note', title: 'A note', kind: 'press-release', author: 'ann', date: '2026-02~', origin: 'wire-2026-02-17' },
  { id: 'span', title: 'A span', kind: 'analysis', author: 'Somebody Else', date: '2026-02-01/2026-03' },
  { id: 'bare', title: 'Bare', kind: 'page' },
]
const graph = buildGraph({
  about: { id: 's', title: 'Sample' },
  schema,
  nodes: [{ id: 'ann', type: 'actor', label: 'Ann Lee', family: 'Lee', given: 'Ann' }],
  edges: [],
  statements: sources.map(({ id }, at) => ({
    id: `s${at}`,
    subject: 'ann',
    predicate: 'says',
    value: { text: `x${at}` },
    status: 'reported' as const,
    source: id,
  })),
  sources,
})
const part = { graph, nodes: Uint8Array.of(1), edges: new Uint8Array() }
const written = (id: string) => bibliographyFormats.find((each) => each.id === id)!.write(part, recipe)

interface Csl {
  readonly title?: string
  readonly URL?: string
  readonly issued?: { readonly 'date-parts': number[][] }
}
const back = (text: string) => plugins.input.chain(text) as Csl[]

describe('a bibliography', () => {
  it('as CSL-JSON has every source with the known parts of its date, and the source that it reprints', async () => {
    const items = JSON.parse(await written('csl')) as unknown[]
    expect(items).toEqual(sources.map((source) => cslItemOf(graph, source)))
    expect(items).toMatchObject([
      { id: 'wire-2026-02-17', type: 'article-newspaper', issued: { 'date-parts': [[2026, 2, 17]] } },
      {
        author: [{ family: 'Lee', given: 'Ann' }],
        issued: { 'date-parts': [[2026, 2]], circa: true },
        note: expect.stringContaining('After: 国際協力銀行') as string,
      },
      { author: [{ literal: 'Somebody Else' }], issued: { 'date-parts': [[2026, 2, 1], [2026, 3]] } }, // prettier-ignore
      { id: 'bare', type: 'webpage', title: 'Bare' },
    ])
  })

  it.each(['bibtex', 'ris'])('as %s gives back the same when it is read', async (id) => {
    const text = await written(id)
    const items = back(text.replace(/^%.*\n/, ''))
    expect(items.map(({ title }) => title)).toEqual(sources.map(({ title }) => title))
    expect(items.map(({ URL }) => URL)).toEqual(sources.map(({ url }) => url))
    expect(text).toContain(id === 'ris' ? 'DA  - 2026/02/17/' : 'date = {2026-02-17}')
    expect(text).toContain(id === 'ris' ? 'DA  - 2026/02//' : 'date = {2026-02}')
    for (const source of sources) expect(text).toContain(source.id)
  })

  it('as plain text has one line per source, and the provenance', async () => {
    const [made, gap, ...lines] = (await written('references')).trimEnd().split('\n')
    expect(made).toContain('exported 2026-02-20')
    expect(gap).toBe('')
    expect(lines).toHaveLength(sources.length)
    expect(lines[0]).toContain('https://example.org/a/very/long')
  })

  it('has the sources of what is shown and no others, with those that they reprint', async () => {
    const none = { ...part, nodes: Uint8Array.of(0) }
    expect(JSON.parse(await bibliographyFormats[0]!.write(none, recipe))).toEqual([])
  })
})

import { nodeRowIndex } from '../../model/graph'
import type { Graph } from '../../model/graph'
import type { Source } from '../../model/records'
import { nodeRecordAt } from '../../model/rowRecords'

/** A year, with month and day if they are known. */
type DateParts = readonly number[]

/** An item of CSL-JSON (Citation Style Language 1.0.2, citeproc-js data format), with the fields that sources have. */
export interface CslItem {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly author?: readonly ({ readonly family: string; readonly given: string } | { readonly literal: string })[]
  readonly 'container-title'?: string
  readonly publisher?: string
  readonly issued?: { readonly 'date-parts': readonly DateParts[]; readonly circa?: boolean }
  readonly URL?: string
  readonly language?: string
  readonly note?: string
}

const types: Readonly<Record<string, string>> = {
  news: 'article-newspaper',
  editorial: 'article-newspaper',
  opinion: 'article-newspaper',
  law: 'legislation',
  analysis: 'report',
  official: 'report',
  dataset: 'dataset',
  blog: 'post-weblog',
  encyclopedia: 'entry-encyclopedia',
  book: 'book',
  interview: 'interview',
  transcript: 'speech',
}

/** A source as an item of CSL-JSON. Its reliability and the document that it reprints have no field and go into the note. */
export function cslItemOf(graph: Graph, source: Source): CslItem {
  const { id, kind = '', title, publisher, date, url, language, author } = source
  const type = types[kind] ?? 'webpage'
  const hasContainer = type === 'article-newspaper' || type === 'post-weblog' || type === 'webpage'
  return defined({
    id,
    type,
    title,
    author: author === undefined ? undefined : [nameOf(graph, author)],
    'container-title': hasContainer ? publisher : undefined,
    publisher,
    issued: date === undefined ? undefined : issued(date),
    URL: url,
    language,
    note: noteOf(graph, source),
  })
}

const defined = (item: { [Key in keyof CslItem]: CslItem[Key] | undefined }): CslItem =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as unknown as CslItem

/** The author as family and given name if the node has both, or else as it is written. */
function nameOf(graph: Graph, author: string): { family: string; given: string } | { literal: string } {
  const row = nodeRowIndex(graph).get(author)
  if (row === undefined) return { literal: author }
  const { label, family, given } = nodeRecordAt(graph, row)
  return family !== undefined && given !== undefined ? { family, given } : { literal: label }
}

/** A date in EDTF as a date of CSL: known parts only, both ends of an interval, and `circa` for uncertain dates. */
function issued(edtf: string): CslItem['issued'] {
  const ends = edtf
    .split('/')
    .map(dateParts)
    .filter((parts) => parts.length > 0)
  if (ends.length === 0) return undefined
  return /[~?%]/.test(edtf) ? { 'date-parts': ends, circa: true } : { 'date-parts': ends }
}

function dateParts(date: string): DateParts {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?$/.exec(date) ?? []
  return [year, month, day].flatMap((part) => (part === undefined ? [] : [Number(part)]))
}

function noteOf(graph: Graph, { origin, reliability }: Source): string | undefined {
  const originTitle = graph.sources.find(({ id }) => id === origin)?.title
  const notes = [reliability && `Class: ${reliability}`, originTitle && `After: ${originTitle}`].filter(Boolean)
  return notes.length === 0 ? undefined : notes.join('. ')
}

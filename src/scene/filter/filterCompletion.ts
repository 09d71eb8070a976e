import type { Texts } from '../../messages/texts.en'
import { filterTerm, filterStep } from '../../analysis/filter/filter'
import { filterKeys, filterKeyNamed } from '../../analysis/filter/filterKeys'
import { printFilter } from '../../analysis/filter/filterSyntax'
import type { Graph } from '../../model/graph'
import { completionContext, type CompletionContext } from './completionContext'
import { facetDefinitions } from './facetDefinitions'
import { facetForKey, facetRowsMatching } from './facets'
import { filterKeyLabel } from './filterKeyLabel'
import type { BilingualLabel } from '../text/valueLabels'
import { rangeHandleText, histogramFacet } from './histogramFacet'
import { countableValues } from './valueCounts'

/** A completion: `insert` replaces the text from `replaceFrom` on. */
export interface Completion extends BilingualLabel {
  readonly insert: string
  readonly replaceFrom: number
  /** Shown beside the label: the name of the key, or the number of rows with the value. */
  readonly hint: string
  /** Whether the text is a whole condition with it; after a key, the value is still missing. */
  readonly isComplete: boolean
}

const maxCompletions = 8

/** Keys that begin with the last word, or values that contain the text typed after a key. */
export function completionsForFilterText(graph: Graph, text: string, texts: Texts): readonly Completion[] {
  const context = completionContext(text)
  if (context.kind === 'nothing') return []
  return context.kind === 'names'
    ? keyCompletions(graph, text, context.words, texts)
    : valueCompletions(graph, context, texts)
}

function keyCompletions(graph: Graph, text: string, words: string, texts: Texts): readonly Completion[] {
  const last = words.split(/\s+/).at(-1)!.toLowerCase()
  const from = text.trimEnd().length - last.length
  if (last.length < 2) return []
  const begins = (...names: string[]) => names.some((name) => name.toLowerCase().startsWith(last))
  const columns = facetDefinitions(graph).flatMap(({ key }) => (key.startsWith('@') ? [key] : []))
  return [...filterKeys.map(({ id }) => id), ...columns]
    .filter((key) => begins(key, filterKeyLabel(texts, key)))
    .slice(0, maxCompletions)
    .map((key) => {
      const insert = printFilter([filterStep(filterTerm(key, ['x']))]).slice(0, -1)
      return { label: insert, hint: filterKeyLabel(texts, key), insert, replaceFrom: from, isComplete: false }
    })
}

function valueCompletions(
  graph: Graph,
  { key, part, from }: CompletionContext & { kind: 'value' },
  texts: Texts,
): readonly Completion[] {
  const filterKey = filterKeyNamed(graph, key)
  // Names and texts are completed by the search instead.
  if (!filterKey || filterKey.kind === 'texts' || key === 'node') return []
  if (!countableValues(graph, filterKey)) return part === '' ? rangeCompletions(graph, key, from, texts) : []
  const { rows, countedRows } = facetForKey(graph, noFilter, key, texts)
  return facetRowsMatching(rows, part)
    .slice(0, maxCompletions)
    .map(({ value, label, ja, total }) => {
      const hint = texts.filter.rows[countedRows]({ count: total })
      return { label, ja, hint, insert: printValue(key, value), replaceFrom: from, isComplete: true }
    })
}

/** The full range of a key's numbers, as an example to edit. */
function rangeCompletions(graph: Graph, key: string, from: number, texts: Texts): readonly Completion[] {
  const histogram = histogramFacet(graph, noFilter, key, texts)
  if (!histogram) return []
  const value = `${rangeHandleText(histogram.min, histogram)}..${rangeHandleText(histogram.max, histogram)}`
  return [
    {
      label: value,
      hint: texts.filter.lowestToHighest,
      insert: printValue(key, value),
      replaceFrom: from,
      isComplete: true,
    },
  ]
}

const noFilter = [] as const

/** A value as it is written in a filter's text, quoted if needed. */
const printValue = (key: string, value: string): string =>
  printFilter([filterStep(filterTerm(key, [value]))]).slice(`${key}:`.length)

import { filterTerm, filterStep } from '../../analysis/filter/filter'
import { filterKeys, filterKeyNamed } from '../../analysis/filter/filterKeys'
import { printFilter } from '../../analysis/filter/filterSyntax'
import type { Graph } from '../../model/graph'
import { groupThousands } from '../../model/value'
import { facetDefinitions } from './facetDefinitions'
import { facetForKey, facetRowsMatching } from './facets'
import type { BilingualLabel } from '../text/valueLabels'
import { rangeHandleText, histogramFacet } from './histogramFacet'
import { countableValues } from './valueCounts'

/** What the end of a text in the search bar asks for, and the character at which that begins. */
export type CompletionContext =
  | { readonly kind: 'nothing' }
  /** Words without a key: nodes of that name. */
  | { readonly kind: 'names'; readonly words: string; readonly from: number }
  /** The value of a key, as far as it is written. */
  | { readonly kind: 'value'; readonly key: string; readonly part: string; readonly from: number }

const keyAndValues = /(?:^|[\s(])-*([@a-z][\w.-]*):((?:[^\s()"]|"[^"]*"?)*)$/
const bareWords = /(?:^|[\s)])((?:[^\s:()",+\\-][^\s:()",+\\]*\s*)+)$/

/** Reads the end of what stands in the search bar; what stands before it is a filter that stays. */
export function completionContext(text: string): CompletionContext {
  const valued = keyAndValues.exec(text)
  if (valued) {
    const part = valued[2]!.slice(valued[2]!.lastIndexOf(',') + 1)
    return { kind: 'value', key: valued[1]!, part: part.replaceAll('"', ''), from: text.length - part.length }
  }
  const bare = bareWords.exec(text)?.[1]
  if (!bare || bare.trim() === 'or') return { kind: 'nothing' }
  return { kind: 'names', words: bare.trim(), from: text.length - bare.length }
}

/** A way to write on: what takes the text's place from a character on. */
export interface Completion extends BilingualLabel {
  readonly insert: string
  readonly replaceFrom: number
  /** What stands beside the label: the key's name, or how many have the value. */
  readonly hint: string
  /** Whether the text is whole with it; after a key its value is still to come. */
  readonly isComplete: boolean
}

const maxCompletions = 8

/** Keys that begin as the last word does, or values that contain what is written of one. */
export function completeFilterText(graph: Graph, text: string): readonly Completion[] {
  const context = completionContext(text)
  if (context.kind === 'nothing') return []
  return context.kind === 'names' ? keyCompletions(graph, text, context.words) : valueCompletions(graph, context)
}

function keyCompletions(graph: Graph, text: string, words: string): readonly Completion[] {
  const last = words.split(/\s+/).at(-1)!.toLowerCase()
  const from = text.trimEnd().length - last.length
  if (last.length < 2) return []
  const begins = (...names: string[]) => names.some((name) => name.toLowerCase().startsWith(last))
  const columns = facetDefinitions(graph).filter(({ key, label }) => key.startsWith('@') && begins(key, label))
  return [
    ...filterKeys.filter(({ id, label }) => begins(id, label)),
    ...columns.map(({ key, label }) => ({ id: key, label })),
  ]
    .slice(0, maxCompletions)
    .map(({ id, label }) => {
      const insert = printFilter([filterStep(filterTerm(id, ['x']))]).slice(0, -1)
      return { label: insert, hint: label, insert, replaceFrom: from, isComplete: false }
    })
}

function valueCompletions(
  graph: Graph,
  { key, part, from }: CompletionContext & { kind: 'value' },
): readonly Completion[] {
  const filterKey = filterKeyNamed(graph, key)
  // Names and texts are known better to the search.
  if (!filterKey || filterKey.kind === 'texts' || key === 'node') return []
  if (!countableValues(graph, filterKey)) return rangeCompletions(graph, key, part, from)
  const { rows, countedRows } = facetForKey(graph, noFilter, key)
  return facetRowsMatching(rows, part)
    .slice(0, maxCompletions)
    .map(({ value, label, ja, total }) => {
      const hint = `${groupThousands(total)} ${countedRows}`
      return { label, ja, hint, insert: printValue(key, value), replaceFrom: from, isComplete: true }
    })
}

/** The whole range of numbers, as an example to change; while nothing is written. */
function rangeCompletions(graph: Graph, key: string, part: string, from: number): readonly Completion[] {
  const histogram = part === '' ? histogramFacet(graph, noFilter, key) : undefined
  if (!histogram) return []
  const value = `${rangeHandleText(histogram.min, histogram)}..${rangeHandleText(histogram.max, histogram)}`
  return [
    {
      label: value,
      hint: 'from the least to the greatest',
      insert: printValue(key, value),
      replaceFrom: from,
      isComplete: true,
    },
  ]
}

const noFilter = [] as const

/** A value as a filter's text writes it, quoted where need be. */
const printValue = (key: string, value: string): string =>
  printFilter([filterStep(filterTerm(key, [value]))]).slice(`${key}:`.length)

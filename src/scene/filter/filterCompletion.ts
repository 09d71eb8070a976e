import { term, step } from '../../analysis/filter/filter'
import { filterKeys, keyNamed } from '../../analysis/filter/filterKeys'
import { printFilter } from '../../analysis/filter/filterSyntax'
import type { Graph } from '../../model/graph'
import { grouped } from '../../model/value'
import { facetHeads } from './facetDefinitions'
import { facetOf, rowsLike } from './facets'
import type { Named } from '../text/valueLabels'
import { placeText, spreadOf } from './histogramFacet'
import { countable } from './valueCounts'

/** What the end of a text in the search bar asks for, and the character at which that begins. */
export type Asked =
  | { readonly kind: 'nothing' }
  /** Words without a key: nodes of that name. */
  | { readonly kind: 'names'; readonly words: string; readonly from: number }
  /** The value of a key, as far as it is written. */
  | { readonly kind: 'value'; readonly key: string; readonly part: string; readonly from: number }

const keyAndValues = /(?:^|[\s(])-*([@a-z][\w.-]*):((?:[^\s()"]|"[^"]*"?)*)$/
const bareWords = /(?:^|[\s)])((?:[^\s:()",+\\-][^\s:()",+\\]*\s*)+)$/

/** Reads the end of what stands in the search bar; what stands before it is a filter that stays. */
export function askedIn(text: string): Asked {
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
export interface Completion extends Named {
  readonly insert: string
  readonly from: number
  /** What stands beside the label: the key's name, or how many have the value. */
  readonly aside: string
  /** Whether the text is whole with it; after a key its value is still to come. */
  readonly whole: boolean
}

const most = 8

/** Keys that begin as the last word does, or values that contain what is written of one. */
export function completions(graph: Graph, text: string): readonly Completion[] {
  const asked = askedIn(text)
  if (asked.kind === 'nothing') return []
  return asked.kind === 'names' ? keysLike(graph, text, asked.words) : valuesLike(graph, asked)
}

function keysLike(graph: Graph, text: string, words: string): readonly Completion[] {
  const last = words.split(/\s+/).at(-1)!.toLowerCase()
  const from = text.trimEnd().length - last.length
  if (last.length < 2) return []
  const begins = (...names: string[]) => names.some((name) => name.toLowerCase().startsWith(last))
  const columns = facetHeads(graph).filter(({ on, label }) => on.startsWith('@') && begins(on, label))
  return [
    ...filterKeys.filter(({ id, label }) => begins(id, label)),
    ...columns.map(({ on, label }) => ({ id: on, label })),
  ]
    .slice(0, most)
    .map(({ id, label }) => {
      const insert = printFilter([step(term(id, ['x']))]).slice(0, -1)
      return { label: insert, aside: label, insert, from, whole: false }
    })
}

function valuesLike(graph: Graph, { key, part, from }: Asked & { kind: 'value' }): readonly Completion[] {
  const asked = keyNamed(graph, key)
  // Names and texts are known better to the search.
  if (!asked || asked.kind === 'texts' || key === 'node') return []
  if (!countable(graph, asked)) return rangesLike(graph, key, part, from)
  const { rows, counted } = facetOf(graph, noFilter, key)
  return rowsLike(rows, part)
    .slice(0, most)
    .map(({ value, label, ja, total }) => {
      return { label, ja, aside: `${grouped(total)} ${counted}`, insert: written(key, value), from, whole: true }
    })
}

/** The whole range of numbers, as an example to change; while nothing is written. */
function rangesLike(graph: Graph, key: string, part: string, from: number): readonly Completion[] {
  const spread = part === '' ? spreadOf(graph, noFilter, key) : undefined
  if (!spread) return []
  const value = `${placeText(spread.first, spread)}..${placeText(spread.last, spread)}`
  return [{ label: value, aside: 'from the least to the greatest', insert: written(key, value), from, whole: true }]
}

const noFilter = [] as const

/** A value as a filter's text writes it, quoted where need be. */
const written = (key: string, value: string): string => printFilter([step(term(key, [value]))]).slice(`${key}:`.length)

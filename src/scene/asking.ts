import { term, step } from '../analysis/filter/filter'
import { filterKeys, keyNamed } from '../analysis/filter/keys'
import { printFilter } from '../analysis/filter/text'
import type { Graph } from '../model/graph'
import { fold } from '../model/names'
import { facetOf } from './facets'
import type { Named } from './names'

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

/** Keys with as many values as there are nodes are not listed; the search knows them better. */
const unlisted = new Set(['node', 'text'])
const most = 8

/** Keys that begin as the last word does, or values that contain what is written of one. */
export function completions(graph: Graph, text: string): readonly Completion[] {
  const asked = askedIn(text)
  if (asked.kind === 'nothing') return []
  return asked.kind === 'names' ? keysLike(text, asked.words) : valuesLike(graph, asked)
}

function keysLike(text: string, words: string): readonly Completion[] {
  const last = words.split(/\s+/).at(-1)!.toLowerCase()
  const from = text.trimEnd().length - last.length
  if (last.length < 2) return []
  return filterKeys
    .filter(({ id, label }) => id.startsWith(last) || label.toLowerCase().startsWith(last))
    .map(({ id, label }) => ({ label: `${id}:`, aside: label, insert: `${id}:`, from, whole: false }))
}

function valuesLike(graph: Graph, { key, part, from }: Asked & { kind: 'value' }): readonly Completion[] {
  if (unlisted.has(key) || !keyNamed(graph, key)) return []
  const wanted = fold(part)
  const { rows, counted } = facetOf(graph, noFilter, key)
  const rank = (names: readonly string[]) =>
    names.some((name) => name.startsWith(wanted)) ? 0 : names.some((name) => name.includes(wanted)) ? 1 : 2
  return rows
    .map((row) => ({ row, place: rank([row.value, row.label, row.ja ?? ''].map(fold)) }))
    .filter(({ place }) => place < 2)
    .toSorted((a, b) => a.place - b.place)
    .slice(0, most)
    .map(({ row: { value, label, ja, total } }) => {
      return { label, ja, aside: `${total} ${counted}`, insert: written(key, value), from, whole: true }
    })
}

const noFilter = [] as const

/** A value as a filter's text writes it, quoted where need be. */
const written = (key: string, value: string): string => printFilter([step(term(key, [value]))]).slice(`${key}:`.length)

import type { Graph } from '../../model/graph'
import { evidenceKeys } from './statementFilterKeys'
import type { Filter, Term } from './filter'
import { termsOf } from './filter'
import { filterKeys, keyNamed } from './filterKeys'
import { rangeFault } from './numericRange'

/** What a filter asks that this graph cannot answer: the part of its text, and why. */
export interface UnknownPart {
  readonly part: string
  readonly what: string
}

/** The first key of a filter that the graph does not know, or a date or number that is none. A value that nothing has is no fault: it finds nothing. */
export function unknownIn(graph: Graph, filter: Filter): UnknownPart | undefined {
  const terms = filter.flatMap(({ clause }) => termsOf(clause))
  const unknown = terms.find(({ on }) => !keyNamed(graph, on))
  if (!unknown) return wrongValue(graph, terms)
  const known = filterKeys.map(({ id }) => id).join(', ')
  const columns = unknown.on.startsWith('@') ? `; no column is called ${unknown.on.slice(1)}` : ''
  return { part: `${unknown.on}:`, what: `nothing can be asked by "${unknown.on}"${columns}; there are ${known}` }
}

function wrongValue(graph: Graph, terms: readonly Term[]): UnknownPart | undefined {
  for (const { on, among } of terms) {
    const key = keyNamed(graph, on)
    for (const value of among) {
      const what = key?.kind === 'numbers' ? rangeFault(value, key.scale) : evidenceKeys[on]?.fault?.(value)
      if (what) return { part: value, what }
    }
  }
  return undefined
}

/** A value that a filter asks for and nothing in the graph has, with all that there are. */
export interface Unused {
  readonly on: string
  readonly value: string
  readonly known: readonly string[]
}

/** Values that nothing has: no fault, but what a slip of the pen looks like. */
export const unusedIn = (graph: Graph, filter: Filter): Unused[] =>
  filter
    .flatMap(({ clause }) => termsOf(clause))
    .flatMap(({ on, among }) => {
      const key = keyNamed(graph, on)
      if (key?.kind !== 'words' || on in evidenceKeys) return []
      const { rowOf } = key
      if (rowOf)
        return among.filter((value) => rowOf(graph, value) === undefined).map((value) => ({ on, value, known: [] }))
      const families = on === 'type' ? graph.schema.families.map(({ id }) => id) : []
      const known = [...key.values(graph).dictionary, ...(key.figureValues?.(graph).dictionary ?? []), ...families]
      return among.filter((value) => !known.includes(value)).map((value) => ({ on, value, known }))
    })

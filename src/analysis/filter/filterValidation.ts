import { wordOrPrefixEditDistance } from '../search/editDistance'
import { columnWithName } from './columnsByKey'
import { message, type Message } from '../../messages/message'
import type { Graph } from '../../model/graph'
import { isStatementFilterKey, statementFilterKeys } from './statementFilterKeys'
import type { Filter, FilterTerm } from './filter'
import { termsInClause } from './filter'
import { filterKeys, filterKeyNamed } from './filterKeys'
import { rangeFault } from './numericRange'

/** A part of a filter's text that is not valid for a graph, and why. */
interface InvalidFilterPart {
  readonly part: string
  readonly reason: Message
}

/** The first unknown key of a filter, else its first malformed date or number. A value that no row has is valid: it matches nothing. */
export function invalidFilterPart(graph: Graph, filter: Filter): InvalidFilterPart | undefined {
  const terms = filter.flatMap(({ clause }) => termsInClause(clause))
  const unknown = terms.find(({ key }) => !filterKeyNamed(graph, key))
  if (!unknown) return invalidValue(graph, terms)
  return { part: `${unknown.key}:`, reason: unknownKeyReason(graph, unknown.key) }
}

function unknownKeyReason(graph: Graph, key: string): Message {
  const ids = filterKeys.map(({ id }) => id)
  const columns = [...graph.nodes.attributes.keys(), ...graph.edges.attributes.keys()]
  if (key.startsWith('@')) {
    const [name, similar] = [key.slice(1), nearestWord(key.slice(1), columns)]
    return similar === undefined
      ? message('filter', 'unknownColumn', { name })
      : message('filter', 'unknownColumnNear', { name, similar })
  }
  const similar = nearestWord(key, [...ids, ...columns])
  return similar === undefined
    ? message('filter', 'unknownKey', { key, keys: ids })
    : message('filter', 'unknownKeyNear', { key, similar })
}

/** The most similar of some words, but for the case of letters; undefined if none has most letters in common. */
function nearestWord(word: string, words: readonly string[]): string | undefined {
  const most = Math.min(3, Math.max(1, Math.floor(word.length / 3)))
  const distances = words.map((each) =>
    wordOrPrefixEditDistance(word.toLowerCase(), each.toLowerCase(), {
      from: 0,
      length: each.length,
      whole: most,
      prefix: -1,
    }),
  )
  const least = Math.min(...distances.filter((distance) => distance >= 0))
  return words[distances.indexOf(least)]
}

function invalidValue(graph: Graph, terms: readonly FilterTerm[]): InvalidFilterPart | undefined {
  for (const { key: id, values } of terms) {
    const key = filterKeyNamed(graph, id)
    for (const value of values) {
      const reason = key?.kind === 'numbers' ? rangeFault(value, key.scale) : faultOfStatementValue(id, value)
      if (reason) return { part: value, reason }
    }
  }
  return undefined
}

const faultOfStatementValue = (key: string, value: string): Message | undefined =>
  isStatementFilterKey(key) ? statementFilterKeys[key]!.fault?.(value) : undefined

/** A value in a filter that no row of the graph has, with the values that exist. */
interface UnmatchedFilterValue {
  readonly key: string
  readonly value: string
  readonly knownValues: readonly string[]
  /** The key of a column that is called like the key, and may be meant. */
  readonly columnKey?: string
}

/** Values that no row has: valid, but probably typos. */
export const unmatchedFilterValues = (graph: Graph, filter: Filter): UnmatchedFilterValue[] =>
  filter
    .flatMap(({ clause }) => termsInClause(clause))
    .flatMap(({ key: id, values }): UnmatchedFilterValue[] => {
      const key = filterKeyNamed(graph, id)
      if (key?.kind !== 'words' || isStatementFilterKey(id)) return []
      const { rowOf } = key
      if (rowOf)
        return values
          .filter((value) => rowOf(graph, value) === undefined)
          .map((value) => ({ key: id, value, knownValues: [] }))
      const families = id === 'type' ? graph.schema.families.map((family) => family.id) : []
      const knownValues = [
        ...key.values(graph).dictionary,
        ...(key.figureValues?.(graph).dictionary ?? []),
        ...families,
      ]
      const column = id.startsWith('@') ? undefined : columnWithName(graph, id)
      return values
        .filter((value) => !knownValues.includes(value))
        .map((value) => ({ key: id, value, knownValues, ...(column !== undefined && { columnKey: `@${column}` }) }))
    })

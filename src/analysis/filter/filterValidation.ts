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
  const { key } = unknown
  const reason = key.startsWith('@')
    ? message('filter', 'unknownColumn', { name: key.slice(1) })
    : message('filter', 'unknownKey', { key, keys: filterKeys.map(({ id }) => id) })
  return { part: `${key}:`, reason }
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
}

/** Values that no row has: valid, but probably typos. */
export const unmatchedFilterValues = (graph: Graph, filter: Filter): UnmatchedFilterValue[] =>
  filter
    .flatMap(({ clause }) => termsInClause(clause))
    .flatMap(({ key: id, values }) => {
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
      return values.filter((value) => !knownValues.includes(value)).map((value) => ({ key: id, value, knownValues }))
    })

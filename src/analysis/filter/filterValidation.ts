import type { Graph } from '../../model/graph'
import { statementFilterKeys } from './statementFilterKeys'
import type { Filter, FilterTerm } from './filter'
import { termsInClause } from './filter'
import { filterKeys, filterKeyNamed } from './filterKeys'
import { rangeFault } from './numericRange'

/** What a filter asks that this graph cannot answer: the part of its text, and why. */
interface InvalidFilterPart {
  readonly part: string
  readonly reason: string
}

/** The first key of a filter that the graph does not know, or a date or number that is none. A value that nothing has is no fault: it finds nothing. */
export function invalidFilterPart(graph: Graph, filter: Filter): InvalidFilterPart | undefined {
  const terms = filter.flatMap(({ clause }) => termsInClause(clause))
  const unknown = terms.find(({ key }) => !filterKeyNamed(graph, key))
  if (!unknown) return wrongValue(graph, terms)
  const known = filterKeys.map(({ id }) => id).join(', ')
  const columns = unknown.key.startsWith('@') ? `; no column is called ${unknown.key.slice(1)}` : ''
  return { part: `${unknown.key}:`, reason: `nothing can be asked by "${unknown.key}"${columns}; there are ${known}` }
}

function wrongValue(graph: Graph, terms: readonly FilterTerm[]): InvalidFilterPart | undefined {
  for (const { key: id, values } of terms) {
    const key = filterKeyNamed(graph, id)
    for (const value of values) {
      const reason = key?.kind === 'numbers' ? rangeFault(value, key.scale) : statementFilterKeys[id]?.fault?.(value)
      if (reason) return { part: value, reason }
    }
  }
  return undefined
}

/** A value that a filter asks for and nothing in the graph has, with all that there are. */
interface UnmatchedFilterValue {
  readonly key: string
  readonly value: string
  readonly knownValues: readonly string[]
}

/** Values that nothing has: no fault, but what a slip of the pen looks like. */
export const unmatchedFilterValues = (graph: Graph, filter: Filter): UnmatchedFilterValue[] =>
  filter
    .flatMap(({ clause }) => termsInClause(clause))
    .flatMap(({ key: id, values }) => {
      const key = filterKeyNamed(graph, id)
      if (key?.kind !== 'words' || id in statementFilterKeys) return []
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

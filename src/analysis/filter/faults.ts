import type { Graph } from '../../model/graph'
import type { Clause, Filter, Term } from './filter'
import { filterKeys, keyNamed } from './keys'

/** What a filter asks that this graph cannot answer: the part of its text, and why. */
export interface UnknownPart {
  readonly part: string
  readonly what: string
}

/** The first key of a filter that the graph does not know. A value that nothing has is no fault: it finds nothing. */
export function unknownIn(graph: Graph, filter: Filter): UnknownPart | undefined {
  const unknown = filter.flatMap(({ clause }) => termsOf(clause)).find(({ on }) => !keyNamed(graph, on))
  if (!unknown) return undefined
  const known = filterKeys.map(({ id }) => id).join(', ')
  const columns = unknown.on.startsWith('@') ? `; no column is called ${unknown.on.slice(1)}` : ''
  return { part: `${unknown.on}:`, what: `nothing can be asked by "${unknown.on}"${columns}; there are ${known}` }
}

/** All conditions of a clause, in order. */
export function termsOf(clause: Clause): readonly Term[] {
  switch (clause.kind) {
    case 'term':
      return [clause]
    case 'not':
      return termsOf(clause.clause)
    case 'and':
    case 'or':
      return clause.clauses.flatMap(termsOf)
  }
}

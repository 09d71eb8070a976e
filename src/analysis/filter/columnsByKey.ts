import type { Graph } from '../../model/graph'
import type { Filter, FilterClause } from './filter'
import { builtInFilterKey } from './filterKeys'
import { NO_VALUE } from './rowValues'

/** Keys that say nothing of a graph without statements. */
const statementKeys: ReadonlySet<string> = new Set(
  'status source publisher class known held origins polarity line verdict'.split(' '),
)

/** Whether a key that every graph has says anything of this one: a file without evidence has no status of its own. */
function appliesTo(graph: Graph, key: string): boolean {
  if (statementKeys.has(key)) return graph.statements.count > 0
  if (key === 'sector' || key === 'place') return hasMembers(graph, key)
  return key !== 'family' || graph.schema.families.length > 0
}

const hasMembers = (graph: Graph, key: 'sector' | 'place'): boolean => {
  const definition = builtInFilterKey(key)
  return definition?.kind === 'words' && definition.values(graph).dictionary.some((value) => value !== NO_VALUE)
}

/**
 * The filter with the keys of columns (`@sector`) where a key means nothing in the graph and a column has its name, in any
 * case of letters: `sector:` of a file with such a column, `weight:`, `@Weight:`. The same object if nothing changes.
 */
export function withKeysOfColumns(graph: Graph, filter: Filter): Filter {
  const steps = filter.map((step) => {
    const clause = clauseWithColumns(graph, step.clause)
    return clause === step.clause ? step : { ...step, clause }
  })
  return steps.some((step, index) => step !== filter[index]) ? steps : filter
}

function clauseWithColumns(graph: Graph, clause: FilterClause): FilterClause {
  switch (clause.kind) {
    case 'term': {
      const key = keyOfColumn(graph, clause.key)
      return key === clause.key ? clause : { ...clause, key }
    }
    case 'not': {
      const inner = clauseWithColumns(graph, clause.clause)
      return inner === clause.clause ? clause : { kind: 'not', clause: inner }
    }
    case 'and':
    case 'or': {
      const clauses = clause.clauses.map((each) => clauseWithColumns(graph, each))
      return clauses.some((each, index) => each !== clause.clauses[index]) ? { kind: clause.kind, clauses } : clause
    }
  }
}

function keyOfColumn(graph: Graph, key: string): string {
  if (!key.startsWith('@') && builtInFilterKey(key) && appliesTo(graph, key)) return key
  const name = columnWithName(graph, key.replace(/^@/, ''))
  return name === undefined ? key : `@${name}`
}

/** The name of the column of nodes or edges that is called so, if not exactly, then but for the case of letters. */
export function columnWithName({ nodes, edges }: Graph, name: string): string | undefined {
  if (nodes.attributes.has(name) || edges.attributes.has(name)) return name
  const lower = name.toLowerCase()
  return [...nodes.attributes.keys(), ...edges.attributes.keys()].find((each) => each.toLowerCase() === lower)
}

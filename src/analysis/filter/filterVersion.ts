import type { Graph } from '../../model/graph'
import { applyFilter } from './applyFilter'
import { withKeysOfColumns } from './columnsByKey'
import { dependsOnPart } from './evaluateClause'
import type { Filter, FilterClause, FilterStep, FilterTerm } from './filter'
import { parseFilter, printFilter } from './filterSyntax'
import { LARGEST } from './numericRange'

/**
 * The version of the meaning of filters, which whatever keeps a filter carries. In version 1, each term asked the whole graph
 * whatever the steps above left, and `component` numbered the components by size.
 */
export const filterVersion = 2

/**
 * A filter of version 1 as one of today that leaves the same nodes and edges: steps whose result depends on what they
 * receive ask the whole graph. Without a graph the result is the same in every graph; with one, only steps that differ there
 * are marked.
 */
export function filterOfVersion1(filter: Filter, graph?: Graph): Filter {
  const whole = filter.map((step, index): FilterStep => {
    const clause = clauseOfVersion1(step.clause)
    return index > 0 && dependsOnPart(graph, clause, true) ? { ...step, clause, whole: true } : { ...step, clause }
  })
  return graph ? whole.reduce((steps, _, index) => withoutIdleMark(graph, steps, index), whole) : whole
}

/** The filter without the mark of one step, if the step leaves the same without it. */
function withoutIdleMark(graph: Graph, filter: FilterStep[], index: number): FilterStep[] {
  const { whole, ...plain } = filter[index]!
  if (!whole || plain.off) return filter
  const upTo = filter.slice(0, index)
  const [marked, unmarked] = [applyFilter(graph, [...upTo, filter[index]!]), applyFilter(graph, [...upTo, plain])]
  const isSame = (['nodes', 'edges'] as const).every((table) =>
    marked[table].every((shown, row) => shown === unmarked[table][row]),
  )
  return isSame ? filter.with(index, plain) : filter
}

/**
 * Parses the text of a filter that was kept with its version; without one, it is of version 1.
 * @param graph see `filterOfVersion1`
 */
export function parseKeptFilter(
  text: string,
  version: number | undefined,
  graph?: Graph,
): ReturnType<typeof parseFilter> {
  const parsed = parseFilter(text)
  if ('fault' in parsed) return parsed
  const filter = graph ? withKeysOfColumns(graph, parsed.filter) : parsed.filter
  return { filter: version === filterVersion ? filter : filterOfVersion1(filter, graph) }
}

/** The text of a filter of version 1 as one of today; a text that is no filter stays as it is. */
export function filterTextOfVersion1(text: string): string {
  const parsed = parseKeptFilter(text, 1)
  return 'fault' in parsed ? text : printFilter(parsed.filter)
}

function clauseOfVersion1(clause: FilterClause): FilterClause {
  switch (clause.kind) {
    case 'term':
      return termOfVersion1(clause)
    case 'not':
      return { kind: 'not', clause: clauseOfVersion1(clause.clause) }
    case 'and':
    case 'or':
      return { kind: clause.kind, clauses: clause.clauses.map(clauseOfVersion1) }
  }
}

/** The number of a component is now its `component-rank`; the largest keeps its word. */
function termOfVersion1(term: FilterTerm): FilterTerm {
  if (term.key !== 'component' || term.values.every((value) => value === LARGEST)) return term
  return { ...term, key: 'component-rank', values: term.values.map((value) => value.replaceAll(LARGEST, '1')) }
}

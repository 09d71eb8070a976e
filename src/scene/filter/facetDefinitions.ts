import { prepareColumnFilterKey } from '../../analysis/filter/columnFilterKeys'
import type { FilterKeyDefinition } from '../../analysis/filter/filterKey'
import { filterKeyNamed } from '../../analysis/filter/filterKeys'
import { hasMembershipFacet } from '../../analysis/filter/memberships'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import { incremental, type Incremental } from '../../analysis/incremental'
import type { Graph } from '../../model/graph'
import { memoizeByGraph } from '../../model/graph'
import { graphBeforeLens } from '../../model/statementLens'
import { countableValues, distinctValues } from './valueCounts'

/** The rows that a facet counts: edges and figures together if both have the values. */
type CountedRows = 'nodes' | 'edges' | 'edgesAndFigures'

/** A facet without its counts. */
export interface FacetDefinition {
  readonly key: string
  readonly countedRows: CountedRows
  /** A list of values, a range of numbers with a histogram, or a search in texts. */
  readonly shape: 'rows' | 'range' | 'texts'
  /** Whether the values are groups of nodes, so that including their neighbours (`+1`) makes sense. */
  readonly isMembership: boolean
}

/** The keys that are facets, in order; columns of opened files follow. */
const facetKeys = [
  'family',
  'sector',
  'status',
  'origins',
  'verdict',
  'class',
  'source',
  'place',
  'predicate',
  'degree',
]

/** Keys that have the same value for every row of a graph without statements. */
const statementKeys = new Set(['status', 'origins', 'verdict', 'class', 'source'])

/** Every facet with values to choose from in this graph. */
export const facetDefinitions = (graph: Graph): readonly FacetDefinition[] =>
  incrementalFacetDefinitions(graph).finish()

/** The same in slices: whether a column holds dates, or repeated values, is known only after reading all of it. */
export const incrementalFacetDefinitions = (graph: Graph): Incremental<readonly FacetDefinition[]> =>
  incrementalDefinitions(graphBeforeLens(graph))

const incrementalDefinitions = memoizeByGraph((graph) =>
  incremental(function* (): Generator<void, readonly FacetDefinition[]> {
    const found: FacetDefinition[] = []
    for (const key of facetKeys) {
      if (graph.statements.count > 0 || !statementKeys.has(key)) found.push(...definitionsForKey(graph, key))
      yield
    }
    for (const name of columnNames(graph)) {
      yield* prepareColumnFilterKey(graph, name)
      found.push(...definitionsForColumn(graph, `@${name}`))
      yield
    }
    return found
  }),
)

function definitionsForKey(graph: Graph, key: string): FacetDefinition[] {
  if (key === 'degree') return graph.edges.count > 0 ? [defineFacet(graph, key, 'range')] : []
  if ((key === 'sector' || key === 'place') && !hasMembershipFacet(graph, key)) return []
  const facetKey = key === 'family' && graph.schema.families.length === 0 ? 'type' : key
  const hasValues = distinctValues(countableValues(graph, filterKeyNamed(graph, facetKey)!)!).values.some(
    (value) => value !== NO_VALUE,
  )
  return hasValues ? [defineFacet(graph, facetKey, 'rows')] : []
}

/** Maximum number of distinct values of a list; a column with more is no facet. */
const maxListLength = 10_000
/** Up to this number of distinct values, a column is a list even if they hardly repeat. */
const shortListLength = 40

function definitionsForColumn(graph: Graph, key: string): FacetDefinition[] {
  const filterKey = filterKeyNamed(graph, key)!
  const list = countableValues(graph, filterKey)
  if (!list) return [defineFacet(graph, key, filterKey.kind === 'texts' ? 'texts' : 'range')]
  const { values, totals } = distinctValues(list)
  const rows = totals.reduce((sum, each) => sum + each, 0)
  const isList = values.length <= shortListLength || (values.length <= maxListLength && values.length <= rows / 2)
  return isList && values.filter((value) => value !== NO_VALUE).length > 1 ? [defineFacet(graph, key, 'rows')] : []
}

/** The definition of any key's facet. */
export function defineFacet(graph: Graph, key: string, shape: FacetDefinition['shape']): FacetDefinition {
  const filterKey = filterKeyNamed(graph, key)
  return {
    key,
    countedRows: countedRowsOf(filterKey),
    shape,
    isMembership: key === 'sector' || key === 'place',
  }
}

function countedRowsOf(filterKey: FilterKeyDefinition | undefined): CountedRows {
  if (filterKey?.of === 'node') return 'nodes'
  return filterKey?.kind === 'words' && filterKey.figureValues && filterKey.id !== 'predicate'
    ? 'edgesAndFigures'
    : 'edges'
}

/** Columns that are fields of the nodes themselves, not facets. */
const nodeFields = 'family given ja kana acronym summary wikidata aliases latitude longitude'.split(' ')

const columnNames = ({ nodes, edges }: Graph): readonly string[] => {
  const names = new Set([...nodes.attributes.keys(), ...edges.attributes.keys()])
  for (const field of nodeFields) names.delete(field)
  return [...names]
}

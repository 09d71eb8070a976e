import { prepareColumnFilterKey } from '../../analysis/filter/columnFilterKeys'
import type { FilterKey } from '../../analysis/filter/filterKey'
import { filterKeyNamed } from '../../analysis/filter/filterKeys'
import { hasMembershipFacet } from '../../analysis/filter/memberships'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import { incremental, type Incremental } from '../../analysis/incremental'
import type { Graph } from '../../model/graph'
import { memoizeByGraph } from '../../model/graph'
import { graphBeforeLens } from '../../model/statementLens'
import { countableValues, distinctValues } from './valueCounts'

/** What is counted: edges and figures together where both have the values. */
type CountedRows = 'nodes' | 'edges' | 'edges and figures'

/** What a facet is before anything is counted in it. */
export interface FacetDefinition {
  readonly key: string
  readonly label: string
  readonly countedRows: CountedRows
  /** Values in a list, numbers as a picture of how they spread, or texts to look for. */
  readonly shape: 'rows' | 'range' | 'texts'
  /** Whether `+1` makes sense: the values are groups that nodes belong to. */
  readonly isMembership: boolean
}

/** The keys that stand as facets, in their order; columns of opened files follow. */
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

/** Keys that have one value for everything where there are no statements. */
const ofStatements = new Set(['status', 'origins', 'verdict', 'class', 'source'])

/** Every facet that has anything to choose from in this graph, without what is counted in it. */
export const facetDefinitions = (graph: Graph): readonly FacetDefinition[] =>
  incrementalFacetDefinitions(graph).finish()

/** The same part by part: whether a column holds dates, or values that repeat, is seen when all of it has been read. */
export const incrementalFacetDefinitions = (graph: Graph): Incremental<readonly FacetDefinition[]> =>
  incrementalDefinitions(graphBeforeLens(graph))

const incrementalDefinitions = memoizeByGraph((graph) =>
  incremental(function* (): Generator<void, readonly FacetDefinition[]> {
    const found: FacetDefinition[] = []
    for (const key of facetKeys) {
      if (graph.statements.count > 0 || !ofStatements.has(key)) found.push(...definitionsForKey(graph, key))
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
  const own = key === 'family' && graph.schema.families.length === 0 ? 'type' : key
  const some = distinctValues(countableValues(graph, filterKeyNamed(graph, own)!)!).values.some(
    (value) => value !== NO_VALUE,
  )
  return some ? [defineFacet(graph, own, 'rows')] : []
}

/** More different values than this are no list that anybody would choose from. */
const maxListLength = 10_000
const certainlyShort = 40

function definitionsForColumn(graph: Graph, key: string): FacetDefinition[] {
  const filterKey = filterKeyNamed(graph, key)!
  const list = countableValues(graph, filterKey)
  if (!list) return [defineFacet(graph, key, filterKey.kind === 'texts' ? 'texts' : 'range')]
  const { values, totals } = distinctValues(list)
  const rows = totals.reduce((sum, each) => sum + each, 0)
  const isList = values.length <= certainlyShort || (values.length <= maxListLength && values.length <= rows / 2)
  return isList && values.filter((value) => value !== NO_VALUE).length > 1 ? [defineFacet(graph, key, 'rows')] : []
}

/** What a facet of any key is. */
export function defineFacet(graph: Graph, key: string, shape: FacetDefinition['shape']): FacetDefinition {
  const filterKey = filterKeyNamed(graph, key)
  return {
    key,
    label: key === 'family' ? 'Family and type' : (filterKey?.label ?? key),
    countedRows: countedRowsOf(filterKey),
    shape,
    isMembership: key === 'sector' || key === 'place',
  }
}

function countedRowsOf(filterKey: FilterKey | undefined): CountedRows {
  if (filterKey?.of === 'node') return 'nodes'
  return filterKey?.kind === 'words' && filterKey.figureValues && filterKey.id !== 'predicate'
    ? 'edges and figures'
    : 'edges'
}

/** What the node's own fields hold is no column to choose in. */
const ownFields = 'family given ja kana acronym summary wikidata aliases latitude longitude'.split(' ')

const columnNames = ({ nodes, edges }: Graph): readonly string[] => {
  const names = new Set([...nodes.attributes.keys(), ...edges.attributes.keys()])
  for (const own of ownFields) names.delete(own)
  return [...names]
}

import { readyingKey } from '../../analysis/filter/columnFilterKeys'
import type { FilterKey } from '../../analysis/filter/filterKey'
import { keyNamed } from '../../analysis/filter/filterKeys'
import { mayBelong } from '../../analysis/filter/memberships'
import { NO_VALUE } from '../../analysis/filter/rowValues'
import { inParts, type InParts } from '../../analysis/incremental'
import type { Graph } from '../../model/graph'
import { perGraph } from '../../model/graph'
import { originalOf } from '../../model/statementLens'
import { countable, occurringIn } from './valueCounts'

/** What is counted: edges and figures together where both have the values. */
export type Counted = 'nodes' | 'edges' | 'edges and figures'

/** What a facet is before anything is counted in it. */
export interface FacetHead {
  readonly on: string
  readonly label: string
  readonly counted: Counted
  /** Values in a list, numbers as a picture of how they spread, or texts to look for. */
  readonly shape: 'rows' | 'range' | 'texts'
  /** Whether `+1` makes sense: the values are groups that nodes belong to. */
  readonly membership: boolean
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
export const facetHeads = (graph: Graph): readonly FacetHead[] => headsInParts(graph).whole()

/** The same part by part: whether a column holds dates, or values that repeat, is seen when all of it has been read. */
export const headsInParts = (graph: Graph): InParts<readonly FacetHead[]> => heads(originalOf(graph))

const heads = perGraph((graph) =>
  inParts(function* (): Generator<void, readonly FacetHead[]> {
    const found: FacetHead[] = []
    for (const on of facetKeys) {
      if (graph.statements.count > 0 || !ofStatements.has(on)) found.push(...headIn(graph, on))
      yield
    }
    for (const name of columnNames(graph)) {
      yield* readyingKey(graph, name)
      found.push(...columnHead(graph, `@${name}`))
      yield
    }
    return found
  }),
)

function headIn(graph: Graph, on: string): FacetHead[] {
  if (on === 'degree') return graph.edges.count > 0 ? [headOf(graph, on, 'range')] : []
  if ((on === 'sector' || on === 'place') && !mayBelong(graph, on)) return []
  const own = on === 'family' && graph.schema.families.length === 0 ? 'type' : on
  const some = occurringIn(countable(graph, keyNamed(graph, own)!)!).values.some((value) => value !== NO_VALUE)
  return some ? [headOf(graph, own, 'rows')] : []
}

/** More different values than this are no list that anybody would choose from. */
const longestList = 10_000
const certainlyShort = 40

function columnHead(graph: Graph, on: string): FacetHead[] {
  const key = keyNamed(graph, on)!
  const list = countable(graph, key)
  if (!list) return [headOf(graph, on, key.kind === 'texts' ? 'texts' : 'range')]
  const { values, totals } = occurringIn(list)
  const rows = totals.reduce((sum, each) => sum + each, 0)
  const isList = values.length <= certainlyShort || (values.length <= longestList && values.length <= rows / 2)
  return isList && values.filter((value) => value !== NO_VALUE).length > 1 ? [headOf(graph, on, 'rows')] : []
}

/** What a facet of any key is. */
export function headOf(graph: Graph, on: string, shape: FacetHead['shape']): FacetHead {
  const key = keyNamed(graph, on)
  return {
    on,
    label: on === 'family' ? 'Family and type' : (key?.label ?? on),
    counted: countedBy(key),
    shape,
    membership: on === 'sector' || on === 'place',
  }
}

function countedBy(key: FilterKey | undefined): Counted {
  if (key?.of === 'node') return 'nodes'
  return key?.kind === 'words' && key.figureValues && key.id !== 'predicate' ? 'edges and figures' : 'edges'
}

/** What the node's own fields hold is no column to choose in. */
const ownFields = 'family given ja kana acronym summary wikidata aliases latitude longitude'.split(' ')

const columnNames = ({ nodes, edges }: Graph): readonly string[] => {
  const names = new Set([...nodes.attributes.keys(), ...edges.attributes.keys()])
  for (const own of ownFields) names.delete(own)
  return [...names]
}

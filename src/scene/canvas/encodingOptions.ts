import type { Column } from '../../model/columns'
import { memoizeByGraph } from '../../model/graph'
import { isRelationPredicate } from '../../model/predicates'
import { predicatesById } from '../../model/rowRecords'

/** Something that colours or sizes of nodes can tell: the key that the view has it by, and what it is called. */
export interface EncodingOption {
  readonly key: string
  readonly label: string
}

/** Columns that say who a node is, or where it stands; nobody colours by them. */
const identifyingColumns = new Set(
  'aliases latitude longitude x y family given ja kana acronym summary wikidata'.split(' '),
)

/** What colours and sizes can tell of this graph, beside what they tell at first. */
export const encodingOptions = memoizeByGraph(
  (graph): { readonly colours: readonly EncodingOption[]; readonly sizes: readonly EncodingOption[] } => {
    const columns = [...graph.nodes.attributes].filter(([name]) => !identifyingColumns.has(name))
    const ofColumns = (suits: (column: Column) => boolean) =>
      columns.filter(([, column]) => suits(column)).map(([name]): EncodingOption => ({ key: `@${name}`, label: name }))
    const marked = new Set([...predicatesById(graph).values()].map((each) => isRelationPredicate(each) && each.facet))
    const facets: readonly EncodingOption[] = [
      ...(graph.schema.families.length > 0 ? [{ key: 'type', label: 'Type' }] : []),
      ...(marked.has('sector') ? [{ key: 'sector', label: 'Sector' }] : []),
      ...(marked.has('place') ? [{ key: 'place', label: 'Place' }] : []),
    ]
    return {
      colours: [...facets, ...ofColumns((column) => column.kind !== 'text' && varies(column))],
      sizes: ofColumns((column) => column.kind === 'number' && varies(column)),
    }
  },
)

/** Whether two rows of a column differ. */
function varies(column: Column): boolean {
  if (column.kind === 'text') return true
  if (column.kind !== 'number') return column.dictionary.length > 1
  const first = column.values.find((value) => !Number.isNaN(value))
  return first !== undefined && column.values.some((value) => !Number.isNaN(value) && value !== first)
}

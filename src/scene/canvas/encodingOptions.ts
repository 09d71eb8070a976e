import type { Column } from '../../model/columns'
import { perGraph } from '../../model/graph'
import { isRelation } from '../../model/predicates'
import { predicatesById } from '../../model/rowRecords'

/** Something that colours or sizes of nodes can tell: the key that the view has it by, and what it is called. */
export interface Teller {
  readonly key: string
  readonly label: string
}

/** Columns that say who a node is, or where it stands; nobody colours by them. */
const naming = new Set('aliases latitude longitude x y family given ja kana acronym summary wikidata'.split(' '))

/** What colours and sizes can tell of this graph, beside what they tell at first. */
export const tellers = perGraph((graph): { readonly colours: readonly Teller[]; readonly sizes: readonly Teller[] } => {
  const columns = [...graph.nodes.attributes].filter(([name]) => !naming.has(name))
  const ofColumns = (suits: (column: Column) => boolean) =>
    columns.filter(([, column]) => suits(column)).map(([name]): Teller => ({ key: `@${name}`, label: name }))
  const marked = new Set([...predicatesById(graph).values()].map((each) => isRelation(each) && each.facet))
  const facets: readonly Teller[] = [
    ...(graph.schema.families.length > 0 ? [{ key: 'type', label: 'Type' }] : []),
    ...(marked.has('sector') ? [{ key: 'sector', label: 'Sector' }] : []),
    ...(marked.has('place') ? [{ key: 'place', label: 'Place' }] : []),
  ]
  return {
    colours: [...facets, ...ofColumns((column) => column.kind !== 'text' && tells(column))],
    sizes: ofColumns((column) => column.kind === 'number' && tells(column)),
  }
})

/** Whether two rows of a column differ. */
function tells(column: Column): boolean {
  if (column.kind === 'text') return true
  if (column.kind !== 'number') return column.dictionary.length > 1
  const first = column.values.find((value) => !Number.isNaN(value))
  return first !== undefined && column.values.some((value) => !Number.isNaN(value) && value !== first)
}

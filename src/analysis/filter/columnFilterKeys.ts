import type { Column, NumberColumn } from '../../model/columns'
import { memoizeByPart, type Graph } from '../../model/graph'
import { asGenerator, incremental, memoizeByKey, type Incremental } from '../incremental'
import { searchableTextsOfColumn, type SearchableTexts } from '../search/searchableTexts'
import { timeSpansOfCategoryColumn, timeSpansOfTextColumn } from './timeSpan'
import type { FilterKey } from './filterKey'
import type { IntervalColumn } from './intervalColumn'

const numbersOf = memoizeByKey((column: NumberColumn): IntervalColumn => ({ low: column.values, high: column.values }))

/** Times of a column; undefined where what is in it are no dates. A large column is read part by part. */
const timesOf: (column: Column) => Incremental<{ readonly times: IntervalColumn | undefined }> = memoizeByKey(
  (column: Column) =>
    incremental(function* () {
      if (column.kind === 'text') return { times: yield* timeSpansOfTextColumn(column) }
      return { times: column.kind === 'category' ? yield* timeSpansOfCategoryColumn(column) : undefined }
    }),
)

/**
 * A column of a file as something to ask by what it holds: numbers and dates from one to another, texts by what they
 * contain, values that repeat by being one of them.
 */
function keyOf(of: 'node' | 'edge', name: string, column: Column): FilterKey {
  const asking = { id: `@${name}`, label: name, of }
  if (column.kind === 'number') return { ...asking, kind: 'numbers', numbers: () => numbersOf(column), scale: {} }
  const { times } = timesOf(column).finish()
  if (times) return { ...asking, kind: 'numbers', numbers: () => times, scale: { dates: true } }
  if (column.kind === 'text')
    return { ...asking, kind: 'texts', texts: () => searchableTextsOfColumn(column).finish(), missing: true }
  return { ...asking, kind: 'words', values: () => column, missing: true }
}

const keysIn = {
  node: memoizeByPart(
    ({ nodes }) => nodes.attributes,
    ({ nodes }) => new Columns('node', nodes.attributes),
  ),
  edge: memoizeByPart(
    ({ edges }) => edges.attributes,
    ({ edges }) => new Columns('edge', edges.attributes),
  ),
}

/** The keys of a table's columns, each made when it is first asked for: looking for dates reads a whole column. */
class Columns {
  private readonly known = new Map<string, FilterKey>()

  constructor(
    private readonly of: 'node' | 'edge',
    private readonly columns: ReadonlyMap<string, Column>,
  ) {}

  get(name: string): FilterKey | undefined {
    const known = this.known.get(name)
    if (known) return known
    const column = this.columns.get(name)
    if (!column) return undefined
    const key = keyOf(this.of, name, column)
    this.known.set(name, key)
    return key
  }
}

/** The key of a column by its name: one of the nodes, else one of the edges. */
export const columnFilterKey = (graph: Graph, name: string): FilterKey | undefined =>
  keysIn.node(graph).get(name) ?? keysIn.edge(graph).get(name)

/** Gets ready what the key of a column is made from, in parts: without it the key is made at once when it is asked for. */
export function* prepareColumnFilterKey(graph: Graph, name: string): Generator<void> {
  const column = columnNamed(graph, name)
  if (column && column.kind !== 'number') yield* asGenerator(timesOf(column))
}

/** The texts of a column in parts, for the first search in them; undefined where it has none. */
export function searchableColumnTexts(graph: Graph, name: string): Incremental<SearchableTexts> | undefined {
  const column = columnNamed(graph, name)
  return column?.kind === 'text' ? searchableTextsOfColumn(column) : undefined
}

const columnNamed = ({ nodes, edges }: Graph, name: string): Column | undefined =>
  nodes.attributes.get(name) ?? edges.attributes.get(name)

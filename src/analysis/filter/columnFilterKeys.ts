import type { Column, NumberColumn } from '../../model/columns'
import { memoizeByPart, type Graph } from '../../model/graph'
import { asGenerator, incremental, memoizeByKey, type Incremental } from '../incremental'
import { searchableTextsOfColumn, type SearchableTexts } from '../search/searchableTexts'
import { timeSpansOfCategoryColumn, timeSpansOfTextColumn } from './timeSpan'
import type { FilterKeyDefinition } from './filterKey'
import type { IntervalColumn } from './intervalColumn'

const numbersOfColumn = memoizeByKey((column: NumberColumn): IntervalColumn => ({
  low: column.values,
  high: column.values,
}))

/** The times in a column; undefined if its values are not dates. A large column is read in slices. */
const timesOfColumn: (column: Column) => Incremental<{ readonly times: IntervalColumn | undefined }> = memoizeByKey(
  (column: Column) =>
    incremental(function* () {
      if (column.kind === 'text') return { times: yield* timeSpansOfTextColumn(column) }
      return { times: column.kind === 'category' ? yield* timeSpansOfCategoryColumn(column) : undefined }
    }),
)

/**
 * The filter key of an attribute column, by what it holds: numbers and dates are filtered by range, free text by what it
 * contains, and categories by value.
 */
function keyOfColumn(of: 'node' | 'edge', name: string, column: Column): FilterKeyDefinition {
  const base = { id: `@${name}`, of }
  if (column.kind === 'number') return { ...base, kind: 'numbers', numbers: () => numbersOfColumn(column), scale: {} }
  const { times } = timesOfColumn(column).finish()
  if (times) return { ...base, kind: 'numbers', numbers: () => times, scale: { dates: true } }
  if (column.kind === 'text')
    return { ...base, kind: 'texts', texts: () => searchableTextsOfColumn(column).finish(), missing: true }
  return { ...base, kind: 'words', values: () => column, missing: true }
}

const columnKeys = {
  node: memoizeByPart(
    ({ nodes }) => nodes.attributes,
    ({ nodes }) => new ColumnKeys('node', nodes.attributes),
  ),
  edge: memoizeByPart(
    ({ edges }) => edges.attributes,
    ({ edges }) => new ColumnKeys('edge', edges.attributes),
  ),
}

/** The keys of a table's columns, each made on demand: detecting dates reads the whole column. */
class ColumnKeys {
  private readonly keys = new Map<string, FilterKeyDefinition>()

  constructor(
    private readonly of: 'node' | 'edge',
    private readonly columns: ReadonlyMap<string, Column>,
  ) {}

  get(name: string): FilterKeyDefinition | undefined {
    const existing = this.keys.get(name)
    if (existing) return existing
    const column = this.columns.get(name)
    if (!column) return undefined
    const key = keyOfColumn(this.of, name, column)
    this.keys.set(name, key)
    return key
  }
}

/** The key of a column by name: a column of the nodes, else of the edges. Undefined if there is none. */
export const columnFilterKey = (graph: Graph, name: string): FilterKeyDefinition | undefined =>
  columnKeys.node(graph).get(name) ?? columnKeys.edge(graph).get(name)

/** Reads a column in slices, so that `columnFilterKey` returns at once. Without it, the whole column is read in one go. */
export function* prepareColumnFilterKey(graph: Graph, name: string): Generator<void> {
  const column = columnNamed(graph, name)
  if (column && column.kind !== 'number') yield* asGenerator(timesOfColumn(column))
}

/** The searchable texts of a text column, computed in slices; undefined for any other column. */
export function searchableColumnTexts(graph: Graph, name: string): Incremental<SearchableTexts> | undefined {
  const column = columnNamed(graph, name)
  return column?.kind === 'text' ? searchableTextsOfColumn(column) : undefined
}

const columnNamed = ({ nodes, edges }: Graph, name: string): Column | undefined =>
  nodes.attributes.get(name) ?? edges.attributes.get(name)

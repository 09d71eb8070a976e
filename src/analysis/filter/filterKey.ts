import type { Graph } from '../../model/graph'
import type { SearchableTexts } from '../search/searchableTexts'
import type { IntervalColumn } from './intervalColumn'
import type { RangeSyntax } from './numericRange'
import type { VisibleRows } from './masks'
import type { RowValues } from './rowValues'

interface FilterKeyBase {
  /** The key in a filter's text. Its label is `texts.filter.keys[id]`; a column's key (`@name`) is labelled by its name. */
  readonly id: string
  /** The table whose rows the key has values for. */
  readonly of: 'node' | 'edge'
}

/**
 * Matches rows by value; values are ids. A node key gives values to each node; an edge key gives them to each edge, and
 * to each figure if figures have them too. Values are computed once per graph.
 */
interface CategoryFilterKey extends FilterKeyBase {
  readonly kind: 'words'
  readonly values: (graph: Graph) => RowValues
  readonly figureValues?: (graph: Graph) => RowValues
  /** Whether empty rows match `NO_VALUE`; without it, the values name the rows that lack one themselves. */
  readonly missing?: true
  /** The only row with a value, if no two rows share one. */
  readonly rowOf?: (graph: Graph, value: string) => number | undefined
  /** The values within a part of the graph, for keys about how nodes are connected; rows outside have any. */
  readonly valuesWithin?: (graph: Graph, part: VisibleRows) => RowValues
}

/** Matches numbers and dates by range. */
interface NumberFilterKey extends FilterKeyBase {
  readonly kind: 'numbers'
  readonly numbers: (graph: Graph) => IntervalColumn
  readonly scale: RangeSyntax
  /** The numbers within a part of the graph, for keys about how nodes are connected; rows outside have any. */
  readonly numbersWithin?: (graph: Graph, part: VisibleRows) => IntervalColumn
  /** One byte a row, 1 for those that `largest` means, in a part or in the whole graph; see `RangeSyntax.largest`. */
  readonly largest?: (graph: Graph, part: VisibleRows | undefined) => Uint8Array
}

/** Matches texts that contain another text. */
interface TextFilterKey extends FilterKeyBase {
  readonly kind: 'texts'
  readonly texts: (graph: Graph) => SearchableTexts
  /** Whether rows without a text match `NO_VALUE`. */
  readonly missing?: true
}

/**
 * A property that a filter can ask about. Keys that filter statements (source, known ...) are evaluated by
 * `statementFilterKeys`; their values here serve counting and completion.
 */
export type FilterKeyDefinition = CategoryFilterKey | NumberFilterKey | TextFilterKey

/** Whether a key's values depend on which other nodes and edges are there, as degrees and components do. */
export const isTopological = (key: FilterKeyDefinition): boolean =>
  (key.kind === 'numbers' && key.numbersWithin !== undefined) ||
  (key.kind === 'words' && key.valuesWithin !== undefined)

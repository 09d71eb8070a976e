import type { Graph } from '../../model/graph'
import type { SearchableTexts } from '../search/searchableTexts'
import type { IntervalColumn } from './intervalColumn'
import type { RangeSyntax } from './numericRange'
import type { RowValues } from './rowValues'

interface Asking {
  readonly id: string
  /** What the interface calls it. */
  readonly label: string
  readonly of: 'node' | 'edge'
}

/**
 * Asks for one of several values, which are ids. A node key gives each node its values; an edge key gives them to each
 * edge, and to each figure where figures have them too. Values are computed once for a graph.
 */
interface CategoryFilterKey extends Asking {
  readonly kind: 'words'
  readonly values: (graph: Graph) => RowValues
  readonly figureValues?: (graph: Graph) => RowValues
  /** Rows without a value have none (`NO_VALUE`); elsewhere that is given to those that should have one. */
  readonly missing?: true
  /** The one row that has a value, where no two rows have the same. */
  readonly rowOf?: (graph: Graph, value: string) => number | undefined
}

/** Asks for numbers from one to another. */
interface NumberFilterKey extends Asking {
  readonly kind: 'numbers'
  readonly numbers: (graph: Graph) => IntervalColumn
  readonly scale: RangeSyntax
}

/** Asks for texts that contain another. */
interface TextFilterKey extends Asking {
  readonly kind: 'texts'
  readonly texts: (graph: Graph) => SearchableTexts
  /** Rows without a text have none (`NO_VALUE`). */
  readonly missing?: true
}

/** Something that a filter can ask. What asks statements (source, known ...) is evaluated by `evidence.ts`, and its values here are for counting and completing. */
export type FilterKey = CategoryFilterKey | NumberFilterKey | TextFilterKey

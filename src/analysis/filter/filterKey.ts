import type { Graph } from '../../model/graph'
import type { Texts } from '../search/searchableTexts'
import type { Numbers } from './intervalColumn'
import type { Scale } from './numericRange'
import type { Values } from './rowValues'

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
export interface WordKey extends Asking {
  readonly kind: 'words'
  readonly values: (graph: Graph) => Values
  readonly figureValues?: (graph: Graph) => Values
  /** Rows without a value have none (`NO_VALUE`); elsewhere that is given to those that should have one. */
  readonly missing?: true
  /** The one row that has a value, where no two rows have the same. */
  readonly rowOf?: (graph: Graph, value: string) => number | undefined
}

/** Asks for numbers from one to another. */
export interface NumberKey extends Asking {
  readonly kind: 'numbers'
  readonly numbers: (graph: Graph) => Numbers
  readonly scale: Scale
}

/** Asks for texts that contain another. */
export interface TextKey extends Asking {
  readonly kind: 'texts'
  readonly texts: (graph: Graph) => Texts
  /** Rows without a text have none (`NO_VALUE`). */
  readonly missing?: true
}

/** Something that a filter can ask. What asks statements (source, known ...) is evaluated by `evidence.ts`, and its values here are for counting and completing. */
export type FilterKey = WordKey | NumberKey | TextKey

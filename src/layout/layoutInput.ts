import type { TextColumn } from '../model/columns'
import { groupRowsByKey, type RowGroups } from '../model/columns'
import type { LayoutGuides } from '../model/layoutGuides'
import type { UnprojectedLand } from './projectLand'

/**
 * What is to be laid out: the drawn nodes, numbered from 0 in the order of their rows, and what layouts need to know of
 * them. Plain data, so that it crosses to a worker as it is.
 */
export interface LayoutInput {
  readonly count: number
  /** Ends of the drawn edges, as node numbers. */
  readonly source: Uint32Array
  readonly target: Uint32Array
  /** Number of each node's group (its type). Groups are numbered in the order in which they are laid out. */
  readonly group: Uint32Array
  readonly groupNames: readonly string[]
  readonly label: TextColumn
  /** Positions before the layout, x and y in turn; for a pinned node, its pin. */
  readonly start: Float32Array
  /** One byte a node: 1 if it is pinned, and keeps its start in every layout. */
  readonly fixed: Uint8Array
  /** Radius of the disc that each node needs, in units of the layout. */
  readonly radius: Float32Array
  /** For `radial`: number of the node in the centre. */
  readonly centre?: number
  /** For `time`. */
  readonly timeline?: TimelineData
  /** For `geo`: degrees, WGS 84; NaN where unknown. */
  readonly latitude?: Float64Array
  readonly longitude?: Float64Array
  /** For `geo`: one byte an edge, 1 if its source lies in its target. */
  readonly isContainment?: Uint8Array
  /** For `geo`: the land to draw behind the nodes; absent if it could not be loaded. */
  readonly landShapes?: UnprojectedLand
}

/** The values of the timeline's axis, and the lane of each node. */
export interface TimelineData {
  /** Days since 1 January 1970, or numbers; NaN where a node has none. */
  readonly values: Float64Array
  readonly kind: 'date' | 'number'
  readonly lane: Uint32Array
  readonly laneNames: readonly string[]
}

/** The result of a layout: positions by node number, x and y in turn, and what is drawn behind the nodes. */
export interface LayoutResult {
  readonly positions: Float32Array
  readonly guides: LayoutGuides
}

/** A layout that is computed in one go. The same input always gives the same result. */
export type LayoutAlgorithm = (input: LayoutInput) => LayoutResult

/** The neighbours of each node, in the order of the edges; loops are left out. */
export function neighboursByNode({ count, source, target }: LayoutInput): RowGroups {
  const edges = source.length
  const ends = new Uint32Array(edges * 2)
  ends.set(source)
  ends.set(target, edges)
  for (let edge = 0; edge < edges; edge++) if (source[edge] === target[edge]) ends[edge] = ends[edge + edges] = NO_NODE
  const { offsets, rows: halves } = groupRowsByKey(ends, count)
  return { offsets, rows: halves.map((half) => (half < edges ? target[half]! : source[half - edges]!)) }
}

/** The key of a loop's ends, which belongs to no group. */
const NO_NODE = 0xffffffff

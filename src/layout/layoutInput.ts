import type { TextColumn } from '../model/columns'
import { groupRowsByKey, type RowGroups } from '../model/columns'
import type { LayoutGuides } from '../model/layoutGuides'
import type { LandShapes } from './projectLand'

/**
 * What is to be laid out: the nodes that are drawn, numbered from 0 in the order of their rows, and what layouts ask of
 * them. Plain data, so that it crosses to a worker as it is.
 */
export interface LayoutInput {
  readonly count: number
  /** Ends of the drawn edges, as numbers of nodes. */
  readonly source: Uint32Array
  readonly target: Uint32Array
  /** Number of each node's group (its type); groups are numbered in the order in which they stand side by side. */
  readonly group: Uint32Array
  /** What the groups are called. */
  readonly groupNames: readonly string[]
  readonly label: TextColumn
  /** Positions before, x and y in turn; where the node is pinned, its pin. */
  readonly start: Float32Array
  /** One byte a node: 1 where it is pinned and holds its start in every layout. */
  readonly fixed: Uint8Array
  /** Radius of the disc that each node needs, in units of the layout. */
  readonly radius: Float32Array
  /** For `radial`: number of the node in the middle. */
  readonly centre?: number
  /** For `time`. */
  readonly timeline?: TimelineData
  /** For `geo`: degrees, WGS 84; NaN where none are known. */
  readonly latitude?: Float64Array
  readonly longitude?: Float64Array
  /** For `geo`: one byte an edge, 1 where it says that its source lies in its target. */
  readonly isContainment?: Uint8Array
  /** For `geo`: the land to draw beneath; none where absent. */
  readonly landShapes?: LandShapes
}

/** What nodes are laid out along, and the lanes that they stand in. */
export interface TimelineData {
  /** Days since 1 January 1970, or numbers; NaN where a node has none. */
  readonly values: Float64Array
  readonly kind: 'date' | 'number'
  readonly lane: Uint32Array
  readonly laneNames: readonly string[]
}

/** What a layout gives: positions by number of node, x and y in turn, and what stands behind them. */
export interface LayoutResult {
  readonly positions: Float32Array
  readonly guides: LayoutGuides
}

/** For each node the nodes at the other ends of its edges, in the order of the edges; a loop is left out. */
export function neighboursByNode({ count, source, target }: LayoutInput): RowGroups {
  const edges = source.length
  const ends = new Uint32Array(edges * 2)
  ends.set(source)
  ends.set(target, edges)
  for (let edge = 0; edge < edges; edge++) if (source[edge] === target[edge]) ends[edge] = ends[edge + edges] = NOWHERE
  const { offsets, rows: halves } = groupRowsByKey(ends, count)
  return { offsets, rows: halves.map((half) => (half < edges ? target[half]! : source[half - edges]!)) }
}

const NOWHERE = 0xffffffff

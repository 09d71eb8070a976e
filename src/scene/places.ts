import { circle } from '../layout/circle'
import { grouped } from '../layout/grouped'
import { placesOf } from '../layout/places'
import { nodeRows, type Graph } from '../model/graph'
import { originalOf } from '../model/lens'
import { memoised } from './memo'
import type { LayoutName, Pins } from './view'

/** A layout that a person can choose. */
export interface LayoutRecord {
  readonly name: LayoutName
  readonly label: string
  readonly description: string
  /** Positions by node row, x and y in turn; absent where they come from work in a worker. */
  readonly place?: (graph: Graph) => Float32Array
}

/** Every layout. To add one: write its file in `layout`, name it here. */
export const layoutRecords: readonly LayoutRecord[] = [
  { name: 'prepared', label: 'Prepared', description: 'The map that came with the data', place: placesOf },
  { name: 'force', label: 'ForceAtlas2', description: 'Ties pull, nodes push; runs until you stop it' },
  { name: 'circle', label: 'Circle', description: 'All nodes on one circle, types side by side', place: circle },
  { name: 'grouped', label: 'Grouped by type', description: 'Each type in a disc of its own', place: grouped },
]

const placed = memoised((graph: Graph, record: LayoutRecord) => record.place?.(graph))

/** Positions of a layout that needs no worker; undefined for one that does. */
export const placesIn = (graph: Graph, name: LayoutName): Float32Array | undefined =>
  placed(
    originalOf(graph),
    layoutRecords.find((each) => each.name === name)!,
  )

/** Positions with the pins put where they are; the same array where there are none. */
export function withPins(graph: Graph, places: Float32Array, pins: Pins): Float32Array {
  const pinned = Object.entries(pins).flatMap(([id, [x, y]]) => {
    const row = nodeRows(graph).get(id)
    return row === undefined ? [] : [{ row, x, y }]
  })
  if (pinned.length === 0) return places
  const moved = places.slice()
  for (const { row, x, y } of pinned) {
    moved[2 * row] = x
    moved[2 * row + 1] = y
  }
  return moved
}

/** Middle and width of a frame that holds these nodes with room around them, in a window that is `aspect` times as wide as high. */
export function cameraOn(places: Float32Array, rows: readonly number[], aspect: number) {
  const xs = rows.map((row) => places[2 * row]!)
  const ys = rows.map((row) => places[2 * row + 1]!)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [low, high] = [Math.min(...ys), Math.max(...ys)]
  const width = Math.max(right - left + 180, (high - low + 140) * aspect, 320)
  return { x: (left + right) / 2, y: (low + high) / 2, width }
}

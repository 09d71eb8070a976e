import { message } from '../../messages/message'
import type { Column } from '../../model/columns'
import type { GraphCollector } from './graphCollector'

/** The positions of nodes as the graph holds them, and columns with those of the file where the two differ. */
interface NodePlaces {
  readonly x: Float32Array
  readonly y: Float32Array
  readonly columns: ReadonlyMap<string, Column>
}

/** The largest share of the extent by which a position may be moved when it is rounded to 24 binary digits. */
const maxRounding = 1e-3
/** The relative error of a rounded position. */
const roundingError = 2 ** -24

/**
 * The positions of a file. Positions that are all the same are no positions, so that a layout is computed. Positions so far
 * from zero that rounding would blur their differences are taken relative to their middle, and stay in two columns as they
 * are in the file. Both are in the report.
 */
export function nodePlaces(collector: GraphCollector): NodePlaces {
  const { nodeCount, guesses } = collector
  const [x, y] = [collector.x.toTypedArray(nodeCount), collector.y.toTypedArray(nodeCount)]
  const [across, up] = [rangeOf(x), rangeOf(y)]
  const extent = Math.max(across.high - across.low, up.high - up.low)
  if (across.count > 1 && extent === 0) {
    guesses.push(message('formats', 'samePlaces', { nodes: across.count, x: across.low, y: up.low }))
    const none = new Float32Array(nodeCount).fill(NaN)
    return { x: none, y: none, columns: new Map() }
  }
  const farthest = Math.max(...[across, up].map(({ low, high }) => Math.max(Math.abs(low), Math.abs(high))))
  if (across.count < 2 || farthest * roundingError <= extent * maxRounding)
    return { x: Float32Array.from(x), y: Float32Array.from(y), columns: new Map() }
  const middle = { x: (across.low + across.high) / 2, y: (up.low + up.high) / 2 }
  guesses.push(message('formats', 'farPlaces', { ...middle, columnX: placeColumns.x, columnY: placeColumns.y }))
  return {
    x: Float32Array.from(x, (value) => value - middle.x),
    y: Float32Array.from(y, (value) => value - middle.y),
    columns: new Map([
      [placeColumns.x, { kind: 'number', values: x }],
      [placeColumns.y, { kind: 'number', values: y }],
    ]),
  }
}

/** The columns with the positions of the file. */
const placeColumns = { x: 'x in the file', y: 'y in the file' } as const

function rangeOf(values: Float64Array): { readonly low: number; readonly high: number; readonly count: number } {
  let [low, high, count] = [Infinity, -Infinity, 0]
  for (const value of values) {
    if (Number.isNaN(value)) continue
    if (value < low) low = value
    if (value > high) high = value
    count++
  }
  return { low, high, count }
}

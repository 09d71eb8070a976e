import { formatDate } from '../model/date'
import type { TimelineData } from './layoutInput'

/** The least distance from column to column. */
const across = 84

/** Columns from left to right, and where each node stands among them. */
export interface TimelineAxis {
  /** x of each column; one column at 0 where there are no nodes. */
  readonly columnX: Float64Array
  /** The lowest value in each column. */
  readonly columnValue: Float64Array
  /** Column of each node, and its number in its lane's stack, in the order of the nodes given. */
  readonly column: Uint32Array
  readonly stackIndex: Uint32Array
  /** The highest stack of each lane. */
  readonly maxStackHeight: Uint32Array
}

/**
 * What may begin a column, finest first: for each node a number that changes with the day, the week, the month, the
 * quarter, the year or ten years; for numbers with the value, or with its share of the whole range.
 * @param nodes in the order of their values
 */
export function* timelineUnits(nodes: Uint32Array, { values, kind }: TimelineData): Generator<Float64Array> {
  const by = (unit: (value: number) => number) => {
    const units = new Float64Array(values.length)
    for (const node of nodes) units[node] = unit(values[node]!)
    return units
  }
  yield values
  if (kind === 'number') {
    const [low, high] = [values[nodes[0]!]!, values[nodes.at(-1)!]!]
    for (const bins of [100, 50, 25, 12]) yield by((value) => Math.floor(((value - low) / (high - low)) * bins))
    return
  }
  // Weeks begin on Mondays; 1 January 1970 was a Thursday.
  yield by((day) => Math.floor((day + 3) / 7))
  const months = by((day) => {
    const date = new Date(day * 864e5)
    return date.getUTCFullYear() * 12 + date.getUTCMonth()
  })
  yield months
  for (const long of [3, 12, 120]) yield months.map((month) => Math.floor(month / long))
}

interface Filling {
  /** By node: see `unitsOf`. */
  readonly unit: Float64Array
  /** How high a lane's stack may be. */
  readonly most: number
  /** How many times the least distance columns may stand apart. */
  readonly stretch: number
}

/**
 * Fills columns with nodes that are in the order of their values: the next column begins with the next unit, or where a
 * lane's stack is full. Columns stand as far apart as their values, but neither nearer than their nodes need nor further
 * than a few times the usual.
 */
export function buildTimelineAxis(
  nodes: Uint32Array,
  { values, lane, laneNames: lanes }: TimelineData,
  { unit, most, stretch }: Filling,
): TimelineAxis {
  const column = new Uint32Array(nodes.length)
  const stack = new Uint32Array(nodes.length)
  const highest = new Uint32Array(lanes.length)
  const filled = new Uint32Array(lanes.length)
  const value: number[] = []
  nodes.forEach((node, at) => {
    const own = lane[node]!
    if (at === 0 || unit[node] !== unit[nodes[at - 1]!] || filled[own] === most) {
      filled.fill(0)
      value.push(values[node]!)
    }
    column[at] = value.length - 1
    stack[at] = filled[own]!++
    highest[own] = Math.max(highest[own]!, filled[own]!)
  })
  return {
    columnX: placesFor(value, stretch),
    columnValue: Float64Array.from(value),
    column,
    stackIndex: stack,
    maxStackHeight: highest,
  }
}

/** x of columns by their values. */
function placesFor(value: readonly number[], stretch: number): Float64Array {
  const steps = value.slice(1).map((each, at) => each - value[at]!)
  const some = steps.filter((step) => step > 0).toSorted((one, other) => one - other)
  const usual = some[some.length >> 1] ?? 1
  const x = new Float64Array(Math.max(1, value.length))
  steps.forEach((step, at) => (x[at + 1] = x[at]! + across * Math.min(stretch, Math.max(1, step / (usual * 2)))))
  return x
}

export interface TimelineTick {
  readonly x: number
  /** Empty where there is no room for words. */
  readonly text: string
}

/** Where months begin, or years where there are many months, or every so many columns for numbers. */
export function timelineTicks(axis: TimelineAxis, kind: TimelineData['kind']): TimelineTick[] {
  // In a window the whole is some seven names wide.
  const [tight, wide] = [Math.max(44, axis.columnX.at(-1)! * 0.06), Math.max(84, axis.columnX.at(-1)! * 0.11)]
  let last = -Infinity
  return namesOf(axis, kind).map(({ at, name, short }): TimelineTick => {
    const x =
      at === 0 ? -across / 2 : Math.max(axis.columnX[at]! - across / 2, (axis.columnX[at - 1]! + axis.columnX[at]!) / 2)
    const room = x - last
    if (room < tight) return { x, text: '' }
    last = x
    return { x, text: room < wide ? short : name }
  })
}

interface Name {
  /** The column that it begins with. */
  readonly at: number
  readonly name: string
  readonly short: string
}

function namesOf({ columnValue: value }: TimelineAxis, kind: TimelineData['kind']): Name[] {
  if (kind === 'number') return numbers(value)
  const months = begins(value, (day) => isoDateOfDay(day).slice(0, 7))
  const chosen = months.length > 60 ? begins(value, (day) => isoDateOfDay(day).slice(0, 4)) : months
  return chosen.map((at) => {
    const name = formatDate(isoDateOfDay(value[at]!).slice(0, months.length > 60 ? 4 : 7))
    const [first, year] = name.split(' ')
    return { at, name, short: first === 'Jan' ? year! : first! }
  })
}

/** Columns whose word differs from that of the column before. */
const begins = (value: Float64Array, word: (value: number) => string): number[] =>
  [...value.keys()].filter((at) => at === 0 || word(value[at]!) !== word(value[at - 1]!))

const numbers = (value: Float64Array): Name[] => {
  const every = Math.max(1, Math.ceil(value.length / 12))
  return [...value.keys()]
    .filter((at) => at % every === 0)
    .map((at) => ({
      at,
      name: String(Number(value[at]!.toPrecision(4))),
      short: String(Number(value[at]!.toPrecision(2))),
    }))
}

/** The calendar day so many days after 1 January 1970, as ISO text. */
export const isoDateOfDay = (day: number): string => {
  const date = new Date(day * 864e5)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

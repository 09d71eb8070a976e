import { edtfToEnglish } from '../model/date'
import type { TimelineData } from './layoutInput'

/** The minimum distance between columns. */
const columnDistance = 84

/** Columns from left to right, and the position of each node in them. */
export interface TimelineAxis {
  /** x of each column; one column at 0 if there are no nodes. */
  readonly columnX: Float64Array
  /** The lowest value of each column. */
  readonly columnValue: Float64Array
  /** The column of each node, and its index in the stack of its lane, in the order of the given nodes. */
  readonly column: Uint32Array
  readonly stackIndex: Uint32Array
  /** The highest stack of each lane. */
  readonly maxStackHeight: Uint32Array
}

/**
 * Units that columns can stand for, finest first: for each node a number that changes with the day, the week, the month, the
 * quarter, the year or the decade; for numbers, with the value or with its share of the whole range.
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
  // Weeks start on Mondays; 1 January 1970 was a Thursday.
  yield by((day) => Math.floor((day + 3) / 7))
  const months = by((day) => {
    const date = new Date(day * 864e5)
    return date.getUTCFullYear() * 12 + date.getUTCMonth()
  })
  yield months
  for (const length of [3, 12, 120]) yield months.map((month) => Math.floor(month / length))
}

interface AxisOptions {
  /** By node; see `timelineUnits`. */
  readonly unit: Float64Array
  /** The maximum height of a stack. */
  readonly maxStackHeight: number
  /** The maximum distance between columns, as a multiple of the minimum distance. */
  readonly stretch: number
}

/**
 * Fills columns with nodes, which are sorted by their values: a new column starts with the next unit, or if the stack of a lane is
 * full. The distance of columns is proportional to that of their values, within the minimum that nodes need and a multiple of it.
 */
export function buildTimelineAxis(
  nodes: Uint32Array,
  { values, lane, laneNames }: TimelineData,
  { unit, maxStackHeight, stretch }: AxisOptions,
): TimelineAxis {
  const column = new Uint32Array(nodes.length)
  const stackIndex = new Uint32Array(nodes.length)
  const highest = new Uint32Array(laneNames.length)
  const currentHeight = new Uint32Array(laneNames.length)
  const columnValues: number[] = []
  nodes.forEach((node, index) => {
    const ownLane = lane[node]!
    if (index === 0 || unit[node] !== unit[nodes[index - 1]!] || currentHeight[ownLane] === maxStackHeight) {
      currentHeight.fill(0)
      columnValues.push(values[node]!)
    }
    column[index] = columnValues.length - 1
    stackIndex[index] = currentHeight[ownLane]!++
    highest[ownLane] = Math.max(highest[ownLane]!, currentHeight[ownLane]!)
  })
  return {
    columnX: columnPositions(columnValues, stretch),
    columnValue: Float64Array.from(columnValues),
    column,
    stackIndex,
    maxStackHeight: highest,
  }
}

/** x of columns by their values. */
function columnPositions(values: readonly number[], stretch: number): Float64Array {
  const steps = values.slice(1).map((each, index) => each - values[index]!)
  const positiveSteps = steps.filter((step) => step > 0).toSorted((one, other) => one - other)
  const median = positiveSteps[positiveSteps.length >> 1] ?? 1
  const x = new Float64Array(Math.max(1, values.length))
  steps.forEach(
    (step, index) => (x[index + 1] = x[index]! + columnDistance * Math.min(stretch, Math.max(1, step / (median * 2)))),
  )
  return x
}

/** A line at the start of a month, year or number. */
export interface TimelineTick {
  readonly x: number
  /** Empty if there is no space for a label. */
  readonly text: string
}

/** Ticks at the start of months, or of years if there are many months, or every few columns for numbers. */
export function timelineTicks(axis: TimelineAxis, kind: TimelineData['kind']): TimelineTick[] {
  // The whole width has space for about seven names.
  const [minSpace, spaceForName] = [
    Math.max(44, axis.columnX.at(-1)! * 0.06),
    Math.max(84, axis.columnX.at(-1)! * 0.11),
  ]
  let last = -Infinity
  return tickNames(axis, kind).map(({ column, name, short }): TimelineTick => {
    const x =
      column === 0
        ? -columnDistance / 2
        : Math.max(axis.columnX[column]! - columnDistance / 2, (axis.columnX[column - 1]! + axis.columnX[column]!) / 2)
    const space = x - last
    if (space < minSpace) return { x, text: '' }
    last = x
    return { x, text: space < spaceForName ? short : name }
  })
}

interface TickName {
  /** The column at which it starts. */
  readonly column: number
  readonly name: string
  readonly short: string
}

function tickNames({ columnValue }: TimelineAxis, kind: TimelineData['kind']): TickName[] {
  if (kind === 'number') return numberNames(columnValue)
  const months = changes(columnValue, (day) => isoDateOfDay(day).slice(0, 7))
  const chosen = months.length > 60 ? changes(columnValue, (day) => isoDateOfDay(day).slice(0, 4)) : months
  return chosen.map((column) => {
    const name = edtfToEnglish(isoDateOfDay(columnValue[column]!).slice(0, months.length > 60 ? 4 : 7))
    const [first, year] = name.split(' ')
    return { column, name, short: first === 'Jan' ? year! : first! }
  })
}

/** Columns whose text differs from that of the column before. */
const changes = (values: Float64Array, textOf: (value: number) => string): number[] =>
  [...values.keys()].filter((column) => column === 0 || textOf(values[column]!) !== textOf(values[column - 1]!))

const numberNames = (values: Float64Array): TickName[] => {
  const interval = Math.max(1, Math.ceil(values.length / 12))
  return [...values.keys()]
    .filter((column) => column % interval === 0)
    .map((column) => ({
      column,
      name: String(Number(values[column]!.toPrecision(4))),
      short: String(Number(values[column]!.toPrecision(2))),
    }))
}

/** A day since 1 January 1970 as an ISO date; empty if it is out of range. */
export const isoDateOfDay = (day: number): string => {
  const date = new Date(day * 864e5)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

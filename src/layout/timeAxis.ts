import { readableDate } from '../model/date'
import type { When } from './plan'

/** The least distance from column to column. */
const across = 62
/** Up to so many different values each has a column of its own. */
const distinct = 250

/** Columns from left to right, and where each node stands among them. */
export interface Axis {
  /** x of each column; one column at 0 where there are no nodes. */
  readonly x: Float64Array
  /** The lowest value in each column. */
  readonly value: Float64Array
  /** Column of each node, and its number in its lane's stack, in the order of the nodes given. */
  readonly column: Uint32Array
  readonly stack: Uint32Array
  /** The highest stack of each lane. */
  readonly highest: Uint32Array
}

/**
 * Fills columns with nodes that are in the order of their values: the next column begins with another value, or where a
 * lane's stack is full. Columns stand as far apart as their values, but neither nearer than their nodes need nor further
 * than a few times the usual.
 * @param most how high a lane's stack may be
 */
export function columnsOf(nodes: Uint32Array, { values, lane, lanes }: When, most: number): Axis {
  const column = new Uint32Array(nodes.length)
  const stack = new Uint32Array(nodes.length)
  const highest = new Uint32Array(lanes.length)
  const filled = new Uint32Array(lanes.length)
  const apart = differentIn(nodes, values) <= distinct
  const value: number[] = []
  nodes.forEach((node, at) => {
    const own = values[node]!
    const other = value.length === 0 || (apart && own !== values[nodes[at - 1]!])
    if (other || filled[lane[node]!] === most) {
      filled.fill(0)
      value.push(own)
    }
    column[at] = value.length - 1
    stack[at] = filled[lane[node]!]!++
    highest[lane[node]!] = Math.max(highest[lane[node]!]!, filled[lane[node]!]!)
  })
  return { x: placesFor(value), value: Float64Array.from(value), column, stack, highest }
}

function differentIn(nodes: Uint32Array, values: Float64Array): number {
  let count = 0
  nodes.forEach((node, at) => (count += at === 0 || values[node] !== values[nodes[at - 1]!] ? 1 : 0))
  return count
}

/** x of columns by their values. */
function placesFor(value: readonly number[]): Float64Array {
  const steps = value.slice(1).map((each, at) => each - value[at]!)
  const some = steps.filter((step) => step > 0).toSorted((one, other) => one - other)
  const usual = some[some.length >> 1] ?? 1
  const x = new Float64Array(Math.max(1, value.length))
  steps.forEach((step, at) => (x[at + 1] = x[at]! + across * Math.min(4, Math.max(1, step / (usual * 2)))))
  return x
}

export interface Tick {
  readonly x: number
  /** Empty where there is no room for words. */
  readonly text: string
}

/** Where months begin, or years where there are many months, or every so many columns for numbers. */
export function ticksOf(axis: Axis, kind: When['kind']): Tick[] {
  if (axis.value.length === 0) return []
  const names = axis.value.length > 0 ? namesOf(axis, kind) : []
  let last = -Infinity
  return names.flatMap(({ at, name, short }): Tick[] => {
    const x = at === 0 ? -across / 2 : Math.max(axis.x[at]! - across / 2, (axis.x[at - 1]! + axis.x[at]!) / 2)
    const room = x - last
    if (room < 44) return [{ x, text: '' }]
    last = x
    return [{ x, text: room < 84 ? short : name }]
  })
}

interface Name {
  /** The column that it begins with. */
  readonly at: number
  readonly name: string
  readonly short: string
}

function namesOf({ value }: Axis, kind: When['kind']): Name[] {
  if (kind === 'number') return numbers(value)
  const months = begins(value, (day) => isoDay(day).slice(0, 7))
  const chosen = months.length > 60 ? begins(value, (day) => isoDay(day).slice(0, 4)) : months
  return chosen.map((at) => {
    const name = readableDate(isoDay(value[at]!).slice(0, months.length > 60 ? 4 : 7))
    return { at, name, short: name.split(' ')[0]! }
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
export const isoDay = (day: number): string => {
  const date = new Date(day * 864e5)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

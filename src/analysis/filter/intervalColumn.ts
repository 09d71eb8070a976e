/**
 * A number a row, NaN where there is none. A date is all milliseconds from `low` to `high`, both included; of a plain
 * number both are the same array.
 */
export interface IntervalColumn {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** From one number to another, both included; infinite where a side is open. */
export interface NumericRange {
  readonly low: number
  readonly high: number
}

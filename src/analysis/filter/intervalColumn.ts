/**
 * One interval a row, NaN if there is none. A date covers all milliseconds from `low` to `high`, both included; for plain
 * numbers both are the same array.
 */
export interface IntervalColumn {
  readonly low: Float64Array
  readonly high: Float64Array
}

/** A range with both bounds included; an open side is infinite. */
export interface NumericRange {
  readonly low: number
  readonly high: number
}

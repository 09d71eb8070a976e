import { NONE } from '../../model/columns'

type Numbers = Uint8Array | Uint32Array | Float64Array | Float32Array

/** A typed array that grows as it is written to. Cells that were never written hold `fillValue`. */
export class GrowableArray<Values extends Numbers> {
  values: Values
  /** One more than the last written index. */
  length = 0

  constructor(
    readonly allocate: (length: number) => Values,
    readonly fillValue: number,
    capacity = 64,
  ) {
    this.values = this.#allocateFilled(capacity, 0)
  }

  set(row: number, value: number): void {
    if (row >= this.values.length) this.#grow(row + 1)
    this.values[row] = value
    if (row >= this.length) this.length = row + 1
  }

  /** Grows to at least this number of rows. */
  reserve(rows: number): void {
    if (rows > this.values.length) this.#grow(rows)
  }

  push(value: number): void {
    this.set(this.length, value)
  }

  /** The value of a row; `fillValue` if none was written. */
  at(row: number): number {
    return row < this.length ? this.values[row]! : this.fillValue
  }

  /** A copy with exactly this number of rows. */
  toTypedArray(rows: number): Values {
    if (rows > this.values.length) this.#grow(rows)
    return this.values.slice(0, rows) as Values
  }

  #grow(minLength: number): void {
    const before = this.values
    this.values = this.#allocateFilled(Math.max(minLength, (before.length * 1.6) | 0), before.length)
    this.values.set(before as never)
  }

  #allocateFilled(length: number, from: number): Values {
    const values = this.allocate(length)
    if (this.fillValue !== 0) values.fill(this.fillValue, from)
    return values
  }
}

export const growableCodes = (): GrowableArray<Uint32Array> =>
  new GrowableArray((length) => new Uint32Array(length), NONE)
export const growableCounts = (): GrowableArray<Uint32Array> =>
  new GrowableArray((length) => new Uint32Array(length), 0)
export const growableDoubles = (): GrowableArray<Float64Array> =>
  new GrowableArray((length) => new Float64Array(length), NaN)
export const growableFlags = (): GrowableArray<Uint8Array> => new GrowableArray((length) => new Uint8Array(length), 0)

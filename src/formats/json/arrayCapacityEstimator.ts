import type { JsonScanner } from './jsonScanner'

const minCapacity = 64

/** Estimates the final length of arrays from the records read so far, so that they rarely have to grow. */
export class ArrayCapacityEstimator {
  readonly #start: number

  constructor(readonly json: JsonScanner) {
    this.#start = json.offset
  }

  /** The new length for an array that is too short for `records`. Trusts the estimate once a quarter of the file is read. */
  capacityFor(records: number): number {
    const { offset: at, bytes } = this.json
    const estimate = Math.ceil((1.02 * records * (bytes.length - this.#start)) / Math.max(1, at - this.#start))
    return Math.max(minCapacity, records * 4 > estimate ? Math.max(estimate, records) : records * 2)
  }
}

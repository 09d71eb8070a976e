import type { JsonScanner } from './jsonScanner'

const least = 64

/** How much room the columns of a list take: once a quarter of the file is read, the rest is as good as known. */
export class ArrayCapacityEstimator {
  readonly #from: number

  constructor(readonly json: JsonScanner) {
    this.#from = json.offset
  }

  /** The length that an array should have which is too short for so many records. */
  capacityFor(records: number): number {
    const { offset: at, bytes } = this.json
    const all = Math.ceil((1.02 * records * (bytes.length - this.#from)) / Math.max(1, at - this.#from))
    return Math.max(least, records * 4 > all ? Math.max(all, records) : records * 2)
  }
}

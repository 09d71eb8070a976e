import type { JsonBytes } from './jsonScanner'

const least = 64

/** How much room the columns of a list take: once a quarter of the file is read, the rest is as good as known. */
export class Room {
  readonly #from: number

  constructor(readonly json: JsonBytes) {
    this.#from = json.at
  }

  /** The length that an array should have which is too short for so many records. */
  for(records: number): number {
    const { at, bytes } = this.json
    const all = Math.ceil((1.02 * records * (bytes.length - this.#from)) / Math.max(1, at - this.#from))
    return Math.max(least, records * 4 > all ? Math.max(all, records) : records * 2)
  }
}

/**
 * Remembers which name followed each name last time, as a range of the file: graph files repeat the same names in the same
 * order millions of times, and comparing bytes is faster than a lookup.
 */
export class NextNameCache {
  readonly #bytes: Uint8Array
  readonly #from: Int32Array
  readonly #to: Int32Array
  readonly #number: Int16Array

  constructor(bytes: Uint8Array, count: number) {
    this.#bytes = bytes
    this.#from = new Int32Array(count)
    this.#to = new Int32Array(count)
    this.#number = new Int16Array(count).fill(-1)
  }

  /** The end of the remembered name if it is at `here`; -1 if something else is. */
  matchEnd(after: number, here: number): number {
    const bytes = this.#bytes
    const from = this.#from[after]!
    const to = this.#to[after]!
    if (to === 0 || here + to - from >= bytes.length) return -1
    let at = here
    for (let expected = from; expected < to; expected++, at++) if (bytes[expected] !== bytes[at]) return -1
    return at
  }

  /** The number of the remembered name. */
  nameNumber(after: number): number {
    return this.#number[after]!
  }

  /** Copies what is remembered under one index to another. */
  copy(after: number, to: number): void {
    this.#from[to] = this.#from[after]!
    this.#to[to] = this.#to[after]!
    this.#number[to] = this.#number[after]!
  }

  /** Remembers the name in a range of the file. */
  learn(after: number, number: number, ...[from, to]: [number, number]): void {
    this.#from[after] = from
    this.#to[after] = to
    this.#number[after] = number
  }
}

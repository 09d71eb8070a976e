/**
 * What followed last time after each of some things, as stretches of the file: files of graphs say the same names in the
 * same order a million times, and comparing is quicker than looking up.
 */
export class NextNameCache {
  readonly #bytes: Uint8Array
  readonly #from: Int32Array
  readonly #to: Int32Array
  readonly #number: Int16Array

  constructor(bytes: Uint8Array, things: number) {
    this.#bytes = bytes
    this.#from = new Int32Array(things)
    this.#to = new Int32Array(things)
    this.#number = new Int16Array(things).fill(-1)
  }

  /** Where what is known to follow ends, if it stands here; -1 where something else does. */
  matchEnd(after: number, here: number): number {
    const bytes = this.#bytes
    const from = this.#from[after]!
    const to = this.#to[after]!
    if (to === 0 || here + to - from >= bytes.length) return -1
    let at = here
    for (let known = from; known < to; known++, at++) if (bytes[known] !== bytes[at]) return -1
    return at
  }

  /** Which it is. */
  nameNumber(after: number): number {
    return this.#number[after]!
  }

  /** What is known of one thing holds of another too. */
  copy(after: number, to: number): void {
    this.#from[to] = this.#from[after]!
    this.#to[to] = this.#to[after]!
    this.#number[to] = this.#number[after]!
  }

  learn(after: number, number: number, ...[from, to]: [number, number]): void {
    this.#from[after] = from
    this.#to[after] = to
    this.#number[after] = number
  }
}

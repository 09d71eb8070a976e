import { Utf8StringTable } from './utf8StringTable'

/**
 * Values by name in UTF-8, for names that come again and again in the same order, as keys of records do: the name that
 * followed last time is compared first, before any lookup.
 */
export class OrderPredictingMap<Thing> {
  readonly values: Thing[] = []
  readonly #codes = new Utf8StringTable()
  /** The code of the name that followed each name last time. */
  readonly #next: number[] = []
  #last = 0

  /** `createMissing` makes the value of a name that was never set. */
  constructor(readonly createMissing: (name: string) => Thing) {}

  set(name: string, thing: Thing): void {
    this.values[this.#codes.codeOfText(name)] = thing
  }

  get(bytes: Uint8Array, from: number, to: number): Thing {
    const guess = this.#next[this.#last]
    if (guess !== undefined && this.#codes.codeMatches(guess, bytes, from, to)) {
      this.#last = guess
      return this.values[guess]!
    }
    const code = this.#codes.codeOfBytes(bytes, from, to)
    this.#next[this.#last] = code
    this.#last = code
    return (this.values[code] ??= this.createMissing(this.#codes.text(code)))
  }
}

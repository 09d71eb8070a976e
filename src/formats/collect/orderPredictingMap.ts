import { Utf8StringTable } from './utf8StringTable'

/**
 * Things by what a file calls them. Rows tend to name the same ones in the same order: the one that followed last time is
 * compared before any is looked up.
 */
export class OrderPredictingMap<Thing> {
  readonly values: Thing[] = []
  readonly #codes = new Utf8StringTable()
  /** Which one was named after each the last time. */
  readonly #after: number[] = []
  #last = 0

  /** `createMissing` makes a thing that was never declared, when it is first named. */
  constructor(readonly createMissing: (name: string) => Thing) {}

  set(name: string, thing: Thing): void {
    this.values[this.#codes.codeOfText(name)] = thing
  }

  get(bytes: Uint8Array, from: number, to: number): Thing {
    const guess = this.#after[this.#last]
    if (guess !== undefined && this.#codes.codeMatches(guess, bytes, from, to)) {
      this.#last = guess
      return this.values[guess]!
    }
    const code = this.#codes.codeOfBytes(bytes, from, to)
    this.#after[this.#last] = code
    this.#last = code
    return (this.values[code] ??= this.createMissing(this.#codes.text(code)))
  }
}

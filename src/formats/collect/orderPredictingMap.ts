import { ByteTable } from './utf8StringTable'

/**
 * Things by what a file calls them. Rows tend to name the same ones in the same order: the one that followed last time is
 * compared before any is looked up.
 */
export class InOrder<Thing> {
  readonly all: Thing[] = []
  readonly #codes = new ByteTable()
  /** Which one was named after each the last time. */
  readonly #after: number[] = []
  #last = 0

  /** `unknown` makes a thing that was never declared, when it is first named. */
  constructor(readonly unknown: (name: string) => Thing) {}

  declare(name: string, thing: Thing): void {
    this.all[this.#codes.codeOf(name)] = thing
  }

  at(bytes: Uint8Array, from: number, to: number): Thing {
    const guess = this.#after[this.#last]
    if (guess !== undefined && this.#codes.holds(guess, bytes, from, to)) {
      this.#last = guess
      return this.all[guess]!
    }
    const code = this.#codes.code(bytes, from, to)
    this.#after[this.#last] = code
    this.#last = code
    return (this.all[code] ??= this.unknown(this.#codes.text(code)))
  }
}

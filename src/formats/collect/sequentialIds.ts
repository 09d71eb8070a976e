const ZERO = 0x30
/** Number of digits that always fit into a small integer. */
const maxDigits = 9

/**
 * Consecutive ids, as many programs name their nodes: "n0", "n1", "n2". The first one defines the prefix and the first
 * number; the owner increases `count` as the next ones appear. The index of a text follows from its number alone.
 */
export class SequentialIds {
  /** Number of consecutive texts so far; 0 if the first one does not end in a number. */
  count = 0
  #prefix = new Uint8Array(0)
  #first = 0

  /** Starts the sequence with its first text. */
  start(source: Uint8Array, from: number, to: number): void {
    let at = to
    while (at > from && to - at < maxDigits && isDigit(source[at - 1]!)) at--
    while (at < to - 1 && source[at] === ZERO) at++
    if (at === to) return
    this.#prefix = source.slice(from, at)
    this.#first = numberIn(source, at, to)
    this.count = 1
  }

  /** The index that a text would have in the sequence, whether it is part of it yet or not; negative if it cannot be. */
  indexOf(source: Uint8Array, from: number, to: number): number {
    const prefix = this.#prefix
    const start = from + prefix.length
    if (start >= to || to - start > maxDigits) return -1
    const number = numberIn(source, start, to)
    if (number < this.#first) return -1
    for (let at = 0; at < prefix.length; at++) if (source[from + at] !== prefix[at]) return -1
    return number - this.#first
  }
}

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= 0x39

/** The value of a range of digits; -1 if there are other bytes or a leading zero. */
function numberIn(source: Uint8Array, from: number, to: number): number {
  if (source[from] === ZERO && to - from > 1) return -1
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = source[at]! - ZERO
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}

const ZERO = 0x30
/** So many digits always fit into a small integer. */
const mostDigits = 9

/**
 * Texts that are counted up, as many programs call their nodes: "n0", "n1", "n2". The first one tells what stands before the
 * number; how many follow it without a gap is for the owner to say, by `count`. Which of them a text is takes no look at the
 * others.
 */
export class SequentialIds {
  /** So many texts have been counted up; 0 where the first one is no such text. */
  count = 0
  #before = new Uint8Array(0)
  #first = 0

  /** Takes the first text. */
  start(source: Uint8Array, from: number, to: number): void {
    let at = to
    while (at > from && to - at < mostDigits && isDigit(source[at - 1]!)) at--
    while (at < to - 1 && source[at] === ZERO) at++
    if (at === to) return
    this.#before = source.slice(from, at)
    this.#first = numberIn(source, at, to)
    this.count = 1
  }

  /** How far behind the first a text would stand; below 0 where nowhere. */
  indexOf(source: Uint8Array, from: number, to: number): number {
    const before = this.#before
    const start = from + before.length
    if (start >= to || to - start > mostDigits) return -1
    const number = numberIn(source, start, to)
    if (number < this.#first) return -1
    for (let at = 0; at < before.length; at++) if (source[from + at] !== before[at]) return -1
    return number - this.#first
  }
}

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= 0x39

/** The number that digits write; -1 where there is anything else, or a zero too many. */
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

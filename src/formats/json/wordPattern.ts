/** A sequence of at least four bytes that is compared four at a time. */
export interface WordPattern {
  /** Its whole words of four bytes, as little-endian numbers. */
  readonly words: Int32Array
  /** Its last four bytes, which may overlap with the last word. */
  readonly last: number
  readonly length: number
}

/** A pattern that matches nowhere. */
export const unmatchableWordPattern: WordPattern = { words: new Int32Array(0), last: 0, length: Infinity }

/** The pattern of a range of bytes; `unmatchableWordPattern` if it is shorter than 4 or longer than 256 bytes. */
export function wordPatternOf(bytes: Uint8Array, from: number, to: number): WordPattern {
  const length = to - from
  if (length < 4 || length > 256) return unmatchableWordPattern
  const view = new DataView(bytes.buffer, bytes.byteOffset + from, length)
  const words = Int32Array.from({ length: length >> 2 }, (_, word) => view.getInt32(word * 4, true))
  return { words, last: view.getInt32(length - 4, true), length }
}

const ones = 0x01010101
const highs = 0x80808080 | 0
const zeroIn = (word: number): number => (word - ones) & ~word

/**
 * The high bits of those of four bytes that are quotation marks, backslashes, control characters or not ASCII. Only the
 * lowest bit is reliable: it marks the first such byte, and is missing if there is none (Mycroft's test for a zero byte;
 * Warren, Hacker's Delight, 6-1).
 */
export const specialByteMask = (word: number): number =>
  (word | zeroIn(word ^ 0x22222222) | zeroIn(word ^ 0x5c5c5c5c) | ((word - 0x20202020) & ~word)) & highs

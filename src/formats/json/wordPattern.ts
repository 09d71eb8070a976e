/** A stretch of bytes, at least four, to be found again four at a time. */
export interface WordPattern {
  /** All of its bytes that fill words, as little-endian numbers. */
  readonly words: Int32Array
  /** Its last four bytes, likewise. */
  readonly last: number
  readonly length: number
}

/** A stretch that stands nowhere. */
export const unmatchableWordPattern: WordPattern = { words: new Int32Array(0), last: 0, length: Infinity }

/** The stretch between two places; `unmatchableWordPattern` where it is too short to be one, or so long that it is not worth it. */
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
 * Of four bytes of a string, the high bits of those that are quotes, backslashes, control characters or no ASCII: that the
 * lowest of these bits stands at the first of them is sure, and that there is none where there is none (Mycroft's test for
 * a zero byte; Warren, Hacker's Delight, 6-1).
 */
export const specialByteMask = (word: number): number =>
  (word | zeroIn(word ^ 0x22222222) | zeroIn(word ^ 0x5c5c5c5c) | ((word - 0x20202020) & ~word)) & highs

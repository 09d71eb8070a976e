/** A fault in a data set, with its position. Its text is English, for authors on the command line. */
export interface DatasetFault {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly what: string
}

/** The fault in the form that compilers use, so that editors make it a link. */
export const formatDatasetFault = ({ file, line, column, what }: DatasetFault): string =>
  `${file}:${line}:${column} ${what}`

/** `; did you mean "..."?` if a known word is similar, else an empty text. */
export function didYouMean(word: string, known: Iterable<string>): string {
  let best = ''
  let min = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const each of known) {
    const distance = boundedDamerauDistance(word, each, min)
    if (distance < min) [best, min] = [each, distance]
  }
  return best && `; did you mean "${best}"?`
}

/**
 * Restricted Damerau-Levenshtein distance (Damerau, 1964): the number of characters to replace, insert, delete or swap
 * with a neighbour. Returns `max` or more if the distance is at least `max`.
 */
export function boundedDamerauDistance(one: string, other: string, max: number): number {
  if (Math.abs(one.length - other.length) >= max) return max
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const next = [row]
    for (let column = 1; column <= other.length; column++) {
      const change = last[column - 1]! + (one[row - 1] === other[column - 1] ? 0 : 1)
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      const swap = row > 1 && column > 1 && swapped ? before[column - 2]! + 1 : Infinity
      next.push(Math.min(change, last[column]! + 1, next[column - 1]! + 1, swap))
    }
    before = last
    last = next
  }
  return last[other.length]!
}

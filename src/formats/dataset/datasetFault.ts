/** Something wrong in a data set, with the place where a person mends it. */
export interface DatasetFault {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly what: string
}

/** As compilers write it, so that editors make it a link. */
export const formatDatasetFault = ({ file, line, column, what }: DatasetFault): string =>
  `${file}:${line}:${column} ${what}`

/** "; did you mean ..." where a known word is near, else nothing. */
export function didYouMean(word: string, known: Iterable<string>): string {
  let best = ''
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  for (const each of known) {
    const distance = boundedDamerauDistance(word, each, least)
    if (distance < least) [best, least] = [each, distance]
  }
  return best && `; did you mean "${best}"?`
}

/** Letters to change, add, drop or swap with a neighbour (Damerau, 1964, restricted), not counted beyond `most`. */
export function boundedDamerauDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) >= most) return most
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

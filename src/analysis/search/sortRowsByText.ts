import type { SearchableTexts } from './searchableTexts'

/** Number of letters compared in one slice: a few milliseconds. */
const lettersPerSlice = 400_000
/** Shorter ranges are sorted by insertion. */
const insertionLimit = 10

/** A range of rows whose texts share their first `depth` letters. */
interface RowRange {
  readonly from: number
  readonly to: number
  readonly depth: number
}

/**
 * Sorts each range of rows by their first text, as `<` compares strings; rows with equal texts are in order of row. Three-way
 * radix quicksort, which reads each letter about once if many texts share a prefix (Bentley and Sedgewick, SODA 1997).
 */
export function* sortRowsByText(
  texts: SearchableTexts,
  rows: Uint32Array,
  ranges: readonly RowRange[],
): Generator<void, Uint32Array> {
  const letterAt = letterReader(texts)
  const waiting = [...ranges]
  let compared = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { from, to, depth } = next
    compared += to - from
    if (to - from < insertionLimit) sortByInsertion(texts, rows, next)
    else waiting.push(...partition(letterAt, rows, { from, to, depth }))
    if (compared < lettersPerSlice) continue
    compared = 0
    yield
  }
  return rows
}

/** The letter of a row's text at a depth; -1 past its end. */
type LetterReader = (row: number, depth: number) => number

function letterReader({ block, starts, firsts }: SearchableTexts): LetterReader {
  return (row, depth) => {
    const text = firsts ? firsts[row]! : row
    const index = starts[text]! + depth
    return index >= starts[text + 1]! - 1 ? -1 : block.charCodeAt(index)
  }
}

/** Partitions a range by one letter into lower, equal and higher; texts that ended are equal and are sorted by row. */
function partition(letterAt: LetterReader, rows: Uint32Array, { from, to, depth }: RowRange): RowRange[] {
  const pivot = median(
    letterAt(rows[from]!, depth),
    letterAt(rows[(from + to) >> 1]!, depth),
    letterAt(rows[to - 1]!, depth),
  )
  let [low, high] = [from, to]
  for (let at = from; at < high;) {
    const row = rows[at]!
    const letter = letterAt(row, depth)
    if (letter < pivot) {
      rows[at++] = rows[low]!
      rows[low++] = row
    } else if (letter > pivot) {
      rows[at] = rows[--high]!
      rows[high] = row
    } else at++
  }
  if (pivot < 0) rows.subarray(low, high).sort()
  const equal = pivot < 0 ? [] : [{ from: low, to: high, depth: depth + 1 }]
  return [{ from, to: low, depth }, ...equal, { from: high, to, depth }].filter((each) => each.to - each.from > 1)
}

const median = (one: number, two: number, three: number): number =>
  Math.max(Math.min(one, two), Math.min(Math.max(one, two), three))

function sortByInsertion(texts: SearchableTexts, rows: Uint32Array, { from, to, depth }: RowRange): void {
  const { block, starts, firsts } = texts
  const rest = (row: number): string => {
    const text = firsts ? firsts[row]! : row
    return block.slice(starts[text]! + depth, starts[text + 1]! - 1)
  }
  for (let at = from + 1; at < to; at++) {
    const row = rows[at]!
    const text = rest(row)
    let target = at
    for (; target > from; target--) {
      const other = rows[target - 1]!
      const otherText = rest(other)
      if (otherText < text || (otherText === text && other < row)) break
      rows[target] = other
    }
    rows[target] = row
  }
}

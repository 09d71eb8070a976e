import type { SearchableTexts } from './searchableTexts'

/** So many letters are compared in one part: some milliseconds. */
const lettersAtOnce = 400_000
/** Fewer rows than this are sorted by putting each in its place. */
const few = 10

/** A stretch of rows that begin with the same letters, as many as `depth`. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly depth: number
}

/**
 * Sorts rows by their first text, as `<` compares strings; rows with the same text stand in order. Stretches are rows
 * that are sorted among themselves. Three-way radix quicksort, which looks at each letter about once where many texts
 * begin alike (Bentley and Sedgewick, SODA 1997).
 */
export function* sortRowsByText(
  texts: SearchableTexts,
  rows: Uint32Array,
  stretches: readonly Stretch[],
): Generator<void, Uint32Array> {
  const letter = letterOf(texts)
  const waiting = [...stretches]
  let compared = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { from, to, depth } = next
    compared += to - from
    if (to - from < few) insert(texts, rows, next)
    else waiting.push(...parted(letter, rows, { from, to, depth }))
    if (compared < lettersAtOnce) continue
    compared = 0
    yield
  }
  return rows
}

/** The letter of a row's text at a depth; -1 behind its end. */
type Letter = (row: number, depth: number) => number

function letterOf({ block, starts, firsts }: SearchableTexts): Letter {
  return (row, depth) => {
    const text = firsts ? firsts[row]! : row
    const place = starts[text]! + depth
    return place >= starts[text + 1]! - 1 ? -1 : block.charCodeAt(place)
  }
}

/** Parts a stretch by one letter in lower, equal and higher; what is equal to its end needs only its rows in order. */
function parted(letter: Letter, rows: Uint32Array, { from, to, depth }: Stretch): Stretch[] {
  const pivot = middle(letter(rows[from]!, depth), letter(rows[(from + to) >> 1]!, depth), letter(rows[to - 1]!, depth))
  let [low, high] = [from, to]
  for (let at = from; at < high;) {
    const row = rows[at]!
    const own = letter(row, depth)
    if (own < pivot) {
      rows[at++] = rows[low]!
      rows[low++] = row
    } else if (own > pivot) {
      rows[at] = rows[--high]!
      rows[high] = row
    } else at++
  }
  if (pivot < 0) rows.subarray(low, high).sort()
  const same = pivot < 0 ? [] : [{ from: low, to: high, depth: depth + 1 }]
  return [{ from, to: low, depth }, ...same, { from: high, to, depth }].filter((each) => each.to - each.from > 1)
}

const middle = (one: number, two: number, three: number): number =>
  Math.max(Math.min(one, two), Math.min(Math.max(one, two), three))

function insert(texts: SearchableTexts, rows: Uint32Array, { from, to, depth }: Stretch): void {
  const { block, starts, firsts } = texts
  const rest = (row: number): string => {
    const text = firsts ? firsts[row]! : row
    return block.slice(starts[text]! + depth, starts[text + 1]! - 1)
  }
  for (let at = from + 1; at < to; at++) {
    const row = rows[at]!
    const own = rest(row)
    let place = at
    for (; place > from; place--) {
      const other = rows[place - 1]!
      const theirs = rest(other)
      if (theirs < own || (theirs === own && other < row)) break
      rows[place] = other
    }
    rows[place] = row
  }
}

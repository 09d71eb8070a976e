/** A word within a longer text, and how many edits are forgiven; -1 where that way of matching is not asked for. */
interface WordQuery {
  readonly from: number
  readonly length: number
  /** Between the text and the whole word. */
  readonly whole: number
  /** Between the text and a beginning of the word. */
  readonly beginning: number
}

/** A word that only begins so is a little further off than one that is so. */
export const prefixMatchPenalty = 0.5

/** Texts longer than this are compared as they are: no typing slip makes two of them equal that differ. */
export const maxFuzzyLength = 64

const rows = [0, 1, 2].map(() => new Uint16Array(2 * maxFuzzyLength + 3))

/**
 * Edits between a text and a word (letters wrong, left out, added, or two neighbours swapped), or a beginning of the word
 * and `further`, whichever is less; -1 where there are more than are forgiven. Optimal string alignment distance
 * (Damerau, CACM 7, 1964; restricted to one edit a place), row by row with an end as soon as all of a row is too far.
 */
export function boundedEditDistance(
  text: string,
  block: string,
  { from, length, whole, beginning }: WordQuery,
): number {
  const most = Math.max(whole, beginning)
  const width = Math.min(length, text.length + most)
  if (text.length > maxFuzzyLength || most === 0) return sameBeginning(text, block, { from, length, whole, beginning })
  const last = lastRow(text, block, { from, width, most })
  return last ? leastOf(last, width, { from, length, whole, beginning }) : -1
}

interface Band {
  readonly from: number
  readonly width: number
  readonly most: number
}

/** Edits between the text and each beginning of the word; undefined where all are more than `most`. */
function lastRow(text: string, block: string, { from, width, most }: Band): Uint16Array | undefined {
  let [above, own, next] = rows as [Uint16Array, Uint16Array, Uint16Array]
  for (let at = 0; at <= width; at++) own[at] = at
  for (let row = 1; row <= text.length; row++) {
    const letter = text.charCodeAt(row - 1)
    // NaN before the first letter, which equals none.
    const before = text.charCodeAt(row - 2)
    let last = -1
    let least = (next[0] = row)
    for (let at = 1; at <= width; at++) {
      const other = block.charCodeAt(from + at - 1)
      let edits = Math.min(own[at - 1]! + Number(letter !== other), own[at]! + 1, next[at - 1]! + 1)
      if (other === before && last === letter && above[at - 2]! < edits) edits = above[at - 2]! + 1
      next[at] = edits
      if (edits < least) least = edits
      last = other
    }
    if (least > most) return undefined
    ;[above, own, next] = [own, next, above]
  }
  return own
}

function leastOf(last: Uint16Array, width: number, { length, whole, beginning }: WordQuery): number {
  const edits = width === length && last[length]! <= whole ? last[length]! : Infinity
  let begun = Infinity
  for (let at = 1; at <= width; at++) begun = Math.min(begun, last[at]!)
  const least = Math.min(edits, begun <= beginning ? begun + prefixMatchPenalty : Infinity)
  return least === Infinity ? -1 : least
}

function sameBeginning(text: string, block: string, { from, length, whole, beginning }: WordQuery): number {
  if (length < text.length || !block.startsWith(text, from)) return -1
  if (length === text.length && whole >= 0) return 0
  return beginning >= 0 ? prefixMatchPenalty : -1
}

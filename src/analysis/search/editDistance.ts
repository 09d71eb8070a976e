/** A word within a longer text, and the maximum number of edits; -1 turns that way of matching off. */
interface WordQuery {
  readonly from: number
  readonly length: number
  /** Maximum edits between the text and the whole word. */
  readonly whole: number
  /** Maximum edits between the text and a prefix of the word. */
  readonly prefix: number
}

/** Added to the distance of a prefix, so that an equally near whole word comes first. */
export const prefixMatchPenalty = 0.5

/** Longer texts are compared exactly. */
export const maxFuzzyLength = 64

const rows = [0, 1, 2].map(() => new Uint16Array(2 * maxFuzzyLength + 3))

/**
 * The edit distance between a text and a word, or a prefix of the word plus `prefixMatchPenalty`, whichever is smaller; -1
 * if there are more edits than allowed. Edits are substitutions, deletions, insertions and transpositions: optimal string
 * alignment distance (Damerau, CACM 7, 1964; at most one edit a position), row by row, ending once a whole row exceeds the
 * maximum.
 */
export function wordOrPrefixEditDistance(
  text: string,
  block: string,
  { from, length, whole, prefix }: WordQuery,
): number {
  const maxEdits = Math.max(whole, prefix)
  const width = Math.min(length, text.length + maxEdits)
  if (text.length > maxFuzzyLength || maxEdits === 0) return exactDistance(text, block, { from, length, whole, prefix })
  const last = lastMatrixRow(text, block, { from, width, maxEdits })
  return last ? smallestDistance(last, width, { from, length, whole, prefix }) : -1
}

interface Band {
  readonly from: number
  readonly width: number
  readonly maxEdits: number
}

/** The distances between the text and each prefix of the word; undefined if all exceed `maxEdits`. */
function lastMatrixRow(text: string, block: string, { from, width, maxEdits }: Band): Uint16Array | undefined {
  let [above, own, next] = rows as [Uint16Array, Uint16Array, Uint16Array]
  for (let at = 0; at <= width; at++) own[at] = at
  for (let row = 1; row <= text.length; row++) {
    const letter = text.charCodeAt(row - 1)
    // NaN before the first letter, which equals nothing.
    const before = text.charCodeAt(row - 2)
    let last = -1
    let rowMin = (next[0] = row)
    for (let at = 1; at <= width; at++) {
      const other = block.charCodeAt(from + at - 1)
      let edits = Math.min(own[at - 1]! + Number(letter !== other), own[at]! + 1, next[at - 1]! + 1)
      if (other === before && last === letter && above[at - 2]! < edits) edits = above[at - 2]! + 1
      next[at] = edits
      if (edits < rowMin) rowMin = edits
      last = other
    }
    if (rowMin > maxEdits) return undefined
    ;[above, own, next] = [own, next, above]
  }
  return own
}

function smallestDistance(last: Uint16Array, width: number, { length, whole, prefix }: WordQuery): number {
  const edits = width === length && last[length]! <= whole ? last[length]! : Infinity
  let prefixEdits = Infinity
  for (let at = 1; at <= width; at++) prefixEdits = Math.min(prefixEdits, last[at]!)
  const smallest = Math.min(edits, prefixEdits <= prefix ? prefixEdits + prefixMatchPenalty : Infinity)
  return smallest === Infinity ? -1 : smallest
}

function exactDistance(text: string, block: string, { from, length, whole, prefix }: WordQuery): number {
  if (length < text.length || !block.startsWith(text, from)) return -1
  if (length === text.length && whole >= 0) return 0
  return prefix >= 0 ? prefixMatchPenalty : -1
}

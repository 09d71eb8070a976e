import { foldCaseAndDiacritics } from '../../model/nodeNames'

/**
 * The entries each of whose labels has all words of a text: at the beginning of a word before anywhere else, then as
 * letters in order ("exsv" finds "Export SVG"). In the order of how well they match, else as they were. No text
 * matches all.
 */
export function matchEntriesByLabel<Entry extends { readonly label: string }>(
  entries: readonly Entry[],
  text: string,
): readonly Entry[] {
  const words = foldCaseAndDiacritics(text).split(/\s+/).filter(Boolean)
  return entries
    .map((entry) => ({
      entry,
      rank: Math.max(0, ...words.map((word) => rankOf(foldCaseAndDiacritics(entry.label), word))),
    }))
    .filter(({ rank }) => rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry)
}

function rankOf(label: string, word: string): number {
  const at = label.indexOf(word)
  if (at === 0 || label.includes(` ${word}`)) return 0
  if (at > 0) return 1
  return word.length > 2 && hasInOrder(label, word) ? 2 : 3
}

function hasInOrder(label: string, letters: string): boolean {
  let at = -1
  return [...letters].every((letter) => (at = label.indexOf(letter, at + 1)) >= 0)
}

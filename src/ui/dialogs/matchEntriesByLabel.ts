import { foldCaseAndDiacritics } from '../../model/nodeNames'

/**
 * The entries whose label contains every word of a text, best matches first: at the start of a word, anywhere else, or as
 * letters in order ("exsv" finds "Export SVG"). Equal matches keep their order, and an empty text matches everything.
 */
export function matchEntriesByLabel<Entry extends { readonly label: string }>(
  entries: readonly Entry[],
  text: string,
): readonly Entry[] {
  const words = foldCaseAndDiacritics(text).split(/\s+/).filter(Boolean)
  return entries
    .map((entry) => {
      const label = foldCaseAndDiacritics(entry.label)
      return { entry, rank: Math.max(0, ...words.map((word) => matchRank(label, word))) }
    })
    .filter(({ rank }) => rank < noMatch)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry)
}

const noMatch = 3

/** 0 at the start of a word, 1 elsewhere, 2 as letters in order, 3 for no match. */
function matchRank(label: string, word: string): number {
  const index = label.indexOf(word)
  if (index === 0 || label.includes(` ${word}`)) return 0
  if (index > 0) return 1
  return word.length > 2 && hasLettersInOrder(label, word) ? 2 : noMatch
}

function hasLettersInOrder(label: string, letters: string): boolean {
  let index = -1
  return [...letters].every((letter) => (index = label.indexOf(letter, index + 1)) >= 0)
}

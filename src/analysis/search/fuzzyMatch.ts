import { wordOrPrefixEditDistance, maxFuzzyLength } from './editDistance'
import { forEachTextContaining, type SearchableTexts } from './searchableTexts'
import {
  STANDALONE_CHARACTER_CLASS,
  SEPARATOR,
  WORD_CHARACTER_CLASS,
  characterClassOf,
  letterMask,
  type WordIndex,
} from './wordIndex'

/** A matching text, and its distance: the edits over all words, with a penalty for words that match only by a prefix. */
interface FuzzyMatch {
  readonly text: number
  readonly distance: number
}

/** Up to this number of candidates, their own words are scanned instead of the whole index. */
const fewCandidates = 500

/**
 * The texts that contain, for every word of the query, a similar word: one within edits of a quarter of its letters, or one
 * that begins with it, with at most one edit. Numbers must match exactly: a different number is a different thing.
 */
export function fuzzyMatches(texts: SearchableTexts, vocabulary: WordIndex, wanted: string): FuzzyMatch[] {
  const parts = partsOfQuery(wanted).toSorted((one, other) => other.length - one.length)
  let candidates: FuzzyMatch[] | undefined
  for (const part of parts) {
    candidates =
      candidates && candidates.length <= fewCandidates
        ? candidates.flatMap((each) => matchInText(texts, each, part))
        : matchByIndex(texts, vocabulary, part, candidates)
    if (candidates.length === 0) return []
  }
  return candidates ?? []
}

/** The candidates (or all texts, if undefined) that match a part, found through the word index. */
function matchByIndex(
  texts: SearchableTexts,
  vocabulary: WordIndex,
  part: string,
  candidates: readonly FuzzyMatch[] | undefined,
): FuzzyMatch[] {
  const count = texts.starts.length - 1
  const added = new Float32Array(count).fill(Infinity)
  const reached: number[] = []
  const reach = (text: number, edits: number): void => {
    if (added[text] !== Infinity) return
    added[text] = edits
    if (!candidates) reached.push(text)
  }
  if (isStandalone(part)) forEachTextContaining(texts, part, (text) => reach(text, 0))
  else reachWords(texts.block, vocabulary, part, reach)
  if (!candidates) return reached.map((text) => ({ text, distance: added[text]! }))
  return candidates.flatMap(({ text, distance }) =>
    added[text] === Infinity ? [] : [{ text, distance: distance + added[text]! }],
  )
}

function reachWords(
  block: string,
  vocabulary: WordIndex,
  part: string,
  reach: (text: number, edits: number) => void,
): void {
  const { offsets, rows } = vocabulary.texts
  for (const { word, edits } of similarWords(block, vocabulary, part))
    for (let at = offsets[word]!; at < offsets[word + 1]!; at++) reach(rows[at]!, edits)
}

/** A candidate with its distance to one more part added; empty if none of its words is similar. */
function matchInText({ block, starts }: SearchableTexts, { text, distance }: FuzzyMatch, part: string): FuzzyMatch[] {
  const [from, to] = [starts[text]!, starts[text + 1]! - 1]
  if (isStandalone(part)) return block.slice(from, to).includes(part) ? [{ text, distance }] : []
  const { whole, prefix } = allowedEdits(part)
  let smallest = Infinity
  for (let at = from, start = from; at <= to; at++) {
    if (characterClassOf(block.charCodeAt(at)) === WORD_CHARACTER_CLASS) continue
    const edits =
      at > start ? wordOrPrefixEditDistance(part, block, { from: start, length: at - start, whole, prefix }) : -1
    if (edits >= 0) smallest = Math.min(smallest, edits)
    start = at + 1
  }
  return smallest === Infinity ? [] : [{ text, distance: distance + smallest }]
}

const isStandalone = (part: string): boolean => characterClassOf(part.charCodeAt(0)) === STANDALONE_CHARACTER_CLASS

/** The maximum number of edits for a part of the query, in whole words and in prefixes. */
function allowedEdits(part: string): { whole: number; prefix: number } {
  if (part.length > maxFuzzyLength || /^\p{N}+$/u.test(part)) return { whole: 0, prefix: 0 }
  return { whole: Math.round(part.length / 4), prefix: part.length < 4 ? 0 : 1 }
}

/** The words of a query; Chinese and Japanese characters are parts of their own. */
function partsOfQuery(wanted: string): string[] {
  const parts: string[] = []
  let inWord = false
  for (let at = 0; at < wanted.length; at++) {
    const kind = characterClassOf(wanted.charCodeAt(at))
    if (kind === WORD_CHARACTER_CLASS && inWord) parts[parts.length - 1] += wanted[at]!
    else if (kind !== SEPARATOR) parts.push(wanted[at]!)
    inWord = kind === WORD_CHARACTER_CLASS
  }
  return parts
}

function similarWords(
  block: string,
  { at, length, letters }: WordIndex,
  part: string,
): { word: number; edits: number }[] {
  const partLetters = letterMask(part, 0, part.length)
  const allowed = allowedEdits(part)
  const shortest = part.length - allowed.whole
  const longest = part.length + allowed.whole
  const found: { word: number; edits: number }[] = []
  for (let word = 0; word < at.length; word++) {
    const long = length[word]!
    if (long < shortest) continue
    const missing = countBits(partLetters & ~letters[word]!)
    const whole =
      long <= longest && missing <= allowed.whole && countBits(letters[word]! & ~partLetters) <= allowed.whole
    const prefix = long > part.length - allowed.prefix && missing <= allowed.prefix
    if (!whole && !prefix) continue
    const query = {
      from: at[word]!,
      length: long,
      whole: whole ? allowed.whole : -1,
      prefix: prefix ? allowed.prefix : -1,
    }
    const edits = wordOrPrefixEditDistance(part, block, query)
    if (edits >= 0) found.push({ word, edits })
  }
  return found.sort((one, other) => one.edits - other.edits)
}

function countBits(value: number): number {
  let sums = value - ((value >>> 1) & 0x55555555)
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333)
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

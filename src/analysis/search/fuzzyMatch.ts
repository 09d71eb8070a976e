import { boundedEditDistance, maxFuzzyLength } from './editDistance'
import { forEachTextContaining, type SearchableTexts } from './searchableTexts'
import {
  STANDALONE_CHARACTER,
  SEPARATOR,
  WORD_CHARACTER,
  characterClassOf,
  letterMask,
  type WordIndex,
} from './wordIndex'

/** How far a text is from what is searched for: edits over all words, and a little where a word only begins so. */
interface FuzzyMatch {
  readonly text: number
  readonly distance: number
}

/** While so few texts are left, their own words are looked at instead of all words. */
const few = 500

/**
 * The texts that have every word that is searched for, or one that is near it: at most a quarter of its letters wrong,
 * left out, added or in each other's place; or a word that begins with it, with at most one such slip. A number is
 * forgiven nothing: another number is another thing.
 */
export function fuzzyMatches(texts: SearchableTexts, vocabulary: WordIndex, wanted: string): FuzzyMatch[] {
  const parts = partsOf(wanted).toSorted((one, other) => other.length - one.length)
  let left: FuzzyMatch[] | undefined
  for (const part of parts) {
    left =
      left && left.length <= few
        ? left.flatMap((each) => stillNear(texts, each, part))
        : narrowed(texts, vocabulary, part, left)
    if (left.length === 0) return []
  }
  return left ?? []
}

/** The texts that have a part, of those that are left. */
function narrowed(
  texts: SearchableTexts,
  vocabulary: WordIndex,
  part: string,
  left: readonly FuzzyMatch[] | undefined,
): FuzzyMatch[] {
  const count = texts.starts.length - 1
  const added = new Float32Array(count).fill(Infinity)
  const reached: number[] = []
  const reach = (text: number, edits: number): void => {
    if (added[text] !== Infinity) return
    added[text] = edits
    if (!left) reached.push(text)
  }
  if (isAlone(part)) forEachTextContaining(texts, part, (text) => reach(text, 0))
  else reachWords(texts.block, vocabulary, part, reach)
  if (!left) return reached.map((text) => ({ text, distance: added[text]! }))
  return left.flatMap(({ text, distance }) =>
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
  for (const { word, edits } of wordsNear(block, vocabulary, part))
    for (let at = offsets[word]!; at < offsets[word + 1]!; at++) reach(rows[at]!, edits)
}

/** A text as it is with one more part: nothing where it has no word that is near. */
function stillNear({ block, starts }: SearchableTexts, { text, distance }: FuzzyMatch, part: string): FuzzyMatch[] {
  const [from, to] = [starts[text]!, starts[text + 1]! - 1]
  if (isAlone(part)) return block.slice(from, to).includes(part) ? [{ text, distance }] : []
  const { whole, beginning } = slipsIn(part)
  let least = Infinity
  for (let at = from, start = from; at <= to; at++) {
    if (characterClassOf(block.charCodeAt(at)) === WORD_CHARACTER) continue
    const edits =
      at > start ? boundedEditDistance(part, block, { from: start, length: at - start, whole, beginning }) : -1
    if (edits >= 0) least = Math.min(least, edits)
    start = at + 1
  }
  return least === Infinity ? [] : [{ text, distance: distance + least }]
}

const isAlone = (part: string): boolean => characterClassOf(part.charCodeAt(0)) === STANDALONE_CHARACTER

/** The slips that are forgiven in a part of what is searched for. */
function slipsIn(part: string): { whole: number; beginning: number } {
  if (part.length > maxFuzzyLength || /^\p{N}+$/u.test(part)) return { whole: 0, beginning: 0 }
  return { whole: Math.round(part.length / 4), beginning: part.length < 4 ? 0 : 1 }
}

/** The words of what is searched for, and its Chinese and Japanese letters one by one. */
function partsOf(wanted: string): string[] {
  const parts: string[] = []
  let open = false
  for (let at = 0; at < wanted.length; at++) {
    const kind = characterClassOf(wanted.charCodeAt(at))
    if (kind === WORD_CHARACTER && open) parts[parts.length - 1] += wanted[at]!
    else if (kind !== SEPARATOR) parts.push(wanted[at]!)
    open = kind === WORD_CHARACTER
  }
  return parts
}

function wordsNear(block: string, { at, length, letters }: WordIndex, part: string): { word: number; edits: number }[] {
  const own = letterMask(part, 0, part.length)
  const slips = slipsIn(part)
  const shortest = part.length - slips.whole
  const longest = part.length + slips.whole
  const found: { word: number; edits: number }[] = []
  for (let word = 0; word < at.length; word++) {
    const long = length[word]!
    if (long < shortest) continue
    const missing = bits(own & ~letters[word]!)
    const whole = long <= longest && missing <= slips.whole && bits(letters[word]! & ~own) <= slips.whole
    const beginning = long > part.length - slips.beginning && missing <= slips.beginning
    if (!whole && !beginning) continue
    const asked = {
      from: at[word]!,
      length: long,
      whole: whole ? slips.whole : -1,
      beginning: beginning ? slips.beginning : -1,
    }
    const edits = boundedEditDistance(part, block, asked)
    if (edits >= 0) found.push({ word, edits })
  }
  return found.sort((one, other) => one.edits - other.edits)
}

function bits(value: number): number {
  let left = value - ((value >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

import { groupRowsByKey, type RowGroups } from '../../model/columns'
import { incremental, memoizeByKey, type Incremental } from '../incremental'
import type { SearchableTexts } from './searchableTexts'

/**
 * The distinct words of some texts, each with the texts that contain it. A word is a run of letters and digits; Chinese and
 * Japanese characters are not indexed, since they are searched directly.
 */
export interface WordIndex {
  /** Index of each word's first occurrence in the block, its length, and its letters as a bit mask. */
  readonly at: Uint32Array
  readonly length: Uint32Array
  readonly letters: Uint32Array
  readonly texts: RowGroups
}

export const [SEPARATOR, WORD_CHARACTER_CLASS, STANDALONE_CHARACTER_CLASS] = [0, 1, 2]

const unclassified = 255
const classes = new Uint8Array(0x10000).fill(unclassified)

/** The class of a UTF-16 unit: separator, word character or standalone character. Surrogates count as word characters. */
export function characterClassOf(unit: number): number {
  const known = classes[unit]!
  return known === unclassified ? (classes[unit] = classify(String.fromCharCode(unit))) : known
}

/** Unicode properties are tested last: their first use takes the engine tens of milliseconds. */
function classify(letter: string): number {
  if (letter.toLowerCase() !== letter.toUpperCase() || /[0-9\ud800-\udfff]/.test(letter)) return WORD_CHARACTER_CLASS
  if (letter < '\x80') return SEPARATOR
  if (/[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]/.test(letter)) return STANDALONE_CHARACTER_CLASS
  return /[\p{L}\p{N}\p{M}]/u.test(letter) ? WORD_CHARACTER_CLASS : SEPARATOR
}

/** One bit per letter a-z, one per two digits; other scripts share the bits of the letters. */
const bitOf = (unit: number): number => {
  if (unit >= 97 && unit <= 122) return 1 << (unit - 97)
  return unit >= 48 && unit <= 57 ? 1 << (26 + ((unit - 48) >> 1)) : 1 << (unit % 26)
}

/** The letters of a part of a text, as a bit mask (see `bitOf`). */
export function letterMask(text: string, from: number, to: number): number {
  let letters = 0
  for (let at = from; at < to; at++) letters |= bitOf(text.charCodeAt(at))
  return letters >>> 0
}

/** Number of UTF-16 units split into words in one slice. */
const unitsPerSlice = 50_000

/** The word index of some texts, computed in slices and once. */
export const wordIndexOfTexts: (texts: SearchableTexts) => Incremental<WordIndex> = memoizeByKey(
  (texts: SearchableTexts) =>
    incremental(function* () {
      const builder = new WordIndexBuilder(texts.block)
      for (let from = 0; from < texts.block.length;) {
        const to =
          from + unitsPerSlice >= texts.block.length
            ? texts.block.length
            : texts.block.indexOf('\n', from + unitsPerSlice) + 1
        builder.addWords(from, to)
        from = to
        yield
      }
      return yield* builder.build(texts)
    }),
)

/** Collects words in a hash table with open addressing, keyed by their text in the block. */
class WordIndexBuilder {
  private table = new Uint32Array(1 << 12)
  private hashes = new Uint32Array(1 << 11)
  private at = new Uint32Array(1 << 11)
  private length = new Uint32Array(1 << 11)
  private count = 0
  /** The word and the index in the block of every occurrence. */
  private occurrenceWord = new Uint32Array(1 << 12)
  private occurrenceIndex = new Uint32Array(1 << 12)
  private occurrences = 0

  constructor(private readonly block: string) {}

  addWords(from: number, to: number): void {
    let start = -1
    let hash = 0
    for (let at = from; at < to; at++) {
      const unit = this.block.charCodeAt(at)
      if (characterClassOf(unit) === WORD_CHARACTER_CLASS) {
        if (start < 0) [start, hash] = [at, 0x811c9dc5]
        hash = Math.imul(hash ^ unit, 0x01000193)
      } else if (start >= 0) {
        this.addOccurrence(start, at - start, hash >>> 0)
        start = -1
      }
    }
  }

  private addOccurrence(at: number, length: number, hash: number): void {
    if (this.occurrences === this.occurrenceWord.length) {
      this.occurrenceWord = doubled(this.occurrenceWord)
      this.occurrenceIndex = doubled(this.occurrenceIndex)
    }
    this.occurrenceIndex[this.occurrences] = at
    this.occurrenceWord[this.occurrences++] = this.findOrAdd(at, length, hash)
  }

  private findOrAdd(at: number, length: number, hash: number): number {
    const mask = this.table.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (; this.table[slot] !== 0; slot = (slot + 1) & mask) {
      const word = this.table[slot]! - 1
      if (this.hashes[word] === hash && this.length[word] === length && this.isEqual(this.at[word]!, at, length))
        return word
    }
    this.table[slot] = this.count + 1
    return this.add(at, length, hash)
  }

  private isEqual(one: number, other: number, length: number): boolean {
    for (let at = 0; at < length; at++)
      if (this.block.charCodeAt(one + at) !== this.block.charCodeAt(other + at)) return false
    return true
  }

  private add(at: number, length: number, hash: number): number {
    if (this.count === this.at.length) {
      ;[this.at, this.length, this.hashes] = [doubled(this.at), doubled(this.length), doubled(this.hashes)]
    }
    const word = this.count++
    this.at[word] = at
    this.length[word] = length
    this.hashes[word] = hash
    if (this.count * 2 > this.table.length) this.growTable()
    return word
  }

  private growTable(): void {
    const mask = this.table.length * 2 - 1
    this.table = new Uint32Array(mask + 1)
    for (let word = 0; word < this.count; word++) {
      const hash = this.hashes[word]!
      let slot = (hash ^ (hash >>> 15)) & mask
      while (this.table[slot] !== 0) slot = (slot + 1) & mask
      this.table[slot] = word + 1
    }
  }

  *build(texts: SearchableTexts): Generator<void, WordIndex> {
    const { count, occurrences, block, occurrenceIndex: textOfOccurrence } = this
    const [at, length] = [this.at.slice(0, count), this.length.slice(0, count)]
    const { offsets, rows } = groupRowsByKey(this.occurrenceWord.subarray(0, occurrences), count)
    yield
    // Occurrences are in order of the block, so one pass replaces each index by its text, in place.
    for (let occurrence = 0, text = 0; occurrence < occurrences; occurrence++) {
      while (texts.starts[text + 1]! <= textOfOccurrence[occurrence]!) text++
      textOfOccurrence[occurrence] = text
    }
    for (let row = 0; row < occurrences; row++) rows[row] = textOfOccurrence[rows[row]!]!
    yield
    const letters = new Uint32Array(count)
    for (let word = 0; word < count; word++) letters[word] = letterMask(block, at[word]!, at[word]! + length[word]!)
    return { at, length, letters, texts: { offsets, rows } }
  }
}

function doubled(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(values.length * 2)
  larger.set(values)
  return larger
}

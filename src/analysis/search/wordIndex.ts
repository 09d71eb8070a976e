import { groupRowsByKey, type RowGroups } from '../../model/columns'
import { incremental, memoizeByKey, type Incremental } from '../incremental'
import type { SearchableTexts } from './searchableTexts'

/**
 * The different words of some texts, each once, with the texts that have it. A word is a run of letters and digits;
 * Chinese and Japanese letters stand by themselves and are looked for as they are.
 */
export interface WordIndex {
  /** Where each word first stands in the block, how long it is, and which letters it has. */
  readonly at: Uint32Array
  readonly length: Uint32Array
  readonly letters: Uint32Array
  readonly texts: RowGroups
}

export const [SEPARATOR, WORD_CHARACTER, STANDALONE_CHARACTER] = [0, 1, 2]

const unknown = 255
const kinds = new Uint8Array(0x10000).fill(unknown)

/** What a UTF-16 unit is to a word; halves of a pair count as letters. */
export function characterClassOf(unit: number): number {
  const kind = kinds[unit]!
  return kind === unknown ? (kinds[unit] = kindOfLetter(String.fromCharCode(unit))) : kind
}

/** Tables of Unicode are asked last: making them ready takes the engine tens of milliseconds. */
function kindOfLetter(letter: string): number {
  if (letter.toLowerCase() !== letter.toUpperCase() || /[0-9\ud800-\udfff]/.test(letter)) return WORD_CHARACTER
  if (letter < '\x80') return SEPARATOR
  if (/[\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]/.test(letter)) return STANDALONE_CHARACTER
  return /[\p{L}\p{N}\p{M}]/u.test(letter) ? WORD_CHARACTER : SEPARATOR
}

/** One bit a letter, two digits a bit; other scripts share the bits of the letters. */
const bitOf = (unit: number): number => {
  if (unit >= 97 && unit <= 122) return 1 << (unit - 97)
  return unit >= 48 && unit <= 57 ? 1 << (26 + ((unit - 48) >> 1)) : 1 << (unit % 26)
}

export function letterMask(text: string, from: number, to: number): number {
  let letters = 0
  for (let at = from; at < to; at++) letters |= bitOf(text.charCodeAt(at))
  return letters >>> 0
}

/** So many UTF-16 units are cut into words in one part. */
const unitsAtOnce = 50_000

/** The words of some texts, cut and collected once. */
export const wordIndexOfTexts: (texts: SearchableTexts) => Incremental<WordIndex> = memoizeByKey(
  (texts: SearchableTexts) =>
    incremental(function* () {
      const words = new Words(texts.block)
      for (let from = 0; from < texts.block.length;) {
        const to =
          from + unitsAtOnce >= texts.block.length
            ? texts.block.length
            : texts.block.indexOf('\n', from + unitsAtOnce) + 1
        words.cut(from, to)
        from = to
        yield
      }
      return yield* words.vocabulary(texts)
    }),
)

/** Words on their way to a vocabulary: a hash table with open addressing over the places of the words in the block. */
class Words {
  private table = new Uint32Array(1 << 12)
  private hashes = new Uint32Array(1 << 11)
  private at = new Uint32Array(1 << 11)
  private length = new Uint32Array(1 << 11)
  private count = 0
  /** The word and the place of everything that was cut. */
  private word = new Uint32Array(1 << 12)
  private place = new Uint32Array(1 << 12)
  private cuts = 0

  constructor(private readonly block: string) {}

  cut(from: number, to: number): void {
    let start = -1
    let hash = 0
    for (let at = from; at < to; at++) {
      const unit = this.block.charCodeAt(at)
      if (characterClassOf(unit) === WORD_CHARACTER) {
        if (start < 0) [start, hash] = [at, 0x811c9dc5]
        hash = Math.imul(hash ^ unit, 0x01000193)
      } else if (start >= 0) {
        this.note(start, at - start, hash >>> 0)
        start = -1
      }
    }
  }

  private note(at: number, length: number, hash: number): void {
    if (this.cuts === this.word.length) [this.word, this.place] = [doubled(this.word), doubled(this.place)]
    this.place[this.cuts] = at
    this.word[this.cuts++] = this.find(at, length, hash)
  }

  private find(at: number, length: number, hash: number): number {
    const mask = this.table.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (; this.table[slot] !== 0; slot = (slot + 1) & mask) {
      const word = this.table[slot]! - 1
      if (this.hashes[word] === hash && this.length[word] === length && this.same(this.at[word]!, at, length))
        return word
    }
    this.table[slot] = this.count + 1
    return this.add(at, length, hash)
  }

  private same(one: number, other: number, length: number): boolean {
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
    if (this.count * 2 > this.table.length) this.spread()
    return word
  }

  private spread(): void {
    const mask = this.table.length * 2 - 1
    this.table = new Uint32Array(mask + 1)
    for (let word = 0; word < this.count; word++) {
      const hash = this.hashes[word]!
      let slot = (hash ^ (hash >>> 15)) & mask
      while (this.table[slot] !== 0) slot = (slot + 1) & mask
      this.table[slot] = word + 1
    }
  }

  *vocabulary(texts: SearchableTexts): Generator<void, WordIndex> {
    const { count, cuts, block, place } = this
    const [at, length] = [this.at.slice(0, count), this.length.slice(0, count)]
    const { offsets, rows } = groupRowsByKey(this.word.subarray(0, cuts), count)
    yield
    for (let cut = 0, text = 0; cut < cuts; cut++) {
      while (texts.starts[text + 1]! <= place[cut]!) text++
      place[cut] = text
    }
    for (let row = 0; row < cuts; row++) rows[row] = place[rows[row]!]!
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

import type { Column, TextColumn } from '../../model/columns'
import { cellAt, textAt } from '../../model/columns'
import type { Graph, NodeTable } from '../../model/graph'
import type { Language } from '../../messages/language'
import { nodeNamesAsWritten, type NodeNameFields } from '../../model/nodeNames'
import { foldLargeText } from './foldLargeText'
import { incremental, memoizeByKey, type Incremental } from '../incremental'

/**
 * Folded texts (see `foldCaseAndDiacritics` in model/nodeNames) as one string, which `indexOf` searches at gigabytes per
 * second. Each text ends with a line feed; line feeds within a text are replaced by spaces.
 */
export interface SearchableTexts {
  readonly block: string
  /** Start of each text in the block, in UTF-16 units, and the end of the last. */
  readonly starts: Uint32Array
  /** Index of the first text of each row, and the number of texts; undefined if every row has exactly one text. */
  readonly firsts?: Uint32Array
}

/** Number of rows folded in one slice: 5 to 10 ms. */
const rowsPerSlice = 8192

/** The texts of a column, one a row. */
export const searchableTextsOfColumn: (column: TextColumn) => Incremental<SearchableTexts> = memoizeByKey(
  (column: TextColumn) =>
    incremental(function* () {
      const count = column.offsets.length - 1
      const builder = new TextBlockBuilder(count)
      for (let from = 0; from < count; from += rowsPerSlice) {
        builder.add(foldedLines(column, from, Math.min(count, from + rowsPerSlice)))
        yield
      }
      return builder.texts()
    }),
)

const nameFields = ['family', 'given', 'ja', 'kana', 'acronym', 'aliases'] as const

/** The names of the nodes: all names if the table has columns for them, otherwise the labels. */
export function searchableNodeNames({ nodes }: Graph): Incremental<SearchableTexts> {
  const columns = nameFields.flatMap((name) => nodes.attributes.get(name) ?? [])
  if (columns.length === 0) return searchableTextsOfColumn(nodes.label)
  const cached = namesCache.get(nodes.label)
  if (cached?.columns.every((column, at) => column === columns[at]) && cached.columns.length === columns.length)
    return cached.texts
  const texts = textsOfAllNames(nodes)
  namesCache.set(nodes.label, { columns, texts })
  return texts
}

/** Cached by the label column, so that a graph that only gained other columns reuses the result. */
const namesCache = new WeakMap<TextColumn, { columns: readonly Column[]; texts: Incremental<SearchableTexts> }>()

const textsOfAllNames = (nodes: NodeTable): Incremental<SearchableTexts> =>
  incremental(function* () {
    const firsts = new Uint32Array(nodes.count + 1)
    const builder = new TextBlockBuilder(nodes.count)
    for (let from = 0; from < nodes.count; from += rowsPerSlice / 8) {
      const written: string[] = []
      for (let row = from; row < Math.min(nodes.count, from + rowsPerSlice / 8); row++) {
        const names = nodeNamesAt(nodes, row)
        firsts[row + 1] = firsts[row]! + names.length
        for (const name of names) written.push(name.replaceAll('\n', ' '), '\n')
      }
      builder.add(foldLargeText(written.join('')))
      yield
    }
    return { ...builder.texts(), firsts }
  })

/** The names of one node as written, in the order of `searchableNodeNames`. */
export function nodeNamesAt({ label, attributes }: NodeTable, row: number): string[] {
  const names: Record<string, unknown> = { label: textAt(label, row) }
  for (const field of nameFields) {
    const column = attributes.get(field)
    if (column) names[field] = cellAt(column, row)
  }
  return nodeNamesAsWritten(names as unknown as NodeNameFields)
}

/** The label of each node in a language; in Japanese, the Japanese name if there is one. */
export function searchableNodeLabels({ nodes }: Graph, language: Language): Incremental<SearchableTexts> {
  const ja = language === 'ja' ? nodes.attributes.get('ja') : undefined
  if (!ja) return searchableTextsOfColumn(nodes.label)
  const cached = japaneseLabelsCache.get(nodes.label)
  if (cached?.ja === ja) return cached.texts
  const texts = textsOfJapaneseLabels(nodes, ja)
  japaneseLabelsCache.set(nodes.label, { ja, texts })
  return texts
}

const japaneseLabelsCache = new WeakMap<TextColumn, { ja: Column; texts: Incremental<SearchableTexts> }>()

const textsOfJapaneseLabels = (nodes: NodeTable, ja: Column): Incremental<SearchableTexts> =>
  incremental(function* () {
    const builder = new TextBlockBuilder(nodes.count)
    for (let from = 0; from < nodes.count; from += rowsPerSlice / 4) {
      const labels: string[] = []
      for (let row = from; row < Math.min(nodes.count, from + rowsPerSlice / 4); row++)
        labels.push(String(cellAt(ja, row) ?? textAt(nodes.label, row)).replaceAll('\n', ' '), '\n')
      builder.add(foldLargeText(labels.join('')))
      yield
    }
    return builder.texts()
  })

/** Joins folded parts into one block. */
class TextBlockBuilder {
  private readonly parts: string[] = []
  private starts: Uint32Array
  private length = 0
  private count = 0

  constructor(texts: number) {
    this.starts = new Uint32Array(texts + 1)
  }

  /** Adds texts, each of which ends with a line feed. */
  add(part: string): void {
    for (let at = part.indexOf('\n'); at >= 0; at = part.indexOf('\n', at + 1)) {
      if (++this.count === this.starts.length) this.grow()
      this.starts[this.count] = this.length + at + 1
    }
    this.length += part.length
    this.parts.push(part)
  }

  private grow(): void {
    const larger = new Uint32Array(this.starts.length * 2)
    larger.set(this.starts)
    this.starts = larger
  }

  texts(): SearchableTexts {
    return { block: this.parts.join(''), starts: this.starts.slice(0, this.count + 1) }
  }
}

const decoder = new TextDecoder()
const [lineFeed, space] = [10, 32]

/** Rows of a column, folded, each followed by a line feed. Plain ASCII is folded while it is copied. */
function foldedLines({ bytes, offsets }: TextColumn, from: number, to: number): string {
  const copied = new Uint8Array(offsets[to]! - offsets[from]! + to - from)
  let length = 0
  let allBits = 0
  for (let row = from; row < to; row++) {
    const end = offsets[row + 1]!
    for (let at = offsets[row]!; at < end; at++) {
      const byte = bytes[at]!
      allBits |= byte
      copied[length++] = byte === lineFeed ? space : byte >= 65 && byte <= 90 ? byte + 32 : byte
    }
    copied[length++] = lineFeed
  }
  const text = decoder.decode(copied)
  return allBits < 0x80 ? text : foldLargeText(text)
}

/** The text that contains an index of the block, searched from a text that begins before it. */
function textAtIndex({ starts }: SearchableTexts, index: number, from: number): number {
  let step = 1
  while (from + step < starts.length - 1 && starts[from + step]! <= index) step *= 2
  let [low, high] = [from, Math.min(from + step, starts.length - 1)]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= index) low = middle
    else high = middle
  }
  return low
}

/** Calls back for each text that contains a folded text, in order, with the index of its first occurrence in the block. */
export function forEachTextContaining(
  texts: SearchableTexts,
  wanted: string,
  call: (text: number, index: number) => void,
): void {
  const { block, starts } = texts
  const last = starts.length - 2
  for (let text = 0, index = block.indexOf(wanted); index >= 0; index = block.indexOf(wanted, starts[text + 1])) {
    text = textAtIndex(texts, index, text)
    call(text, index)
    if (text >= last) return
  }
}

/** The row of a text, searched from row `from`, which must not be after it. */
export function rowOfText({ firsts }: SearchableTexts, text: number, from = 0): number {
  if (!firsts) return text
  let row = from
  while (firsts[row + 1]! <= text) row++
  return row
}

import type { Column, TextColumn } from '../../model/columns'
import { cellAt, textAt } from '../../model/columns'
import type { Graph, NodeTable } from '../../model/graph'
import type { Language } from '../../messages/language'
import { nodeNamesAsWritten, type NodeNames } from '../../model/nodeNames'
import { foldLargeText } from './foldLargeText'
import { incremental, memoizeByKey, type Incremental } from '../incremental'

/**
 * Texts to search in, folded (see `foldCaseAndDiacritics` in model/nodeNames), as one string: the engine's own search runs over it some
 * gigabytes a second. Each text ends with a line feed; line feeds within a text have become spaces.
 */
export interface SearchableTexts {
  readonly block: string
  /** Where each text begins in the block, in UTF-16 units; one more than there are texts. */
  readonly starts: Uint32Array
  /** The first text of each row, one more than there are rows; undefined where every row has exactly one. */
  readonly firsts?: Uint32Array
}

/** So many rows are folded in one part: 5 to 10 ms. */
const rowsAtOnce = 8192

/** One text a row. */
export const searchableTextsOfColumn: (column: TextColumn) => Incremental<SearchableTexts> = memoizeByKey(
  (column: TextColumn) =>
    incremental(function* () {
      const count = column.offsets.length - 1
      const gathered = new Gathered(count)
      for (let from = 0; from < count; from += rowsAtOnce) {
        gathered.add(lines(column, from, Math.min(count, from + rowsAtOnce)))
        yield
      }
      return gathered.texts()
    }),
)

const nameFields = ['family', 'given', 'ja', 'kana', 'acronym', 'aliases'] as const

/** The names of the nodes: their labels alone, or all that they are called by where the table has columns for that. */
export function searchableNodeNames({ nodes }: Graph): Incremental<SearchableTexts> {
  const columns = nameFields.flatMap((name) => nodes.attributes.get(name) ?? [])
  if (columns.length === 0) return searchableTextsOfColumn(nodes.label)
  const known = manyNames.get(nodes.label)
  if (known?.columns.every((column, at) => column === columns[at]) && known.columns.length === columns.length)
    return known.texts
  const texts = severalNames(nodes)
  manyNames.set(nodes.label, { columns, texts })
  return texts
}

/** Kept by the column of labels, so that a graph that only gained other columns asks for nothing anew. */
const manyNames = new WeakMap<TextColumn, { columns: readonly Column[]; texts: Incremental<SearchableTexts> }>()

const severalNames = (nodes: NodeTable): Incremental<SearchableTexts> =>
  incremental(function* () {
    const firsts = new Uint32Array(nodes.count + 1)
    const gathered = new Gathered(nodes.count)
    for (let from = 0; from < nodes.count; from += rowsAtOnce / 8) {
      const written: string[] = []
      for (let row = from; row < Math.min(nodes.count, from + rowsAtOnce / 8); row++) {
        const names = nodeNamesAt(nodes, row)
        firsts[row + 1] = firsts[row]! + names.length
        for (const name of names) written.push(name.replaceAll('\n', ' '), '\n')
      }
      gathered.add(foldLargeText(written.join('')))
      yield
    }
    return { ...gathered.texts(), firsts }
  })

/** The names of one node as they are written, in the order in which `searchableNodeNames` has them. */
export function nodeNamesAt({ label, attributes }: NodeTable, row: number): string[] {
  const names: Record<string, unknown> = { label: textAt(label, row) }
  for (const field of nameFields) {
    const column = attributes.get(field)
    if (column) names[field] = cellAt(column, row)
  }
  return nodeNamesAsWritten(names as unknown as NodeNames)
}

/** What each node is called in a language: its label, or its name in Japanese where that is asked for and known. */
export function searchableNodeLabels({ nodes }: Graph, language: Language): Incremental<SearchableTexts> {
  const ja = language === 'ja' ? nodes.attributes.get('ja') : undefined
  if (!ja) return searchableTextsOfColumn(nodes.label)
  const known = japanese.get(nodes.label)
  if (known?.ja === ja) return known.texts
  const texts = labelsOr(nodes, ja)
  japanese.set(nodes.label, { ja, texts })
  return texts
}

const japanese = new WeakMap<TextColumn, { ja: Column; texts: Incremental<SearchableTexts> }>()

const labelsOr = (nodes: NodeTable, other: Column): Incremental<SearchableTexts> =>
  incremental(function* () {
    const gathered = new Gathered(nodes.count)
    for (let from = 0; from < nodes.count; from += rowsAtOnce / 4) {
      const labels: string[] = []
      for (let row = from; row < Math.min(nodes.count, from + rowsAtOnce / 4); row++)
        labels.push(String(cellAt(other, row) ?? textAt(nodes.label, row)).replaceAll('\n', ' '), '\n')
      gathered.add(foldLargeText(labels.join('')))
      yield
    }
    return gathered.texts()
  })

/** Folded parts on their way to one block. */
class Gathered {
  private readonly parts: string[] = []
  private starts: Uint32Array
  private length = 0
  private count = 0

  constructor(texts: number) {
    this.starts = new Uint32Array(texts + 1)
  }

  /** Adds texts that each end with a line feed. */
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

/** Some rows of a column, folded, each with a line feed behind it. Plain ASCII is folded while it is copied. */
function lines({ bytes, offsets }: TextColumn, from: number, to: number): string {
  const copied = new Uint8Array(offsets[to]! - offsets[from]! + to - from)
  let place = 0
  let beyond = 0
  for (let row = from; row < to; row++) {
    const end = offsets[row + 1]!
    for (let at = offsets[row]!; at < end; at++) {
      const byte = bytes[at]!
      beyond |= byte
      copied[place++] = byte === lineFeed ? space : byte >= 65 && byte <= 90 ? byte + 32 : byte
    }
    copied[place++] = lineFeed
  }
  const text = decoder.decode(copied)
  return beyond < 0x80 ? text : foldLargeText(text)
}

/** The text that a place in the block is in, looked for from one that begins before it. */
function textAround({ starts }: SearchableTexts, place: number, from: number): number {
  let step = 1
  while (from + step < starts.length - 1 && starts[from + step]! <= place) step *= 2
  let [low, high] = [from, Math.min(from + step, starts.length - 1)]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= place) low = middle
    else high = middle
  }
  return low
}

/** Calls for each text that contains a folded one, in order, with the place of its first occurrence in the block. */
export function forEachTextContaining(
  texts: SearchableTexts,
  wanted: string,
  call: (text: number, place: number) => void,
): void {
  const { block, starts } = texts
  const last = starts.length - 2
  for (let text = 0, place = block.indexOf(wanted); place >= 0; place = block.indexOf(wanted, starts[text + 1])) {
    text = textAround(texts, place, text)
    call(text, place)
    if (text >= last) return
  }
}

/** The row whose text it is, looked for from one that is not behind it. */
export function rowOfText({ firsts }: SearchableTexts, text: number, from = 0): number {
  if (!firsts) return text
  let row = from
  while (firsts[row + 1]! <= text) row++
  return row
}

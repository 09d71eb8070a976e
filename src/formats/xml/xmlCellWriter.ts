import { NONE, textColumn, type ListColumn, type TextColumn } from '../../model/columns'
import type { Graph } from '../../model/graph'
import type { ByteWriter, ByteEscaper, ByteReplacement } from '../io/byteWriter'
import { listToText, type ExportColumn } from '../io/exportColumn'
import { escapeXml } from '../../model/escapeXml'

const encoder = new TextEncoder()

/** A constant text as bytes, for parts of files that repeat. */
export const toUtf8Bytes = (text: string): Uint8Array => encoder.encode(text)
const replacement = encoder.encode('\ufffd')

/** `escapeXml` over UTF-8. */
const escaper: ByteEscaper = {
  candidates: Uint8Array.from({ length: 256 }, (_, byte) =>
    byte === 0xef || (byte < 0x80 && escapeXml(String.fromCharCode(byte)) !== String.fromCharCode(byte)) ? 1 : 0,
  ),
  replacementAt: (bytes, at) => (bytes[at] === 0xef ? noncharacter(bytes, at) : ascii[bytes[at]!]),
  maxExpansion: 6,
}

const ascii: readonly ByteReplacement[] = Array.from({ length: 0x80 }, (_, byte) => ({
  bytes: encoder.encode(escapeXml(String.fromCharCode(byte))),
  length: 1,
}))

/** The replacement of U+FFFE and U+FFFF, which XML does not allow. */
const noncharacter = (bytes: Uint8Array, at: number): ByteReplacement | undefined =>
  bytes[at + 1] === 0xbf && bytes[at + 2]! >= 0xbe ? { bytes: replacement, length: 3 } : undefined

/** A writer for the escaped texts of a column; texts are copied if the column needs no escapes. */
export function xmlTextWriter(column: TextColumn): (to: ByteWriter, row: number) => void {
  return needsEscapes(column.bytes) ? (to, row) => to.cell(column, row, escaper) : (to, row) => to.cell(column, row)
}

function needsEscapes(bytes: Uint8Array): boolean {
  const { candidates } = escaper
  for (let at = 0; at < bytes.length; at++) if (candidates[bytes[at]!] === 1) return true
  return false
}

/** The texts before and behind a cell. */
interface CellDelimiters {
  readonly before: string
  readonly after: string
}

/** Writes the cell of a row between its delimiters, or nothing if the row has no cell. */
export type XmlCellWriter = (to: ByteWriter, row: number) => void

/** A writer for the cells of a column. The texts of a dictionary are escaped and delimited only once. */
export function xmlCellWriter(graph: Graph, { column, cell }: ExportColumn, delimiters: CellDelimiters): XmlCellWriter {
  const [before, after] = [encoder.encode(delimiters.before), encoder.encode(delimiters.after)]
  switch (column?.kind) {
    case undefined:
      return (to, row) => {
        const value = cell(graph, row)
        if (value === undefined) return
        const text = typeof value === 'object' ? listToText(value) : String(value)
        to.raw(before)
        to.text(escapeXml(text))
        to.raw(after)
      }
    case 'category': {
      const { codes, dictionary } = column
      const texts = textColumn(dictionary.map((text) => delimiters.before + escapeXml(text) + delimiters.after))
      return (to, row) => {
        const code = codes[row]!
        if (code !== NONE) to.cell(texts, code)
      }
    }
    case 'number':
      return (to, row) => {
        const value = column.values[row]!
        if (Number.isNaN(value)) return
        to.raw(before)
        const digits = column.digits?.get(row)
        if (digits === undefined) to.number(value)
        else to.text(digits)
        to.raw(after)
      }
    case 'text': {
      const write = xmlTextWriter(column)
      return (to, row) => {
        if (column.offsets[row] === column.offsets[row + 1]) return
        to.raw(before)
        write(to, row)
        to.raw(after)
      }
    }
    case 'list':
      return listWriter(column, before, after)
  }
}

function listWriter({ codes, offsets, dictionary }: ListColumn, before: Uint8Array, after: Uint8Array): XmlCellWriter {
  const texts = textColumn(dictionary.map((item) => escapeXml(listToText([item]))))
  return (to, row) => {
    const [from, end] = [offsets[row]!, offsets[row + 1]!]
    if (from === end) return
    to.raw(before)
    for (let at = from; at < end; at++) {
      if (at > from) to.byte(0x7c)
      to.cell(texts, codes[at]!)
    }
    to.raw(after)
  }
}

/** Number of rows from whose length that of all rows is estimated. */
const sampledRows = 512

/** Writes the rows of a mask in order, and reserves memory by the estimated length. */
export function writeMaskedRows(to: ByteWriter, mask: Uint8Array, write: XmlCellWriter): void {
  const count = maskedRowCount(mask)
  const start = to.length
  let done = 0
  for (let row = 0; row < mask.length; row++) {
    if (mask[row] === 0) continue
    write(to, row)
    if (++done === sampledRows) to.reserve(((to.length - start) / done) * (count - done) * 1.05)
  }
}

/** Number of rows in a mask. */
export function maskedRowCount(mask: Uint8Array): number {
  let count = 0
  for (let row = 0; row < mask.length; row++) count += mask[row]!
  return count
}

import type { ScannedCsv } from './scanCsv'

const decoder = new TextDecoder()

/** Reads cells of a scanned table as ranges of bytes, without the quotation marks around them. */
export class CsvCellReader {
  source: Uint8Array
  from = 0
  to = 0
  #scratch = new Uint8Array(1 << 10)

  constructor(readonly table: ScannedCsv) {
    this.source = table.bytes
  }

  /** Finds a cell, as `source` from `from` to `to`; whether it is not empty. */
  read(row: number, column: number): boolean {
    const { bytes, delimiters, columns, starts } = this.table
    const at = row * (columns + 1) + column
    this.source = bytes
    this.from = starts[at]!
    this.to = starts[at + 1]! - 1
    if (this.to <= this.from) {
      this.to = this.from
      return false
    }
    if (bytes[this.from] === delimiters.quote) this.#unquote(delimiters.quote)
    return this.to > this.from
  }

  /** Removes spaces and tabs around the cell; whether it is still not empty. */
  trim(): boolean {
    while (this.from < this.to && isSpace(this.source[this.from]!)) this.from++
    while (this.to > this.from && isSpace(this.source[this.to - 1]!)) this.to--
    return this.to > this.from
  }

  text(row: number, column: number): string {
    return this.read(row, column) ? decoder.decode(this.source.subarray(this.from, this.to)) : ''
  }

  #unquote(quote: number): void {
    this.from++
    this.to--
    const { source } = this
    for (let at = this.from; at < this.to; at++) if (source[at] === quote) return this.#replaceDoubledQuotes(quote)
  }

  /** Replaces the doubled quotation marks of a quoted cell by single ones. */
  #replaceDoubledQuotes(quote: number): void {
    const { source, from, to } = this
    if (to - from > this.#scratch.length) this.#scratch = new Uint8Array((to - from) * 2)
    let length = 0
    for (let at = from; at < to; at++) {
      this.#scratch[length++] = source[at]!
      if (source[at] === quote) at++
    }
    this.source = this.#scratch
    this.from = 0
    this.to = length
  }
}

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x09

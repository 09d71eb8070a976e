/** The separator and the quotation mark of a table, as bytes; a quote of 0 for none. */
export interface CsvDelimiters {
  readonly separator: number
  readonly quote: number
}

/** A row with a different number of cells than the first row. */
interface UnevenRow {
  /** From 1, in the file. */
  readonly line: number
  readonly cells: number
}

/** A table as offsets into UTF-8. Missing cells of short rows are empty, extra cells of long rows are left out. */
export interface ScannedCsv {
  readonly bytes: Uint8Array
  readonly delimiters: CsvDelimiters
  readonly columns: number
  readonly rows: number
  /**
   * Offsets of cells, and one more for each row: cell c of row r is bytes[starts[i] .. starts[i + 1] - 1) with
   * i = r * (columns + 1) + c; empty or negative if the cell is missing. Quotation marks around a cell are part of it.
   */
  readonly starts: Uint32Array
  readonly uneven: readonly UnevenRow[]
  readonly unevenCount: number
}

/** Why a table cannot be scanned: quotation marks do not match, or there would be far more cells than bytes. */
type CsvScanFailure = 'quotes' | 'room'

const LF = 0x0a
const CR = 0x0d
/** Maximum number of uneven rows that are listed. */
const maxListedRows = 5

/**
 * Scans a table (RFC 4180; lines end in LF or CR LF, blank lines are skipped) without parsing its cells. Every cell takes
 * at least one byte, so a table that would need far more offsets than bytes is rejected.
 */
export function scanCsv(bytes: Uint8Array, delimiters: CsvDelimiters, maxRows = Infinity): ScannedCsv | CsvScanFailure {
  const scanner = new Scanner(bytes, delimiters)
  while (scanner.rows < maxRows && scanner.at < bytes.length) {
    const failure = scanner.row()
    if (failure) return failure
  }
  const { columns, rows, starts, uneven, unevenCount } = scanner
  return { bytes, delimiters, columns, rows, starts: starts.subarray(0, rows * (columns + 1)), uneven, unevenCount }
}

class Scanner {
  at = 0
  rows = 0
  /** The number of cells of the first row, which all rows get. */
  columns = 0
  starts = new Uint32Array(1 << 10)
  unevenCount = 0
  readonly uneven: UnevenRow[] = []
  #line = 1

  constructor(
    readonly bytes: Uint8Array,
    readonly delimiters: CsvDelimiters,
  ) {}

  /** Scans a row, or skips a blank line. */
  row(): CsvScanFailure | undefined {
    const { bytes } = this
    const line = this.#line
    if (this.#skipBlankLine()) return undefined
    if (this.rows === 0) this.#countColumns()
    const base = this.rows * (this.columns + 1)
    if (!this.#ensure(base + this.columns + 1)) return 'room'
    let cells = 0
    for (;;) {
      if (cells <= this.columns) this.starts[base + cells] = this.at
      if (!this.#skipCell()) return 'quotes'
      cells++
      if (bytes[this.at] !== this.delimiters.separator) break
      this.at++
    }
    const end = this.#skipLineEnd()
    for (let at = cells; at <= this.columns; at++) this.starts[base + at] = end + 1
    if (cells !== this.columns) this.#addUneven(line, cells)
    this.rows++
    return undefined
  }

  #skipBlankLine(): boolean {
    const { bytes, at } = this
    const length = bytes[at] === LF ? 1 : bytes[at] === CR && bytes[at + 1] === LF ? 2 : 0
    this.at += length
    if (length > 0) this.#line++
    return length > 0
  }

  /** Counts the columns in the first row, which is then scanned again. */
  #countColumns(): void {
    const { at } = this
    const line = this.#line
    do {
      if (!this.#skipCell()) break
      this.columns++
    } while (this.bytes[this.at] === this.delimiters.separator && ++this.at)
    this.at = at
    this.#line = line
  }

  /** Skips a cell; false if its quotation marks do not match. */
  #skipCell(): boolean {
    if (this.bytes[this.at] === this.delimiters.quote) return this.#skipQuoted()
    this.at = endOfCell(this.bytes, this.at, this.delimiters.separator)
    return true
  }

  #skipQuoted(): boolean {
    const { bytes, delimiters } = this
    let at = this.at + 1
    for (let byte = bytes[at]; ; byte = bytes[at]) {
      if (byte === undefined) return false
      if (byte === LF) this.#line++
      else if (byte === delimiters.quote) {
        if (bytes[at + 1] !== delimiters.quote) break
        at++
      }
      at++
    }
    this.at = at + 1
    const next = bytes[this.at]
    return (
      next === undefined || next === delimiters.separator || next === LF || (next === CR && bytes[this.at + 1] === LF)
    )
  }

  /** Skips the end of a line; returns the offset where its last cell ends. */
  #skipLineEnd(): number {
    const { bytes } = this
    const { at } = this
    if (bytes[at] === CR) {
      this.at = at + 2
      this.#line++
      return at
    }
    this.at = at + 1
    this.#line++
    return bytes[at] === LF && bytes[at - 1] === CR ? at - 1 : at
  }

  #addUneven(line: number, cells: number): void {
    this.unevenCount++
    if (this.uneven.length < maxListedRows) this.uneven.push({ line, cells })
  }

  /** Grows the offsets; false if there would be far more than bytes. */
  #ensure(length: number): boolean {
    if (length <= this.starts.length) return true
    if (length > this.bytes.length * 4 + (1 << 20)) return false
    const larger = new Uint32Array(Math.max(length, Math.floor(this.starts.length * 1.6)))
    larger.set(this.starts)
    this.starts = larger
    return true
  }
}

/** The offset of the separator or line end after an unquoted cell, or the end of the bytes. */
function endOfCell(bytes: Uint8Array, from: number, separator: number): number {
  const { length } = bytes
  let at = from
  while (at < length && bytes[at] !== separator && bytes[at] !== LF) at++
  return at
}

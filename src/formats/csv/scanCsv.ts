/** How a file separates its cells: bytes of the separator and of the quote. */
export interface CsvDelimiters {
  readonly separator: number
  readonly quote: number
}

/** A row that has another number of cells than the first. */
interface UnevenRow {
  /** From 1, in the file. */
  readonly line: number
  readonly cells: number
}

/** A table as places in bytes of UTF-8; rows that are too short are filled up, cells too many are left out. */
export interface ScannedCsv {
  readonly bytes: Uint8Array
  readonly delimiters: CsvDelimiters
  readonly columns: number
  readonly rows: number
  /**
   * Where the cells of a row begin, and one more: cell c of row r is bytes[starts[i] .. starts[i + 1] - 1), where i is
   * r * (columns + 1) + c; less where the cell is missing. Quotes around a cell are part of it.
   */
  readonly starts: Uint32Array
  readonly uneven: readonly UnevenRow[]
  readonly unevenCount: number
}

/** Why bytes cannot be scanned: a quote that does not close or closes in the middle of a cell, or rows without end. */
type CsvScanFailure = 'quotes' | 'room'

const LF = 0x0a
const CR = 0x0d
const shownUneven = 5

/**
 * Scans a table (RFC 4180; lines end in LF or CR LF, blank ones do not count) without making anything of its cells. A
 * table needs a byte for each of its cells; one that would need much more room is refused.
 */
export function scanCsv(
  bytes: Uint8Array,
  delimiters: CsvDelimiters,
  mostRows = Infinity,
): ScannedCsv | CsvScanFailure {
  const scanner = new Scanner(bytes, delimiters)
  while (scanner.rows < mostRows && scanner.at < bytes.length) {
    const refused = scanner.row()
    if (refused) return refused
  }
  const { columns, rows, starts, uneven, unevenCount } = scanner
  return { bytes, delimiters, columns, rows, starts: starts.subarray(0, rows * (columns + 1)), uneven, unevenCount }
}

class Scanner {
  at = 0
  rows = 0
  /** Of the first row; the others follow it. */
  columns = 0
  starts = new Uint32Array(1 << 10)
  unevenCount = 0
  readonly uneven: UnevenRow[] = []
  #line = 1

  constructor(
    readonly bytes: Uint8Array,
    readonly delimiters: CsvDelimiters,
  ) {}

  /** Reads a row, or goes over a blank line. */
  row(): CsvScanFailure | undefined {
    const { bytes } = this
    const line = this.#line
    if (this.#blank()) return undefined
    if (this.rows === 0) this.#first()
    const base = this.rows * (this.columns + 1)
    if (!this.#room(base + this.columns + 1)) return 'room'
    let cells = 0
    for (;;) {
      if (cells <= this.columns) this.starts[base + cells] = this.at
      if (!this.#cell()) return 'quotes'
      cells++
      if (bytes[this.at] !== this.delimiters.separator) break
      this.at++
    }
    const end = this.#lineEnd()
    for (let at = cells; at <= this.columns; at++) this.starts[base + at] = end + 1
    if (cells !== this.columns) this.#unequal(line, cells)
    this.rows++
    return undefined
  }

  #blank(): boolean {
    const { bytes, at } = this
    const length = bytes[at] === LF ? 1 : bytes[at] === CR && bytes[at + 1] === LF ? 2 : 0
    this.at += length
    if (length > 0) this.#line++
    return length > 0
  }

  /** The first row tells the number of columns: it is read twice. */
  #first(): void {
    const { at } = this
    const line = this.#line
    do {
      if (!this.#cell()) break
      this.columns++
    } while (this.bytes[this.at] === this.delimiters.separator && ++this.at)
    this.at = at
    this.#line = line
  }

  /** Goes over a cell; false where its quotes are broken. */
  #cell(): boolean {
    if (this.bytes[this.at] === this.delimiters.quote) return this.#quoted()
    this.at = endOfCell(this.bytes, this.at, this.delimiters.separator)
    return true
  }

  #quoted(): boolean {
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

  /** Goes over the end of a line; gives where its last cell ends. */
  #lineEnd(): number {
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

  #unequal(line: number, cells: number): void {
    this.unevenCount++
    if (this.uneven.length < shownUneven) this.uneven.push({ line, cells })
  }

  #room(length: number): boolean {
    if (length <= this.starts.length) return true
    if (length > this.bytes.length * 4 + (1 << 20)) return false
    const larger = new Uint32Array(Math.max(length, Math.floor(this.starts.length * 1.6)))
    larger.set(this.starts)
    this.starts = larger
    return true
  }
}

/** Where the separator or the line end stands behind a cell without quotes; the length of the bytes where there is none. */
function endOfCell(bytes: Uint8Array, from: number, separator: number): number {
  const { length } = bytes
  let at = from
  while (at < length && bytes[at] !== separator && bytes[at] !== LF) at++
  return at
}

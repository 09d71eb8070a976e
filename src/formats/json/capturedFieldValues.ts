import { NONE } from '../../model/columns'
import { Utf8StringTable } from '../collect/utf8StringTable'
import type { ColumnBuffers } from '../collect/columnBuilder'
import type { ArrayCapacityEstimator } from './arrayCapacityEstimator'
import {
  JSON_KIND_EMPTY_STRING,
  JSON_KIND_NULL,
  JSON_KIND_NUMBER,
  JSON_KIND_TEXT,
  type JsonScanner,
} from './jsonScanner'

const decoder = new TextDecoder()
/** Maximum number of records without a value: a base, plus more for each value. Sparse fields must not take memory. */
const maxMissing = 4096
const maxMissingPerValue = 64

/**
 * The values of a field, captured while the records are scanned: texts as codes of a table, or numbers. Only if all are
 * strings or all are numbers, and no record has the key twice. Otherwise `kind` is JSON_NULL, and the values have to be
 * read from their offsets.
 */
export class CapturedFieldValues implements ColumnBuffers {
  kind: typeof JSON_KIND_NULL | typeof JSON_KIND_NUMBER | typeof JSON_KIND_TEXT = JSON_KIND_NULL
  codes = new Uint32Array(0)
  numbers = new Float64Array(0)
  length = 0
  #mixed = false
  #count = 0
  #table: Utf8StringTable | undefined

  /** Fields that hold the same ids, such as both ends of edges, share a table, which is then passed. */
  constructor(
    readonly room: ArrayCapacityEstimator,
    table: Utf8StringTable | undefined,
  ) {
    this.#table = table
    this.shared = table !== undefined
  }

  /** Whether other fields use the table, so that it may contain texts that this field does not have. */
  shared: boolean

  get table(): Utf8StringTable {
    return (this.#table ??= new Utf8StringTable())
  }

  /** The code of a record's text; NONE if it has none or an empty one. */
  codeAt(record: number): number {
    return record < this.length ? this.codes[record]! : NONE
  }

  /** Skips a string and captures it. Returns its kind. */
  captureString(json: JsonScanner, record: number): number {
    const from = json.offset + 1
    const kind = json.skipString()
    if (!this.#canCapture(JSON_KIND_TEXT, record)) return kind
    if (record >= this.codes.length) this.#growCodes(record + 1)
    if (kind === JSON_KIND_EMPTY_STRING) return kind
    this.codes[record] = json.escaped
      ? this.table.codeOfText(unescaped(json.bytes.subarray(from - 1, json.offset)))
      : this.table.codeOfBytes(json.bytes, from, json.offset - 1)
    return kind
  }

  /** Skips a number and captures it. Returns its kind. */
  captureNumber(json: JsonScanner, record: number): number {
    if (!this.#canCapture(JSON_KIND_NUMBER, record)) return json.skipNumber()
    const value = json.readNumber()
    if (Number.isNaN(value)) this.release()
    else {
      if (record >= this.numbers.length) this.#growNumbers(record + 1)
      this.numbers[record] = value
    }
    return JSON_KIND_NUMBER
  }

  /** Hands over the captured values, or discards them because the field has other values too. */
  release(): ColumnBuffers {
    const { table, codes, numbers, length } = this
    this.#mixed = true
    this.kind = JSON_KIND_NULL
    this.codes = new Uint32Array(0)
    this.numbers = new Float64Array(0)
    this.length = 0
    this.#table = undefined
    return { table, codes, numbers, length }
  }

  /** Whether a value of this kind can be captured after those before it. */
  #canCapture(kind: typeof JSON_KIND_NUMBER | typeof JSON_KIND_TEXT, record: number): boolean {
    if (this.#mixed) return false
    if (this.kind === JSON_KIND_NULL) this.kind = kind
    const sparse = ++this.#count * maxMissingPerValue < record - maxMissing
    if (this.kind === kind && record >= this.length && !sparse) {
      this.length = record + 1
      return true
    }
    this.release()
    return false
  }

  #growCodes(minLength: number): void {
    const before = this.codes
    this.codes = new Uint32Array(this.room.capacityFor(minLength))
    this.codes.set(before)
    this.codes.fill(NONE, before.length)
  }

  #growNumbers(minLength: number): void {
    const before = this.numbers
    this.numbers = new Float64Array(this.room.capacityFor(minLength))
    this.numbers.set(before)
    this.numbers.fill(NaN, before.length)
  }
}

const unescaped = (quoted: Uint8Array): string => JSON.parse(decoder.decode(quoted)) as string

import { NONE } from '../../model/columns'
import { Utf8StringTable } from '../collect/utf8StringTable'
import type { ColumnBuffers } from '../collect/columnBuilder'
import type { ArrayCapacityEstimator } from './arrayCapacityEstimator'
import { JSON_EMPTY_STRING, JSON_NULL, JSON_NUMBER, JSON_TEXT, type JsonScanner } from './jsonScanner'

const decoder = new TextDecoder()
/** So many records may lack a value, and so many more for each that has one: a few values far apart shall take no memory. */
const mostMissing = 4096
const missingEach = 64

/**
 * The values of a field, taken while the records are walked over and their bytes are at hand: texts as codes of a table,
 * or numbers. Only where all are strings, or all are numbers, and none stands twice in a record; `kind` is NOTHING
 * where they are not, and then everything is to be had from the places of the values.
 */
export class CapturedFieldValues implements ColumnBuffers {
  kind: typeof JSON_NULL | typeof JSON_NUMBER | typeof JSON_TEXT = JSON_NULL
  codes = new Uint32Array(0)
  numbers = new Float64Array(0)
  length = 0
  #mixed = false
  #count = 0
  #table: Utf8StringTable | undefined

  /** Fields that hold the same ids, as both ends of edges do, have one table; it is then given. */
  constructor(
    readonly room: ArrayCapacityEstimator,
    table: Utf8StringTable | undefined,
  ) {
    this.#table = table
    this.shared = table !== undefined
  }

  /** Others use the table too: there may be texts in it that no record of this field has. */
  shared: boolean

  get table(): Utf8StringTable {
    return (this.#table ??= new Utf8StringTable())
  }

  /** The code of a record's text; NONE where there is none, or an empty one. */
  codeAt(record: number): number {
    return record < this.length ? this.codes[record]! : NONE
  }

  /** Goes over a string, and takes it. */
  captureString(json: JsonScanner, record: number): number {
    const from = json.offset + 1
    const kind = json.skipString()
    if (!this.#takes(JSON_TEXT, record)) return kind
    if (record >= this.codes.length) this.#growCodes(record + 1)
    if (kind === JSON_EMPTY_STRING) return kind
    this.codes[record] = json.escaped
      ? this.table.codeOfText(unescaped(json.bytes.subarray(from - 1, json.offset)))
      : this.table.codeOfBytes(json.bytes, from, json.offset - 1)
    return kind
  }

  /** Goes over a number, and takes it. */
  captureNumber(json: JsonScanner, record: number): number {
    if (!this.#takes(JSON_NUMBER, record)) return json.skipNumber()
    const value = json.readNumber()
    if (Number.isNaN(value)) this.release()
    else {
      if (record >= this.numbers.length) this.#growNumbers(record + 1)
      this.numbers[record] = value
    }
    return JSON_NUMBER
  }

  /** Gives its values away, or forgets them because there is something among them that is left to their places. */
  release(): ColumnBuffers {
    const { table, codes, numbers, length } = this
    this.#mixed = true
    this.kind = JSON_NULL
    this.codes = new Uint32Array(0)
    this.numbers = new Float64Array(0)
    this.length = 0
    this.#table = undefined
    return { table, codes, numbers, length }
  }

  /** Whether a value of this kind fits to those before it. */
  #takes(kind: typeof JSON_NUMBER | typeof JSON_TEXT, record: number): boolean {
    if (this.#mixed) return false
    if (this.kind === JSON_NULL) this.kind = kind
    const sparse = ++this.#count * missingEach < record - mostMissing
    if (this.kind === kind && record >= this.length && !sparse) {
      this.length = record + 1
      return true
    }
    this.release()
    return false
  }

  #growCodes(least: number): void {
    const before = this.codes
    this.codes = new Uint32Array(this.room.capacityFor(least))
    this.codes.set(before)
    this.codes.fill(NONE, before.length)
  }

  #growNumbers(least: number): void {
    const before = this.numbers
    this.numbers = new Float64Array(this.room.capacityFor(least))
    this.numbers.set(before)
    this.numbers.fill(NaN, before.length)
  }
}

const unescaped = (quoted: Uint8Array): string => JSON.parse(decoder.decode(quoted)) as string

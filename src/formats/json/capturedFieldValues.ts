import { NONE } from '../../model/columns'
import { ByteTable } from '../collect/utf8StringTable'
import type { Taken } from '../collect/columnBuilder'
import type { Room } from './arrayCapacityEstimator'
import { EMPTY, NOTHING, NUMBER, TEXT, type JsonBytes } from './jsonScanner'

const decoder = new TextDecoder()
/** So many records may lack a value, and so many more for each that has one: a few values far apart shall take no memory. */
const mostMissing = 4096
const missingEach = 64

/**
 * The values of a field, taken while the records are walked over and their bytes are at hand: texts as codes of a table,
 * or numbers. Only where all are strings, or all are numbers, and none stands twice in a record; `kind` is NOTHING
 * where they are not, and then everything is to be had from the places of the values.
 */
export class Cells implements Taken {
  kind: typeof NOTHING | typeof NUMBER | typeof TEXT = NOTHING
  codes = new Uint32Array(0)
  numbers = new Float64Array(0)
  length = 0
  #mixed = false
  #count = 0
  #table: ByteTable | undefined

  /** Fields that hold the same ids, as both ends of edges do, have one table; it is then given. */
  constructor(
    readonly room: Room,
    table: ByteTable | undefined,
  ) {
    this.#table = table
    this.shared = table !== undefined
  }

  /** Others use the table too: there may be texts in it that no record of this field has. */
  shared: boolean

  get table(): ByteTable {
    return (this.#table ??= new ByteTable())
  }

  /** The code of a record's text; NONE where there is none, or an empty one. */
  codeAt(record: number): number {
    return record < this.length ? this.codes[record]! : NONE
  }

  /** Goes over a string, and takes it. */
  text(json: JsonBytes, record: number): number {
    const from = json.at + 1
    const kind = json.string()
    if (!this.#takes(TEXT, record)) return kind
    if (record >= this.codes.length) this.#growCodes(record + 1)
    if (kind === EMPTY) return kind
    this.codes[record] = json.escaped
      ? this.table.codeOf(unescaped(json.bytes.subarray(from - 1, json.at)))
      : this.table.code(json.bytes, from, json.at - 1)
    return kind
  }

  /** Goes over a number, and takes it. */
  number(json: JsonBytes, record: number): number {
    if (!this.#takes(NUMBER, record)) return json.number()
    const value = json.decimal()
    if (Number.isNaN(value)) this.leave()
    else {
      if (record >= this.numbers.length) this.#growNumbers(record + 1)
      this.numbers[record] = value
    }
    return NUMBER
  }

  /** Gives its values away, or forgets them because there is something among them that is left to their places. */
  leave(): Taken {
    const { table, codes, numbers, length } = this
    this.#mixed = true
    this.kind = NOTHING
    this.codes = new Uint32Array(0)
    this.numbers = new Float64Array(0)
    this.length = 0
    this.#table = undefined
    return { table, codes, numbers, length }
  }

  /** Whether a value of this kind fits to those before it. */
  #takes(kind: typeof NUMBER | typeof TEXT, record: number): boolean {
    if (this.#mixed) return false
    if (this.kind === NOTHING) this.kind = kind
    const sparse = ++this.#count * missingEach < record - mostMissing
    if (this.kind === kind && record >= this.length && !sparse) {
      this.length = record + 1
      return true
    }
    this.leave()
    return false
  }

  #growCodes(least: number): void {
    const before = this.codes
    this.codes = new Uint32Array(this.room.for(least))
    this.codes.set(before)
    this.codes.fill(NONE, before.length)
  }

  #growNumbers(least: number): void {
    const before = this.numbers
    this.numbers = new Float64Array(this.room.for(least))
    this.numbers.set(before)
    this.numbers.fill(NaN, before.length)
  }
}

const unescaped = (quoted: Uint8Array): string => JSON.parse(decoder.decode(quoted)) as string

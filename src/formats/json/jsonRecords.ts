import { Utf8StringTable } from '../collect/utf8StringTable'
import { CapturedFieldValues } from './capturedFieldValues'
import { unmatchableWordPattern, wordPatternOf, type WordPattern } from './wordPattern'
import { ArrayCapacityEstimator } from './arrayCapacityEstimator'
import {
  CLOSE_BRACKET_BYTE,
  CLOSE_BRACE_BYTE,
  JSON_EMPTY_LIST,
  startsJsonNumber,
  JSON_NULL,
  InvalidJsonError,
  JSON_NUMBER,
  OPEN_BRACE_BYTE,
  QUOTE_BYTE,
  type JsonScanner,
} from './jsonScanner'

/** Room for places of values, so that a file of nothing but different keys does not fill the memory. */
const room = 2 ** 26
const leastFields = 64
const mostFields = 1000
/** A field learns so many leads, and so many fields may be missing in a record before the others are looked for by name. */
const mostLeads = 8
const mostMissing = 4
/** Objects are taken apart so deep: attributes of a record (1), and what stands in an object among them (2). */
const deepest = 2

/** Fields that hold ids of nodes, in edges as programs write them: they stand in the record itself, or in its `data`. */
const ends = new Set(['source', 'target', 'from', 'to'])
const endsHere = (field: JsonField): boolean => field.depth === 0 || (field.depth === 1 && field.name === 'data')

/** Places by record: a growing array of one kind, which engines make quicker code for than for one of several. */
class ValueOffsets {
  values = new Uint32Array(0)
  /** One more than the last record that has a place. */
  length = 0

  constructor(readonly room: ArrayCapacityEstimator) {}

  set(record: number, place: number): void {
    if (record >= this.values.length) this.#grow(record + 1)
    this.values[record] = place
    if (record >= this.length) this.length = record + 1
  }

  /** The place of a record; 0 where it has none. */
  at(record: number): number {
    return record < this.length ? this.values[record]! : 0
  }

  #grow(least: number): void {
    const larger = new Uint32Array(this.room.capacityFor(least))
    larger.set(this.values)
    this.values = larger
  }
}

/** What the records of a list hold under one key: where each value begins, and the fields of objects that stand there. */
export class JsonField {
  /** Place of the value by record; 0 where there is none. */
  readonly offsets: ValueOffsets
  /** Kinds of its values, as bits (scanner.ts). */
  kinds = JSON_NULL
  /** How often it holds a list with nothing in it, null, and an object. */
  emptyListCount = 0
  nullCount = 0
  objectCount = 0
  /** In order of first appearance. */
  readonly fields: JsonField[] = []
  readonly #byName = new Map<string, JsonField>()
  /** Its values, as far as they could be taken at once. */
  readonly captured: CapturedFieldValues
  /** What stands between the value before and the own one: comma, key and colon, as the program writes them. */
  prefix = unmatchableWordPattern
  #leads = 0

  constructor(
    readonly name: string,
    readonly depth: number,
    /** Its place among the fields of the same object. */
    readonly index: number,
    { room, table }: { readonly room: ArrayCapacityEstimator; readonly table: Utf8StringTable | undefined },
  ) {
    this.offsets = new ValueOffsets(room)
    this.captured = new CapturedFieldValues(room, table)
  }

  /** Learns what stands before its values; not for ever where that is always something else. */
  learnPrefix(lead: () => WordPattern): void {
    if (this.#leads++ < mostLeads) this.prefix = lead()
  }

  field(name: string): JsonField | undefined {
    return this.#byName.get(name)
  }

  add(name: string, table: Utf8StringTable | undefined): JsonField {
    const { room } = this.offsets
    const field = new JsonField(name, this.depth + 1, this.fields.length, { room, table })
    this.fields.push(field)
    this.#byName.set(name, field)
    return field
  }
}

/** A list of records, read as columns of places: nothing is made of a value before somebody asks for it. */
export class JsonRecords {
  readonly root: JsonField
  count = 0
  /** Entries of the list that are no records. */
  nonRecordCount = 0
  /** Keys that had no room any more, each once. */
  readonly droppedKeys = new Set<string>()
  #fields = 0
  /** Where the last value ended. */
  #from = 0

  /** Ids of nodes that were read before, of which ends of edges are; ends have a table of their own without it. */
  constructor(
    readonly json: JsonScanner,
    readonly ids = new Utf8StringTable(),
  ) {
    this.root = new JsonField('', 0, 0, { room: new ArrayCapacityEstimator(json), table: undefined })
    if (!json.enterUnlessEmpty(CLOSE_BRACKET_BYTE)) return
    do {
      if (json.skipSpace() === OPEN_BRACE_BYTE) this.#object(this.root)
      else {
        json.skipValue()
        this.nonRecordCount++
      }
      this.count++
    } while (json.hasNextItem(CLOSE_BRACKET_BYTE))
  }

  /** The table of the ids, each once and one a record; undefined where nothing looks like them. Others use it from then on. */
  shareIdTable(): Utf8StringTable | undefined {
    const { root, count } = this
    for (const field of [root.field('key'), root.field('id'), root.field('data')?.field('id')]) {
      if (!field || field.captured.length !== count || !countsUp(field.captured)) continue
      field.captured.shared = true
      return field.captured.table
    }
    return undefined
  }

  #object(field: JsonField): void {
    const { json } = this
    json.offset++
    let place = 0
    for (;;) {
      const likely = this.#likely(field.fields, place)
      if (!likely && this.#closed(place)) return
      const child = likely ?? this.#child(field, place)
      place = (child ? child.index : place) + 1
      const byte = json.skipSpace()
      if (byte === OPEN_BRACE_BYTE && child && child.depth <= deepest) {
        child.objectCount++
        this.#object(child)
        continue
      }
      if (child) this.#value(child, byte)
      else json.skipValue()
    }
  }

  /** Goes over a value, and takes where it stands and what it is. */
  #value(field: JsonField, byte: number): void {
    const { json, count } = this
    const { offset: at } = json
    let kind
    if (byte === QUOTE_BYTE) kind = field.captured.captureString(json, count)
    else if (startsJsonNumber(byte)) kind = field.captured.captureNumber(json, count)
    else kind = json.skipValue()
    if (kind === JSON_EMPTY_LIST) field.emptyListCount++
    else if (kind === JSON_NULL) field.nullCount++
    else {
      field.offsets.set(count, at)
      field.kinds |= kind
      if (byte !== QUOTE_BYTE && kind !== JSON_NUMBER) field.captured.release()
    }
  }

  /**
   * Goes over what stands before the next value, if it is what stands there in most records: those of one program have the same
   * keys in the same order. At the beginning of an object only the first lead has no comma.
   */
  #likely(fields: readonly JsonField[], place: number): JsonField | undefined {
    const end = place === 0 ? Math.min(1, fields.length) : Math.min(place + mostMissing, fields.length)
    for (let at = place; at < end; at++) if (this.json.skipIfMatches(fields[at]!.prefix)) return fields[at]
    return undefined
  }

  /** Goes over a comma, or the end of the object; whether it is the end. */
  #closed(place: number): boolean {
    const { json } = this
    this.#from = json.offset
    if (place > 0) return !json.hasNextItem(CLOSE_BRACE_BYTE)
    if (json.skipSpace() !== CLOSE_BRACE_BYTE) return false
    json.offset++
    return true
  }

  /** Goes over any key and its colon, and learns what stands before the value. */
  #child(field: JsonField, place: number): JsonField | undefined {
    const { json } = this
    const from = this.#from
    if (json.skipSpace() !== QUOTE_BYTE) throw new InvalidJsonError()
    const name = json.parseAt(json.offset) as string
    json.expectColon()
    json.skipSpace()
    const child = field.field(name) ?? this.#made(field, name)
    if (child && (child.index === 0) === (place === 0))
      child.learnPrefix(() => wordPatternOf(json.bytes, from, json.offset))
    return child
  }

  #made(field: JsonField, name: string): JsonField | undefined {
    if (this.#fields >= mostFields || (this.#fields >= leastFields && this.#fields * this.count > room)) {
      if (this.droppedKeys.size < 100) this.droppedKeys.add(name)
      return undefined
    }
    this.#fields++
    return field.add(name, ends.has(name) && endsHere(field) ? this.ids : undefined)
  }
}

function countsUp({ codes, length }: CapturedFieldValues): boolean {
  if (codes.length < length) return false
  for (let record = 0; record < length; record++) if (codes[record] !== record) return false
  return true
}

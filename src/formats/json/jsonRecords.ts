import { Utf8StringTable } from '../collect/utf8StringTable'
import { CapturedFieldValues } from './capturedFieldValues'
import { unmatchableWordPattern, wordPatternOf, type WordPattern } from './wordPattern'
import { ArrayCapacityEstimator } from './arrayCapacityEstimator'
import {
  CLOSE_BRACKET_BYTE,
  CLOSE_BRACE_BYTE,
  JSON_KIND_EMPTY_LIST,
  startsJsonNumber,
  JSON_KIND_NULL,
  InvalidJsonError,
  JSON_KIND_NUMBER,
  OPEN_BRACE_BYTE,
  QUOTE_BYTE,
  type JsonScanner,
} from './jsonScanner'

/** Maximum number of offsets (fields times records), so that a file of ever new keys does not fill the memory. */
const maxOffsets = 2 ** 26
/** Fields that are always read, however many records there are; and the maximum number of fields. */
const minFields = 64
const maxFields = 1000
/** Maximum number of prefixes that a field tries. */
const maxPrefixes = 8
/** Number of fields that are tried by prefix before the key is looked up by name. */
const maxTriedFields = 4
/** Depth of nested objects that become fields: the attributes of a record (1), and objects in those (2). */
const maxDepth = 2

/** Fields of edges that hold ids of nodes: in the record itself or in its `data`. */
const endNames = new Set(['source', 'target', 'from', 'to'])
const mayHaveEnds = (field: JsonField): boolean => field.depth === 0 || (field.depth === 1 && field.name === 'data')

/** Offsets by record: a growing array of one type only, for which engines generate faster code. */
class ValueOffsets {
  values = new Uint32Array(0)
  /** One more than the last record that has an offset. */
  length = 0

  constructor(readonly room: ArrayCapacityEstimator) {}

  set(record: number, offset: number): void {
    if (record >= this.values.length) this.#grow(record + 1)
    this.values[record] = offset
    if (record >= this.length) this.length = record + 1
  }

  /** The offset of a record's value; 0 if it has none. */
  at(record: number): number {
    return record < this.length ? this.values[record]! : 0
  }

  #grow(minLength: number): void {
    const larger = new Uint32Array(this.room.capacityFor(minLength))
    larger.set(this.values)
    this.values = larger
  }
}

/** The values of a key in the records of a list: their offsets, and the fields of values that are objects. */
export class JsonField {
  /** Offset of the value by record; 0 if there is none. */
  readonly offsets: ValueOffsets
  /** Kinds of its values, as a bit set (see jsonScanner.ts). */
  kinds = JSON_KIND_NULL
  /** Number of empty lists, of nulls, and of objects. */
  emptyListCount = 0
  nullCount = 0
  objectCount = 0
  /** In order of first appearance. */
  readonly fields: JsonField[] = []
  readonly #byName = new Map<string, JsonField>()
  /** Its values, if they could be captured during the scan. */
  readonly captured: CapturedFieldValues
  /** The bytes between the previous value and this one: comma, key, colon and spaces. */
  prefix = unmatchableWordPattern
  #prefixCount = 0

  constructor(
    readonly name: string,
    readonly depth: number,
    /** Index among the fields of the same object. */
    readonly index: number,
    { room, table }: { readonly room: ArrayCapacityEstimator; readonly table: Utf8StringTable | undefined },
  ) {
    this.offsets = new ValueOffsets(room)
    this.captured = new CapturedFieldValues(room, table)
  }

  /** Learns the bytes before its values, a limited number of times. */
  learnPrefix(prefix: () => WordPattern): void {
    if (this.#prefixCount++ < maxPrefixes) this.prefix = prefix()
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

/** A list of records, read as columns of offsets: values are parsed only when they are asked for. */
export class JsonRecords {
  readonly root: JsonField
  count = 0
  /** Number of items of the list that are not objects. */
  nonRecordCount = 0
  /** Keys beyond the maximum number of fields. */
  readonly droppedKeys = new Set<string>()
  #fieldCount = 0
  /** Offset after the last value. */
  #valueEnd = 0

  /** `ids` are the ids of nodes that were read before, which the ends of edges share; else ends have their own table. */
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

  /** The table of the ids of records, for others to share; undefined if no field has a distinct id for every record. */
  shareIdTable(): Utf8StringTable | undefined {
    const { root, count } = this
    for (const field of [root.field('key'), root.field('id'), root.field('data')?.field('id')]) {
      if (!field || field.captured.length !== count || !areDistinct(field.captured)) continue
      field.captured.shared = true
      return field.captured.table
    }
    return undefined
  }

  #object(field: JsonField): void {
    const { json } = this
    json.offset++
    let index = 0
    for (;;) {
      const predicted = this.#predictedField(field.fields, index)
      if (!predicted && this.#isClosed(index)) return
      const child = predicted ?? this.#namedField(field, index)
      index = (child ? child.index : index) + 1
      const byte = json.skipSpace()
      if (byte === OPEN_BRACE_BYTE && child && child.depth <= maxDepth) {
        child.objectCount++
        this.#object(child)
        continue
      }
      if (child) this.#value(child, byte)
      else json.skipValue()
    }
  }

  /** Skips a value and records its offset and kind. */
  #value(field: JsonField, byte: number): void {
    const { json, count } = this
    const { offset } = json
    let kind
    if (byte === QUOTE_BYTE) kind = field.captured.captureString(json, count)
    else if (startsJsonNumber(byte)) kind = field.captured.captureNumber(json, count)
    else kind = json.skipValue()
    if (kind === JSON_KIND_EMPTY_LIST) field.emptyListCount++
    else if (kind === JSON_KIND_NULL) field.nullCount++
    else {
      field.offsets.set(count, offset)
      field.kinds |= kind
      if (byte !== QUOTE_BYTE && kind !== JSON_KIND_NUMBER) field.captured.release()
    }
  }

  /**
   * Skips the key of the next value if it is the expected one: records of one program have the same keys in the same
   * order. At the beginning of an object only the first field fits, whose prefix has no comma.
   */
  #predictedField(fields: readonly JsonField[], index: number): JsonField | undefined {
    const end = index === 0 ? Math.min(1, fields.length) : Math.min(index + maxTriedFields, fields.length)
    for (let at = index; at < end; at++) if (this.json.skipIfMatches(fields[at]!.prefix)) return fields[at]
    return undefined
  }

  /** Skips a comma or the end of the object; whether it was the end. */
  #isClosed(index: number): boolean {
    const { json } = this
    this.#valueEnd = json.offset
    if (index > 0) return !json.hasNextItem(CLOSE_BRACE_BYTE)
    if (json.skipSpace() !== CLOSE_BRACE_BYTE) return false
    json.offset++
    return true
  }

  /** Reads any key and its colon, and learns the bytes before the value; undefined if there are too many fields. */
  #namedField(field: JsonField, index: number): JsonField | undefined {
    const { json } = this
    const from = this.#valueEnd
    if (json.skipSpace() !== QUOTE_BYTE) throw new InvalidJsonError()
    const name = json.parseAt(json.offset) as string
    json.expectColon()
    json.skipSpace()
    const child = field.field(name) ?? this.#addField(field, name)
    if (child && (child.index === 0) === (index === 0))
      child.learnPrefix(() => wordPatternOf(json.bytes, from, json.offset))
    return child
  }

  #addField(field: JsonField, name: string): JsonField | undefined {
    if (
      this.#fieldCount >= maxFields ||
      (this.#fieldCount >= minFields && this.#fieldCount * this.count > maxOffsets)
    ) {
      if (this.droppedKeys.size < 100) this.droppedKeys.add(name)
      return undefined
    }
    this.#fieldCount++
    return field.add(name, endNames.has(name) && mayHaveEnds(field) ? this.ids : undefined)
  }
}

/** Whether the code of each record is its index: all texts are distinct. */
function areDistinct({ codes, length }: CapturedFieldValues): boolean {
  if (codes.length < length) return false
  for (let record = 0; record < length; record++) if (codes[record] !== record) return false
  return true
}

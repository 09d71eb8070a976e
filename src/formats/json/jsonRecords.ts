import { ByteTable } from '../collect/utf8StringTable'
import { Cells } from './capturedFieldValues'
import { nowhere, stretchOf, type Stretch } from './wordPattern'
import { Room } from './arrayCapacityEstimator'
import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  EMPTY_LIST,
  isNumber,
  NOTHING,
  NotJson,
  NUMBER,
  OPEN_OBJECT,
  QUOTE,
  type JsonBytes,
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
const endsHere = (field: Field): boolean => field.depth === 0 || (field.depth === 1 && field.name === 'data')

/** Places by record: a growing array of one kind, which engines make quicker code for than for one of several. */
export class Starts {
  values = new Uint32Array(0)
  /** One more than the last record that has a place. */
  length = 0

  constructor(readonly room: Room) {}

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
    const larger = new Uint32Array(this.room.for(least))
    larger.set(this.values)
    this.values = larger
  }
}

/** What the records of a list hold under one key: where each value begins, and the fields of objects that stand there. */
export class Field {
  /** Place of the value by record; 0 where there is none. */
  readonly starts: Starts
  /** Kinds of its values, as bits (scanner.ts). */
  kinds = NOTHING
  /** How often it holds a list with nothing in it, null, and an object. */
  emptyLists = 0
  nothings = 0
  objects = 0
  /** In order of first appearance. */
  readonly fields: Field[] = []
  readonly #byName = new Map<string, Field>()
  /** Its values, as far as they could be taken at once. */
  readonly cells: Cells
  /** What stands between the value before and the own one: comma, key and colon, as the program writes them. */
  lead = nowhere
  #leads = 0

  constructor(
    readonly name: string,
    readonly depth: number,
    /** Its place among the fields of the same object. */
    readonly place: number,
    { room, table }: { readonly room: Room; readonly table: ByteTable | undefined },
  ) {
    this.starts = new Starts(room)
    this.cells = new Cells(room, table)
  }

  /** Learns what stands before its values; not for ever where that is always something else. */
  learn(lead: () => Stretch): void {
    if (this.#leads++ < mostLeads) this.lead = lead()
  }

  field(name: string): Field | undefined {
    return this.#byName.get(name)
  }

  add(name: string, table: ByteTable | undefined): Field {
    const { room } = this.starts
    const field = new Field(name, this.depth + 1, this.fields.length, { room, table })
    this.fields.push(field)
    this.#byName.set(name, field)
    return field
  }
}

/** A list of records, read as columns of places: nothing is made of a value before somebody asks for it. */
export class Records {
  readonly root: Field
  count = 0
  /** Entries of the list that are no records. */
  others = 0
  /** Keys that had no room any more, each once. */
  readonly left = new Set<string>()
  #fields = 0
  /** Where the last value ended. */
  #from = 0

  /** Ids of nodes that were read before, of which ends of edges are; ends have a table of their own without it. */
  constructor(
    readonly json: JsonBytes,
    readonly ids = new ByteTable(),
  ) {
    this.root = new Field('', 0, 0, { room: new Room(json), table: undefined })
    if (!json.opened(CLOSE_LIST)) return
    do {
      if (json.space() === OPEN_OBJECT) this.#object(this.root)
      else {
        json.value()
        this.others++
      }
      this.count++
    } while (json.more(CLOSE_LIST))
  }

  /** The table of the ids, each once and one a record; undefined where nothing looks like them. Others use it from then on. */
  lendIds(): ByteTable | undefined {
    const { root, count } = this
    for (const field of [root.field('key'), root.field('id'), root.field('data')?.field('id')]) {
      if (!field || field.cells.length !== count || !countsUp(field.cells)) continue
      field.cells.shared = true
      return field.cells.table
    }
    return undefined
  }

  #object(field: Field): void {
    const { json } = this
    json.at++
    let place = 0
    for (;;) {
      const likely = this.#likely(field.fields, place)
      if (!likely && this.#closed(place)) return
      const child = likely ?? this.#child(field, place)
      place = (child ? child.place : place) + 1
      const byte = json.space()
      if (byte === OPEN_OBJECT && child && child.depth <= deepest) {
        child.objects++
        this.#object(child)
        continue
      }
      if (child) this.#value(child, byte)
      else json.value()
    }
  }

  /** Goes over a value, and takes where it stands and what it is. */
  #value(field: Field, byte: number): void {
    const { json, count } = this
    const { at } = json
    let kind
    if (byte === QUOTE) kind = field.cells.text(json, count)
    else if (isNumber(byte)) kind = field.cells.number(json, count)
    else kind = json.value()
    if (kind === EMPTY_LIST) field.emptyLists++
    else if (kind === NOTHING) field.nothings++
    else {
      field.starts.set(count, at)
      field.kinds |= kind
      if (byte !== QUOTE && kind !== NUMBER) field.cells.leave()
    }
  }

  /**
   * Goes over what stands before the next value, if it is what stands there in most records: those of one program have the same
   * keys in the same order. At the beginning of an object only the first lead has no comma.
   */
  #likely(fields: readonly Field[], place: number): Field | undefined {
    const end = place === 0 ? Math.min(1, fields.length) : Math.min(place + mostMissing, fields.length)
    for (let at = place; at < end; at++) if (this.json.passes(fields[at]!.lead)) return fields[at]
    return undefined
  }

  /** Goes over a comma, or the end of the object; whether it is the end. */
  #closed(place: number): boolean {
    const { json } = this
    this.#from = json.at
    if (place > 0) return !json.more(CLOSE_OBJECT)
    if (json.space() !== CLOSE_OBJECT) return false
    json.at++
    return true
  }

  /** Goes over any key and its colon, and learns what stands before the value. */
  #child(field: Field, place: number): Field | undefined {
    const { json } = this
    const from = this.#from
    if (json.space() !== QUOTE) throw new NotJson()
    const name = json.parsed(json.at) as string
    json.colon()
    json.space()
    const child = field.field(name) ?? this.#made(field, name)
    if (child && (child.place === 0) === (place === 0)) child.learn(() => stretchOf(json.bytes, from, json.at))
    return child
  }

  #made(field: Field, name: string): Field | undefined {
    if (this.#fields >= mostFields || (this.#fields >= leastFields && this.#fields * this.count > room)) {
      if (this.left.size < 100) this.left.add(name)
      return undefined
    }
    this.#fields++
    return field.add(name, ends.has(name) && endsHere(field) ? this.ids : undefined)
  }
}

function countsUp({ codes, length }: Cells): boolean {
  if (codes.length < length) return false
  for (let record = 0; record < length; record++) if (codes[record] !== record) return false
  return true
}

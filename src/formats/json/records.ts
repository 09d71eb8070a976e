import { CLOSE_LIST, CLOSE_OBJECT, EMPTY_LIST, NOTHING, NotJson, OPEN_OBJECT, QUOTE, type JsonBytes } from './scanner'

/** Room for places of values, so that a file of nothing but different keys does not fill the memory. */
const room = 2 ** 26
const leastFields = 64
const mostFields = 1000
/** Objects are taken apart so deep: attributes of a record (1), and what stands in an object among them (2). */
const deepest = 2

const encoder = new TextEncoder()

/** Places by record: a growing array of one kind, which engines make quicker code for than for one of several. */
export class Starts {
  values = new Uint32Array(64)
  /** One more than the last record that has a place. */
  length = 0

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
    const larger = new Uint32Array(Math.max(least, (this.values.length * 1.6) | 0))
    larger.set(this.values)
    this.values = larger
  }
}

/** What the records of a list hold under one key: where each value begins, and the fields of objects that stand there. */
export class Field {
  /** Place of the value by record; 0 where there is none. */
  readonly starts = new Starts()
  /** Kinds of its values, as bits (scanner.ts). */
  kinds = NOTHING
  /** How often it holds a list with nothing in it, null, and an object. */
  emptyLists = 0
  nothings = 0
  objects = 0
  /** In order of first appearance. */
  readonly fields: Field[] = []
  readonly #byName = new Map<string, Field>()
  /** The key with its quotes and colon, as most programs write it. */
  readonly key: Uint8Array

  constructor(
    readonly name: string,
    readonly depth: number,
  ) {
    this.key = encoder.encode(`${JSON.stringify(name)}:`)
  }

  field(name: string): Field | undefined {
    return this.#byName.get(name)
  }

  add(name: string): Field {
    const field = new Field(name, this.depth + 1)
    this.fields.push(field)
    this.#byName.set(name, field)
    return field
  }
}

/** A list of records, read as columns of places: nothing is made of a value before somebody asks for it. */
export class Records {
  readonly root = new Field('', 0)
  count = 0
  /** Entries of the list that are no records. */
  others = 0
  /** Keys that had no room any more, each once. */
  readonly left = new Set<string>()
  #fields = 0

  constructor(readonly json: JsonBytes) {
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

  #object(field: Field): void {
    const { json, count } = this
    if (!json.opened(CLOSE_OBJECT)) return
    let turn = 0
    do {
      const child = this.#child(field, turn++)
      const byte = json.space()
      if (byte === OPEN_OBJECT && child && child.depth <= deepest) {
        child.objects++
        this.#object(child)
        continue
      }
      const { at } = json
      const kind = byte === QUOTE ? json.string() : json.value()
      if (!child) continue
      if (kind === EMPTY_LIST) child.emptyLists++
      else if (kind === NOTHING) child.nothings++
      else {
        child.starts.set(count, at)
        child.kinds |= kind
      }
    } while (json.more(CLOSE_OBJECT))
  }

  /** Goes over a key and its colon. Records of one program have the same keys in the same order: the turn tells most. */
  #child(field: Field, turn: number): Field | undefined {
    const { json } = this
    if (json.space() !== QUOTE) throw new NotJson()
    const likely = field.fields[turn]
    if (likely && startsWith(json.bytes, json.at, likely.key)) {
      json.at += likely.key.length
      return likely
    }
    const name = json.parsed(json.at) as string
    json.colon()
    return field.field(name) ?? this.#made(field, name)
  }

  #made(field: Field, name: string): Field | undefined {
    if (this.#fields >= mostFields || (this.#fields >= leastFields && this.#fields * this.count > room)) {
      if (this.left.size < 100) this.left.add(name)
      return undefined
    }
    this.#fields++
    return field.add(name)
  }
}

function startsWith(bytes: Uint8Array, from: number, key: Uint8Array): boolean {
  for (let at = 0; at < key.length; at++) if (bytes[from + at] !== key[at]) return false
  return true
}

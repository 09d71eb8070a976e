/** Stands for "no row" wherever a column holds row numbers or dictionary codes. */
export const NONE = 0xffffffff

/** One of few values a row: `codes[row]` is an index into the dictionary, or NONE. */
export interface CategoryColumn {
  readonly kind: 'category'
  readonly codes: Uint32Array
  readonly dictionary: readonly string[]
}

/** A number a row; NaN where there is none. */
export interface NumberColumn {
  readonly kind: 'number'
  readonly values: Float64Array
}

/** Any text a row, as UTF-8 in one block: row i is bytes[offsets[i] .. offsets[i + 1]). Empty text stands for none. */
export interface TextColumn {
  readonly kind: 'text'
  readonly bytes: Uint8Array
  readonly offsets: Uint32Array
}

/** Several dictionary values a row: row i is codes[offsets[i] .. offsets[i + 1]). */
export interface ListColumn {
  readonly kind: 'list'
  readonly codes: Uint32Array
  readonly offsets: Uint32Array
  readonly dictionary: readonly string[]
}

export type Column = CategoryColumn | NumberColumn | TextColumn | ListColumn

/** Rows grouped by a key (compressed sparse rows): group i is rows[offsets[i] .. offsets[i + 1]). */
export interface RowGroups {
  readonly offsets: Uint32Array
  readonly rows: Uint32Array
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Up to so many rows the texts themselves are kept beside their bytes: decoding them one by one costs more than they weigh. */
const kept = 20_000
const keptTexts = new WeakMap<TextColumn, readonly (string | undefined)[]>()

/** The texts of all rows as one block of UTF-8. */
export function textColumn(texts: readonly (string | undefined)[]): TextColumn {
  const offsets = new Uint32Array(texts.length + 1)
  for (let row = 0; row < texts.length; row++) offsets[row + 1] = offsets[row]! + lengthInBytes(texts[row] ?? '')
  const bytes = encoder.encode(texts.join(''))
  const column: TextColumn = { kind: 'text', bytes, offsets }
  // Halves of a character at the end of one text and the beginning of the next have become one character.
  if (bytes.length !== offsets[texts.length]) return textColumn(texts.map((text) => text?.toWellFormed()))
  if (texts.length <= kept && texts.every((text) => text === undefined || text.isWellFormed()))
    keptTexts.set(column, texts)
  return column
}

/** Bytes of a text in UTF-8; half a character becomes a replacement character of three. */
function lengthInBytes(text: string): number {
  let length = text.length
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) continue
    const next = code >= 0xd800 && code < 0xdc00 ? text.charCodeAt(at + 1) : 0
    if (next >= 0xdc00 && next < 0xe000) at++
    length += code < 0x800 ? 1 : 2
  }
  return length
}

export function textAt(column: TextColumn, row: number): string {
  const texts = keptTexts.get(column)
  return texts
    ? (texts[row] ?? '')
    : decoder.decode(column.bytes.subarray(column.offsets[row], column.offsets[row + 1]))
}

/** From so many rows on, bytes are decoded all at once. */
const many = 200

/** The texts of rows in ascending order: of many at once, where their bytes are all ASCII, as ids mostly are. */
export function textsAt(column: TextColumn, rows: ArrayLike<number>): string[] {
  const one = () => Array.from(rows, (row) => textAt(column, row))
  if (rows.length < many) return one()
  const { offsets } = column
  const from = offsets[rows[0]!]!
  const bytes = column.bytes.subarray(from, offsets[rows[rows.length - 1]! + 1])
  let beyond = 0
  for (let at = 0; at < bytes.length; at++) beyond |= bytes[at]!
  if (beyond > 127) return one()
  const block = decoder.decode(bytes)
  return Array.from(rows, (row) => block.slice(offsets[row]! - from, offsets[row + 1]! - from))
}

/** Dictionary codes in order of first appearance, after the values that `known` lists. */
export function categoryColumn(values: readonly (string | undefined)[], known: readonly string[] = []): CategoryColumn {
  const codeOf = new Map(known.map((value, code) => [value, code]))
  const codes = Uint32Array.from(values, (value) => (value === undefined ? NONE : code(codeOf, value)))
  return { kind: 'category', codes, dictionary: [...codeOf.keys()] }
}

export function categoryAt({ codes, dictionary }: CategoryColumn, row: number): string | undefined {
  const code = codes[row]!
  return code === NONE ? undefined : dictionary[code]
}

export const numberColumn = (values: readonly (number | undefined)[]): NumberColumn => ({
  kind: 'number',
  values: Float64Array.from(values, (value) => value ?? NaN),
})

export function listColumn(lists: readonly (readonly string[] | undefined)[]): ListColumn {
  const codeOf = new Map<string, number>()
  const offsets = new Uint32Array(lists.length + 1)
  lists.forEach((list, row) => (offsets[row + 1] = offsets[row]! + (list?.length ?? 0)))
  const codes = Uint32Array.from(lists.flatMap((list) => (list ?? []).map((value) => code(codeOf, value))))
  return { kind: 'list', codes, offsets, dictionary: [...codeOf.keys()] }
}

export const listAt = ({ codes, offsets, dictionary }: ListColumn, row: number): string[] =>
  Array.from(codes.subarray(offsets[row], offsets[row + 1]), (code) => dictionary[code]!)

/** The cell of any column as plain data; undefined where there is none. */
export function cellAt(column: Column, row: number): string | number | string[] | undefined {
  switch (column.kind) {
    case 'category':
      return categoryAt(column, row)
    case 'text':
      return textAt(column, row) || undefined
    case 'number':
      return Number.isNaN(column.values[row]) ? undefined : column.values[row]
    case 'list': {
      const list = listAt(column, row)
      return list.length > 0 ? list : undefined
    }
  }
}

/** A column with only some of its rows, in the order that is given; dictionaries are shared. */
export function pickTextRows(column: TextColumn, rows: Uint32Array): TextColumn {
  const offsets = pickedOffsets(column.offsets, rows)
  const bytes = new Uint8Array(offsets[rows.length]!)
  for (let at = 0; at < rows.length; at++) {
    // Most texts are short: a loop copies them before a call would have begun to.
    let place = offsets[at]!
    const end = column.offsets[rows[at]! + 1]!
    for (let from = column.offsets[rows[at]!]!; from < end; from++) bytes[place++] = column.bytes[from]!
  }
  return { kind: 'text', bytes, offsets }
}

function pickedOffsets(offsets: Uint32Array, rows: Uint32Array): Uint32Array {
  const picked = new Uint32Array(rows.length + 1)
  for (let at = 0; at < rows.length; at++) picked[at + 1] = picked[at]! + offsets[rows[at]! + 1]! - offsets[rows[at]!]!
  return picked
}

/** A column with only some of its rows. */
export const pickCategoryRows = ({ codes, dictionary }: CategoryColumn, rows: Uint32Array): CategoryColumn => ({
  kind: 'category',
  codes: pickNumberRows(codes, rows),
  dictionary,
})

/** A column with only some of its rows. */
export const pickListRows = (column: ListColumn, rows: Uint32Array): ListColumn => {
  const offsets = pickedOffsets(column.offsets, rows)
  const codes = new Uint32Array(offsets[rows.length]!)
  rows.forEach((row, at) => codes.set(column.codes.subarray(column.offsets[row], column.offsets[row + 1]), offsets[at]))
  return { kind: 'list', codes, offsets, dictionary: column.dictionary }
}

type Numbers = Uint8Array | Uint32Array | Float64Array

/** Some entries of a typed array, in the order that is given. */
export function pickNumberRows<Array extends Numbers>(values: Array, rows: Uint32Array): Array {
  const picked = values.slice(0, rows.length) as Array
  for (let at = 0; at < rows.length; at++) picked[at] = values[rows[at]!]!
  return picked
}

/** Groups the rows 0 .. keys.length - 1 by their key by counting sort; rows whose key is NONE belong to no group. */
export function groupRowsByKey(keys: Uint32Array, groupCount: number): RowGroups {
  const offsets = new Uint32Array(groupCount + 1)
  for (const key of keys) if (key !== NONE) offsets[key + 1]!++
  for (let group = 0; group < groupCount; group++) offsets[group + 1]! += offsets[group]!
  const next = offsets.slice()
  const rows = new Uint32Array(offsets[groupCount]!)
  keys.forEach((key, row) => {
    if (key !== NONE) rows[next[key]!++] = row
  })
  return { offsets, rows }
}

export const rowsOfGroup = ({ offsets, rows }: RowGroups, group: number): Uint32Array =>
  rows.subarray(offsets[group], offsets[group + 1])

function code(codeOf: Map<string, number>, value: string): number {
  const known = codeOf.get(value)
  if (known !== undefined) return known
  codeOf.set(value, codeOf.size)
  return codeOf.size - 1
}

/** "No row" or "no value", in columns of row indexes or dictionary codes. */
export const NONE = 0xffffffff

/**
 * What the cells of a column are, as far as the file says it or all cells show it: boolean cells are the words "true" and
 * "false", dates and times are in ISO 8601.
 */
export const datatypes = ['boolean', 'integer', 'decimal', 'date', 'dateTime', 'time', 'iri'] as const
export type Datatype = (typeof datatypes)[number]

/** What is known about the cells of a column besides their kind. */
interface CellMeaning {
  readonly datatype?: Datatype
  /** The language of the texts, as a tag of BCP 47. */
  readonly language?: string
}

/** One of few values per row: `codes[row]` is an index into the dictionary, or NONE. */
export interface CategoryColumn extends CellMeaning {
  readonly kind: 'category'
  readonly codes: Uint32Array
  readonly dictionary: readonly string[]
}

/** A number per row; NaN if there is none. */
export interface NumberColumn extends CellMeaning {
  readonly kind: 'number'
  readonly values: Float64Array
  /** The digits of the rows whose number a double cannot hold, as in the file. They are displayed and written. */
  readonly digits?: ReadonlyMap<number, string>
}

/** A text per row, as UTF-8 in one block: row i is bytes[offsets[i] .. offsets[i + 1]). Empty text means none. */
export interface TextColumn extends CellMeaning {
  readonly kind: 'text'
  readonly bytes: Uint8Array
  readonly offsets: Uint32Array
}

/** Several dictionary values per row: row i is codes[offsets[i] .. offsets[i + 1]). */
export interface ListColumn {
  readonly kind: 'list'
  readonly codes: Uint32Array
  readonly offsets: Uint32Array
  readonly dictionary: readonly string[]
}

/** What is known about the cells of a column, to be given to a column of the same cells. */
export const meaningOf = ({ datatype, language }: CellMeaning): CellMeaning => ({
  ...(datatype && { datatype }),
  ...(language && { language }),
})

export type Column = CategoryColumn | NumberColumn | TextColumn | ListColumn

/** Rows grouped by a key (compressed sparse rows): group i is rows[offsets[i] .. offsets[i + 1]). */
export interface RowGroups {
  readonly offsets: Uint32Array
  readonly rows: Uint32Array
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Maximum number of rows for which the strings are kept as well: decoding one by one costs more than their memory. */
const maxCachedRows = 20_000
const cachedTexts = new WeakMap<TextColumn, readonly (string | undefined)[]>()

/** A column of texts; undefined becomes empty. */
export function textColumn(texts: readonly (string | undefined)[]): TextColumn {
  const offsets = new Uint32Array(texts.length + 1)
  for (let row = 0; row < texts.length; row++) offsets[row + 1] = offsets[row]! + lengthInBytes(texts[row] ?? '')
  const bytes = encoder.encode(texts.join(''))
  const column: TextColumn = { kind: 'text', bytes, offsets }
  // Lone surrogates at the end of one text and the start of the next were joined into one character: replace them first.
  if (bytes.length !== offsets[texts.length]) return textColumn(texts.map((text) => text?.toWellFormed()))
  if (texts.length <= maxCachedRows && texts.every((text) => text === undefined || text.isWellFormed()))
    cachedTexts.set(column, texts)
  return column
}

/** Length of a text in UTF-8 bytes; a lone surrogate becomes a replacement character of three bytes. */
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

/** The text of a row; empty if it has none. */
export function textAt(column: TextColumn, row: number): string {
  const texts = cachedTexts.get(column)
  return texts
    ? (texts[row] ?? '')
    : decoder.decode(column.bytes.subarray(column.offsets[row], column.offsets[row + 1]))
}

/** Minimum number of rows for which their bytes are decoded as one block. */
const minBlockRows = 200

/** The texts of rows, given in ascending order. Many rows are decoded as one block if it is all ASCII, as ids mostly are. */
export function textsAt(column: TextColumn, rows: ArrayLike<number>): string[] {
  const oneByOne = () => Array.from(rows, (row) => textAt(column, row))
  if (rows.length < minBlockRows) return oneByOne()
  const { offsets } = column
  const from = offsets[rows[0]!]!
  const bytes = column.bytes.subarray(from, offsets[rows[rows.length - 1]! + 1])
  let allBits = 0
  for (let at = 0; at < bytes.length; at++) allBits |= bytes[at]!
  if (allBits > 127) return oneByOne()
  const block = decoder.decode(bytes)
  return Array.from(rows, (row) => block.slice(offsets[row]! - from, offsets[row + 1]! - from))
}

/** A category column whose dictionary has the `first` values, then the others in order of appearance. */
export function categoryColumn(values: readonly (string | undefined)[], first: readonly string[] = []): CategoryColumn {
  const codeOf = new Map(first.map((value, code) => [value, code]))
  const codes = Uint32Array.from(values, (value) => (value === undefined ? NONE : codeFor(codeOf, value)))
  return { kind: 'category', codes, dictionary: [...codeOf.keys()] }
}

/** The value of a row; undefined if it has none. */
export function categoryAt({ codes, dictionary }: CategoryColumn, row: number): string | undefined {
  const code = codes[row]!
  return code === NONE ? undefined : dictionary[code]
}

/** A column of numbers; undefined becomes NaN. */
export const numberColumn = (values: readonly (number | undefined)[]): NumberColumn => ({
  kind: 'number',
  values: Float64Array.from(values, (value) => value ?? NaN),
})

/** A column of lists; undefined becomes an empty list. */
export function listColumn(lists: readonly (readonly string[] | undefined)[]): ListColumn {
  const codeOf = new Map<string, number>()
  const offsets = new Uint32Array(lists.length + 1)
  lists.forEach((list, row) => (offsets[row + 1] = offsets[row]! + (list?.length ?? 0)))
  const codes = Uint32Array.from(lists.flatMap((list) => (list ?? []).map((value) => codeFor(codeOf, value))))
  return { kind: 'list', codes, offsets, dictionary: [...codeOf.keys()] }
}

/** The values of a row; empty if it has none. */
export const listAt = ({ codes, offsets, dictionary }: ListColumn, row: number): string[] =>
  Array.from(codes.subarray(offsets[row], offsets[row + 1]), (code) => dictionary[code]!)

/** The cell of any column as plain data; undefined if it is empty. */
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

/** A column of the given rows, in the given order. */
export function pickTextRows(column: TextColumn, rows: Uint32Array): TextColumn {
  const offsets = pickOffsets(column.offsets, rows)
  const bytes = new Uint8Array(offsets[rows.length]!)
  for (let at = 0; at < rows.length; at++) {
    // A loop, since most texts are so short that calling `set` would take longer.
    let to = offsets[at]!
    const end = column.offsets[rows[at]! + 1]!
    for (let from = column.offsets[rows[at]!]!; from < end; from++) bytes[to++] = column.bytes[from]!
  }
  return { ...meaningOf(column), kind: 'text', bytes, offsets }
}

function pickOffsets(offsets: Uint32Array, rows: Uint32Array): Uint32Array {
  const picked = new Uint32Array(rows.length + 1)
  for (let at = 0; at < rows.length; at++) picked[at + 1] = picked[at]! + offsets[rows[at]! + 1]! - offsets[rows[at]!]!
  return picked
}

/** A column of the given rows; shares the dictionary. */
export const pickCategoryRows = (column: CategoryColumn, rows: Uint32Array): CategoryColumn => ({
  ...meaningOf(column),
  kind: 'category',
  codes: pickTypedArrayRows(column.codes, rows),
  dictionary: column.dictionary,
})

/** A column of the given rows. */
export function pickNumberRows(column: NumberColumn, rows: Uint32Array): NumberColumn {
  const { digits } = column
  const picked = { ...meaningOf(column), kind: 'number', values: pickTypedArrayRows(column.values, rows) } as const
  if (!digits) return picked
  return {
    ...picked,
    digits: new Map(Array.from(rows, (row, at) => [at, digits.get(row)!] as const).filter(([, text]) => text)),
  }
}

/** A column of the given rows; shares the dictionary. */
export const pickListRows = (column: ListColumn, rows: Uint32Array): ListColumn => {
  const offsets = pickOffsets(column.offsets, rows)
  const codes = new Uint32Array(offsets[rows.length]!)
  rows.forEach((row, at) => codes.set(column.codes.subarray(column.offsets[row], column.offsets[row + 1]), offsets[at]))
  return { kind: 'list', codes, offsets, dictionary: column.dictionary }
}

type Numbers = Uint8Array | Uint32Array | Float64Array

/** The given entries of a typed array, in the given order. */
export function pickTypedArrayRows<Array extends Numbers>(values: Array, rows: Uint32Array): Array {
  const picked = values.slice(0, rows.length) as Array
  for (let at = 0; at < rows.length; at++) picked[at] = values[rows[at]!]!
  return picked
}

/** Groups the rows 0 .. keys.length - 1 by key (counting sort); rows whose key is NONE are in no group. */
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

/** The rows of one group. */
export const rowsOfGroup = ({ offsets, rows }: RowGroups, group: number): Uint32Array =>
  rows.subarray(offsets[group], offsets[group + 1])

/** The code of a value, which is added to the dictionary if it is new. */
function codeFor(codeOf: Map<string, number>, value: string): number {
  const code = codeOf.get(value)
  if (code !== undefined) return code
  codeOf.set(value, codeOf.size)
  return codeOf.size - 1
}

import { parseNumberBytes } from '../collect/parseNumber'
import type { CsvCellReader } from './csvCellReader'

const decoder = new TextDecoder()

/** A column whose cells are all numbers, by row; NaN where there is none. */
interface ParsedNumberColumn {
  readonly values: Float64Array
  /** They are written with a comma before the decimals. */
  readonly commas: boolean
}

/** How strictly numbers are told. */
interface NumberStrictness {
  /** "1.234,5" is a number. */
  readonly commas: boolean
  /** Only what `String` writes is a number, so that texts come back as they were. */
  readonly exact: boolean
}

/**
 * The numbers of a column, from the first row on; undefined where a cell is none, or would not come back as it is: "007" is
 * no number, nor is a whole number beyond 2^53.
 */
export function parseNumberColumn(
  cells: CsvCellReader,
  column: number,
  first: number,
  { commas, exact }: NumberStrictness,
): ParsedNumberColumn | undefined {
  const { rows } = cells.table
  const values = new Float64Array(rows).fill(NaN)
  let some = false
  let comma = false
  for (let row = first; row < rows; row++) {
    if (!cells.read(row, column) || !(exact || cells.trim())) continue
    let value = numberAt(cells, exact)
    if (Number.isNaN(value) && commas) {
      value = withComma(decoder.decode(cells.source.subarray(cells.from, cells.to)))
      comma ||= !Number.isNaN(value)
    }
    if (Number.isNaN(value)) return undefined
    values[row] = value
    some = true
  }
  return some ? { values, commas: comma } : undefined
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39
const POINT = 0x2e
const ZERO = 0x30

/** The number in a cell; NaN where it is not written as numbers are, or would lose something by becoming one. */
function numberAt({ source, from, to }: CsvCellReader, exact: boolean): number {
  const first = source[from] === 0x2d || source[from] === 0x2b ? from + 1 : from
  if (source[first] === ZERO && isDigit(source[first + 1])) return NaN
  const form = formOf(source, first, to)
  if (form === 'other') return NaN
  const value = parseNumberBytes(source, from, to)
  if (form === 'whole' && to - first > 15 && !Number.isSafeInteger(value)) return NaN
  return exact && !isExact(value, source, [from, first, to]) ? NaN : value
}

/** Whether a number is written as `String` writes it; `first` is behind its sign. */
function isExact(value: number, source: Uint8Array, [from, first, to]: readonly [number, number, number]): boolean {
  const simple = value !== 0 && source[from] !== 0x2b && isPlainDecimal(source, first, to)
  return simple || String(value) === decoder.decode(source.subarray(from, to))
}

/** How what stands behind the sign is written: digits alone, digits with a point, exponent or signs, or something else. */
function formOf(source: Uint8Array, from: number, to: number): 'whole' | 'broken' | 'other' {
  let form: 'whole' | 'broken' = 'whole'
  for (let at = from; at < to; at++) {
    const byte = source[at]!
    if (isDigit(byte)) continue
    if (byte !== POINT && byte !== 0x2d && byte !== 0x2b && (byte | 0x20) !== 0x65) return 'other'
    form = 'broken'
  }
  return form
}

/** Few digits, without a zero at the end where a point is among them: no other writing of the number is shorter. */
function isPlainDecimal(source: Uint8Array, from: number, to: number): boolean {
  if (to - from > 15 || !isDigit(source[from]) || source[to - 1] === POINT) return false
  let points = 0
  for (let at = from; at < to; at++) {
    if (source[at] === POINT) points++
    else if (!isDigit(source[at])) return false
  }
  if (points === 0) return true
  return points === 1 && source[to - 1] !== ZERO && (source[from] !== ZERO || to - from < 7)
}

function withComma(text: string): number {
  if (!/^[+-]?(\d+|\d{1,3}(\.\d{3})+),\d+$/.test(text) || /^[+-]?0\d/.test(text)) return NaN
  return Number(text.replaceAll('.', '').replace(',', '.'))
}

const sampled = 2000
const longestItem = 60

/** What separates the items of a column of lists; undefined where there is no strong sign of lists: short items that repeat. */
export function detectListSeparator(cells: CsvCellReader, column: number, first: number): '|' | ';' | undefined {
  const texts: string[] = []
  for (let row = first; row < Math.min(cells.table.rows, sampled); row++) {
    const text = cells.text(row, column)
    if (text !== '') texts.push(text)
  }
  return (['|', ';'] as const).find((separator) => isListBy(texts, separator))
}

function isListBy(texts: readonly string[], separator: string): boolean {
  const several = texts.filter((text) => text.includes(separator))
  if (several.length < Math.max(3, texts.length / 10)) return false
  const items = texts.flatMap((text) => text.split(separator)).map((item) => item.trim())
  if (items.some((item) => item === '' || item.length > longestItem)) return false
  const kinds = new Set(items)
  const mean = items.reduce((sum, item) => sum + item.length, 0) / items.length
  return mean <= longestItem / 2 && kinds.size <= items.length / 2
}

export const splitAndTrim = (text: string, separator: string): string[] =>
  text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '')

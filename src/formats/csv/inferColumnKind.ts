import { parseNumberBytes } from '../collect/parseNumber'
import type { CsvCellReader } from './csvCellReader'

const decoder = new TextDecoder()

/** The numbers of a column by row; NaN for empty cells. */
interface ParsedNumberColumn {
  readonly values: Float64Array
  /** Whether some have a decimal comma. */
  readonly commas: boolean
}

/** Which texts count as numbers. */
interface NumberStrictness {
  /** Whether "1.234,5" is a number. */
  readonly commas: boolean
  /** Only the form that `String` writes, so that texts are read back unchanged. */
  readonly exact: boolean
}

/**
 * The numbers of a column, from row `first` on. Undefined if a cell is not a number, or would lose something by becoming
 * one: "007" and whole numbers beyond 2^53 are not numbers.
 */
export function parseNumberColumn(
  cells: CsvCellReader,
  column: number,
  first: number,
  { commas, exact }: NumberStrictness,
): ParsedNumberColumn | undefined {
  const { rows } = cells.table
  const values = new Float64Array(rows).fill(NaN)
  let isEmpty = true
  let hasCommas = false
  for (let row = first; row < rows; row++) {
    if (!cells.read(row, column) || !(exact || cells.trim())) continue
    let value = numberAt(cells, exact)
    if (Number.isNaN(value) && commas) {
      value = parseDecimalComma(decoder.decode(cells.source.subarray(cells.from, cells.to)))
      hasCommas ||= !Number.isNaN(value)
    }
    if (Number.isNaN(value)) return undefined
    values[row] = value
    isEmpty = false
  }
  return isEmpty ? undefined : { values, commas: hasCommas }
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39
const POINT = 0x2e
const ZERO = 0x30

/** The number in a cell; NaN if the text is not a number or would lose something by becoming one. */
function numberAt({ source, from, to }: CsvCellReader, exact: boolean): number {
  const first = source[from] === 0x2d || source[from] === 0x2b ? from + 1 : from
  if (source[first] === ZERO && isDigit(source[first + 1])) return NaN
  const form = formOf(source, first, to)
  if (form === 'other') return NaN
  const value = parseNumberBytes(source, from, to)
  if (form === 'whole' && to - first > 15 && !Number.isSafeInteger(value)) return NaN
  return exact && !isExact(value, source, [from, first, to]) ? NaN : value
}

/** Whether a number is in the form that `String` writes; `first` is the offset after its sign. */
function isExact(value: number, source: Uint8Array, [from, first, to]: readonly [number, number, number]): boolean {
  const simple = value !== 0 && source[from] !== 0x2b && isPlainDecimal(source, first, to)
  return simple || String(value) === decoder.decode(source.subarray(from, to))
}

/** The form of a text without its sign: digits only, with a point, exponent or signs, or anything else. */
function formOf(source: Uint8Array, from: number, to: number): 'whole' | 'fraction' | 'other' {
  let form: 'whole' | 'fraction' = 'whole'
  for (let at = from; at < to; at++) {
    const byte = source[at]!
    if (isDigit(byte)) continue
    if (byte !== POINT && byte !== 0x2d && byte !== 0x2b && (byte | 0x20) !== 0x65) return 'other'
    form = 'fraction'
  }
  return form
}

/** Whether a text has few digits and no trailing zero after a point: then it is the shortest text of the number. */
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

function parseDecimalComma(text: string): number {
  if (!/^[+-]?(\d+|\d{1,3}(\.\d{3})+),\d+$/.test(text) || /^[+-]?0\d/.test(text)) return NaN
  return Number(text.replaceAll('.', '').replace(',', '.'))
}

/** Maximum number of rows that are searched for lists. */
const sampledRows = 2000
/** Maximum length of an item of a list. */
const maxItemLength = 60

/** The separator of a column of lists; undefined unless there is strong evidence of lists: short items that repeat. */
export function detectListSeparator(cells: CsvCellReader, column: number, first: number): '|' | ';' | undefined {
  const texts: string[] = []
  for (let row = first; row < Math.min(cells.table.rows, sampledRows); row++) {
    const text = cells.text(row, column)
    if (text !== '') texts.push(text)
  }
  return (['|', ';'] as const).find((separator) => areLists(texts, separator))
}

function areLists(texts: readonly string[], separator: string): boolean {
  const withSeparator = texts.filter((text) => text.includes(separator))
  if (withSeparator.length < Math.max(3, texts.length / 10)) return false
  const items = texts.flatMap((text) => text.split(separator)).map((item) => item.trim())
  if (items.some((item) => item === '' || item.length > maxItemLength)) return false
  const distinct = new Set(items)
  const meanLength = items.reduce((sum, item) => sum + item.length, 0) / items.length
  return meanLength <= maxItemLength / 2 && distinct.size <= items.length / 2
}

export const splitAndTrim = (text: string, separator: string): string[] =>
  text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '')

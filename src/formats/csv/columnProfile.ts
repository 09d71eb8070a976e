import { dateOrderOf, parseDateCell } from './parseDateCell'
import { parseAmount, parseCurrency, parseGroupedNumber } from './parseAmount'
import { parseStatus } from './parseStatus'

/** What the cells of a column look like; shares are of the cells that are not empty. */
export interface ColumnProfile {
  readonly filled: number
  readonly distinct: ReadonlySet<string>
  readonly numbers: number
  readonly amounts: number
  /** Share of cells that are amounts and name a currency. */
  readonly priced: number
  readonly currencies: number
  readonly dates: number
  readonly addresses: number
  readonly statuses: number
  readonly locators: number
  readonly directions: number
  /** Share of cells with a digit. */
  readonly digits: number
  readonly meanLength: number
  readonly values: readonly string[]
}

const locator =
  /^(?:(?:p|pp|pg|page|s|seite|pág|page|стр|с|str|para|§|art|no|nr|n°|fol|bl|blatt|row|line|zeile|sheet)\.?\s*\d[\d\s–,-]*|\d+\s*(?:頁|页|ページ)|第\s*\d+\s*(?:頁|页|ページ|条|條|章)|[A-Z]{1,2}\d{1,4}(?:\.\d+)?)$/iu
const direction = /^(?:un)?directed$|^(?:mutual|bidirectional)$/i

export function columnProfile(cells: readonly string[]): ColumnProfile {
  const values = cells.map((cell) => cell.trim())
  const filled = values.filter((value) => value !== '')
  const order = dateOrderOf(filled)
  const share = (test: (value: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length
  return {
    values,
    filled: filled.length,
    distinct: new Set(filled),
    numbers: share((value) => parseGroupedNumber(value) !== undefined),
    amounts: share((value) => parseAmount(value) !== undefined),
    priced: share((value) => parseAmount(value)?.currency !== undefined),
    currencies: share((value) => value.length <= 12 && parseCurrency(value) !== undefined && !/\d/.test(value)),
    dates: share((value) => !isPlainNumber(value) && parseDateCell(value, order) !== undefined),
    addresses: share((value) => /^https?:\/\/\S+$/i.test(value)),
    statuses: share((value) => parseStatus(value) !== undefined),
    locators: share((value) => locator.test(value)),
    directions: share((value) => direction.test(value)),
    digits: share((value) => /\d/.test(value)),
    meanLength: filled.length === 0 ? 0 : filled.reduce((sum, value) => sum + [...value].length, 0) / filled.length,
  }
}

/** Numbers that could be years are no dates by themselves, and "1.2021" and "12.50" are numbers first. */
const isPlainNumber = (value: string): boolean => /^-?\d+(?:[.,]\d+)?$/.test(value)

/** Whether a column holds names or codes of things: texts that are neither dates, amounts, addresses nor long. */
export const isNameLike = ({
  filled,
  distinct,
  dates,
  priced,
  addresses,
  numbers,
  meanLength,
  directions,
}: ColumnProfile): boolean =>
  filled > 0 &&
  distinct.size > 1 &&
  dates < 0.5 &&
  priced < 0.3 &&
  addresses < 0.3 &&
  numbers < 0.5 &&
  meanLength < 60 &&
  directions < 0.5

/** Whether a column has few distinct texts, as types, relations and statuses do. */
export const isCategorical = ({ filled, distinct, numbers, dates, meanLength }: ColumnProfile): boolean =>
  filled > 0 && numbers < 0.5 && dates < 0.5 && meanLength < 40 && distinct.size <= Math.max(1, filled / 2)

/** Whether all rows with the same cell in one column have the same in the other, and some cell repeats. */
export function determines(key: ColumnProfile, value: ColumnProfile): boolean {
  const seen = new Map<string, string>()
  let repeated = 0
  for (let row = 0; row < key.values.length; row++) {
    const [one, other] = [key.values[row]!, value.values[row] ?? '']
    if (one === '' || other === '') continue
    const before = seen.get(one)
    if (before === undefined) seen.set(one, other)
    else if (before !== other) return false
    else repeated++
  }
  return repeated > 0
}

/** Number of distinct cells that two columns share. */
export function sharedCount(one: ColumnProfile, other: ColumnProfile): number {
  let count = 0
  for (const value of one.distinct) if (other.distinct.has(value)) count++
  return count
}

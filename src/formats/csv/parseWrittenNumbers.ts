import { message, type Message } from '../../messages/message'
import type { ColumnBuilder } from '../collect/columnBuilder'
import type { CsvCellReader } from './csvCellReader'
import { isoCurrencyCodes } from './currencyCodes'
import { parseGroupedNumber } from './parseAmount'

const NO_ROW = 0xffffffff

/** The numbers of a column by row, NaN for gaps, and what is said about how they were read. */
interface WrittenNumbers {
  readonly values: Float64Array
  readonly guesses: readonly Message[]
}

/** Words for a missing number, in lower case; infinities are no numbers that can be compared or summed. */
const gapWords = new Set(
  'na,n/a,#n/a,nan,null,none,nil,-,–,—,.,?,inf,-inf,+inf,infinity,-infinity,#value!,#div/0!'.split(','),
)
const units = /^([$€£¥￥₹₩])\s?|\s?([%％$€£¥￥₹₩])$|^([A-Z]{3})\s|\s([A-Z]{3})$/u

/** A number as people write it, with its unit; undefined if the text is something else. */
function numberWithUnit(text: string) {
  const [found, ...groups] = units.exec(text) ?? ['']
  const unit = groups.find((group) => group !== undefined) ?? ''
  if (/^[A-Z]{3}$/.test(unit) && !isoCurrencyCodes.has(unit)) return undefined
  const plain = text.replace(found, '').trim().normalize('NFKC').replaceAll('\u00a0', ' ')
  if (/^[+-]?0\d/.test(plain)) return undefined
  const number = parseGroupedNumber(plain)
  // Identifiers of many digits would become other numbers.
  if (number && Math.abs(number.value) > Number.MAX_SAFE_INTEGER) return undefined
  return number && { ...number, unit: unit.normalize('NFKC'), plain }
}

/**
 * The numbers of a column in which people write them: with signs between thousands, a percent sign or a currency, or words
 * for missing ones. Undefined if any cell is something else, if the units differ, or if the signs contradict each other.
 */
export function parseWrittenNumbers(
  cells: CsvCellReader,
  column: number,
  { first, table, name }: { readonly first: number; readonly table: string; readonly name: string },
): WrittenNumbers | undefined {
  const values = new Float64Array(cells.table.rows).fill(NaN)
  const gaps = new Map<string, number>()
  const signs = new NumberSigns()
  let example = ''
  for (let row = first; row < values.length; row++) {
    const text = cells.text(row, column).trim()
    if (text === '') continue
    if (gapWords.has(text.toLowerCase())) {
      gaps.set(text, (gaps.get(text) ?? 0) + 1)
      continue
    }
    const number = numberWithUnit(text)
    if (!number || !signs.agreeWith(number)) return undefined
    if (example === '' && text !== String(number.value)) example = text
    values[row] = number.value
  }
  return signs.areClear ? { values, guesses: guessesOf(gaps, example, { table, column: name }) } : undefined
}

/** The unit of a column of numbers, and what its points and commas mean. */
class NumberSigns {
  #unit: string | undefined
  /** Signs that may stand between thousands or before decimals, and those that stand before decimals. */
  readonly #ambiguous = new Set<string>()
  readonly #decimal = new Set<string>()

  /** Takes note of a number; whether it has the same unit as those before it. */
  agreeWith({ unit, plain, isAmbiguous }: NonNullable<ReturnType<typeof numberWithUnit>>): boolean {
    const mark = plain.replace(/[^.,]/g, '').at(-1)
    if (mark !== undefined && isAmbiguous) this.#ambiguous.add(mark)
    else if (mark !== undefined && markedDecimal(plain)) this.#decimal.add(mark)
    this.#unit ??= unit
    return this.#unit === unit
  }

  /** Whether there are numbers, and their signs do not contradict each other. */
  get areClear(): boolean {
    const [mark, other] = this.#ambiguous
    return this.#unit !== undefined && other === undefined && !(mark !== undefined && this.#decimal.has(mark))
  }
}

/** Whether the last sign of a number stands before decimals. */
const markedDecimal = (text: string): boolean => !/[.,]\d{3}$/.test(text)

function guessesOf(gaps: ReadonlyMap<string, number>, example: string, at: { table: string; column: string }) {
  const count = [...gaps.values()].reduce((sum, each) => sum + each, 0)
  return [
    ...(example === '' ? [] : [message('valueTypes', 'writtenNumbers', { ...at, example })]),
    ...(count === 0 ? [] : [message('valueTypes', 'gapWords', { ...at, count, words: [...gaps.keys()].slice(0, 5) })]),
  ]
}

/** Writes numbers by row of a table into the rows of a column that are still empty. */
export function putNumbers(builder: ColumnBuilder, numbers: Float64Array, rows: Uint32Array): void {
  for (let row = 0; row < rows.length; row++) {
    const target = rows[row]!
    if (target !== NO_ROW && !Number.isNaN(numbers[row]) && !builder.has(target))
      builder.numbers.set(target, numbers[row]!)
  }
}

import { isoCurrencyCodes } from './currencyCodes'

/** An amount of money as a cell has it. */
export interface ParsedAmount {
  readonly amount: number
  /** ISO 4217 code; undefined if the cell names no currency. */
  readonly currency: string | undefined
  /** Whether a grouping or decimal sign could be meant the other way: "12.500". */
  readonly isAmbiguous: boolean
}

const symbols: readonly (readonly [RegExp, string])[] = [
  [/US\$|\$ ?US(?![A-Z])/i, 'USD'],
  [/R\$/, 'BRL'],
  [/C\$|CA\$/, 'CAD'],
  [/A\$|AU\$/, 'AUD'],
  [/HK\$/, 'HKD'],
  [/S\$/, 'SGD'],
  [/NT\$/, 'TWD'],
  [/€|euros?(?!\p{L})/iu, 'EUR'],
  [/£|pounds?(?!\p{L})/iu, 'GBP'],
  [/人民币|人民幣|元|RMB/, 'CNY'],
  [/円|日本円|yen(?!\p{L})/iu, 'JPY'],
  [/₽|руб(?:\.|лей|ля|ль)?|р\.$/iu, 'RUB'],
  [/₴|грн\.?/iu, 'UAH'],
  [/₹/, 'INR'],
  [/₩|원/, 'KRW'],
  [/₺/, 'TRY'],
  [/₪/, 'ILS'],
  [/zł/i, 'PLN'],
  [/Kč/i, 'CZK'],
  [/(?<!\p{L})Ft(?!\p{L})/u, 'HUF'],
  [/(?<!\p{L})Fr\.(?!\p{L})/u, 'CHF'],
  [/\$|dollars?(?!\p{L})/iu, 'USD'],
  [/[¥￥]/, 'JPY'],
]

/** Words for powers of ten, longest first; a word of one letter counts only right after the digits. */
const multipliers: readonly (readonly [RegExp, number])[] = [
  [/兆|trillions?/iu, 1e12],
  [/億|亿/u, 1e8],
  [/万|萬/u, 1e4],
  [
    /billions?|mrd\.?|milliarden?|milliards?|млрд\.?|миллиард\p{L}*|(?:mil|mille) millones|bilh(?:ão|ões)|miliard\p{L}*|(?<=\d ?)bn/iu,
    1e9,
  ],
  [
    /millions?|mio\.?|millionen|millones|millón|milh(?:ão|ões)|млн\.?|миллион\p{L}*|milion\p{L}*|(?<=\d ?)mn|(?<=\d ?)m(?!\p{L})/iu,
    1e6,
  ],
  [/thousand|tausend|tsd\.?|тыс\.?|тысяч\p{L}*|(?<!\p{L})mille?(?!\p{L})|千|(?<=\d ?)k(?!\p{L})/iu, 1e3],
]

/** The number and currency of a cell such as "€300000", "1,25 Mio. EUR", "EUR 5,000.00"; undefined if it is something else. */
export function parseAmount(cell: string): ParsedAmount | undefined {
  let rest = cell.normalize('NFKC').replaceAll('\u00a0', ' ').trim()
  if (!/\d/.test(rest) || rest.length > 60) return undefined
  let currency: string | undefined
  const code = /(?<!\p{L})([A-Z]{3})(?!\p{L})/u.exec(rest)?.[1]
  if (code !== undefined && isoCurrencyCodes.has(code)) {
    currency = code
    rest = rest.replace(code, ' ')
  } else
    for (const [symbol, each] of symbols)
      if (symbol.test(rest)) {
        currency = each
        rest = rest.replace(symbol, ' ')
        break
      }
  let factor = 1
  for (const [word, each] of multipliers)
    if (word.test(rest)) {
      factor *= each
      rest = rest.replace(word, ' ')
      break
    }
  rest = rest
    .trim()
    .replace(/^(?:ca\.?|~|≈|rd\.?|约|約)\s*/i, '')
    .replace(/[,.]?[-–—]$/, '')
    .trim()
  const number = parseGroupedNumber(rest)
  return number && { amount: roundedProduct(number.value, factor), currency, isAmbiguous: number.isAmbiguous }
}

/** The product without the noise of binary fractions: 1.1 million is 1100000. */
const roundedProduct = (value: number, factor: number): number =>
  factor === 1 ? value : Number((value * factor).toPrecision(15))

/** A number with grouping and decimal signs of any country: 300.000,00 and 5,000.00 and 1 234,5 and 12'500. */
export function parseGroupedNumber(
  text: string,
): { readonly value: number; readonly isAmbiguous: boolean } | undefined {
  const plain = text
    .replace(/^\((.*)\)$/, '-$1')
    .replace(/(?<=\d)[ \u202f'’](?=\d{3}(?!\d))/g, '')
    .replace(/^([+-]) /, '$1')
  if (!/^[+-]?\d[\d.,]*$/.test(plain)) return undefined
  const marks = plain.replace(/[^.,]/g, '')
  const last = marks.at(-1)
  if (last === undefined) return { value: Number(plain), isAmbiguous: false }
  const other = last === ',' ? '.' : ','
  const after = plain.length - plain.lastIndexOf(last) - 1
  const isGrouping = marks.length > 1 ? !marks.includes(other) : after === 3 && !/^[+-]?0[.,]/.test(plain)
  if (isGrouping)
    return isGrouped(plain, last) ? { value: ungrouped(plain, last), isAmbiguous: marks.length === 1 } : undefined
  if (marks.slice(0, -1).includes(last)) return undefined
  const [whole = '', fraction = ''] = plain.split(last)
  return isGrouped(whole, other)
    ? { value: Number(`${whole.replaceAll(other, '')}.${fraction}`), isAmbiguous: false }
    : undefined
}

const ungrouped = (text: string, mark: string): number => Number(text.replaceAll(mark, ''))

/** Whether a whole number has groups of three digits, or no groups. */
function isGrouped(text: string, mark: string): boolean {
  const [first = '', ...others] = text.replace(/^[+-]/, '').split(mark)
  return others.length === 0 || (first.length <= 3 && others.every((group) => group.length === 3))
}

/** The number of a cell without a currency; undefined if the cell is something else. */
export const parseAmountText = (cell: string): number | undefined => parseGroupedNumber(cell.trim())?.value

/** The currency that a cell of a column of currencies names. */
export function parseCurrency(cell: string): string | undefined {
  const text = cell.trim()
  if (isoCurrencyCodes.has(text.toUpperCase())) return text.toUpperCase()
  return symbols.find(([symbol]) => symbol.test(text))?.[1]
}

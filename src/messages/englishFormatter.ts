import {
  dateParts,
  isCurrency,
  lazily,
  toFourSignificantDigits,
  type FormattedQuantity,
  type Formatter,
} from './formatter'

const integers = lazily(() => new Intl.NumberFormat('en'))
const percents = lazily(() => new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 }))
const and = lazily(() => new Intl.ListFormat('en-GB', { type: 'conjunction' }))
const or = lazily(() => new Intl.ListFormat('en-GB', { type: 'disjunction' }))
const months = lazily(() => new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' }))
const rules = lazily(() => new Intl.PluralRules('en'))

/** A count with its noun: "1 node", "1,204 nodes"; a plural that is not made with an s is given. */
export const plural = (count: number, one: string, other = `${one}s`): string =>
  `${integers().format(count)} ${pluralForm(count, one, other)}`

/** The form of a noun or verb that goes with a count. */
export const pluralForm = (count: number, one: string, other: string): string =>
  rules().select(count) === 'one' ? one : other

function single(text: string): string {
  const parts = dateParts(text)
  if (!parts) return text
  const { year, month, day, doubt } = parts
  const name = month !== undefined && months().format(Date.UTC(2000, month - 1, 1))
  const date = [day, name, year].filter(Boolean).join(' ')
  return doubt === undefined ? date : `${doubt === 'uncertain' ? 'perhaps' : 'about'} ${date}`
}

/** "9" for 2026-02-09 before 2026-02-15: what both ends share is written once. */
function sharedStart(start: string, end: string): string {
  const [one, other] = [dateParts(start), dateParts(end)]
  if (one && other && one.year === other.year && one.month === other.month && one.day && other.day)
    return String(one.day)
  return one && other && one.year === other.year && one.month && other.month
    ? single(start).replace(` ${one.year}`, '')
    : single(start)
}

function date(edtf: string): string {
  const [start, end] = edtf.split('/')
  if (end === undefined) return single(start!)
  if (start === '..' || start === '') return `until ${single(end)}`
  if (end === '..' || end === '') return `from ${single(start!)}`
  return `${sharedStart(start!, end)} to ${single(end)}`
}

const scales = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'mn'],
] as const

function number(value: number): string {
  const size = Math.abs(value)
  for (const [scale, name] of scales) if (size >= scale) return toFourSignificantDigits(value / scale) + name
  return size >= 10_000 ? integers().format(Math.round(value)) : toFourSignificantDigits(value)
}

const nounPlural = (noun: string): string => (/[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`)

function withUnit(text: string, unit: string, many: boolean): string {
  if (isCurrency(unit)) return `${unit} ${text}`
  if (unit === '') return text
  if (unit === '%') return `${text}%`
  const countable = /^[a-z ]+$/.test(unit) && many && !unit.endsWith('s')
  return `${text} ${countable ? nounPlural(unit) : unit}`
}

function quantity({ amount, low, high, about, unit }: FormattedQuantity): string {
  const say = (value: number) => withUnit(number(value), unit, Math.abs(value) !== 1)
  if (low !== undefined && high !== undefined) {
    const range = withUnit(`${number(low)} to ${number(high)}`, unit, true)
    return about ? `about ${range}` : range
  }
  if (amount !== undefined) return about ? `about ${say(amount)}` : say(amount)
  if (low !== undefined) return `${about ? 'just over' : 'at least'} ${say(low)}`
  return high === undefined ? 'not stated' : `${about ? 'just under' : 'at most'} ${say(high)}`
}

export const english: Formatter = {
  language: 'en',
  integer: (value) => integers().format(value),
  number,
  percent: (share) => percents().format(share),
  list: (items, kind = 'and') => (kind === 'and' ? and() : or()).format(items),
  date,
  quantity,
  value(value) {
    if ('unit' in value) return quantity(value)
    if ('date' in value) return date(value.date)
    return 'text' in value ? value.text : 'not stated'
  },
  quote: (text) => `“${text}”`,
}

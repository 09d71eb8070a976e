import {
  dateParts,
  isCurrency,
  lazily,
  toFourSignificantDigits,
  type FormattedQuantity,
  type Formatter,
} from './formatter'

const integers = lazily(() => new Intl.NumberFormat('ja'))
const percents = lazily(() => new Intl.NumberFormat('ja', { style: 'percent', maximumFractionDigits: 1 }))
const compact = lazily(() => new Intl.NumberFormat('ja', { notation: 'compact', maximumSignificantDigits: 4 }))

function single(text: string): string {
  const parts = dateParts(text)
  if (!parts) return text
  const { year, month, day, doubt } = parts
  const date = `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`
  return doubt === undefined ? date : `${date}${doubt === 'uncertain' ? '（不確か）' : '頃'}`
}

/** "15日" for 2026-02-15 after 2026-02-09: what both ends share is written once. */
function sharedEnd(start: string, end: string): string {
  const [one, other] = [dateParts(start), dateParts(end)]
  if (!one || !other || one.year !== other.year || other.month === undefined || other.doubt) return single(end)
  const day = other.day === undefined ? '' : `${other.day}日`
  return one.month === other.month && day !== '' ? day : `${other.month}月${day}`
}

function date(edtf: string): string {
  const [start, end] = edtf.split('/')
  if (end === undefined) return single(start!)
  if (start === '..' || start === '') return `${single(end)}まで`
  if (end === '..' || end === '') return `${single(start!)}から`
  return `${single(start!)}～${sharedEnd(start!, end)}`
}

const number = (value: number): string =>
  Math.abs(value) >= 10_000 ? compact().format(value) : toFourSignificantDigits(value)

/** How Japanese newspapers write a currency behind its amount. */
const currencies: Readonly<Record<string, string>> = {
  USD: 'ドル',
  JPY: '円',
  EUR: 'ユーロ',
  GBP: 'ポンド',
  KRW: 'ウォン',
  CNY: '元',
  TWD: '台湾ドル',
}

/** Units that data sets write in English. */
const units: ReadonlyMap<string, string> = new Map(
  Object.entries({
    day: '日',
    days: '日',
    week: '週間',
    month: 'か月',
    months: 'か月',
    year: '年',
    years: '年',
    hour: '時間',
    job: '人分の雇用',
    jobs: '人分の雇用',
    company: '社',
    companies: '社',
    project: '件',
    projects: '件',
    time: '回',
    person: '人',
    people: '人',
    member: '人',
    country: 'か国',
    round: '回',
    unit: '基',
  }),
)

function withUnit(text: string, unit: string): string {
  if (isCurrency(unit)) return currencies[unit] === undefined ? `${text} ${unit}` : text + currencies[unit]
  if (unit === '') return text
  if (unit === '%') return `${text}%`
  const name = units.get(unit)
  return name === undefined
    ? `${text} ${unit.replace(/\/(year|month|day)$/, (_, per: string) => `/${units.get(per)}`)}`
    : text + name
}

function quantity({ amount, low, high, about, unit }: FormattedQuantity): string {
  const say = (value: number) => withUnit(number(value), unit)
  const around = about ? '約' : ''
  if (low !== undefined && high !== undefined) return `${around}${withUnit(`${number(low)}～${number(high)}`, unit)}`
  if (amount !== undefined) return around + say(amount)
  if (low !== undefined) return about ? `${say(low)}強` : `${say(low)}以上`
  return high === undefined ? '記載なし' : about ? `${say(high)}弱` : `${say(high)}以下`
}

export const japanese: Formatter = {
  language: 'ja',
  integer: (value) => integers().format(value),
  number,
  percent: (share) => percents().format(share),
  list: (items, kind = 'and') => items.join(kind === 'and' ? '、' : 'または'),
  date,
  quantity,
  value(value) {
    if ('unit' in value) return quantity(value)
    if ('date' in value) return date(value.date)
    return 'text' in value ? value.text : '記載なし'
  },
  quote: (text) => `「${text}」`,
}

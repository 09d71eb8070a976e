/** Whether 4/6/2022 is the fourth of June or the sixth of April. */
export type DateOrder = 'day' | 'month'

const pad = (value: number, length = 2): string => String(value).padStart(length, '0')

/** A day, month or year as EDTF; undefined if there is no such day. */
function edtfOf(year: number, month?: number, day?: number): string | undefined {
  if (year < 1 || year > 9999) return undefined
  if (month === undefined) return pad(year, 4)
  if (month < 1 || month > 12) return undefined
  if (day === undefined) return `${pad(year, 4)}-${pad(month)}`
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  return day < 1 || day > last ? undefined : `${pad(year, 4)}-${pad(month)}-${pad(day)}`
}

const namedLanguages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ru', 'cs', 'sv'] as const
let monthNames: Map<string, number> | undefined

const plainName = (name: string): string => name.toLowerCase().replace(/\./g, '')

/** The number of a month by its name in several languages, whole or abbreviated, as a date has it. */
function monthOfName(name: string): number | undefined {
  if (!monthNames) {
    monthNames = new Map()
    for (const language of namedLanguages)
      for (const month of ['long', 'short'] as const)
        for (const withDay of [true, false]) {
          const format = new Intl.DateTimeFormat(language, {
            month,
            ...(withDay && { day: 'numeric' }),
            timeZone: 'UTC',
          })
          for (let at = 0; at < 12; at++) {
            const part = format.formatToParts(Date.UTC(2021, at, 3)).find(({ type }) => type === 'month')!.value
            if (!/^\d/.test(part)) monthNames.set(plainName(part), at + 1)
          }
        }
  }
  return monthNames.get(plainName(name)) ?? monthNames.get(plainName(name).slice(0, 3))
}

const eras: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, 大正: 1911, 明治: 1867 }

type Form = readonly [RegExp, (parts: readonly string[], order: DateOrder) => string | undefined]

const optional = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text))

const forms: readonly Form[] = [
  [
    /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ]\d{1,2}:\d{2}.*)?$/,
    ([, y, m, d]) => edtfOf(Number(y), optional(m), optional(d)),
  ],
  [/^(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?\.?$/, ([, y, m, d]) => edtfOf(Number(y), optional(m), optional(d))],
  [/^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/, ([, y, m, d]) => edtfOf(Number(y), optional(m), optional(d))],
  [/^(\d{4})년 ?(?:(\d{1,2})월 ?(?:(\d{1,2})일)?)?$/, ([, y, m, d]) => edtfOf(Number(y), optional(m), optional(d))],
  [
    /^(令和|平成|昭和|大正|明治)(\d{1,2}|元)年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/,
    ([, era, y, m, d]) => edtfOf(eras[era!]! + (y === '元' ? 1 : Number(y)), optional(m), optional(d)),
  ],
  [
    /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?: \d{1,2}:\d{2}.*)?$/,
    ([, one, mark, two, y], order) =>
      order === 'month' && mark !== '.'
        ? edtfOf(Number(y), Number(one), Number(two))
        : edtfOf(Number(y), Number(two), Number(one)),
  ],
  [/^(\d{1,2})[./-](\d{4})$/, ([, m, y]) => edtfOf(Number(y), Number(m))],
  [
    /^(?:Q([1-4])[ /-]?(\d{4})|(\d{4})[ /-]?Q([1-4]))$/i,
    ([, one, y, yearFirst, two]) => quarter(Number(y ?? yearFirst), Number(one ?? two)),
  ],
  [
    /^(?:\p{L}{2,9}\.?,? )?(\d{1,2})(?:\.|st|nd|rd|th|er|º)?[ -](?:de )?(\p{L}+)\.?[ -](?:de )?(\d{4})(?: ?г\.?)?$/iu,
    ([, d, name, y]) => withMonthName(Number(y), name!, Number(d)),
  ],
  [
    /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu,
    ([, name, d, y]) => withMonthName(Number(y), name!, Number(d)),
  ],
  [/^(\p{L}+)\.?[ -](?:de )?(\d{4})(?: ?г\.?)?$/iu, ([, name, y]) => withMonthName(Number(y), name!)],
]

function withMonthName(year: number, name: string, day?: number): string | undefined {
  const month = monthOfName(name)
  return month === undefined ? undefined : edtfOf(year, month, day)
}

const quarter = (year: number, number: number): string | undefined => {
  const [from, to] = [edtfOf(year, number * 3 - 2), edtfOf(year, number * 3)]
  return from && to && `${from}/${to}`
}

function singleDate(text: string, order: DateOrder): string | undefined {
  for (const [form, read] of forms) {
    const parts = form.exec(text)
    const date = parts && read(parts, order)
    if (date) return date
  }
  return undefined
}

/** A date or period in a cell as EDTF: "14.09.2022", "01/2023", "Sept. 2021", "2021–2023"; undefined if it is something else. */
export function parseDateCell(cell: string, order: DateOrder): string | undefined {
  const text = cell.normalize('NFKC').trim().replace(/\s+/g, ' ')
  if (!/\d/.test(text) || text.length > 50) return undefined
  const single = singleDate(text, order)
  if (single) return single
  for (const mark of [' - ', '–', '—', '/', '~', ' to ', ' bis ', '-']) {
    const parts = text.split(mark)
    if (parts.length !== 2) continue
    const [from, to] = parts.map((part) => singleDate(part.trim(), order))
    if (from && to && !from.includes('/') && !to.includes('/')) return `${from}/${to}`
  }
  return undefined
}

/** Whether a date could be read either way. */
export const isAmbiguousDate = (cell: string): boolean => {
  const parts = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{4}/.exec(cell)
  return parts !== null && Number(parts[1]) <= 12 && Number(parts[2]) <= 12 && parts[1] !== parts[2]
}

/** The order that the dates of a column can only have; by default the day is first, as in most countries. */
export function dateOrderOf(cells: readonly string[]): DateOrder {
  let [day, month] = [0, 0]
  for (const cell of cells) {
    const parts = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{4}/.exec(cell)
    if (!parts) continue
    if (Number(parts[1]) > 12) day++
    else if (Number(parts[2]) > 12) month++
  }
  return month > day ? 'month' : 'day'
}

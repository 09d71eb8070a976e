const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A date in EDTF (ISO 8601-2) as people read it: "17 Feb 2026", "about Feb 2026", "from Dec 2025", "9 to 15 Feb 2026". */
export function edtfToEnglish(edtf: string): string {
  const [start, end] = edtf.split('/')
  if (end === undefined) return single(start!)
  if (start === '..' || start === '') return `until ${single(end)}`
  if (end === '..' || end === '') return `from ${single(start!)}`
  return `${sharedStart(start!, end)} to ${single(end)}`
}

/** "9" for 2026-02-09 beside 2026-02-15: what both ends share is said once. */
function sharedStart(start: string, end: string): string {
  const [year, month, day] = start.split('-')
  const [endYear, endMonth, endDay] = end.split('-')
  if (year === endYear && month === endMonth && day && endDay) return String(Number(day))
  if (year === endYear && month && endMonth) return single(start).replace(` ${year}`, '')
  return single(start)
}

function single(text: string): string {
  const match = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?([~?%])?$/.exec(text)
  if (!match) return text
  const [, year, month, day, doubt] = match
  const name = month && months[Number(month) - 1]
  const said = [day && String(Number(day)), name, year].filter(Boolean).join(' ')
  return doubt === undefined ? said : `${doubt === '?' ? 'perhaps' : 'about'} ${said}`
}

/** The first and last day that a date can mean, inclusive, as ISO dates, which compare as strings. */
interface DateSpan {
  readonly start: string
  readonly end: string
}

const minDay = '0000-01-01'
const maxDay = '9999-12-31'

/**
 * The days that a date in EDTF (ISO 8601-2) can mean: all days of a month or year, or those of an interval, whose open side
 * has no limit. Undefined if the text is not in one of the forms that Kizuna supports.
 */
export function parseDateSpan(edtf: string): DateSpan | undefined {
  const [first, last, extra] = edtf.split('/')
  if (extra !== undefined || first === undefined) return undefined
  if (last === undefined) return singleDateSpan(first)
  const start = isOpenSide(first) ? { start: minDay, end: maxDay } : singleDateSpan(first)
  const end = isOpenSide(last) ? { start: minDay, end: maxDay } : singleDateSpan(last)
  return start && end && { start: start.start, end: end.end }
}

const isOpenSide = (text: string): boolean => text === '..' || text === ''

function singleDateSpan(text: string): DateSpan | undefined {
  const match = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?[~?%]?$/.exec(text)
  if (!match) return undefined
  const [, year, month, day] = match
  const from = year!.replaceAll('X', '0')
  const to = year!.replaceAll('X', '9')
  if (!month) return { start: `${from}-01-01`, end: `${to}-12-31` }
  if (day) return { start: `${from}-${month}-${day}`, end: `${to}-${month}-${day}` }
  const length = new Date(Date.UTC(Number(from), Number(month), 0)).getUTCDate()
  return { start: `${from}-${month}-01`, end: `${to}-${month}-${String(length).padStart(2, '0')}` }
}

/** Whether two spans share a day. */
export const dateSpansOverlap = (one: DateSpan, other: DateSpan): boolean =>
  one.start <= other.end && other.start <= one.end

/** Whether the first span lies within the second. */
export const isWithinDateSpan = (one: DateSpan, other: DateSpan): boolean =>
  other.start <= one.start && one.end <= other.end

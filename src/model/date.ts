const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A date in EDTF (ISO 8601-2) as people read it: "17 Feb 2026", "about Feb 2026", "from Dec 2025", "9 to 15 Feb 2026". */
export function readableDate(edtf: string): string {
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

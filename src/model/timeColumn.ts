import { textAt, type CategoryColumn, type Column, type TextColumn } from './columns'
import { parseDateSpan } from './date'

/** Number columns that are positions, not times. */
const positionColumns = new Set(['latitude', 'longitude', 'x', 'y'])

/** Number of cells that are examined to find out whether a column holds dates. */
const sampleSize = 200

/** How nodes can be laid out in time along a column: by dates, if at least 80% of its first cells are, or by numbers; undefined if not. */
export function timeColumnKind(name: string, column: Column): 'date' | 'number' | undefined {
  if (positionColumns.has(name) || column.kind === 'list') return undefined
  if (column.kind === 'number') return column.values.some((value) => Number.isFinite(value)) ? 'number' : undefined
  return holdsDates(column) ? 'date' : undefined
}

function holdsDates(column: TextColumn | CategoryColumn): boolean {
  let cells = 0
  let dates = 0
  const size = column.kind === 'category' ? column.dictionary.length : column.offsets.length - 1
  for (let row = 0; row < size && cells < sampleSize; row++) {
    const text = column.kind === 'category' ? column.dictionary[row]! : textAt(column, row)
    if (text === '') continue
    cells++
    if (!Number.isNaN(epochDayOf(text))) dates++
  }
  return cells > 0 && dates >= cells * 0.8
}

/**
 * The first day that a date in EDTF or an ISO date-time can mean, in days since 1 January 1970; the last day if its start is
 * open. NaN if the text is neither.
 */
export function epochDayOf(text: string): number {
  if (text === '') return NaN
  const span = parseDateSpan(/^\d{4}-\d{2}-\d{2}[T ]\d/.test(text) ? text.slice(0, 10) : text)
  if (!span) return NaN
  const day = span.start === '0000-01-01' && text.includes('/') ? span.end : span.start
  return Date.parse(`${day}T00:00:00Z`) / 864e5
}

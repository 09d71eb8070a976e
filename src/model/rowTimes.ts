import { listAt, NONE, textAt, type Column } from './columns'
import { parseDateSpan } from './date'
import { memoizeByGraph, type Graph } from './graph'

/** The times at which the rows of a table are there, as ISO days, which compare as strings; inclusive. */
export interface RowTimes {
  /** The intervals of each row; undefined for a row that is always there. */
  readonly intervals: readonly (readonly DayInterval[] | undefined)[]
}

/** From the first to the last day; an open side is the lowest or highest day there is. */
interface DayInterval {
  readonly start: string
  readonly end: string
}

const [firstDay, lastDay] = ['0000-01-01', '9999-12-31']

/** Names of columns with the first and the last day of a row, as programs and people write them, without signs and spaces. */
const startNames = 'start,startdate,starttime,validfrom,from,fromdate,begin,begindate,since,datefrom,firstseen'.split(
  ',',
)
const endNames = 'end,enddate,endtime,validto,validuntil,to,todate,until,dateto,lastseen,stop'.split(',')
/** The list of intervals that GEXF's spells are read into. */
const spellsName = 'spells'

/**
 * The times of nodes and edges that a file gives in columns of starts, ends and spells; undefined for a table that has none, and
 * for both tables of a graph with statements, which have dates of their own.
 */
export const rowTimesOf = memoizeByGraph(
  (graph: Graph): { nodes: RowTimes | undefined; edges: RowTimes | undefined } =>
    graph.statements.count > 0
      ? { nodes: undefined, edges: undefined }
      : { nodes: timesOfTable(graph.nodes), edges: timesOfTable(graph.edges) },
)

function timesOfTable({ attributes, count }: Graph['nodes'] | Graph['edges']): RowTimes | undefined {
  const start = dayColumn(attributes, startNames, 'start', count)
  const end = dayColumn(attributes, endNames, 'end', count)
  const spells = attributes.get(spellsName)
  if (!start && !end) return undefined
  const intervals = Array.from({ length: count }, (_, row): readonly DayInterval[] | undefined => {
    const own = spells?.kind === 'list' ? listAt(spells, row).flatMap((text) => parseSpell(text) ?? []) : []
    if (own.length > 0) return own
    const [from, to] = [start?.(row), end?.(row)]
    return from === undefined && to === undefined ? undefined : [{ start: from ?? firstDay, end: to ?? lastDay }]
  })
  return intervals.some((each) => each !== undefined) ? { intervals } : undefined
}

/** A spell as the GEXF reader writes it: "2009-01-01..2009-01-15", a parenthesis at a side whose day is not part of it. */
function parseSpell(text: string): DayInterval | undefined {
  const [, opens, from, to, closes] = /^(\(?)([^()]*?)(?:\.\.([^()]*?))?(\)?)$/.exec(text) ?? []
  if (from === undefined) return undefined
  const [start, end] = [from === '' ? firstDay : dayOf(from, 'start'), to === '' ? lastDay : dayOf(to ?? from, 'end')]
  if (start === undefined || end === undefined) return undefined
  return {
    start: opens && start !== firstDay ? neighbourDay(start, 1) : start,
    end: closes && end !== lastDay ? neighbourDay(end, -1) : end,
  }
}

/** The day after or before another one. */
export const neighbourDay = (day: string, step: 1 | -1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + step * 864e5).toISOString().slice(0, 10)

/** The first or the last day that a date or a date and time means; undefined if the text is neither. */
function dayOf(text: string, side: 'start' | 'end'): string | undefined {
  const plain = text.trim()
  return parseDateSpan(/^\d{4}-\d\d-\d\d[T ]/.test(plain) ? plain.slice(0, 10) : plain)?.[side]
}

/** The first column with one of these names that holds dates or years, as a function of the row. */
function dayColumn(
  attributes: ReadonlyMap<string, Column>,
  names: readonly string[],
  side: 'start' | 'end',
  count: number,
): ((row: number) => string | undefined) | undefined {
  for (const name of names)
    for (const [title, column] of attributes) {
      if (title.toLowerCase().replace(/[^a-z]/g, '') !== name || column.kind === 'list') continue
      const days = daysOfColumn(column, side)
      if (isMostlyDays(column, days, count)) return days
    }
  return undefined
}

function daysOfColumn(column: Exclude<Column, { kind: 'list' }>, side: 'start' | 'end') {
  if (column.kind === 'text') return (row: number) => dayOf(textAt(column, row), side)
  if (column.kind === 'number') {
    return (row: number) => (isYear(column.values[row]!) ? dayOf(String(column.values[row]), side) : undefined)
  }
  const days = column.dictionary.map((text) => dayOf(text, side))
  return (row: number) => (column.codes[row] === NONE ? undefined : days[column.codes[row]!])
}

const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1000 && value <= 2999

/** Whether nearly all cells that are filled are days, and at least one is. */
function isMostlyDays(
  column: Exclude<Column, { kind: 'list' }>,
  days: (row: number) => string | undefined,
  count: number,
): boolean {
  let [cells, found] = [0, 0]
  for (let row = 0; row < count; row++) {
    const isFilled =
      column.kind === 'text'
        ? column.offsets[row + 1]! > column.offsets[row]!
        : column.kind === 'number'
          ? !Number.isNaN(column.values[row])
          : column.codes[row] !== NONE
    if (!isFilled) continue
    cells++
    if (days(row) !== undefined) found++
  }
  return found > 0 && found >= cells * 0.9
}

/** One byte a row, 1 if it is there on any of the days asked for, or always; undefined for a table without times. */
export const rowsThereOn = (times: RowTimes | undefined, asked: readonly DayInterval[]): Uint8Array | undefined =>
  times &&
  Uint8Array.from(times.intervals, (own) =>
    !own || own.some(({ start, end }) => asked.some((each) => start <= each.end && each.start <= end)) ? 1 : 0,
  )

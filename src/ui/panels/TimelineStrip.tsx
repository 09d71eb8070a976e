import { useEffect, useState } from 'react'
import { parseDateSpan } from '../../model/date'
import {
  filterAtDate,
  dateInFilter,
  monthHistogramOf,
  nextDayWithStatements,
  monthTicks,
  type DateFilterKey,
  type MonthHistogram,
} from '../../scene/clocks/monthHistogram'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { useApp, useSession, useWorkspace } from '../controls/useApp'
import { useMessages, useTexts } from '../controls/useTexts'
import classes from './panels.module.css'

/** Maximum number of labels below the bars that fit on a phone. */
const maxTicks = 5

const dateKeys: readonly DateFilterKey[] = ['known', 'held']

/** The strip below the canvas with a slider for each date key: shown when it was opened, and while a date is set. */
export function TimelineStrip() {
  const app = useApp()
  const messages = useMessages('clocks')
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const isOpen = useSession((session) => session.clocksOpen === true)
  const isSet = dateKeys.some((key) => dateInFilter(filter, key) !== undefined)
  if (!isOpen && !isSet) return null
  const histograms = dateKeys.flatMap((key) => monthHistogramOf(graph, key) ?? [])
  const close = () => {
    app.session.setState({ clocksOpen: false })
    app.updateView((view) => ({
      ...view,
      filter: dateKeys.reduce((rest, key) => filterAtDate(rest, key, undefined), view.filter),
    }))
  }
  const closeLabel = isSet ? messages.clearAndClose : messages.close
  return (
    <section className={classes.clocks} aria-label={messages.timeline} data-clocks>
      {histograms.length === 0 && <p className={classes.none}>{messages.noDates}</p>}
      {histograms.map((histogram) => (
        <DateSlider key={histogram.key} histogram={histogram} />
      ))}
      <button
        type="button"
        className={`${controls.small} ${classes.close}`}
        aria-label={closeLabel}
        title={closeLabel}
        onClick={close}
      >
        <Icon name="close" />
      </button>
    </section>
  )
}

/** Sets a date, or clears it; while playing, the newest history entry is replaced. */
type SetDate = (date: string | undefined, passing?: 'passing') => void

function DateSlider({ histogram }: { readonly histogram: MonthHistogram }) {
  const app = useApp()
  const { format } = useTexts()
  const messages = useMessages('clocks')
  const key = messages.keys[histogram.key]
  const date = useWorkspace(({ view }) => dateInFilter(view.filter, histogram.key))
  const setDate: SetDate = (next, passing) =>
    app.updateView((view) => ({ ...view, filter: filterAtDate(view.filter, histogram.key, next) }), passing)
  const player = usePlayer(histogram, date, setDate)
  return (
    <div className={classes.clock} role="group" aria-label={key}>
      <span>
        {key}
        <b>{date === undefined ? messages.anyDate : format.date(date)}</b>
      </span>
      <MonthBars histogram={histogram} date={date} setDate={setDate} />
      <div className={classes.acts}>
        <button
          type="button"
          className={controls.square}
          aria-label={player.isPlaying ? messages.stop({ key }) : messages.play({ key })}
          onClick={player.toggle}
        >
          <Icon name={player.isPlaying ? 'stop' : 'play'} />
        </button>
        <input
          type="date"
          className={controls.field}
          aria-label={messages.dateField({ key })}
          value={date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) ? date : ''}
          onChange={({ target }) => setDate(target.value === '' ? undefined : target.value)}
        />
      </div>
    </div>
  )
}

interface MonthBarsProps {
  readonly histogram: MonthHistogram
  readonly date: string | undefined
  readonly setDate: SetDate
}

function MonthBars({ histogram: { key, months, maxCount, counts }, date, setDate }: MonthBarsProps) {
  const { format } = useTexts()
  const messages = useMessages('clocks')
  const end = date === undefined ? undefined : parseDateSpan(date)?.end
  return (
    <div className={classes.strip}>
      <div className={classes.months}>
        {months.map(({ id, count }) => (
          <button
            key={id}
            type="button"
            className={classes.month}
            title={messages.monthCount({ month: format.date(id), count, counts })}
            aria-label={messages.setToMonth({ key: messages.keys[key], month: format.date(id), count, counts })}
            aria-pressed={date === id}
            data-after={end !== undefined && id > end}
            onClick={() => setDate(date === id ? undefined : id)}
          >
            <i style={{ height: count === 0 ? 1 : `${Math.max(6, (100 * count) / maxCount)}%` }} />
          </button>
        ))}
      </div>
      <div className={classes.scale} aria-hidden="true">
        {monthTicks(months, { maxTicks, format, clocks: messages }).map(({ monthIndex, text }) => (
          <span key={monthIndex} style={{ left: `${(100 * monthIndex) / months.length}%` }}>
            {text}
          </span>
        ))}
      </div>
    </div>
  )
}

/** Milliseconds between two steps of playback. */
const stepInterval = 450

/** Steps from one day with statements to the next, until the last one or until it is stopped. */
function usePlayer(histogram: MonthHistogram, date: string | undefined, setDate: SetDate) {
  const [isPlaying, setIsPlaying] = useState(false)
  useEffect(() => {
    if (!isPlaying) return undefined
    const next = nextDayWithStatements(histogram, date)
    const timer = setTimeout(() => (next === undefined ? setIsPlaying(false) : setDate(next, 'passing')), stepInterval)
    return () => clearTimeout(timer)
  })
  const toggle = () => {
    // The first day is a history entry of its own, so that Back leads to the view before; after the last day playback restarts.
    if (!isPlaying) setDate(nextDayWithStatements(histogram, date) ?? histogram.days[0]!)
    setIsPlaying(!isPlaying)
  }
  return { isPlaying, toggle }
}

import { useEffect, useState } from 'react'
import { pluralize } from '../../model/pluralize'
import { formatDate, parseDateSpan } from '../../model/date'
import {
  filterAtDate,
  dateFilterLabels,
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
import classes from './panels.module.css'

/** So many words find room below the bars on a phone. */
const words = 5

const clocks: readonly DateFilterKey[] = ['known', 'held']

/** The strip of the two clocks at the foot of the canvas: open when asked for, and while a clock is set. */
export function TimelineStrip() {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const open = useSession((session) => session.clocksOpen === true)
  const set = clocks.some((clock) => dateInFilter(filter, clock) !== undefined)
  if (!open && !set) return null
  const faces = clocks.flatMap((clock) => monthHistogramOf(graph, clock) ?? [])
  const close = () => {
    app.session.setState({ clocksOpen: false })
    app.updateView((view) => ({
      ...view,
      filter: clocks.reduce((rest, clock) => filterAtDate(rest, clock, undefined), view.filter),
    }))
  }
  return (
    <section className={classes.clocks} aria-label="Clocks" data-clocks>
      {faces.length === 0 && <p className={classes.none}>Nothing here has a date.</p>}
      {faces.map((face) => (
        <Face key={face.key} face={face} />
      ))}
      <button
        type="button"
        className={`${controls.small} ${classes.close}`}
        aria-label={set ? 'Let the clocks go and close them' : 'Close the clocks'}
        title={set ? 'Let the clocks go and close them' : 'Close the clocks'}
        onClick={close}
      >
        <Icon name="close" />
      </button>
    </section>
  )
}

function Face({ face }: { readonly face: MonthHistogram }) {
  const app = useApp()
  const { key, months, maxCount } = face
  const time = useWorkspace(({ view }) => dateInFilter(view.filter, key))
  const end = time === undefined ? undefined : parseDateSpan(time)?.end
  const set = (date: string | undefined, passing?: 'passing') =>
    app.updateView((view) => ({ ...view, filter: filterAtDate(view.filter, key, date) }), passing)
  const player = usePlayer(face, time, set)
  return (
    <div className={classes.clock} role="group" aria-label={dateFilterLabels[key]}>
      <span>
        {dateFilterLabels[key]}
        <b>{time === undefined ? 'any day' : formatDate(time)}</b>
      </span>
      <div className={classes.strip}>
        <div className={classes.months}>
          {months.map(({ id, count }) => (
            <button
              key={id}
              type="button"
              className={classes.month}
              title={`${formatDate(id)}: ${pluralize(count, 'statement')}`}
              aria-label={`${dateFilterLabels[key]} ${formatDate(id)}, ${pluralize(count, 'statement')}`}
              aria-pressed={time === id}
              data-after={end !== undefined && `${id}-01` > end}
              onClick={() => set(time === id ? undefined : id)}
            >
              <i style={{ height: count === 0 ? 1 : `${Math.max(6, (100 * count) / maxCount)}%` }} />
            </button>
          ))}
        </div>
        <div className={classes.scale} aria-hidden="true">
          {monthTicks(months, words).map(({ monthIndex, text }) => (
            <span key={monthIndex} style={{ left: `${(100 * monthIndex) / months.length}%` }}>
              {text}
            </span>
          ))}
        </div>
      </div>
      <div className={classes.acts}>
        <button
          type="button"
          className={controls.square}
          aria-label={player.playing ? `Stop playing ${dateFilterLabels[key]}` : `Play ${dateFilterLabels[key]}`}
          onClick={player.toggle}
        >
          <Icon name={player.playing ? 'stop' : 'play'} />
        </button>
        <input
          type="date"
          className={controls.field}
          aria-label={`${dateFilterLabels[key]}, day`}
          value={time !== undefined && /^\d{4}-\d\d-\d\d$/.test(time) ? time : ''}
          onChange={({ target }) => set(target.value === '' ? undefined : target.value)}
        />
      </div>
    </div>
  )
}

const step = 450

/** Goes from one day on which something happens to the next, until the last or until it is stopped. */
function usePlayer(face: MonthHistogram, time: string | undefined, set: (date: string, passing?: 'passing') => void) {
  const [playing, setPlaying] = useState(false)
  useEffect(() => {
    if (!playing) return undefined
    const next = nextDayWithStatements(face, time)
    const timer = setTimeout(() => (next === undefined ? setPlaying(false) : set(next, 'passing')), step)
    return () => clearTimeout(timer)
  })
  const toggle = () => {
    // The first day is an entry of its own, so that Back leads to what was there before; from the end it begins anew.
    if (!playing) set(nextDayWithStatements(face, time) ?? face.days[0]!)
    setPlaying(!playing)
  }
  return { playing, toggle }
}

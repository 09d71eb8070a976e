import { useEffect, useState } from 'react'
import { counted } from '../../model/pluralize'
import { readableDate, spanOf } from '../../model/date'
import { atTime, clockNames, clockTime, faceIn, nextDay, ticksOf, type Clock, type ClockFace } from '../../scene/clocks/monthHistogram'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { useApp, useMoment, useWorkspace } from '../controls/useApp'
import classes from './panels.module.css'

/** So many words find room below the bars on a phone. */
const words = 5

const clocks: readonly Clock[] = ['known', 'held']

/** The strip of the two clocks at the foot of the canvas: open when asked for, and while a clock is set. */
export function Clocks() {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const open = useMoment((moment) => moment.clocks === true)
  const set = clocks.some((clock) => clockTime(filter, clock) !== undefined)
  if (!open && !set) return null
  const faces = clocks.flatMap((clock) => faceIn(graph, clock) ?? [])
  const close = () => {
    app.moment.setState({ clocks: false })
    app.look((view) => ({
      ...view,
      filter: clocks.reduce((rest, clock) => atTime(rest, clock, undefined), view.filter),
    }))
  }
  return (
    <section className={classes.clocks} aria-label="Clocks" data-clocks>
      {faces.length === 0 && <p className={classes.none}>Nothing here has a date.</p>}
      {faces.map((face) => (
        <Face key={face.clock} face={face} />
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

function Face({ face }: { readonly face: ClockFace }) {
  const app = useApp()
  const { clock, months, most } = face
  const time = useWorkspace(({ view }) => clockTime(view.filter, clock))
  const end = time === undefined ? undefined : spanOf(time)?.end
  const set = (date: string | undefined, passing?: 'passing') =>
    app.look((view) => ({ ...view, filter: atTime(view.filter, clock, date) }), passing)
  const player = usePlayer(face, time, set)
  return (
    <div className={classes.clock} role="group" aria-label={clockNames[clock]}>
      <span>
        {clockNames[clock]}
        <b>{time === undefined ? 'any day' : readableDate(time)}</b>
      </span>
      <div className={classes.strip}>
        <div className={classes.months}>
          {months.map(({ id, count }) => (
            <button
              key={id}
              type="button"
              className={classes.month}
              title={`${readableDate(id)}: ${counted(count, 'statement')}`}
              aria-label={`${clockNames[clock]} ${readableDate(id)}, ${counted(count, 'statement')}`}
              aria-pressed={time === id}
              data-after={end !== undefined && `${id}-01` > end}
              onClick={() => set(time === id ? undefined : id)}
            >
              <i style={{ height: count === 0 ? 1 : `${Math.max(6, (100 * count) / most)}%` }} />
            </button>
          ))}
        </div>
        <div className={classes.scale} aria-hidden="true">
          {ticksOf(months, words).map(({ at, text }) => (
            <span key={at} style={{ left: `${(100 * at) / months.length}%` }}>
              {text}
            </span>
          ))}
        </div>
      </div>
      <div className={classes.acts}>
        <button
          type="button"
          className={controls.square}
          aria-label={player.playing ? `Stop playing ${clockNames[clock]}` : `Play ${clockNames[clock]}`}
          onClick={player.toggle}
        >
          <Icon name={player.playing ? 'stop' : 'play'} />
        </button>
        <input
          type="date"
          className={controls.field}
          aria-label={`${clockNames[clock]}, day`}
          value={time !== undefined && /^\d{4}-\d\d-\d\d$/.test(time) ? time : ''}
          onChange={({ target }) => set(target.value === '' ? undefined : target.value)}
        />
      </div>
    </div>
  )
}

const step = 450

/** Goes from one day on which something happens to the next, until the last or until it is stopped. */
function usePlayer(face: ClockFace, time: string | undefined, set: (date: string, passing?: 'passing') => void) {
  const [playing, setPlaying] = useState(false)
  useEffect(() => {
    if (!playing) return undefined
    const next = nextDay(face, time)
    const timer = setTimeout(() => (next === undefined ? setPlaying(false) : set(next, 'passing')), step)
    return () => clearTimeout(timer)
  })
  const toggle = () => {
    // The first day is an entry of its own, so that Back leads to what was there before; from the end it begins anew.
    if (!playing) set(nextDay(face, time) ?? face.days[0]!)
    setPlaying(!playing)
  }
  return { playing, toggle }
}

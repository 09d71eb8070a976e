import { useEffect, useRef, useState } from 'react'
import { metrics, metricNamed } from '../../analysis/metrics/metrics'
import type { Metric } from '../../analysis/metrics/metric'
import { countingOfGraphs } from '../../analysis/networkOfGraph'
import { readableNumber, withinOf, type Measured } from '../../scene/metricResults'
import { textOf, clauseWords } from '../../scene/filter/filterStepRows'
import { parseFilter } from '../../analysis/filter/filterSyntax'
import controls from '../controls/controls.module.css'
import { useApp, useMoment, useWorkspace } from '../controls/useApp'
import classes from './MetricsPanel.module.css'
import { MeasureColumn } from './MetricColumnDetails'
import { MeasureSettings, type Said } from './MetricSettingsForm'
import panel from './panels.module.css'
import { TellBy } from './EncodingControls'

/** What of the graph is measured. */
type Scope = 'whole' | 'shown'

/** Every metric: what it means, to run it, and what it gave. */
export function MeasuresPanel() {
  const app = useApp()
  const detail = useWorkspace(({ view }) => view.detail)
  const filtered = useWorkspace(({ view }) => view.filter.some(({ off }) => !off))
  const [scope, setScope] = useState<Scope>('whole')
  return (
    <div className={panel.panel}>
      <div className={panel.top}>
        <h2>Measures</h2>
        <p className={`${panel.lead} ${classes.lead}`}>
          Who is central, what belongs together, how dense it is. Computed in this browser.
        </p>
        <TellBy />
        {filtered && <Scopes scope={scope} setScope={setScope} />}
      </div>
      <Working />
      <div className={panel.scroll}>
        <ul className={classes.metrics} aria-label="Metrics">
          {metrics.map((metric) => (
            <Row
              key={metric.id}
              metric={metric}
              scope={filtered ? scope : 'whole'}
              open={detail === metric.id}
              onToggle={() => app.setPanel('measures', detail === metric.id ? undefined : metric.id)}
            />
          ))}
        </ul>
        <p className={panel.none}>{countingOfGraphs}</p>
      </div>
    </div>
  )
}

const scopes = [
  { id: 'whole', label: 'the whole graph' },
  { id: 'shown', label: 'what the filter leaves' },
] as const

const Scopes = ({ scope, setScope }: { readonly scope: Scope; readonly setScope: (scope: Scope) => void }) => (
  <div className={classes.scopes} role="group" aria-label="What is measured">
    <span>Measure</span>
    {scopes.map(({ id, label }) => (
      <button
        key={id}
        type="button"
        className={controls.choice}
        aria-pressed={scope === id}
        onClick={() => setScope(id)}
      >
        {label}
      </button>
    ))}
  </div>
)

/** What is being measured, how far it is, and how to end it. */
function Working() {
  const app = useApp()
  const measuring = useMoment((moment) => moment.measuring)
  const label = measuring && metricNamed(measuring.metric)?.label
  const percent = Math.floor(100 * (measuring?.done ?? 0))
  return (
    <div className={classes.working} data-on={measuring !== undefined}>
      <span role="status" className="vh">
        {label === undefined ? '' : `Measuring ${label}`}
      </span>
      {label !== undefined && (
        <>
          <span>
            Measuring {label}, <span className="num">{percent} %</span>
          </span>
          <progress value={percent} max={100} aria-label={`Measuring ${label}`} />
          <button type="button" className={controls.button} onClick={() => app.stopMeasuring()}>
            Cancel
          </button>
        </>
      )}
    </div>
  )
}

interface RowProps {
  readonly metric: Metric
  readonly scope: Scope
  readonly open: boolean
  readonly onToggle: () => void
}

function Row({ metric, scope, open, onToggle }: RowProps) {
  const measured = useMoment((moment) => moment.measured?.find(({ measure }) => measure.metric === metric.id))
  const [said, setSaid] = useState<Said>(measured?.measure.settings ?? {})
  const run = useRun(metric, scope, said)
  const busy = useMoment((moment) => moment.measuring?.metric === metric.id)
  return (
    <li ref={useSeen(open)} data-open={open}>
      <div className={classes.head}>
        <h3>
          <button type="button" className={panel.title} aria-expanded={open} onClick={onToggle}>
            {metric.label}
          </button>
        </h3>
        <button
          type="button"
          className={measured ? controls.button : controls.line}
          aria-label={`${measured ? 'Run again' : 'Run'}: ${metric.label}`}
          disabled={busy}
          onClick={run}
        >
          {measured ? 'Run again' : 'Run'}
        </button>
      </div>
      <p className={classes.sentence}>{metric.sentence}</p>
      {measured && <Figures measured={measured} open={open} />}
      {open && (
        <>
          <MeasureSettings metric={metric} said={said} onChange={setSaid} />
          {measured?.columns.map((column) => (
            <MeasureColumn key={column.name} column={column} metric={metric} />
          ))}
          <p className={classes.fine}>
            {metric.counting} Source: {metric.source}.
          </p>
          {measured && <Remove metric={metric} />}
        </>
      )}
    </li>
  )
}

/** What is opened comes to the top of the list; the page around it stays where it is. */
function useSeen(open: boolean) {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const list = row.current?.closest('ul')?.parentElement
    if (open && list) list.scrollTop += row.current!.getBoundingClientRect().top - list.getBoundingClientRect().top
  }, [open])
  return row
}

/** Runs a metric, and opens its row so that the results are seen. */
function useRun(metric: Metric, scope: Scope, settings: Said): () => void {
  const app = useApp()
  return () => {
    const { filter } = app.workspace.getState().view
    const earlier = app.moment.getState().measured?.find(({ measure }) => measure.metric === metric.id)
    const own = earlier?.columns.map(({ name }) => `@${name}`) ?? []
    const within = scope === 'shown' ? withinOf(filter, own) : ''
    app.setPanel('measures', metric.id)
    app.measure({ metric: metric.id, settings, ...(within && { within }) })
  }
}

/** The figures of the whole, and what part of the graph they are of. */
function Figures({ measured, open }: { readonly measured: Measured; readonly open: boolean }) {
  const within = useWithin(measured.measure.within)
  return (
    <>
      {measured.figures.length > 0 && (
        <dl className={classes.figures}>
          {measured.figures.map(({ id, label, value, note }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>
                {readableNumber(value)}
                {open && note && <span className={classes.note}> {note}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {within !== '' && <p className={classes.fine}>Measured where {within}.</p>}
    </>
  )
}

/** A filter's text in words. */
function useWithin(text: string | undefined): string {
  const graph = useWorkspace((workspace) => workspace.graph)
  const language = useWorkspace(({ view }) => view.language)
  const parsed = parseFilter(text ?? '')
  if ('fault' in parsed) return ''
  return parsed.filter.map(({ clause }) => textOf(clauseWords(graph, clause, language))).join(' and ')
}

function Remove({ metric }: { readonly metric: Metric }) {
  const app = useApp()
  return (
    <button
      type="button"
      className={`${controls.link} ${classes.remove}`}
      title="With it go colours, sizes and steps of the filter that ask for it"
      onClick={() => app.unmeasure(metric.id)}
    >
      Remove<span className="vh"> {metric.label}</span>
    </button>
  )
}

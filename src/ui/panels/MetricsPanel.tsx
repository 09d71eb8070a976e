import { useTexts } from '../controls/useTexts'
import { useEffect, useRef, useState } from 'react'
import { metrics, metricNamed } from '../../analysis/metrics/metrics'
import type { Metric } from '../../analysis/metrics/metric'
import { edgeCountingNote } from '../../analysis/networkOfGraph'
import { readableMetricValue, metricScopeText, type MetricRunResult } from '../../scene/metricResults'
import { clauseText, clauseSentence } from '../../scene/filter/filterStepRows'
import { parseFilter } from '../../analysis/filter/filterSyntax'
import controls from '../controls/controls.module.css'
import { useApp, useSession, useWorkspace } from '../controls/useApp'
import classes from './MetricsPanel.module.css'
import { MetricColumnDetails } from './MetricColumnDetails'
import { MetricSettingsForm, type NonDefaultSettings } from './MetricSettingsForm'
import panel from './panels.module.css'
import { EncodingControls } from './EncodingControls'

/** What of the graph is measured. */
type Scope = 'whole' | 'shown'

/** Every metric: what it means, to run it, and what it gave. */
export function MetricsPanel() {
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
        <EncodingControls />
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
        <p className={panel.none}>{edgeCountingNote}</p>
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
  const measuring = useSession((session) => session.metricProgress)
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
          <button type="button" className={controls.button} onClick={() => app.stopMetrics()}>
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
  const measured = useSession((session) => session.metricResults?.find(({ request }) => request.metric === metric.id))
  const [said, setSaid] = useState<NonDefaultSettings>(measured?.request.settings ?? {})
  const run = useRun(metric, scope, said)
  const busy = useSession((session) => session.metricProgress?.metric === metric.id)
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
          <MetricSettingsForm metric={metric} said={said} onChange={setSaid} />
          {measured?.columns.map((column) => (
            <MetricColumnDetails key={column.name} column={column} metric={metric} />
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
function useRun(metric: Metric, scope: Scope, settings: NonDefaultSettings): () => void {
  const app = useApp()
  return () => {
    const { filter } = app.workspace.getState().view
    const earlier = app.session.getState().metricResults?.find(({ request }) => request.metric === metric.id)
    const own = earlier?.columns.map(({ name }) => `@${name}`) ?? []
    const within = scope === 'shown' ? metricScopeText(filter, own) : ''
    app.setPanel('measures', metric.id)
    app.runMetric({ metric: metric.id, settings, ...(within && { filter: within }) })
  }
}

/** The figures of the whole, and what part of the graph they are of. */
function Figures({ measured, open }: { readonly measured: MetricRunResult; readonly open: boolean }) {
  const within = useWithin(measured.request.filter)
  return (
    <>
      {measured.statistics.length > 0 && (
        <dl className={classes.figures}>
          {measured.statistics.map(({ id, label, value, note }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>
                {readableMetricValue(value)}
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
  const texts = useTexts()
  const parsed = parseFilter(text ?? '')
  if ('fault' in parsed) return ''
  return parsed.filter.map(({ clause }) => clauseText(clauseSentence(graph, clause, texts))).join(' and ')
}

function Remove({ metric }: { readonly metric: Metric }) {
  const app = useApp()
  return (
    <button
      type="button"
      className={`${controls.link} ${classes.remove}`}
      title="With it go colours, sizes and steps of the filter that ask for it"
      onClick={() => app.removeMetric(metric.id)}
    >
      Remove<span className="vh"> {metric.label}</span>
    </button>
  )
}

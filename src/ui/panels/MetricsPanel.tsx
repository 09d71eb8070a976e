import { useEffect, useRef, useState } from 'react'
import { parseFilter } from '../../analysis/filter/filterSyntax'
import type { Metric } from '../../analysis/metrics/metric'
import { metricNamed, metrics } from '../../analysis/metrics/metrics'
import { clauseSentence, textOfClauseParts } from '../../scene/filter/filterSentence'
import { metricScopeText, readableMetricValue, type MetricRunResult } from '../../scene/metricResults'
import controls from '../controls/controls.module.css'
import { useApp, useSession, useWorkspace } from '../controls/useApp'
import { useMessages, useMessageText, useTexts } from '../controls/useTexts'
import { EncodingControls } from './EncodingControls'
import { MetricColumnDetails } from './MetricColumnDetails'
import { MetricSettingsForm, type NonDefaultSettings } from './MetricSettingsForm'
import classes from './MetricsPanel.module.css'
import panel from './panels.module.css'

/** The part of the graph to compute a metric for. */
type Scope = 'wholeGraph' | 'filteredGraph'

/** Every metric with its explanation, a button to run it, and its results. */
export function MetricsPanel() {
  const app = useApp()
  const messages = useMessages('metrics')
  const detail = useWorkspace(({ view }) => view.detail)
  const isFiltered = useWorkspace(({ view }) => view.filter.some(({ off }) => !off))
  const [scope, setScope] = useState<Scope>('wholeGraph')
  return (
    <div className={panel.panel}>
      <div className={panel.top}>
        <h2>{messages.title}</h2>
        <p className={`${panel.lead} ${classes.lead}`}>{messages.lead}</p>
        <EncodingControls />
        {isFiltered && <ScopeChoice scope={scope} setScope={setScope} />}
      </div>
      <MetricProgress />
      <div className={panel.scroll}>
        <ul className={classes.metrics} aria-label={messages.list}>
          {metrics.map((metric) => (
            <MetricItem
              key={metric.id}
              metric={metric}
              scope={isFiltered ? scope : 'wholeGraph'}
              isOpen={detail === metric.id}
              onToggle={() => app.setPanel('metrics', detail === metric.id ? undefined : metric.id)}
            />
          ))}
        </ul>
        <p className={panel.none}>
          {messages.edgeCounting.before}
          <code translate="no">weight</code>
          {messages.edgeCounting.after}
        </p>
      </div>
    </div>
  )
}

interface ScopeChoiceProps {
  readonly scope: Scope
  readonly setScope: (scope: Scope) => void
}

function ScopeChoice({ scope, setScope }: ScopeChoiceProps) {
  const messages = useMessages('metrics')
  return (
    <div className={classes.scopes} role="group" aria-label={messages.scope}>
      <span>{messages.scope}</span>
      {(['wholeGraph', 'filteredGraph'] as const).map((each) => (
        <button
          key={each}
          type="button"
          className={controls.choice}
          aria-pressed={scope === each}
          onClick={() => setScope(each)}
        >
          {messages[each]}
        </button>
      ))}
    </div>
  )
}

/** The metric that is being computed, its progress, and a button to cancel it. */
function MetricProgress() {
  const app = useApp()
  const { format } = useTexts()
  const messages = useMessages('metrics')
  const progress = useSession((session) => session.metricProgress)
  const metric = progress && metricNamed(progress.metric)
  const description = metric ? messages.computing({ metric: messages.metrics[metric.id].label }) : ''
  const percent = Math.floor(100 * (progress?.done ?? 0))
  return (
    <div className={classes.progress} data-active={progress !== undefined}>
      <span role="status" className="vh">
        {description}
      </span>
      {metric && (
        <>
          <span>
            {description} <span className="num">{format.percent(percent / 100)}</span>
          </span>
          <progress value={percent} max={100} aria-label={description} />
          <button type="button" className={controls.button} onClick={() => app.stopMetrics()}>
            {messages.cancel}
          </button>
        </>
      )}
    </div>
  )
}

interface MetricItemProps {
  readonly metric: Metric
  readonly scope: Scope
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function MetricItem({ metric, scope, isOpen, onToggle }: MetricItemProps) {
  const messages = useMessages('metrics')
  const { label, sentence, counting } = messages.metrics[metric.id]
  const result = useSession((session) => session.metricResults?.find(({ request }) => request.metric === metric.id))
  const isRunning = useSession((session) => session.metricProgress?.metric === metric.id)
  const [settings, setSettings] = useState<NonDefaultSettings>(result?.request.settings ?? {})
  const run = useRun(metric, scope, settings)
  return (
    <li ref={useScrollIntoList(isOpen)} data-open={isOpen}>
      <div className={classes.head}>
        <h3>
          <button type="button" className={panel.title} aria-expanded={isOpen} onClick={onToggle}>
            {label}
          </button>
        </h3>
        <button
          type="button"
          className={result ? controls.button : controls.line}
          aria-label={result ? messages.runMetricAgain({ metric: label }) : messages.runMetric({ metric: label })}
          disabled={isRunning}
          onClick={run}
        >
          {result ? messages.runAgain : messages.run}
        </button>
      </div>
      <p className={classes.sentence}>{sentence}</p>
      {result && <Statistics result={result} showsNotes={isOpen} />}
      {isOpen && (
        <>
          <MetricSettingsForm metric={metric} settings={settings} onChange={setSettings} />
          {result?.columns.map((column) => (
            <MetricColumnDetails key={column.name} column={column} metric={metric} />
          ))}
          <p className={classes.fine}>{counting}</p>
          <p className={classes.fine}>
            {messages.source} <span lang="en">{metric.source}.</span>
          </p>
          {result && <RemoveButton metric={metric} />}
        </>
      )}
    </li>
  )
}

/** Scrolls an item to the top of its list when it is opened; the page around the list stays where it is. */
function useScrollIntoList(isOpen: boolean) {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const list = item.current?.closest('ul')?.parentElement
    if (isOpen && list) list.scrollTop += item.current!.getBoundingClientRect().top - list.getBoundingClientRect().top
  }, [isOpen])
  return item
}

/** Runs a metric, and opens its item so that the results are visible. */
function useRun(metric: Metric, scope: Scope, settings: NonDefaultSettings): () => void {
  const app = useApp()
  return () => {
    const { filter } = app.workspace.getState().view
    const earlier = app.session.getState().metricResults?.find(({ request }) => request.metric === metric.id)
    const ownKeys = earlier?.columns.map(({ name }) => `@${name}`) ?? []
    const scopeText = scope === 'filteredGraph' ? metricScopeText(filter, ownKeys) : ''
    app.setPanel('metrics', metric.id)
    app.runMetric({ metric: metric.id, settings, ...(scopeText && { filter: scopeText }) })
  }
}

interface StatisticsProps {
  readonly result: MetricRunResult
  readonly showsNotes: boolean
}

/** The statistics of the whole network, and the part of the graph that was measured. */
function Statistics({ result: { statistics, request }, showsNotes }: StatisticsProps) {
  const texts = useTexts()
  const messages = useMessages('metrics')
  const messageText = useMessageText(statistics.map(({ note }) => note))
  const filter = useFilterText(request.filter)
  return (
    <>
      {statistics.length > 0 && (
        <dl className={classes.statistics}>
          {statistics.map(({ id, value, note }) => (
            <div key={id}>
              <dt>{messages.statistics[id]}</dt>
              <dd>
                {readableMetricValue(value, texts, messages)}
                {showsNotes && note && <span className={classes.note}> {messageText(note)}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {filter !== '' && <p className={classes.fine}>{messages.filteredBy({ filter })}</p>}
    </>
  )
}

/** The text of a filter as sentences; empty if there is no filter. */
function useFilterText(text: string | undefined): string {
  const texts = useTexts()
  const graph = useWorkspace((workspace) => workspace.graph)
  const parsed = parseFilter(text ?? '')
  if ('fault' in parsed || parsed.filter.length === 0) return ''
  return parsed.filter
    .map(({ clause }) => textOfClauseParts(clauseSentence(graph, clause, texts)))
    .reduce((first, second) => texts.filter.and({ first, second }))
}

function RemoveButton({ metric }: { readonly metric: Metric }) {
  const app = useApp()
  const messages = useMessages('metrics')
  return (
    <button
      type="button"
      className={`${controls.link} ${classes.remove}`}
      title={messages.removeHint}
      aria-label={messages.removeMetric({ metric: messages.metrics[metric.id].label })}
      onClick={() => app.removeMetric(metric.id)}
    >
      {messages.remove}
    </button>
  )
}

import { useTexts } from '../controls/useTexts'
import { useId, useState } from 'react'
import type { MetricColumn, Metric } from '../../analysis/metrics/metric'
import type { CategoryColumn, NumberColumn } from '../../model/columns'
import { degrees } from '../../model/graph'
import { pluralize } from '../../model/pluralize'
import {
  filterAtLeast,
  topRankedNodes,
  metricHistogram,
  largestGroups,
  filterOnlyValue,
  readableMetricValue,
  type MetricHistogramBin,
} from '../../scene/metricResults'
import controls from '../controls/controls.module.css'
import { useApp, useWorkspace } from '../controls/useApp'
import classes from './MetricsPanel.module.css'
import panel from './panels.module.css'

/** So many nodes or groups are listed. */
const most = 10
const bins = 24

interface ColumnProps {
  readonly column: MetricColumn
  readonly metric: Metric
}

/** What a metric gave the nodes: who is highest, how it is spread, and what can be done with it. */
export function MetricColumnDetails({ column, metric }: ColumnProps) {
  const id = useId()
  return (
    <div role="group" className={classes.column} aria-labelledby={id}>
      <h4 id={id} className={metric.label === column.label ? 'vh' : undefined}>
        {column.label}
      </h4>
      {column.column.kind === 'number' ? (
        <Numbers measured={column} column={column.column} />
      ) : (
        <Groups measured={column} column={column.column} />
      )}
    </div>
  )
}

interface NumbersProps {
  readonly measured: MetricColumn
  readonly column: NumberColumn
}

function Numbers({ measured, column }: NumbersProps) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const selected = useWorkspace(({ view }) => view.selection.nodes)
  const { lowest } = measured
  const top = topRankedNodes(graph, { values: column.values, lowest }, most, texts)
  return (
    <>
      {lowest && <p className={classes.fine}>The lowest:</p>}
      <ol className={classes.top} aria-label={`${lowest ? 'Lowest' : 'Highest'} by ${measured.label}`}>
        {top.map(({ node, label, value }) => (
          <li key={node} data-chosen={selected.includes(node)}>
            <button
              type="button"
              className={panel.said}
              aria-current={selected.includes(node) ? 'true' : undefined}
              onClick={() => app.select({ nodes: [node] })}
            >
              {label}
            </button>
            <span className={panel.count}>{readableMetricValue(value)}</span>
          </li>
        ))}
      </ol>
      <Histogram bins={metricHistogram(column.values, bins)} label={measured.label} />
      <By measured={measured} sizes />
      <KeepAtLeast measured={measured} values={column.values} first={top.at(-1)?.value ?? 0} />
    </>
  )
}

/** How many nodes have how much; tall where there are many, by the root so that few are still seen. */
function Histogram({ bins: all, label }: { readonly bins: readonly MetricHistogramBin[]; readonly label: string }) {
  if (all.length === 0) return <p className={classes.fine}>All nodes have the same.</p>
  const tallest = Math.max(...all.map(({ count }) => count))
  const [first, last] = [all[0]!, all.at(-1)!]
  const sum = all.reduce((sum, { count }) => sum + count, 0)
  const words = `${label}: less than ${readableMetricValue(first.high)} in ${first.count} of ${pluralize(sum, 'node')}; the highest is ${readableMetricValue(last.high)}`
  return (
    <div className={classes.histogram} role="img" aria-label={words}>
      <div className={classes.bars}>
        {all.map(({ low, count }) => (
          <i key={low} style={{ height: count === 0 ? 0 : `${Math.max(4, 100 * Math.sqrt(count / tallest))}%` }} />
        ))}
      </div>
      <div className={classes.ends}>
        <span>{readableMetricValue(first.low)}</span>
        <span>{readableMetricValue(last.high)}</span>
      </div>
    </div>
  )
}

interface ByProps {
  readonly measured: MetricColumn
  readonly sizes?: boolean
}

/** Colours or sizes tell the column; pressed once more they are as usual. */
function By({ measured, sizes = false }: ByProps) {
  const app = useApp()
  const key = `@${measured.name}`
  const view = useWorkspace((workspace) => workspace.view)
  const button = (of: 'size' | 'colour', label: string) => (
    <button
      type="button"
      className={controls.line}
      aria-pressed={view[of] === key}
      aria-label={`${label}: ${measured.label}`}
      onClick={() => app.updateView((now) => ({ ...now, [of]: now[of] === key ? undefined : key }))}
    >
      {label}
    </button>
  )
  return (
    <div className={classes.by}>
      {sizes && button('size', 'Size by this')}
      {button('colour', 'Colour by this')}
    </div>
  )
}

interface KeepProps {
  readonly measured: MetricColumn
  readonly values: Float64Array
  readonly first: number
}

/** A step of the filter that keeps the nodes with so much or more, of which it says how many there are. */
function KeepAtLeast({ measured, values, first }: KeepProps) {
  const app = useApp()
  const [text, setText] = useState<string>()
  const least = text === undefined ? first : Number(text)
  const count = values.reduce((sum, value) => sum + Number(value >= least), 0)
  const sound = text !== '' && Number.isFinite(least)
  return (
    <form
      className={classes.keep}
      onSubmit={(event) => {
        event.preventDefault()
        if (sound)
          app.updateView((view) => ({ ...view, filter: filterAtLeast(view.filter, `@${measured.name}`, least) }))
      }}
    >
      <label className={classes.choice}>
        <span>At least</span>
        <input
          className={controls.field}
          type="number"
          step="any"
          aria-label={`${measured.label}, at least`}
          value={text ?? String(first)}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      <button
        type="submit"
        className={controls.line}
        disabled={!sound}
        aria-label={`Filter by this: ${measured.label}, keeps ${pluralize(count, 'node')}`}
      >
        Filter by this
      </button>
      <span className={panel.count}>{sound ? `keeps ${pluralize(count, 'node')}` : 'no number'}</span>
    </form>
  )
}

interface GroupsProps {
  readonly measured: MetricColumn
  readonly column: CategoryColumn
}

function Groups({ measured, column }: GroupsProps) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const groups = largestGroups(graph, column, { most, texts, degrees: degrees(graph) })
  const rest = column.dictionary.length - groups.length
  return (
    <>
      <ol className={classes.top} aria-label={`Largest by ${measured.label}`}>
        {groups.map(({ value, count, representativeLabel }) => (
          <li key={value}>
            <button
              type="button"
              className={panel.said}
              aria-label={`Filter by this: ${measured.label} ${value}, around ${representativeLabel}, ${pluralize(count, 'node')}`}
              onClick={() =>
                app.updateView((view) => ({
                  ...view,
                  filter: filterOnlyValue(view.filter, `@${measured.name}`, value),
                }))
              }
            >
              {value} <span className={classes.like}>around {representativeLabel}</span>
            </button>
            <span className={panel.count}>{pluralize(count, 'node')}</span>
          </li>
        ))}
      </ol>
      {rest > 0 && <p className={classes.fine}>and {rest} smaller</p>}
      <By measured={measured} />
    </>
  )
}

import { useId, useState, type FormEvent } from 'react'
import type { Metric } from '../../analysis/metrics/metric'
import type { CategoryColumn, NumberColumn } from '../../model/columns'
import { degrees } from '../../model/graph'
import {
  filterAtLeast,
  topRankedNodes,
  metricHistogram,
  largestGroups,
  filterOnlyValue,
  readableMetricValue,
  type MetricHistogramBin,
  type NamedMetricColumn,
} from '../../scene/metricResults'
import controls from '../controls/controls.module.css'
import { langAttribute } from '../controls/langAttribute'
import { useApp, useWorkspace } from '../controls/useApp'
import { useMessages, useTexts } from '../controls/useTexts'
import classes from './MetricsPanel.module.css'
import panel from './panels.module.css'

/** Maximum number of nodes or groups in a list. */
const maxListed = 10
const binCount = 24

interface ColumnDetailsProps {
  readonly column: NamedMetricColumn
  readonly metric: Metric
}

/** A column that a metric gave: its top nodes or largest groups, its distribution, and ways to use it. */
export function MetricColumnDetails({ column, metric }: ColumnDetailsProps) {
  const headingId = useId()
  const messages = useMessages('metrics')
  const label = messages.columns[column.id]
  return (
    <div role="group" className={classes.column} aria-labelledby={headingId}>
      <h4 id={headingId} className={messages.metrics[metric.id].label === label ? 'vh' : undefined}>
        {label}
      </h4>
      {column.column.kind === 'number' ? (
        <Numbers column={column} label={label} values={column.column.values} />
      ) : (
        <Groups column={column} label={label} categories={column.column} />
      )}
    </div>
  )
}

interface ColumnProps {
  readonly column: NamedMetricColumn
  /** The column's label in the reader's language. */
  readonly label: string
}

function Numbers({ column, label, values }: ColumnProps & { readonly values: NumberColumn['values'] }) {
  const app = useApp()
  const texts = useTexts()
  const messages = useMessages('metrics')
  const graph = useWorkspace((workspace) => workspace.graph)
  const selected = useWorkspace(({ view }) => view.selection.nodes)
  const { lowest } = column
  const top = topRankedNodes(graph, { values, lowest }, maxListed, texts)
  const listLabel = lowest ? messages.lowestBy({ column: label }) : messages.highestBy({ column: label })
  return (
    <>
      {lowest && <p className={classes.fine}>{messages.lowest}</p>}
      <ol className={classes.top} aria-label={listLabel}>
        {top.map(({ node, label: name, value }) => (
          <li key={node} data-chosen={selected.includes(node)}>
            <button
              type="button"
              className={panel.statement}
              dir="auto"
              lang={langAttribute(name, texts.language)}
              aria-current={selected.includes(node) ? 'true' : undefined}
              onClick={() => app.select({ nodes: [node] })}
            >
              {name}
            </button>
            <span className={panel.count}>{readableMetricValue(value, texts, messages)}</span>
          </li>
        ))}
      </ol>
      <Histogram bins={metricHistogram(values, binCount)} label={label} />
      <EncodingButtons column={column} label={label} offersSize />
      <FilterAtLeastForm column={column} label={label} values={values} initial={top.at(-1)?.value ?? 0} />
    </>
  )
}

interface HistogramProps {
  readonly bins: readonly MetricHistogramBin[]
  readonly label: string
}

/** Bars whose heights follow the square root of the counts, so that small counts stay visible. */
function Histogram({ bins, label }: HistogramProps) {
  const texts = useTexts()
  const messages = useMessages('metrics')
  if (bins.length === 0) return <p className={classes.fine}>{messages.allEqual}</p>
  const highestCount = Math.max(...bins.map(({ count }) => count))
  const [first, last] = [bins[0]!, bins.at(-1)!]
  const readable = (value: number) => readableMetricValue(value, texts, messages)
  const description = messages.histogram({
    column: label,
    limit: readable(first.high),
    count: first.count,
    total: bins.reduce((sum, { count }) => sum + count, 0),
    highest: readable(last.high),
  })
  return (
    <div className={classes.histogram} role="img" aria-label={description}>
      <div className={classes.bars}>
        {bins.map(({ low, count }) => (
          <i key={low} style={{ height: count === 0 ? 0 : `${Math.max(4, 100 * Math.sqrt(count / highestCount))}%` }} />
        ))}
      </div>
      <div className={classes.ends}>
        <span>{readable(first.low)}</span>
        <span>{readable(last.high)}</span>
      </div>
    </div>
  )
}

/** Buttons that encode the column by colour or size, or end that if it is so already. */
function EncodingButtons({ column, label, offersSize = false }: ColumnProps & { readonly offersSize?: boolean }) {
  const app = useApp()
  const messages = useMessages('metrics')
  const view = useWorkspace((workspace) => workspace.view)
  const key = `@${column.name}`
  const button = (channel: 'size' | 'colour', text: string, description: string) => (
    <button
      type="button"
      className={controls.line}
      aria-pressed={view[channel] === key}
      aria-label={description}
      onClick={() => app.updateView((now) => ({ ...now, [channel]: now[channel] === key ? undefined : key }))}
    >
      {text}
    </button>
  )
  return (
    <div className={classes.encodingButtons}>
      {offersSize && button('size', messages.sizeByThis, messages.sizeByColumn({ column: label }))}
      {button('colour', messages.colourByThis, messages.colourByColumn({ column: label }))}
    </div>
  )
}

interface FilterFormProps extends ColumnProps {
  readonly values: Float64Array
  /** The limit before the reader enters one. */
  readonly initial: number
}

/** Adds a filter step that keeps nodes with at least a value, and shows how many nodes that would keep. */
function FilterAtLeastForm({ column, label, values, initial }: FilterFormProps) {
  const app = useApp()
  const messages = useMessages('metrics')
  const [text, setText] = useState<string>()
  const limit = text === undefined ? initial : Number(text)
  const isValid = text !== '' && Number.isFinite(limit)
  const count = values.reduce((sum, value) => sum + Number(value >= limit), 0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isValid) app.updateView((view) => ({ ...view, filter: filterAtLeast(view.filter, `@${column.name}`, limit) }))
  }
  return (
    <form className={classes.filterForm} onSubmit={submit}>
      <label className={classes.choice}>
        <span>{messages.atLeast}</span>
        <input
          className={controls.field}
          type="number"
          step="any"
          aria-label={messages.columnAtLeast({ column: label })}
          value={text ?? String(initial)}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            // Enter that confirms the composition of an input method does not submit.
            if (event.key === 'Enter' && event.nativeEvent.isComposing) event.preventDefault()
          }}
        />
      </label>
      <button
        type="submit"
        className={controls.line}
        disabled={!isValid}
        aria-label={messages.filterByColumn({ column: label, count })}
      >
        {messages.filterByThis}
      </button>
      <span className={panel.count}>{isValid ? messages.keptNodes({ count }) : messages.notANumber}</span>
    </form>
  )
}

function Groups({ column, label, categories }: ColumnProps & { readonly categories: CategoryColumn }) {
  const app = useApp()
  const texts = useTexts()
  const messages = useMessages('metrics')
  const graph = useWorkspace((workspace) => workspace.graph)
  const groups = largestGroups(graph, categories, { maxCount: maxListed, texts, degrees: degrees(graph) })
  const unlisted = categories.dictionary.length - groups.length
  const filterBy = (value: string) =>
    app.updateView((view) => ({ ...view, filter: filterOnlyValue(view.filter, `@${column.name}`, value) }))
  return (
    <>
      <ol className={classes.top} aria-label={messages.largestBy({ column: label })}>
        {groups.map(({ value, count, representativeLabel: representative }) => (
          <li key={value}>
            <button
              type="button"
              className={panel.statement}
              aria-label={messages.filterByGroup({ column: label, value, representative, count })}
              onClick={() => filterBy(value)}
            >
              {value}{' '}
              <span className={classes.representative}>
                {messages.around}{' '}
                <span dir="auto" lang={langAttribute(representative, texts.language)}>
                  {representative}
                </span>
              </span>
            </button>
            <span className={panel.count}>{messages.nodeCount({ count })}</span>
          </li>
        ))}
      </ol>
      {unlisted > 0 && <p className={classes.fine}>{messages.smallerGroups({ count: unlisted })}</p>}
      <EncodingButtons column={column} label={label} />
    </>
  )
}

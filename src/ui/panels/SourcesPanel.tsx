import { reliabilityLabels } from '../../scene/text/valueLabels'
import { useDeferredValue, useState } from 'react'
import { formatDate } from '../../model/date'
import { graphBeforeLens } from '../../model/statementLens'
import { pluralize } from '../../model/pluralize'
import {
  supportLostBySourceLens,
  sourceLensGroups,
  sourceSortOrders,
  sourceRows,
  filterWithoutSourceLens,
  type SourceLensGroup,
  type SourceSortOrder,
  type SourceRow,
} from '../../scene/sources/sources'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { useApp, useWorkspace } from '../controls/useApp'
import classes from './panels.module.css'
import { SourceDetails } from './SourceDetails'

const orderNames: Readonly<Record<SourceSortOrder, string>> = {
  date: 'Latest first',
  statements: 'Most statements',
  only: 'Most that only it says',
  publisher: 'Publisher',
  class: 'Class',
}

/** Every document; or, when one is opened, its statements beside the part of the graph that they make. */
export function SourcesPanel() {
  const graph = useWorkspace((workspace) => graphBeforeLens(workspace.graph))
  const detail = useWorkspace(({ view }) => view.detail)
  const at = graph.sources.findIndex(({ id }) => id === detail)
  return at < 0 ? <Documents /> : <SourceDetails key={detail} source={at} />
}

function Documents() {
  const graph = useWorkspace((workspace) => graphBeforeLens(workspace.graph))
  const filter = useWorkspace(({ view }) => view.filter)
  const [words, setWords] = useState('')
  const [order, setOrder] = useState<SourceSortOrder>('date')
  const rows = sourceRows(graph, filter, { words: useDeferredValue(words), order })
  if (graph.sources.length === 0)
    return <p className={classes.none}>The file that is open says nothing of where it knows things from.</p>
  return (
    <div className={classes.panel}>
      <div className={classes.top}>
        <h2>{pluralize(rows.filter(({ source }) => source.id !== graph.about.editors).length, 'document')}</h2>
        <div className={classes.tools}>
          <input
            className={controls.field}
            type="search"
            aria-label="Find a document"
            placeholder="Title, publisher, author"
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
          <select
            className={controls.field}
            aria-label="Order of documents"
            value={order}
            onChange={({ target }) => setOrder(target.value as SourceSortOrder)}
          >
            {sourceSortOrders.map((each) => (
              <option key={each} value={each}>
                {orderNames[each]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div className={classes.scroll}>
        <Lens />
        <ol className={classes.rows} aria-label="Documents">
          {rows.map((row) => (
            <Row key={row.source.id} row={row} />
          ))}
        </ol>
      </div>
    </div>
  )
}

/** Classes and publishers to switch off, and what falls with them. */
function Lens() {
  const app = useApp()
  const graph = useWorkspace((workspace) => graphBeforeLens(workspace.graph))
  const filter = useWorkspace(({ view }) => view.filter)
  const { classes: kinds, publishers } = sourceLensGroups(graph, filter)
  const lost = supportLostBySourceLens(graph, filter)
  return (
    <section className={classes.lens} aria-label="Source lens">
      {kinds.length > 0 && (
        <>
          <h3>Switch off a class and see what falls</h3>
          <Chips groups={kinds} label="Classes" />
        </>
      )}
      {publishers.length > 0 && (
        <details>
          <summary>Publishers with several documents</summary>
          <Chips groups={publishers} label="Publishers" />
        </details>
      )}
      {lost && (
        <p className={classes.fallen} role="status">
          {pluralize(lost.statements, 'statement')} switched off: {pluralize(lost.nodes, 'node')},{' '}
          {pluralize(lost.edges, 'edge')} and {pluralize(lost.figures, 'figure')} lose all support.{' '}
          <button
            type="button"
            className={controls.link}
            onClick={() => app.updateView((view) => ({ ...view, filter: filterWithoutSourceLens(view.filter) }))}
          >
            Switch all on
          </button>
        </p>
      )}
    </section>
  )
}

const Chips = ({ groups, label }: { readonly groups: readonly SourceLensGroup[]; readonly label: string }) => (
  <ul className={classes.chips} aria-label={label}>
    {groups.map((group) => (
      <li key={group.value}>
        <Chip group={group} />
      </li>
    ))}
  </ul>
)

function Chip({ group: { key, value, label, sourceCount, choice } }: { readonly group: SourceLensGroup }) {
  const app = useApp()
  const on = choice !== 'ruled out'
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={on}
      title={on ? `Switch off: ${label}` : `Switch on: ${label}`}
      onClick={() => app.setFacetChoice(key, value, on ? 'ruled out' : 'free')}
    >
      {label} <span className={classes.count}>{sourceCount}</span>
    </button>
  )
}

function Row({ row: { source, statementCount, soleSupportCount, isOn } }: { readonly row: SourceRow }) {
  const app = useApp()
  const parts = [
    source.publisher,
    source.date && formatDate(source.date),
    source.reliability && reliabilityLabels[source.reliability],
    pluralize(statementCount, 'statement'),
  ]
  return (
    <li data-off={!isOn}>
      <button
        type="button"
        className={classes.title}
        lang={source.language}
        onClick={() => app.setPanel('sources', source.id)}
      >
        {source.title}
      </button>
      <button
        type="button"
        className={controls.small}
        aria-pressed={isOn}
        aria-label={`Count what “${source.title}” says`}
        title={isOn ? 'Switch off this document' : 'Switch on this document'}
        onClick={() => app.setFacetChoice('source', source.id, isOn ? 'ruled out' : 'free')}
      >
        <Icon name={isOn ? 'eye' : 'eye-off'} />
      </button>
      <span className={classes.meta}>
        {parts.filter(Boolean).map((part) => (
          <span key={part}>{part}</span>
        ))}
        {soleSupportCount > 0 && <span className={classes.only}>{soleSupportCount} only here</span>}
      </span>
    </li>
  )
}

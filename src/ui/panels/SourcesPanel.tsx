import { useDeferredValue, useState } from 'react'
import { graphBeforeLens } from '../../model/statementLens'
import {
  supportLostBySourceLens,
  sourceLensGroups,
  sourceSortOrders,
  sourceRows,
  sourceTitleInLanguage,
  type SourceLensGroup,
  type SourceSortOrder,
  type SourceRow,
} from '../../scene/sources/sources'
import { filterWithoutSourceLens } from '../../scene/view/sourceLens'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { langAttribute } from '../controls/langAttribute'
import { useApp, useWorkspace } from '../controls/useApp'
import { useMessages, useTexts } from '../controls/useTexts'
import classes from './panels.module.css'
import { SourceDetails } from './SourceDetails'

/** The list of sources or, when one is opened, its details. */
export function SourcesPanel() {
  const graph = useWorkspace((workspace) => graphBeforeLens(workspace.graph))
  const detail = useWorkspace(({ view }) => view.detail)
  const row = graph.sources.findIndex(({ id }) => id === detail)
  return row < 0 ? <SourceList /> : <SourceDetails key={detail} source={row} />
}

function SourceList() {
  const messages = useMessages('sources')
  const graph = useWorkspace((workspace) => graphBeforeLens(workspace.graph))
  const filter = useWorkspace(({ view }) => view.filter)
  const [words, setWords] = useState('')
  const [order, setOrder] = useState<SourceSortOrder>('date')
  const rows = sourceRows(graph, filter, { words: useDeferredValue(words), order })
  if (graph.sources.length === 0) return <p className={classes.none}>{messages.noSources}</p>
  const count = rows.filter(({ source }) => source.id !== graph.about.editors).length
  return (
    <div className={classes.panel}>
      <div className={classes.top}>
        <h2>{messages.sourceCount({ count })}</h2>
        <div className={classes.tools}>
          <input
            className={controls.field}
            type="search"
            aria-label={messages.search}
            placeholder={messages.searchHint}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
          <select
            className={controls.field}
            aria-label={messages.sort}
            value={order}
            onChange={({ target }) => setOrder(target.value as SourceSortOrder)}
          >
            {sourceSortOrders.map((each) => (
              <option key={each} value={each}>
                {messages.sortOrders[each]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div className={classes.scroll}>
        <SourceLens />
        <ol className={classes.rows} aria-label={messages.list}>
          {rows.map((row) => (
            <Row key={row.source.id} row={row} />
          ))}
        </ol>
      </div>
    </div>
  )
}

/** Kinds of source and publishers that can be excluded, and what loses its support by that. */
function SourceLens() {
  const app = useApp()
  const texts = useTexts()
  const messages = useMessages('sources')
  const graph = useWorkspace((workspace) => graphBeforeLens(workspace.graph))
  const filter = useWorkspace(({ view }) => view.filter)
  const groups = sourceLensGroups(graph, filter, texts)
  const lost = supportLostBySourceLens(graph, filter)
  return (
    <section className={classes.lens} aria-label={messages.exclude}>
      {groups.classes.length > 0 && (
        <>
          <h3>{messages.excludeKind}</h3>
          <Chips groups={groups.classes} label={messages.kindsOfSource} />
        </>
      )}
      {groups.publishers.length > 0 && (
        <details>
          <summary>{messages.excludePublisher}</summary>
          <Chips groups={groups.publishers} label={messages.publishers} />
        </details>
      )}
      {lost && (
        <p className={classes.lost} role="status">
          {messages.lostSupport(lost)}{' '}
          <button
            type="button"
            className={controls.link}
            onClick={() => app.updateView((view) => ({ ...view, filter: filterWithoutSourceLens(view.filter) }))}
          >
            {messages.includeAll}
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
  const { language, format } = useTexts()
  const messages = useMessages('sources')
  const isIncluded = choice !== 'ruled out'
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={isIncluded}
      title={isIncluded ? messages.excludeHint({ name: label }) : messages.includeHint({ name: label })}
      onClick={() => app.setFacetChoice(key, value, isIncluded ? 'ruled out' : 'free')}
    >
      <span dir="auto" lang={langAttribute(label, language)}>
        {label}
      </span>{' '}
      <span className={classes.count}>{format.integer(sourceCount)}</span>
    </button>
  )
}

function Row({ row: { source, statementCount, soleSupportCount, isOn } }: { readonly row: SourceRow }) {
  const app = useApp()
  const { language, format, terms } = useTexts()
  const messages = useMessages('sources')
  const { id, publisher, date, reliability } = source
  const { title, lang } = sourceTitleInLanguage(source, language)
  return (
    <li data-off={!isOn}>
      <button type="button" className={classes.title} lang={lang} onClick={() => app.setPanel('sources', id)}>
        {title}
      </button>
      <button
        type="button"
        className={controls.small}
        aria-pressed={isOn}
        aria-label={messages.includeSource({ title })}
        title={isOn ? messages.excludeSourceHint : messages.includeSourceHint}
        onClick={() => app.setFacetChoice('source', id, isOn ? 'ruled out' : 'free')}
      >
        <Icon name={isOn ? 'eye' : 'eye-off'} />
      </button>
      <span className={classes.meta}>
        {publisher && (
          <span dir="auto" lang={langAttribute(publisher, language)}>
            {publisher}
          </span>
        )}
        {date && <span>{format.date(date)}</span>}
        {reliability && <span>{terms.reliabilities[reliability]}</span>}
        <span>{messages.statementCount({ count: statementCount })}</span>
        {soleSupportCount > 0 && (
          <span className={classes.only}>{messages.onlyHereCount({ count: soleSupportCount })}</span>
        )}
      </span>
    </li>
  )
}

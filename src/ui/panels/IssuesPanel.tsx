import { useState } from 'react'
import { expectationStatuses } from '../../scene/issues/expectations'
import {
  issueCounts,
  edgeAndFigureCountsOfList,
  issueLists,
  issuesInList,
  type Issue,
  type IssueListId,
} from '../../scene/issues/issueLists'
import controls from '../controls/controls.module.css'
import { ContestedIcon } from '../controls/graphSymbols'
import { langAttribute } from '../controls/langAttribute'
import { useApp, useWorkspace } from '../controls/useApp'
import { useMessages, useTexts } from '../controls/useTexts'
import classes from './panels.module.css'

/** Number of rows that are shown at first, and added by each "show more". */
const pageSize = 100

/** The lists of open issues with their counts; a row selects what it is about. */
export function IssuesPanel() {
  const app = useApp()
  const { format } = useTexts()
  const messages = useMessages('issues')
  const graph = useWorkspace((workspace) => workspace.graph)
  const detail = useWorkspace(({ view }) => view.detail)
  const counts = issueCounts(graph)
  const list = issueLists.find((each) => each === detail) ?? issueLists[0]
  const ofList = edgeAndFigureCountsOfList(graph, list)
  return (
    <div className={classes.panel}>
      <div className={classes.top}>
        <h2>{messages.heading}</h2>
        <nav className={classes.lists} aria-label={messages.chooseList}>
          {issueLists.map((each) => (
            <button
              key={each}
              type="button"
              aria-current={each === list ? 'page' : undefined}
              onClick={() => app.setPanel('issues', each)}
            >
              {messages.lists[each]} <span className={classes.count}>{format.integer(counts[each])}</span>
            </button>
          ))}
        </nav>
        <p className={classes.lead}>
          {messages.descriptions[list]}{' '}
          {ofList && <span className={classes.count}>{messages.edgeAndFigureCount(ofList)}</span>}
        </p>
      </div>
      <IssueList key={list} list={list} />
    </div>
  )
}

function IssueList({ list }: { readonly list: IssueListId }) {
  const app = useApp()
  const texts = useTexts()
  const messages = useMessages('issues')
  const graph = useWorkspace((workspace) => workspace.graph)
  const [rowCount, setRowCount] = useState(pageSize)
  const rows = issuesInList(graph, list, { today: app.today(), texts, issues: messages })
  if (rows.length === 0) return <p className={classes.none}>{messages.emptyList}</p>
  return (
    <div className={classes.scroll}>
      {list === 'expectations' && <ExpectationCounts rows={rows} />}
      <ol className={classes.rows} aria-label={messages.list}>
        {rows.slice(0, rowCount).map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ol>
      {rows.length > rowCount && (
        <p className={classes.none}>
          <button type="button" className={controls.link} onClick={() => setRowCount(rowCount + pageSize)}>
            {messages.showMore({ count: rows.length - rowCount })}
          </button>
        </p>
      )}
    </div>
  )
}

/** The number of expectations of each status. */
function ExpectationCounts({ rows }: { readonly rows: readonly Issue[] }) {
  const { format, terms } = useTexts()
  const messages = useMessages('issues')
  const counts = expectationStatuses.flatMap((status) => {
    const count = rows.filter((row) => row.expectationStatus === status).length
    return count > 0 ? [messages.expectationCount({ status: terms.expectationStatuses[status], count })] : []
  })
  return <p className={classes.lens}>{format.list(counts)}</p>
}

function Row({ row }: { readonly row: Issue }) {
  const app = useApp()
  const { language, terms } = useTexts()
  const messages = useMessages('issues')
  const selection = useWorkspace(({ view }) => view.selection)
  const isSelected =
    selection.figure === row.selection.figure &&
    selection.edges[0] === row.selection.edges[0] &&
    selection.nodes[0] === row.selection.nodes[0]
  return (
    <li data-chosen={isSelected}>
      <button
        type="button"
        className={classes.title}
        aria-current={isSelected ? 'true' : undefined}
        onClick={() => app.select(row.selection)}
      >
        {row.isContested && (
          <span className={classes.contested}>
            <ContestedIcon size={12} />
            <span className="vh">{messages.contestedPrefix}</span>
          </span>
        )}
        <span dir="auto" lang={langAttribute(row.title, language)}>
          {row.title}
        </span>
      </button>
      {row.expectationStatus && (
        <span className={classes.expectationStatus} data-status={row.expectationStatus}>
          {terms.expectationStatuses[row.expectationStatus]}
        </span>
      )}
      <span className={classes.meta}>
        {row.details.map((text, index) => (
          <span key={index} dir="auto" lang={langAttribute(text, language)}>
            {text}
          </span>
        ))}
      </span>
    </li>
  )
}

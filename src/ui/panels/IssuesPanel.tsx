import { useTexts } from '../controls/useTexts'
import { groupThousands } from '../../model/value'
import { useState } from 'react'
import { expectationStatusLabels, expectationStatuses } from '../../scene/issues/expectations'
import {
  issueCounts,
  edgeAndFigureCountText,
  issueLists,
  issuesInList,
  type Issue,
} from '../../scene/issues/issueLists'
import controls from '../controls/controls.module.css'
import { ContestedIcon } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import classes from './panels.module.css'

/** So many rows are drawn at once; the rest follows on request. */
const page = 100

/** The worklists of what is unclear, with their counts; a row selects what it is about. */
export function IssuesPanel() {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const detail = useWorkspace(({ view }) => view.detail)
  const counts = issueCounts(graph)
  const list = issueLists.find(({ id }) => id === detail) ?? issueLists[0]
  const kinds = edgeAndFigureCountText(graph, list.id)
  return (
    <div className={classes.panel}>
      <div className={classes.top}>
        <h2>What is unclear</h2>
        <nav className={classes.lists} aria-label="Worklists">
          {issueLists.map(({ id, label }) => (
            <button
              key={id}
              type="button"
              aria-current={id === list.id ? 'page' : undefined}
              onClick={() => app.setPanel('ledger', id)}
            >
              {label} <span className={classes.count}>{groupThousands(counts[id])}</span>
            </button>
          ))}
        </nav>
        <p className={classes.lead}>
          {list.what} {kinds && <span className={classes.count}>{kinds}</span>}
        </p>
      </div>
      <List key={list.id} id={list.id} />
    </div>
  )
}

function List({ id }: { readonly id: (typeof issueLists)[number]['id'] }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const [shown, setShown] = useState(page)
  const rows = issuesInList(graph, id, { today: app.today(), texts })
  if (rows.length === 0) return <p className={classes.none}>Nothing stands in this list.</p>
  return (
    <div className={classes.scroll}>
      {id === 'expectations' && <ExpectationCounts rows={rows} />}
      <ol className={classes.rows} aria-label="Worklist">
        {rows.slice(0, shown).map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ol>
      {rows.length > shown && (
        <p className={classes.none}>
          <button type="button" className={controls.link} onClick={() => setShown(shown + page)}>
            {groupThousands(rows.length - shown)} more
          </button>
        </p>
      )}
    </div>
  )
}

/** How many expectations stand how. */
function ExpectationCounts({ rows }: { readonly rows: readonly Issue[] }) {
  const parts = expectationStatuses.flatMap((status) => {
    const count = rows.filter((row) => row.expectationStatus === status).length
    return count > 0 ? [`${count} ${expectationStatusLabels[status].toLowerCase()}`] : []
  })
  return <p className={classes.lens}>{parts.join(', ')}</p>
}

function Row({ row }: { readonly row: Issue }) {
  const app = useApp()
  const selection = useWorkspace(({ view }) => view.selection)
  const chosen =
    selection.figure === row.selection.figure &&
    selection.edges[0] === row.selection.edges[0] &&
    selection.nodes[0] === row.selection.nodes[0]
  return (
    <li data-chosen={chosen}>
      <button
        type="button"
        className={classes.title}
        aria-current={chosen ? 'true' : undefined}
        onClick={() => app.select(row.selection)}
      >
        {row.isContested && (
          <span className={classes.contested}>
            <ContestedIcon size={12} />
            <span className="vh">Contested: </span>
          </span>
        )}
        {row.title}
      </button>
      {row.expectationStatus && (
        <span className={classes.standing} data-standing={row.expectationStatus}>
          {expectationStatusLabels[row.expectationStatus]}
        </span>
      )}
      <span className={classes.meta}>{row.detail}</span>
    </li>
  )
}

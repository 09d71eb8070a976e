import { useId, useState } from 'react'
import { edgeEvidence, type RelationGroup, type RelationRow } from '../../scene/inspect'
import { nameIn } from '../../scene/names'
import controls from '../controls.module.css'
import { Icon } from '../icons'
import { ContestedSign, LineSign } from '../signs'
import { useApp, useWorkspace } from '../useApp'
import { NodeLink } from './Head'
import classes from './inspector.module.css'
import { StatementList } from './Statements'

/** The relations of one kind: a sentence begins in the heading and ends at each neighbour. */
export function Relations({ group: { title, rows }, from }: { readonly group: RelationGroup; readonly from: string }) {
  const heading = useId()
  return (
    <section className={classes.block} aria-labelledby={heading}>
      <h3 id={heading}>
        {title} <span className={classes.count}>{rows.length > 1 && rows.length}</span>
      </h3>
      <ul className={classes.relations}>
        {rows.map((row) => (
          <Relation key={row.id} row={row} from={from} />
        ))}
      </ul>
    </section>
  )
}

/** One neighbour, with the evidence for the line to it one click away. */
function Relation({ row }: { readonly row: RelationRow; readonly from: string }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const language = useWorkspace(({ view }) => view.language)
  const [open, setOpen] = useState(false)
  const evidence = useId()
  const { other, agreement, line, id } = row
  const status = agreement.status && nameIn(graph, language, 'status', agreement.status).toLowerCase()
  return (
    <li onPointerEnter={() => app.hover({ edge: id })} onPointerLeave={() => app.hover(undefined)}>
      <div className={classes.relation}>
        <NodeLink id={other.id} family={other.family} type={other.type}>
          {other.label}
        </NodeLink>
        <button
          type="button"
          className={classes.evidenceButton}
          aria-expanded={open}
          aria-controls={evidence}
          aria-label={`Evidence for the relation to ${other.label}: ${status ?? 'no statement'}`}
          disabled={agreement.verdict === 'bare'}
          onClick={() => setOpen(!open)}
        >
          {agreement.verdict === 'contested' && <ContestedSign size={12} />}
          <LineSign line={line} />
          <span className={classes.status}>{status ?? 'no statement'}</span>
          <Icon name={open ? 'up' : 'down'} size={12} />
        </button>
      </div>
      {open && (
        <div id={evidence} className={classes.evidence}>
          <StatementList statements={edgeEvidence(graph, row.row, language)} />
          <button type="button" className={controls.link} onClick={() => app.select({ edges: [id] })}>
            Open this line
          </button>
        </div>
      )}
    </li>
  )
}

import { useTexts } from '../controls/useTexts'
import { groupThousands } from '../../model/value'
import { useId, useState } from 'react'
import {
  evidenceOfEdge,
  relationDetails,
  type RelationGroup,
  type RelationDetails,
} from '../../scene/inspector/nodeDetails'
import { valueLabel } from '../../scene/text/valueLabels'
import { sentenceText } from '../../scene/text/sentences'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { ContestedIcon, EdgeLineSample } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import { NodeLink } from './PanelHeader'
import classes from './Inspector.module.css'
import { langAttribute } from '../controls/langAttribute'
import { StatementList } from './StatementComparison'

/** The relations of a node. The sentence begins with the panel's title, goes on in a heading, and ends at a neighbour. */
export function RelationList({ groups, node }: { readonly groups: readonly RelationGroup[]; readonly node: number }) {
  const count = groups.reduce((sum, { edges }) => sum + edges.length, 0)
  return (
    <section className={classes.block} aria-labelledby="relations">
      <h3 id="relations">
        Relations <span className={classes.count}>{groupThousands(count)}</span>
      </h3>
      {groups.map((group) => (
        <Group key={group.key} group={group} node={node} />
      ))}
    </section>
  )
}

/** A hub of a large graph has more neighbours than anybody reads, and than a page can hold. */
const atOnce = 50

function Group({ group: { title, edges }, node }: { readonly group: RelationGroup; readonly node: number }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const [most, setMost] = useState(atOnce)
  const more = edges.length - most
  return (
    <div className={classes.group}>
      <h4 lang={langAttribute(title, texts.language)}>{title}</h4>
      <ul>
        {edges.slice(0, most).map((edge) => (
          <Relation key={edge} row={relationDetails(graph, edge, node, texts)} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" className={controls.link} onClick={() => setMost(most + atOnce * 4)}>
          {Math.min(more, atOnce * 4)} more of {groupThousands(more)}
        </button>
      )}
    </div>
  )
}

/** One neighbour, with the evidence for the edge to it one click away. */
function Relation({ row }: { readonly row: RelationDetails }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const [open, setOpen] = useState(false)
  const evidence = useId()
  const { other, agreement, line, id, sentence } = row
  const status = agreement.status ? valueLabel(graph, texts, 'status', agreement.status).toLowerCase() : 'no statement'
  return (
    <li>
      <div className={classes.relation}>
        <NodeLink id={other.id} family={other.family} type={other.type} edge={id}>
          {other.label}
        </NodeLink>
        <button
          type="button"
          className={classes.evidenceButton}
          aria-expanded={open}
          aria-controls={open ? evidence : undefined}
          disabled={agreement.verdict === 'bare'}
          onClick={() => setOpen(!open)}
        >
          <span className="vh">{sentenceText(sentence)}: </span>
          {agreement.verdict === 'contested' && <Contested />}
          <EdgeLineSample line={line} width={22} />
          <span className={classes.status}>{status}</span>
          <Icon name={open ? 'up' : 'down'} size={12} />
        </button>
      </div>
      {open && <Behind id={evidence} row={row} />}
    </li>
  )
}

const Contested = () => (
  <>
    <ContestedIcon size={12} />
    <span className="vh">contested, </span>
  </>
)

/** What stands behind an edge, opened in place. */
function Behind({ id, row }: { readonly id: string; readonly row: RelationDetails }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  return (
    <div id={id} className={classes.evidence}>
      <StatementList statements={evidenceOfEdge(graph, row.row, texts)} />
      <button type="button" className={controls.link} onClick={() => app.select({ edges: [row.id] })}>
        Open this edge
      </button>
    </div>
  )
}

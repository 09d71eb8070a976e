import { useId, useState } from 'react'
import {
  evidenceOfEdge,
  relationDetails,
  type RelationGroup,
  type RelationDetails,
} from '../../scene/inspector/nodeDetails'
import { sentenceText } from '../../scene/text/sentences'
import { statusInText } from '../../scene/text/valueLabels'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { ContestedIcon, EdgeLineSample } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { DataText } from './DataText'
import classes from './Inspector.module.css'
import { NodeLink } from './PanelHeader'
import { StatementList } from './StatementComparison'

/** The relations of a node. Each reads as a sentence: the panel's title, a group's heading, and a neighbour. */
export function RelationList({ groups, node }: { readonly groups: readonly RelationGroup[]; readonly node: number }) {
  const { format, inspector } = useTexts()
  const heading = useId()
  const count = groups.reduce((sum, { edges }) => sum + edges.length, 0)
  return (
    <section className={classes.block} aria-labelledby={heading}>
      <h3 id={heading}>
        {inspector.relations} <span className={classes.count}>{format.integer(count)}</span>
      </h3>
      {groups.map((group) => (
        <RelationGroupSection key={group.key} group={group} node={node} />
      ))}
    </section>
  )
}

/** Number of relations a group shows at first, and adds at a time: a hub of a large graph has more than a page can hold. */
const initialCount = 50
const addedCount = 200

function RelationGroupSection({
  group: { title, edges },
  node,
}: {
  readonly group: RelationGroup
  readonly node: number
}) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const [shownCount, setShownCount] = useState(initialCount)
  const hiddenCount = edges.length - shownCount
  return (
    <div className={classes.group}>
      <h4>
        <DataText>{title}</DataText>
      </h4>
      <ul>
        {edges.slice(0, shownCount).map((edge) => (
          <Relation key={edge} relation={relationDetails(graph, edge, node, texts)} />
        ))}
      </ul>
      {hiddenCount > 0 && (
        <button type="button" className={controls.link} onClick={() => setShownCount(shownCount + addedCount)}>
          {texts.inspector.showMoreOf({ count: Math.min(hiddenCount, addedCount), total: hiddenCount })}
        </button>
      )}
    </div>
  )
}

/** One neighbour with a button that shows the evidence for the edge to it. */
function Relation({ relation }: { readonly relation: RelationDetails }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const [open, setOpen] = useState(false)
  const evidence = useId()
  const { other, agreement, line, id, sentence } = relation
  const status = agreement.status ? statusInText(graph, texts, agreement.status) : texts.inspector.noSourceGiven
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
          <DataText className="vh">{sentenceText(sentence) + texts.terms.valueSeparator}</DataText>
          {agreement.verdict === 'contested' && <ContestedMark />}
          <EdgeLineSample line={line} width={22} />
          <span className={classes.status}>{status}</span>
          <Icon name={open ? 'up' : 'down'} size={12} />
        </button>
      </div>
      {open && <RelationEvidence id={evidence} relation={relation} />}
    </li>
  )
}

function ContestedMark() {
  const { inspector, terms } = useTexts()
  return (
    <>
      <ContestedIcon size={12} />
      <span className="vh">{inspector.contested + terms.listSeparator}</span>
    </>
  )
}

/** The statements behind an edge, opened in place. */
function RelationEvidence({ id, relation }: { readonly id: string; readonly relation: RelationDetails }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  return (
    <div id={id} className={classes.evidence}>
      <StatementList statements={evidenceOfEdge(graph, relation.row, texts)} />
      <button type="button" className={controls.link} onClick={() => app.select({ edges: [relation.id] })}>
        {texts.inspector.showRelation}
      </button>
    </div>
  )
}

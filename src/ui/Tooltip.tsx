import { edgeAgreements } from '../model/agreement'
import { textAt } from '../model/columns'
import { degrees, edgeRows, nodeRows } from '../model/graph'
import { nodeAt } from '../model/rows'
import { cardOf } from '../scene/card'
import { edgeEvidence } from '../scene/inspect'
import { edgeSentence } from '../scene/sentences'
import { ContestedSign, FamilySign, LineSign } from './signs'
import classes from './tooltip.module.css'
import { useMoment, useWorkspace } from './useApp'

/** What is under the pointer already answers: what it is, how surely, who says so, where, and who disagrees. */
export function Tooltip() {
  const hover = useMoment((moment) => moment.hover)
  const graph = useWorkspace((workspace) => workspace.graph)
  if (!hover) return null
  const row = 'node' in hover ? nodeRows(graph).get(hover.node) : edgeRows(graph).get(hover.edge)
  if (row === undefined) return null
  return (
    <div className={classes.tooltip} aria-hidden="true">
      {'node' in hover ? <NodeTip row={row} /> : <EdgeTip row={row} />}
    </div>
  )
}

function NodeTip({ row }: { readonly row: number }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const language = useWorkspace(({ view }) => view.language)
  const card = cardOf(graph, textAt(graph.nodes.id, row), language)!
  const { summary } = nodeAt(graph, row)
  const degree = degrees(graph)[row]!
  return (
    <>
      <p className={classes.title}>
        <FamilySign family={card.family} type={card.type} size={12} /> <b>{card.label}</b>
      </p>
      <p className={classes.meta}>
        {card.typeLabel}, {degree} {degree === 1 ? 'relation' : 'relations'}
      </p>
      {summary && <p className={classes.summary}>{summary.split(/(?<=[.。])\s/)[0]}</p>}
    </>
  )
}

function EdgeTip({ row }: { readonly row: number }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const language = useWorkspace(({ view }) => view.language)
  const { verdict, corroboration } = edgeAgreements(graph)[row]!
  const evidence = edgeEvidence(graph, row, language)
  const first = evidence[0]
  return (
    <>
      <p>{edgeSentence(graph, row, language).map(({ text, node }, at) => (node ? <b key={at}>{text}</b> : text))}</p>
      {first && (
        <>
          <p className={classes.meta}>
            <LineSign line={first.line} /> {first.statusName}
            <span>{corroboration === 1 ? '1 origin' : `${corroboration} origins`}</span>
          </p>
          <p className={classes.meta}>
            {[first.asserter.name, first.place, first.date ?? first.published].filter(Boolean).join(', ')}
            {evidence.length > 1 && ` and ${evidence.length - 1} more`}
          </p>
        </>
      )}
      {verdict === 'contested' && (
        <p className={classes.against}>
          <ContestedSign size={12} /> <b>Contested</b> by {evidence.at(-1)!.asserter.name}
        </p>
      )}
    </>
  )
}

import { useTexts } from '../controls/useTexts'
import { useLayoutEffect, useRef } from 'react'
import { edgeAgreements } from '../../model/agreement'
import { textAt } from '../../model/columns'
import { degrees, edgeRowById, nodeRowById } from '../../model/graph'
import { nodeRecordAt } from '../../model/rowRecords'
import { nodeCardById } from '../../scene/text/nodeCard'
import { pluralize } from '../../model/pluralize'
import { surestStatement, surestOpposingStatement, type Evidence } from '../../scene/inspector/statementEvidence'
import { evidenceOfEdge } from '../../scene/inspector/nodeDetails'
import { edgeSentence } from '../../scene/text/sentences'
import { ContestedIcon, FamilyIcon, EdgeLineSample } from '../controls/graphSymbols'
import classes from './CanvasTooltip.module.css'
import { useSession, useWorkspace } from '../controls/useApp'

/** What is under the pointer already answers: what it is, how surely, who says so, where, and who disagrees. */
export function CanvasTooltip() {
  const hover = useSession((session) => session.hovered)
  const graph = useWorkspace((workspace) => workspace.graph)
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (element.current) keepInside(element.current)
  }, [hover])
  if (!hover) return null
  const row = 'node' in hover ? nodeRowById(graph).get(hover.node) : edgeRowById(graph).get(hover.edge)
  if (row === undefined) return null
  // A screen reader hears the same from list and inspector; here it would only interrupt.
  return (
    <div ref={element} className={classes.tooltip} aria-hidden="true" data-testid="tooltip">
      {'node' in hover ? <NodeTip row={row} /> : <EdgeTip row={row} />}
    </div>
  )
}

/** Right of and below the pointer, or on the other side where there is no room: so the pointer never stands on it. */
function keepInside(element: HTMLElement): void {
  const room = element.parentElement
  if (!room) return
  const pointer = (name: string) => parseFloat(room.style.getPropertyValue(name)) || 0
  const { offsetWidth, offsetHeight, dataset } = element
  dataset['side'] = pointer('--hover-x') + offsetWidth + 24 > room.clientWidth ? 'left' : 'right'
  dataset['end'] = pointer('--hover-y') + offsetHeight + 28 > room.clientHeight ? 'above' : 'below'
}

function NodeTip({ row }: { readonly row: number }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const card = nodeCardById(graph, textAt(graph.nodes.id, row), texts)!
  const { summary } = nodeRecordAt(graph, row)
  return (
    <>
      <p className={classes.title}>
        <FamilyIcon family={card.family} type={card.type} size={12} /> <b>{card.label}</b>
      </p>
      <p className={classes.meta}>
        {card.typeLabel}, {pluralize(degrees(graph)[row]!, 'relation')}
      </p>
      {summary && <p className={classes.summary}>{summary.split(/(?<=[.。])\s/)[0]}</p>}
    </>
  )
}

function EdgeTip({ row }: { readonly row: number }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const { verdict, corroboration } = edgeAgreements(graph)[row]!
  const evidence = evidenceOfEdge(graph, row, texts)
  const first = surestStatement(evidence)
  const against = verdict === 'contested' ? surestOpposingStatement(evidence) : undefined
  return (
    <>
      <p>{edgeSentence(graph, row, texts).map(({ text, node }, at) => (node ? <b key={at}>{text}</b> : text))}</p>
      {!first && <p className={classes.meta}>Without statements</p>}
      {first && (
        <p className={classes.meta}>
          <EdgeLineSample line={first.line} /> {first.statusLabel}
          <span>{pluralize(corroboration, 'origin')}</span>
        </p>
      )}
      {first && (
        <p className={classes.meta}>
          {placed(first)}
          {evidence.length > 1 && ` and ${evidence.length - 1} more`}
        </p>
      )}
      {against && (
        <p className={classes.against}>
          <ContestedIcon size={12} />
          <span>
            <b>Contested</b> by {placed(against)}
          </span>
        </p>
      )}
    </>
  )
}

/** Who says so, where in the source, and when. */
const placed = ({ asserter, locatorText, date, published }: Evidence): string =>
  [asserter.name, locatorText, date ?? published].filter(Boolean).join(', ')

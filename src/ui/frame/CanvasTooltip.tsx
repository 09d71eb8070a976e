import { useLayoutEffect, useRef } from 'react'
import { edgeAgreements } from '../../model/agreement'
import { textAt } from '../../model/columns'
import { degrees, edgeRows, nodeRows } from '../../model/graph'
import { nodeAt } from '../../model/rowRecords'
import { cardOf } from '../../scene/text/nodeCard'
import { counted } from '../../model/pluralize'
import { leading, opponent, type Evidence } from '../../scene/inspector/statementEvidence'
import { edgeEvidence } from '../../scene/inspector/nodeDetails'
import { edgeSentence } from '../../scene/text/sentences'
import { ContestedSign, FamilySign, LineSign } from '../controls/graphSymbols'
import classes from './CanvasTooltip.module.css'
import { useMoment, useWorkspace } from '../controls/useApp'

/** What is under the pointer already answers: what it is, how surely, who says so, where, and who disagrees. */
export function Tooltip() {
  const hover = useMoment((moment) => moment.hover)
  const graph = useWorkspace((workspace) => workspace.graph)
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (element.current) keepInside(element.current)
  }, [hover])
  if (!hover) return null
  const row = 'node' in hover ? nodeRows(graph).get(hover.node) : edgeRows(graph).get(hover.edge)
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
  const language = useWorkspace(({ view }) => view.language)
  const card = cardOf(graph, textAt(graph.nodes.id, row), language)!
  const { summary } = nodeAt(graph, row)
  return (
    <>
      <p className={classes.title}>
        <FamilySign family={card.family} type={card.type} size={12} /> <b>{card.label}</b>
      </p>
      <p className={classes.meta}>
        {card.typeLabel}, {counted(degrees(graph)[row]!, 'relation')}
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
  const first = leading(evidence)
  const against = verdict === 'contested' ? opponent(evidence) : undefined
  return (
    <>
      <p>{edgeSentence(graph, row, language).map(({ text, node }, at) => (node ? <b key={at}>{text}</b> : text))}</p>
      {!first && <p className={classes.meta}>Without statements</p>}
      {first && (
        <p className={classes.meta}>
          <LineSign line={first.line} /> {first.statusName}
          <span>{counted(corroboration, 'origin')}</span>
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
          <ContestedSign size={12} />
          <span>
            <b>Contested</b> by {placed(against)}
          </span>
        </p>
      )}
    </>
  )
}

/** Who says so, where in the source, and when. */
const placed = ({ asserter, place, date, published }: Evidence): string =>
  [asserter.name, place, date ?? published].filter(Boolean).join(', ')

import { useEffect, useRef, useState } from 'react'
import { edgeAgreements } from '../../model/agreement'
import { textAt } from '../../model/columns'
import { nodeRows, type Graph } from '../../model/graph'
import { cardOf } from '../../scene/card'
import { nameIn } from '../../scene/names'
import { edgeSentence, plainText } from '../../scene/sentences'
import { lineOf } from '../../model/line'
import type { View } from '../../scene/view'
import { here, relationsOf, walkable, type Walk } from '../../scene/walk'
import { FamilySign, LineSign } from '../signs'
import { useWorkspace } from '../useApp'
import classes from './twin.module.css'
import { useWalk } from './useWalk'

/** Rows around the one where the person stands; the rest of a large graph is counted, not drawn. */
const around = 60

/** What stands in the list: node ids, or edges of the node that was entered. */
interface Level {
  readonly rows: readonly (string | number)[]
  readonly at: number
  /** The node whose relations are listed; undefined in the list of nodes. */
  readonly inside: string | undefined
}

function levelOf(graph: Graph, view: View, walk: Walk): Level {
  const spot = here(walk)
  if (spot && spot.relation >= 0)
    return { rows: relationsOf(graph, view, spot.node), at: spot.relation, inside: spot.node }
  const rows = walkable(graph, view)
  return { rows, at: Math.max(0, rows.indexOf(spot?.node ?? '')), inside: undefined }
}

/**
 * The graph as text: a list of nodes, and of each node its relations as sentences. A listbox, because it is one stop of
 * the Tab key with arrows inside, which every screen reader knows; the level that one is on is said in its name.
 */
export function Twin({ variant }: { readonly variant: 'panel' | 'walker' }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const view = useWorkspace((workspace) => workspace.view)
  const { walk, press, pick } = useWalk()
  const [focused, setFocused] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  const level = levelOf(graph, view, walk)
  const { rows, at, inside } = level
  useEffect(() => {
    if (focused) list.current?.querySelector('[data-active=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at, inside, focused])
  return (
    <section
      className={classes[variant]}
      data-focused={focused}
      data-floating={focused && variant === 'walker' ? '' : undefined}
    >
      <Trail walk={walk} />
      <ul
        ref={list}
        className={classes.list}
        role="listbox"
        tabIndex={0}
        data-key-target={variant === 'walker' ? 'walk' : undefined}
        aria-label={
          inside === undefined ? 'Nodes of the graph' : `Relations of ${cardOf(graph, inside, view.language)?.label}`
        }
        aria-description="Up and down move, right goes in and follows, left goes back, space selects, letters jump"
        aria-activedescendant={rows.length > 0 ? `${variant}-row-${at}` : undefined}
        aria-multiselectable="true"
        onKeyDown={press}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      >
        <Rows level={level} name={variant} pick={pick} />
      </ul>
      {rows.length === 0 && (
        <p className={classes.none}>
          {inside === undefined ? 'The filter leaves nothing.' : 'The filter leaves it no relations.'}
        </p>
      )}
    </section>
  )
}

interface RowsProps {
  readonly level: Level
  readonly name: string
  readonly pick: (index: number, add: boolean) => void
}

function Rows({ level: { rows, at, inside }, name, pick }: RowsProps) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const { nodes, edges } = useWorkspace(({ view }) => view.selection)
  const first = Math.max(0, Math.min(at - around / 2, rows.length - around))
  return rows.slice(first, first + around).map((row, offset) => {
    const index = first + offset
    const selected = typeof row === 'string' ? nodes.includes(row) : edges.includes(textAt(graph.edges.id, row))
    return (
      <li
        key={String(row)}
        id={`${name}-row-${index}`}
        role="option"
        aria-selected={selected}
        aria-setsize={rows.length}
        aria-posinset={index + 1}
        data-active={index === at}
        onClick={(event) => pick(index, event.shiftKey)}
      >
        {typeof row === 'number' ? <RelationLine edge={row} from={inside!} /> : <NodeLine id={row} />}
      </li>
    )
  })
}

function NodeLine({ id }: { readonly id: string }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const view = useWorkspace((workspace) => workspace.view)
  const card = cardOf(graph, id, view.language)!
  const count = relationsOf(graph, view, id).length
  return (
    <>
      <FamilySign family={card.family} type={card.type} size={12} />
      <span className={classes.label}>{card.label}</span>
      <span className={classes.meta}>
        {card.typeLabel}, {count} {count === 1 ? 'relation' : 'relations'}
      </span>
    </>
  )
}

function RelationLine({ edge, from }: { readonly edge: number; readonly from: string }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const language = useWorkspace(({ view }) => view.language)
  const agreement = edgeAgreements(graph)[edge]!
  const status = agreement.status && nameIn(graph, language, 'status', agreement.status).toLowerCase()
  const origins = agreement.corroboration === 1 ? '1 origin' : `${agreement.corroboration} origins`
  return (
    <>
      <LineSign line={lineOf(agreement)} width={20} />
      <span className={classes.label}>{plainText(edgeSentence(graph, edge, language, nodeRows(graph).get(from)))}</span>
      <span className={classes.meta}>
        {[status, status && origins, agreement.verdict === 'contested' && 'contested'].filter(Boolean).join(', ')}
      </span>
    </>
  )
}

/** The way that was walked, for the eye; the listbox's name says where one is. */
function Trail({ walk }: { readonly walk: Walk }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const language = useWorkspace(({ view }) => view.language)
  const spot = here(walk)
  if (!spot || (walk.trail.length < 2 && spot.relation < 0)) return null
  return (
    <p className={classes.trail} aria-hidden="true">
      {walk.trail.map(({ node }, at) => (
        <span key={at}>
          {at > 0 && ' › '}
          {cardOf(graph, node, language)?.label ?? node}
        </span>
      ))}
    </p>
  )
}

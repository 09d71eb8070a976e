import { textAt } from '../../model/columns'
import { nodeRows } from '../../model/graph'
import { lineOf } from '../../model/lineStyle'
import { agreementAt } from '../../model/edgeAgreement'
import { cardAt } from '../../scene/text/nodeCard'
import { counted } from '../../model/pluralize'
import { nameIn } from '../../scene/text/valueLabels'
import { idsIn } from '../../scene/view/selection'
import { edgeSentence, plainText } from '../../scene/text/sentences'
import { relationsAt } from '../../scene/listNavigation'
import { langOf } from '../controls/langAttribute'
import { ContestedSign, FamilySign, LineSign } from '../controls/graphSymbols'
import { useWorkspace } from '../controls/useApp'
import type { Level } from './listLevel'
import classes from './GraphList.module.css'

interface RowsProps {
  readonly level: Level
  /** Begins the ids of the rows. */
  readonly name: string
  /** The rows that are drawn. */
  readonly from: number
  readonly to: number
  readonly pick: (index: number, add: boolean) => void
}

/** The rows from one index to another, as options of the list. */
export function Rows({ level: { rows, at, inside }, name, from, to, pick }: RowsProps) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const selection = useWorkspace(({ view }) => view.selection)
  const [held, ids] =
    inside === undefined ? [idsIn(selection.nodes), graph.nodes.id] : [idsIn(selection.edges), graph.edges.id]
  return Array.from(rows.subarray(from, to), (row, offset) => {
    const index = from + offset
    const selected = held.has(textAt(ids, row))
    return (
      <li
        key={index}
        id={`${name}-row-${index}`}
        role="option"
        aria-selected={selected}
        aria-setsize={rows.length}
        aria-posinset={index + 1}
        data-active={index === at}
        onClick={(event) => pick(index, event.shiftKey)}
      >
        {inside === undefined ? <NodeLine row={row} /> : <RelationLine edge={row} from={inside} />}
      </li>
    )
  })
}

function NodeLine({ row }: { readonly row: number }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const language = useWorkspace(({ view }) => view.language)
  const card = cardAt(graph, row, language)
  return (
    <>
      <span className={classes.sign}>
        <FamilySign family={card.family} type={card.type} size={12} />
      </span>
      <span className={classes.label} lang={langOf(card.label)}>
        {card.label}
        <Pause />
      </span>
      <span className={classes.meta}>
        {card.typeLabel}, {counted(relationsAt(graph, { filter, language }, row).length, 'relation')}
      </span>
    </>
  )
}

function RelationLine({ edge, from }: { readonly edge: number; readonly from: string }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const language = useWorkspace(({ view }) => view.language)
  const agreement = agreementAt(graph, edge)
  const [subject, ...rest] = edgeSentence(graph, edge, language, nodeRows(graph).get(from))
  const { status, corroboration, verdict } = agreement
  const words = status
    ? [nameIn(graph, language, 'status', status).toLowerCase(), counted(corroboration, 'origin')]
    : ['without statements']
  return (
    <>
      <span className={classes.sign}>
        <LineSign line={lineOf(agreement)} width={22} />
      </span>
      <span className={classes.label} lang={langOf(plainText(rest))}>
        <span className={classes.subject}>{subject!.text}</span>
        {rest.map(({ text }) => text).join('')}
        <Pause />
      </span>
      <span className={classes.meta}>
        {words.join(', ')}
        {verdict === 'contested' && (
          <span className={classes.contested}>
            <ContestedSign size={12} /> contested
          </span>
        )}
      </span>
    </>
  )
}

/** Between what a row says and what is said about it; the eye has the gap. */
const Pause = () => <span className="vh">, </span>

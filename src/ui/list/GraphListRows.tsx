import { useTexts } from '../controls/useTexts'
import { textAt } from '../../model/columns'
import { nodeRowById } from '../../model/graph'
import { lineStyleOfAgreement } from '../../model/lineStyle'
import { edgeAgreementAt } from '../../model/agreement'
import { nodeCardAt } from '../../scene/text/nodeCard'
import { pluralize } from '../../model/pluralize'
import { valueLabel } from '../../scene/text/valueLabels'
import { idSet } from '../../scene/view/selection'
import { edgeSentence, sentenceText } from '../../scene/text/sentences'
import { visibleRelationsAt } from '../../scene/listNavigation'
import { langAttribute } from '../controls/langAttribute'
import { ContestedIcon, FamilyIcon, EdgeLineSample } from '../controls/graphSymbols'
import { useWorkspace } from '../controls/useApp'
import type { ListLevel } from './listLevel'
import classes from './GraphList.module.css'

interface RowsProps {
  readonly level: ListLevel
  /** Begins the ids of the rows. */
  readonly name: string
  /** The rows that are drawn. */
  readonly from: number
  readonly to: number
  readonly pick: (index: number, add: boolean) => void
}

/** The rows from one index to another, as options of the list. */
export function GraphListRows({ level: { rows, activeIndex, enteredNode }, name, from, to, pick }: RowsProps) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const selection = useWorkspace(({ view }) => view.selection)
  const [held, ids] =
    enteredNode === undefined ? [idSet(selection.nodes), graph.nodes.id] : [idSet(selection.edges), graph.edges.id]
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
        data-active={index === activeIndex}
        onClick={(event) => pick(index, event.shiftKey)}
      >
        {enteredNode === undefined ? <NodeLine row={row} /> : <RelationLine edge={row} from={enteredNode} />}
      </li>
    )
  })
}

function NodeLine({ row }: { readonly row: number }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const texts = useTexts()
  const card = nodeCardAt(graph, row, texts)
  return (
    <>
      <span className={classes.sign}>
        <FamilyIcon family={card.family} type={card.type} size={12} />
      </span>
      <span className={classes.label} lang={langAttribute(card.label, texts.language)}>
        {card.label}
        <Pause />
      </span>
      <span className={classes.meta}>
        {card.typeLabel}, {pluralize(visibleRelationsAt(graph, { filter, texts }, row).length, 'relation')}
      </span>
    </>
  )
}

function RelationLine({ edge, from }: { readonly edge: number; readonly from: string }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const agreement = edgeAgreementAt(graph, edge)
  const [subject, ...rest] = edgeSentence(graph, edge, texts, nodeRowById(graph).get(from))
  const { status, corroboration, verdict } = agreement
  const words = status
    ? [valueLabel(graph, texts, 'status', status).toLowerCase(), pluralize(corroboration, 'origin')]
    : ['without statements']
  return (
    <>
      <span className={classes.sign}>
        <EdgeLineSample line={lineStyleOfAgreement(agreement)} width={22} />
      </span>
      <span className={classes.label} lang={langAttribute(sentenceText(rest), texts.language)}>
        <span className={classes.subject}>{subject!.text}</span>
        {rest.map(({ text }) => text).join('')}
        <Pause />
      </span>
      <span className={classes.meta}>
        {words.join(', ')}
        {verdict === 'contested' && (
          <span className={classes.contested}>
            <ContestedIcon size={12} /> contested
          </span>
        )}
      </span>
    </>
  )
}

/** Between what a row says and what is said about it; the eye has the gap. */
const Pause = () => <span className="vh">, </span>

import { textAt } from '../../model/columns'
import { nodeRowIndex } from '../../model/graph'
import { lineStyleOfAgreement } from '../../model/lineStyle'
import { edgeAgreementAt } from '../../model/agreement'
import { nodeCardAt } from '../../scene/text/nodeCard'
import { statusInText } from '../../scene/text/valueLabels'
import { idSet } from '../../scene/view/selection'
import { edgeSentence, sentenceText } from '../../scene/text/sentences'
import { visibleRelationsAt } from '../../scene/listNavigation'
import { langAttribute } from '../controls/langAttribute'
import { ContestedIcon, FamilyIcon, EdgeLineSample } from '../controls/graphSymbols'
import { useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import type { DrillDownLevel } from './drillDownLevel'
import classes from './GraphList.module.css'

interface GraphListRowsProps {
  readonly level: DrillDownLevel
  /** Prefix of the rows' element ids. */
  readonly idPrefix: string
  /** The range of rows that are rendered; `to` is not included. */
  readonly from: number
  readonly to: number
  readonly pickRow: (index: number, add: boolean) => void
}

/** A range of the list's rows, as options. */
export function GraphListRows({ level, idPrefix, from, to, pickRow }: GraphListRowsProps) {
  const { rows, activeIndex, enteredNode } = level
  const graph = useWorkspace((workspace) => workspace.graph)
  const selection = useWorkspace(({ view }) => view.selection)
  const [selectedIds, ids] =
    enteredNode === undefined ? [idSet(selection.nodes), graph.nodes.id] : [idSet(selection.edges), graph.edges.id]
  return Array.from(rows.subarray(from, to), (row, offset) => {
    const index = from + offset
    return (
      <li
        key={index}
        id={`${idPrefix}-row-${index}`}
        role="option"
        aria-selected={selectedIds.has(textAt(ids, row))}
        aria-setsize={rows.length}
        aria-posinset={index + 1}
        data-active={index === activeIndex}
        onClick={(event) => pickRow(index, event.shiftKey)}
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
  const relations = visibleRelationsAt(graph, { filter, texts }, row).length
  return (
    <>
      <span className={classes.sign}>
        <FamilyIcon family={card.family} type={card.type} size={12} />
      </span>
      <span className={classes.label} dir="auto" lang={langAttribute(card.label, texts.language)}>
        {card.label}
        <SpokenPause />
      </span>
      <span className={classes.meta}>{texts.list.nodeSummary({ type: card.typeLabel, relations })}</span>
    </>
  )
}

function RelationLine({ edge, from }: { readonly edge: number; readonly from: string }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const agreement = edgeAgreementAt(graph, edge)
  const [subject, ...rest] = edgeSentence(graph, edge, texts, nodeRowIndex(graph).get(from))
  const { status, corroboration, verdict } = agreement
  return (
    <>
      <span className={classes.sign}>
        <EdgeLineSample line={lineStyleOfAgreement(agreement)} width={22} />
      </span>
      <span className={classes.label} dir="auto" lang={langAttribute(sentenceText(rest), texts.language)}>
        <span className={classes.subject}>{subject!.text}</span>
        {rest.map(({ text }) => text).join('')}
        <SpokenPause />
      </span>
      <span className={classes.meta}>
        {status
          ? texts.list.relationSummary({ status: statusInText(graph, texts, status), sources: corroboration })
          : texts.list.noSource}
        {verdict === 'contested' && (
          <span className={classes.contested}>
            <ContestedIcon size={12} /> {texts.list.contested}
          </span>
        )}
      </span>
    </>
  )
}

/** Separates a row's label from its details for screen readers; on the screen, a gap does. */
const SpokenPause = () => <span className="vh">{useTexts().list.pause}</span>

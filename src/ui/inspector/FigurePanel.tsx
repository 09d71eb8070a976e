import { useId } from 'react'
import { rowsOfGroup, textAt } from '../../model/columns'
import { figuresByNode } from '../../model/graph'
import { figureCopyText } from '../../scene/inspector/copyText'
import { disputeDetailsAbout } from '../../scene/inspector/disputeDetails'
import { figureDetails } from '../../scene/inspector/nodeDetails'
import { claimAxis } from '../../scene/inspector/verdict'
import { nodeCardById } from '../../scene/text/nodeCard'
import { useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { CopyButton, CopyLinkButton } from './CopyButton'
import { DataText, MessagePieces } from './DataText'
import { DisputeList } from './DisputeList'
import { FigureListItem } from './FigureListItem'
import classes from './Inspector.module.css'
import { NodeLink, PanelHeader } from './PanelHeader'
import { StatementComparison } from './StatementComparison'
import { StatementRangePlot } from './StatementRangePlot'
import { VerdictLine } from './VerdictLine'

/** A figure: its name, its node, and all of its statements side by side. */
export function FigurePanel({ row }: { readonly row: number }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const { inspector } = texts
  const { name, agreement, statements } = figureDetails(graph, row, texts)
  const subject = graph.figures.subject[row]!
  const card = nodeCardById(graph, textAt(graph.nodes.id, subject), texts)!
  const axis = claimAxis(statements, texts)
  return (
    <>
      <PanelHeader
        crumb={
          <NodeLink id={card.id} family={card.family} type={card.type}>
            {card.label}
          </NodeLink>
        }
        title={name}
      >
        <VerdictLine agreement={agreement} statements={statements} />
      </PanelHeader>
      {axis && (
        <section className={classes.block} aria-label={inspector.valuesOnOneAxis}>
          <StatementRangePlot axis={axis} />
          {axis.otherUnits.length > 0 && (
            <p className={classes.soft}>{inspector.unitsNotConverted({ units: axis.otherUnits })}</p>
          )}
        </section>
      )}
      <DisputeList disputes={disputeDetailsAbout(graph, { kind: 'figure', row }, texts)} />
      <section className={classes.block} aria-label={inspector.statements}>
        <StatementComparison statements={statements} contested={agreement.verdict === 'contested'} />
      </section>
      <OtherFigures row={row} node={card.id} label={card.label} />
      <footer className={classes.foot}>
        <CopyButton text={() => figureCopyText(graph, row, statements, texts)} />
        <CopyLinkButton />
      </footer>
    </>
  )
}

interface OtherFiguresProps {
  /** The figure that is shown already. */
  readonly row: number
  readonly node: string
  readonly label: string
}

function OtherFigures({ row, node, label }: OtherFiguresProps) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const heading = useId()
  const figures = rowsOfGroup(figuresByNode(graph), graph.figures.subject[row]!).filter((each) => each !== row)
  if (figures.length === 0) return null
  return (
    <section className={classes.block} aria-labelledby={heading}>
      <h3 id={heading}>
        <MessagePieces pieces={texts.inspector.otherFigures({ node: <DataText>{label}</DataText> })} />
      </h3>
      <ul className={classes.rows}>
        {Array.from(figures, (figure) => {
          const details = figureDetails(graph, figure, texts)
          return <FigureListItem key={details.id} figure={details} node={node} />
        })}
      </ul>
    </section>
  )
}

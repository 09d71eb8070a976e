import { useTexts } from '../controls/useTexts'
import { rowsOfGroup, textAt } from '../../model/columns'
import { figuresByNode } from '../../model/graph'
import { figureCopyText } from '../../scene/inspector/copyText'
import { nodeCardById } from '../../scene/text/nodeCard'
import { figureDetails } from '../../scene/inspector/nodeDetails'
import { disputeDetailsAbout } from '../../scene/inspector/disputeDetails'
import { claimAxis } from '../../scene/inspector/verdict'
import { useWorkspace } from '../controls/useApp'
import { StatementRangePlot } from './StatementRangePlot'
import { CopyButton, CopyLinkButton } from './CopyButton'
import { FigureListItem } from './FigureListItem'
import { PanelHeader, NodeLink } from './PanelHeader'
import classes from './Inspector.module.css'
import { DisputeList } from './DisputeList'
import { StatementComparison } from './StatementComparison'
import { VerdictLine } from './VerdictLine'

/** A figure: what it measures, of whom, and all statements side by side. */
export function FigurePanel({ row }: { readonly row: number }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const { name, agreement, statements } = figureDetails(graph, row, texts)
  const subject = graph.figures.subject[row]!
  const card = nodeCardById(graph, textAt(graph.nodes.id, subject), texts)!
  const axis = claimAxis(statements)
  const others = Array.from(rowsOfGroup(figuresByNode(graph), subject)).filter((each) => each !== row)
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
        <section className={classes.block} aria-label="On one axis">
          <StatementRangePlot axis={axis} />
          {axis.otherUnits.length > 0 && (
            <p className={classes.soft}>Amounts in {axis.otherUnits.join(', ')} are not converted; they stand below.</p>
          )}
        </section>
      )}
      <DisputeList disputes={disputeDetailsAbout(graph, { kind: 'figure', row }, texts)} />
      <section className={classes.block} aria-label="Statements">
        <StatementComparison statements={statements} contested={agreement.verdict === 'contested'} />
      </section>
      {others.length > 0 && (
        <section className={classes.block} aria-labelledby="others">
          <h3 id="others">Other figures of {card.label}</h3>
          <ul className={classes.rows}>
            {others.map((each) => {
              const figure = figureDetails(graph, each, texts)
              return <FigureListItem key={figure.id} figure={figure} node={card.id} />
            })}
          </ul>
        </section>
      )}
      <footer className={classes.foot}>
        <CopyButton text={() => figureCopyText(`${card.label}: ${name}`, statements)} />
        <CopyLinkButton />
      </footer>
    </>
  )
}

import { groupAt, textAt } from '../../model/columns'
import { figuresOf } from '../../model/graph'
import { figureText } from '../../scene/inspector/copyText'
import { cardOf } from '../../scene/text/nodeCard'
import { figureRow } from '../../scene/inspector/nodeDetails'
import { quarrelsAbout } from '../../scene/inspector/disputeDetails'
import { axisOf } from '../../scene/inspector/verdict'
import { useWorkspace } from '../controls/useApp'
import { AxisPlot } from './StatementRangePlot'
import { CopyButton, LinkButton } from './CopyButton'
import { FigureLine } from './FigureListItem'
import { Head, NodeLink } from './PanelHeader'
import classes from './Inspector.module.css'
import { Quarrels } from './DisputeList'
import { Statements } from './StatementComparison'
import { VerdictLine } from './VerdictLine'

/** A figure: what it measures, of whom, and all statements side by side. */
export function FigurePanel({ row }: { readonly row: number }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const language = useWorkspace(({ view }) => view.language)
  const { name, agreement, statements } = figureRow(graph, row, language)
  const subject = graph.figures.subject[row]!
  const card = cardOf(graph, textAt(graph.nodes.id, subject), language)!
  const axis = axisOf(statements)
  const others = Array.from(groupAt(figuresOf(graph), subject)).filter((each) => each !== row)
  return (
    <>
      <Head
        crumb={
          <NodeLink id={card.id} family={card.family} type={card.type}>
            {card.label}
          </NodeLink>
        }
        title={name}
      >
        <VerdictLine agreement={agreement} statements={statements} />
      </Head>
      {axis && (
        <section className={classes.block} aria-label="On one axis">
          <AxisPlot axis={axis} />
          {axis.others.length > 0 && (
            <p className={classes.soft}>Amounts in {axis.others.join(', ')} are not converted; they stand below.</p>
          )}
        </section>
      )}
      <Quarrels quarrels={quarrelsAbout(graph, { kind: 'figure', row }, language)} />
      <section className={classes.block} aria-label="Statements">
        <Statements statements={statements} contested={agreement.verdict === 'contested'} />
      </section>
      {others.length > 0 && (
        <section className={classes.block} aria-labelledby="others">
          <h3 id="others">Other figures of {card.label}</h3>
          <ul className={classes.rows}>
            {others.map((each) => {
              const figure = figureRow(graph, each, language)
              return <FigureLine key={figure.id} figure={figure} node={card.id} />
            })}
          </ul>
        </section>
      )}
      <footer className={classes.foot}>
        <CopyButton text={() => figureText(`${card.label}: ${name}`, statements)} />
        <LinkButton />
      </footer>
    </>
  )
}

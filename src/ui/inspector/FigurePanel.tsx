import { groupAt, textAt } from '../../model/columns'
import { figuresOf } from '../../model/graph'
import { figureText } from '../../scene/copies'
import { cardOf } from '../../scene/card'
import { figureRow } from '../../scene/inspect'
import { quarrelsAbout } from '../../scene/quarrels'
import { axisOf } from '../../scene/verdict'
import { useWorkspace } from '../useApp'
import { AxisPlot } from './AxisPlot'
import { CopyButton, LinkButton } from './CopyButton'
import { FigureLine } from './FigureLine'
import { Head, NodeLink } from './Head'
import classes from './inspector.module.css'
import { Quarrels } from './Quarrels'
import { Statements } from './Statements'
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

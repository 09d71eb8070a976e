import { useMemo } from 'react'
import type { Graph } from '../../model/graph'
import type { Texts } from '../../messages/texts.en'
import type { MoneyFlowLink } from '../../scene/money/flowLinks'
import { moneyFlow } from '../../scene/money/moneyFlow'
import { useApp } from '../controls/useApp'
import { layoutSankey, sankeyLineHeight, sankeyTextSize, sankeyWidth, type SankeyBar } from './sankeyLayout'
import classes from './panels.module.css'

interface FlowPictureProps {
  readonly graph: Graph
  readonly nodes: Uint8Array
  readonly texts: Texts
}

/** Who provides money to what is built. A band is as wide as its amount; a thin dashed one says that nobody states it. */
export function MoneyFlowDiagram({ graph, nodes, texts }: FlowPictureProps) {
  const app = useApp()
  const flow = useMemo(() => moneyFlow(graph, nodes, texts), [graph, nodes, texts])
  const drawn = useMemo(() => layoutSankey(flow.nodes, flow.links), [flow])
  if (flow.links.length === 0) return <p className={classes.none}>No statement says who provides money to what.</p>
  return (
    <>
      <p className={classes.lead}>
        A band is as wide as its amount. A thin dashed line says that nobody states how much, or that the amount is
        counted in another band.
      </p>
      <div className={classes.wide}>
        <svg
          className={classes.flow}
          fontSize={sankeyTextSize}
          viewBox={`0 0 ${sankeyWidth} ${drawn.height}`}
          role="group"
          aria-label={`Flow of money, ${flow.links.length} bands`}
        >
          {drawn.bands.map(({ link, path, breadth, from, to }) => (
            <a
              key={link.edgeOrFigureId}
              href={`#${link.edgeOrFigureId}`}
              aria-label={told(from, to, link)}
              onClick={(event) => {
                event.preventDefault()
                app.select({ edges: [link.edgeOrFigureId] })
              }}
            >
              <path
                d={path}
                fill="none"
                stroke={link.amount === undefined ? 'var(--control)' : 'var(--project)'}
                strokeOpacity={link.amount === undefined ? 1 : 0.35}
                strokeWidth={link.amount === undefined ? 1.25 : Math.max(2, breadth)}
                strokeDasharray={link.amount === undefined ? '4 3' : undefined}
              >
                <title>{told(from, to, link)}</title>
              </path>
            </a>
          ))}
          {drawn.stops.map((stop) => (
            <Stop key={stop.node.id} stop={stop} />
          ))}
        </svg>
      </div>
      {flow.inOtherCurrencies.length > 0 && (
        <p className={classes.lead}>In other currencies, and so not drawn: {flow.inOtherCurrencies.join('; ')}.</p>
      )}
    </>
  )
}

/** "Government of Japan to JBIC: amount not stated", with where the amount is counted if not here. */
const told = (from: string, to: string, { amountText, countedElsewhere }: MoneyFlowLink): string =>
  `${from} to ${to}: ${countedElsewhere ? `${amountText}, ${countedElsewhere}` : amountText}`

/** A bar with its label. */
const Stop = ({ stop: { node, x, y, height, words, labelPosition } }: { readonly stop: SankeyBar }) => (
  <g>
    <rect x={x} y={y} width={10} height={Math.max(2, height)} fill={`var(--${node.family || 'control'})`} />
    <text y={labelPosition.y} textAnchor={labelPosition.anchor}>
      {words.lines.map((line, at) => (
        <tspan key={at} x={labelPosition.x} dy={at === 0 ? 0 : sankeyLineHeight}>
          <Line text={line} amount={at === words.lines.length - 1 ? words.amount : undefined} />
        </tspan>
      ))}
    </text>
  </g>
)

/** A line of a label, its amount softer than its name. */
function Line({ text, amount }: { readonly text: string; readonly amount: string | undefined }) {
  if (amount === undefined || !text.endsWith(amount)) return text
  return (
    <>
      {text.slice(0, -amount.length)}
      <tspan className={classes.soft}>{amount}</tspan>
    </>
  )
}

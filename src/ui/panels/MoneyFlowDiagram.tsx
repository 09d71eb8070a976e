import { useMemo } from 'react'
import type { Graph } from '../../model/graph'
import type { Language } from '../../model/nodeNames'
import type { FlowLink } from '../../scene/money/flowLinks'
import { flowOf } from '../../scene/money/moneyFlow'
import { useApp } from '../controls/useApp'
import { flowPlan, lineHeight, textSize, width, type DrawnStop } from './sankeyLayout'
import classes from './panels.module.css'

interface FlowPictureProps {
  readonly graph: Graph
  readonly nodes: Uint8Array
  readonly language: Language
}

/** Who provides money to what is built. A band is as wide as its amount; a thin dashed one says that nobody states it. */
export function FlowPicture({ graph, nodes, language }: FlowPictureProps) {
  const app = useApp()
  const flow = useMemo(() => flowOf(graph, nodes, language), [graph, nodes, language])
  const drawn = useMemo(() => flowPlan(flow.nodes, flow.links), [flow])
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
          fontSize={textSize}
          viewBox={`0 0 ${width} ${drawn.height}`}
          role="group"
          aria-label={`Flow of money, ${flow.links.length} bands`}
        >
          {drawn.bands.map(({ link, path, breadth, from, to }) => (
            <a
              key={link.edge}
              href={`#${link.edge}`}
              aria-label={told(from, to, link)}
              onClick={(event) => {
                event.preventDefault()
                app.select({ edges: [link.edge] })
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
      {flow.apart.length > 0 && (
        <p className={classes.lead}>In other currencies, and so not drawn: {flow.apart.join('; ')}.</p>
      )}
    </>
  )
}

/** "Government of Japan to JBIC: amount not stated", with where the amount is counted if not here. */
const told = (from: string, to: string, { text, elsewhere }: FlowLink): string =>
  `${from} to ${to}: ${elsewhere ? `${text}, ${elsewhere}` : text}`

/** A bar with its label. */
const Stop = ({ stop: { node, x, y, height, words, label } }: { readonly stop: DrawnStop }) => (
  <g>
    <rect x={x} y={y} width={10} height={Math.max(2, height)} fill={`var(--${node.family || 'control'})`} />
    <text y={label.y} textAnchor={label.anchor}>
      {words.lines.map((line, at) => (
        <tspan key={at} x={label.x} dy={at === 0 ? 0 : lineHeight}>
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

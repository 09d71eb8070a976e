import { useMemo } from 'react'
import type { Graph } from '../../model/graph'
import { moneyFlow } from '../../scene/money/moneyFlow'
import { langAttribute } from '../controls/langAttribute'
import { useApp } from '../controls/useApp'
import { useMessages, useTexts } from '../controls/useTexts'
import { layoutSankey, sankeyWidth, type SankeyBand, type SankeyBar } from './sankeyLayout'
import { sankeyLineHeight, sankeyTextSize } from './sankeyLabels'
import classes from './panels.module.css'

interface MoneyFlowDiagramProps {
  readonly graph: Graph
  /** One byte a node: 1 if it is shown. */
  readonly nodes: Uint8Array
}

/** A Sankey diagram from funders to projects. A band is as wide as its amount; without an amount it is a thin dashed line. */
export function MoneyFlowDiagram({ graph, nodes }: MoneyFlowDiagramProps) {
  const texts = useTexts()
  const messages = useMessages('money')
  const flow = useMemo(() => moneyFlow(graph, nodes, texts, messages), [graph, nodes, texts, messages])
  const layout = useMemo(() => layoutSankey(flow.nodes, flow.links, texts.format), [flow, texts])
  if (flow.links.length === 0) return <p className={classes.none}>{messages.noFlow}</p>
  return (
    <>
      <p className={classes.lead}>{messages.flowExplanation}</p>
      <div className={classes.wide}>
        <svg
          className={classes.flow}
          fontSize={sankeyTextSize}
          viewBox={`0 0 ${sankeyWidth} ${layout.height}`}
          role="group"
          aria-label={messages.flowDiagram({ count: flow.links.length })}
        >
          {layout.bands.map((band) => (
            <Band key={band.link.edgeOrFigureId} band={band} />
          ))}
          {layout.bars.map((bar) => (
            <Bar key={bar.node.id} bar={bar} />
          ))}
        </svg>
      </div>
      {flow.inOtherCurrencies.length > 0 && (
        <p className={classes.lead}>{messages.otherCurrencies({ flows: flow.inOtherCurrencies })}</p>
      )}
    </>
  )
}

function Band({ band: { link, path, breadth, from, to } }: { readonly band: SankeyBand }) {
  const app = useApp()
  const messages = useMessages('money')
  const label = messages.flowBand({ from, to, amount: link.amountText, note: link.countedElsewhere })
  const hasAmount = link.amount !== undefined
  return (
    <a
      href={`#${link.edgeOrFigureId}`}
      aria-label={label}
      onClick={(event) => {
        event.preventDefault()
        app.select({ edges: [link.edgeOrFigureId] })
      }}
    >
      <path
        d={path}
        fill="none"
        stroke={hasAmount ? 'var(--project)' : 'var(--control)'}
        strokeOpacity={hasAmount ? 0.35 : 1}
        strokeWidth={hasAmount ? Math.max(2, breadth) : 1.25}
        strokeDasharray={hasAmount ? undefined : '4 3'}
      >
        <title>{label}</title>
      </path>
    </a>
  )
}

/** A bar with its label. */
function Bar({ bar: { node, x, y, height, label, labelPosition } }: { readonly bar: SankeyBar }) {
  const { language } = useTexts()
  return (
    <g>
      <rect x={x} y={y} width={10} height={Math.max(2, height)} fill={`var(--${node.family || 'control'})`} />
      <text y={labelPosition.y} textAnchor={labelPosition.anchor} lang={langAttribute(node.label, language)}>
        {label.lines.map((line, index) => (
          <tspan key={index} x={labelPosition.x} dy={index === 0 ? 0 : sankeyLineHeight}>
            <LabelLine text={line} amount={index === label.lines.length - 1 ? label.amount : undefined} />
          </tspan>
        ))}
      </text>
    </g>
  )
}

/** A line of a label, in which the amount is softer than the name. */
function LabelLine({ text, amount }: { readonly text: string; readonly amount: string | undefined }) {
  if (amount === undefined || !text.endsWith(amount)) return text
  return (
    <>
      {text.slice(0, -amount.length)}
      <tspan className={classes.soft}>{amount}</tspan>
    </>
  )
}

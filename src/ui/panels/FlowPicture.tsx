import { sankey, sankeyLinkHorizontal } from 'd3-sankey'
import { useMemo } from 'react'
import type { Graph } from '../../model/graph'
import type { Language } from '../../model/names'
import { flowOf, type FlowLink, type FlowNode } from '../../scene/flows'
import { useApp } from '../useApp'
import classes from './panels.module.css'

interface FlowPictureProps {
  readonly graph: Graph
  readonly nodes: Uint8Array
  readonly language: Language
}

/** Units of the picture: its width, and the room for names left and right of the bands. */
const width = 960
const room = { left: 210, right: 340 }
const rowHeight = 34

/** Who provides money to what is built. A band is as wide as its amount; a thin dashed one says that nobody states it. */
export function FlowPicture({ graph, nodes, language }: FlowPictureProps) {
  const app = useApp()
  const flow = useMemo(() => flowOf(graph, nodes, language), [graph, nodes, language])
  const drawn = useMemo(() => laidOut(flow.nodes, flow.links), [flow])
  if (flow.links.length === 0) return <p className={classes.none}>No statement says who provides money to what.</p>
  return (
    <>
      <div className={classes.wide}>
        <svg
          className={classes.flow}
          viewBox={`0 0 ${width} ${drawn.height}`}
          role="group"
          aria-label={`Flow of money, ${flow.links.length} bands`}
        >
          {drawn.links.map(({ link, path, breadth, from, to }) => (
            <a
              key={link.edge}
              href={`#${link.edge}`}
              aria-label={`${from} to ${to}: ${link.text}`}
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
                <title>{`${from} to ${to}: ${link.text}`}</title>
              </path>
            </a>
          ))}
          {drawn.nodes.map(({ node, x, y, height, left, right, amount }) => (
            <g key={node.id}>
              <rect x={x} y={y} width={10} height={Math.max(2, height)} fill={`var(--${node.family || 'control'})`} />
              <text {...labelPlace({ x, y, height, left, right })} textAnchor={left ? 'end' : 'start'}>
                {node.label}
                {amount && <tspan className={classes.soft}>{`  ${amount}`}</tspan>}
              </text>
            </g>
          ))}
        </svg>
      </div>
      {flow.apart.length > 0 && (
        <p className={classes.lead}>In other currencies, and so not drawn: {flow.apart.join('; ')}.</p>
      )}
    </>
  )
}

interface Stop {
  readonly x: number
  readonly y: number
  readonly height: number
  readonly left: boolean
  readonly right: boolean
}

/** Beside the first and the last column, above what stands between. */
const labelPlace = ({ x, y, height, left, right }: Stop) =>
  left || right ? { x: left ? x - 6 : x + 16, y: y + height / 2, dy: '0.35em' } : { x, y: y - 5 }

/** Where everything stands. A band without an amount gets the room of a hundredth of the largest, and is drawn thin. */
function laidOut(nodes: readonly FlowNode[], links: readonly FlowLink[]) {
  const most = Math.max(1, ...links.map(({ amount }) => amount ?? 0))
  const columns = Math.max(6, nodes.length * 0.7)
  const height = Math.round(columns * rowHeight)
  const layout = sankey<{ node: FlowNode }, { link: FlowLink }>()
    .nodeId(({ node }) => node.id)
    .nodeWidth(10)
    .nodePadding(16)
    .extent([
      [room.left, 8],
      [width - room.right, height - 8],
    ])
  const { nodes: placed, links: bands } = layout({
    nodes: nodes.map((node) => ({ node })),
    links: links.map((link) => ({ link, source: link.from, target: link.to, value: link.amount ?? most / 100 })),
  })
  const path = sankeyLinkHorizontal()
  const label = new Map(nodes.map(({ id, label: name }) => [id, name]))
  return {
    height,
    nodes: placed.map(({ node, x0 = 0, y0 = 0, y1 = 0, targetLinks = [], sourceLinks = [] }) => ({
      node,
      x: x0,
      y: y0,
      height: y1 - y0,
      left: targetLinks.length === 0,
      right: sourceLinks.length === 0,
      amount: targetLinks.find(({ link }) => link.amount !== undefined)?.link.text,
    })),
    links: bands.map((band) => ({
      link: band.link,
      path: path(band) ?? '',
      breadth: band.width ?? 1,
      from: label.get(band.link.from)!,
      to: label.get(band.link.to)!,
    })),
  }
}

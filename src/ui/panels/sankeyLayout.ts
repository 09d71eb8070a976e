import { sankey, sankeyLinkHorizontal } from 'd3-sankey'
import type { Formatter } from '../../messages/formatter'
import type { MoneyFlowLink } from '../../scene/money/flowLinks'
import type { MoneyFlowNode } from '../../scene/money/moneyFlow'
import { labelWidth, sankeyLabelTexts, sankeyLineHeight, sankeyTextSize, type SankeyLabelText } from './sankeyLabels'

/** Lengths are in units of the SVG view box, which are CSS pixels at the panel's usual width. */
export const sankeyWidth = 760
const rowHeight = 40
const barWidth = 10

/** A node with its position and label. */
export interface SankeyBar {
  readonly node: MoneyFlowNode
  readonly x: number
  readonly y: number
  readonly height: number
  readonly label: SankeyLabelText
  readonly labelPosition: SankeyLabelPosition
}

/** A link with its path. */
export interface SankeyBand {
  readonly link: MoneyFlowLink
  readonly path: string
  readonly breadth: number
  /** Labels of both ends. */
  readonly from: string
  readonly to: string
}

/** The start or end of the first line's baseline. */
interface SankeyLabelPosition {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface UnlabelledBar {
  readonly node: MoneyFlowNode
  readonly x: number
  readonly y: number
  readonly height: number
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly label: SankeyLabelText
}

/** Positions of all bars, bands and labels. A band without an amount gets the breadth of a hundredth of the largest, and is drawn thin. */
export function layoutSankey(nodes: readonly MoneyFlowNode[], links: readonly MoneyFlowLink[], format: Formatter) {
  const maxAmount = Math.max(1, ...links.map(({ amount }) => amount ?? 0))
  const height = Math.round(Math.max(6, nodes.length * 0.7) * rowHeight)
  const names = new Map(nodes.map(({ id, label }) => [id, label]))
  const labels = sankeyLabelTexts(nodes, links, format)
  const [starts, ends] = [new Set(links.map(({ from }) => from)), new Set(links.map(({ to }) => to))]
  const marginFor = (ids: readonly string[]) => Math.max(0, ...ids.map((id) => labelWidth(labels.get(id)!))) + 8
  const left = marginFor([...starts].filter((id) => !ends.has(id)))
  const right = marginFor([...ends].filter((id) => !starts.has(id)))
  const layout = sankey<{ node: MoneyFlowNode }, { link: MoneyFlowLink }>()
    .nodeId(({ node }) => node.id)
    .nodeWidth(barWidth)
    .nodePadding(32)
    .extent([
      [left, 36],
      [sankeyWidth - right, height - 20],
    ])
  const { nodes: positioned, links: bands } = layout({
    nodes: nodes.map((node) => ({ node })),
    links: links.map((link) => ({ link, source: link.from, target: link.to, value: link.amount ?? maxAmount / 100 })),
  })
  const bars = positioned.map(
    ({ node, x0 = 0, y0 = 0, y1 = 0, targetLinks = [], sourceLinks = [] }): UnlabelledBar => ({
      node,
      x: x0,
      y: y0,
      height: y1 - y0,
      isFirst: targetLinks.length === 0,
      isLast: sourceLinks.length === 0,
      label: labels.get(node.id)!,
    }),
  )
  const bandBoxes = bands.flatMap(({ y0 = 0, y1 = 0, width: breadth = 1, source, target, link }) =>
    boxesAlong(
      { x: sidesOf(source).x1, y: y0 },
      { x: sidesOf(target).x0, y: y1 },
      link.amount === undefined ? 2 : Math.max(2, breadth),
    ),
  )
  const path = sankeyLinkHorizontal()
  return {
    height,
    bars: withLabelPositions(bars, bandBoxes),
    bands: bands.map((band): SankeyBand => ({
      link: band.link,
      path: path(band) ?? '',
      breadth: band.width ?? 1,
      from: names.get(band.link.from)!,
      to: names.get(band.link.to)!,
    })),
  }
}

/** The left and right side of a link's end: d3-sankey replaces the ids in its links with the nodes. */
const sidesOf = (end: unknown): { x0: number; x1: number } => {
  const { x0 = 0, x1 = 0 } = end as { x0?: number; x1?: number }
  return { x0, x1 }
}

interface Point {
  readonly x: number
  readonly y: number
}

/** A band as small boxes along its curve, a cubic Bézier curve whose control points are halfway between the ends. */
function boxesAlong(from: Point, to: Point, breadth: number): Box[] {
  const count = Math.max(4, Math.ceil((to.x - from.x) / 12))
  return Array.from({ length: count }, (_, index) => {
    const t = (index + 0.5) / count
    const middle = (from.x + to.x) / 2
    const x = (1 - t) ** 3 * from.x + 3 * t * (1 - t) * middle + t ** 3 * to.x
    const y = from.y + (to.y - from.y) * (3 * t ** 2 - 2 * t ** 3)
    return { left: x - 7, right: x + 7, top: y - breadth / 2, bottom: y + breadth / 2 }
  })
}

/** Positions each label where it overlaps least; labels of the outer columns are beside their bars, where there are no bands. */
function withLabelPositions(bars: readonly UnlabelledBar[], bandBoxes: readonly Box[]): SankeyBar[] {
  const barBoxes = new Map(bars.map((bar) => [bar, barBox(bar)]))
  const labelBoxes: Box[] = []
  const positions = new Map<UnlabelledBar, SankeyLabelPosition>()
  for (const bar of bars.toSorted((one, other) => Number(isInner(one)) - Number(isInner(other)))) {
    const occupied = [...labelBoxes, ...[...barBoxes].flatMap(([other, box]) => (other === bar ? [] : [box]))]
    const candidates = labelPositionsOf(bar).map((position, rank) => {
      const box = labelBox(position, bar.label)
      const overlap = 300 * overlapArea(widened(box), occupied) + overlapArea(box, bandBoxes)
      return { position, box, cost: overlap + outsideCost(box) + 8 * rank }
    })
    const best = candidates.reduce((cheapest, each) => (each.cost < cheapest.cost ? each : cheapest))
    labelBoxes.push(best.box)
    positions.set(bar, best.position)
  }
  return bars.map((bar) => ({ ...bar, labelPosition: positions.get(bar)! }))
}

const barBox = ({ x, y, height }: UnlabelledBar): Box => ({
  left: x,
  right: x + barWidth,
  top: y,
  bottom: y + Math.max(2, height),
})

const isInner = ({ isFirst, isLast }: UnlabelledBar): boolean => !isFirst && !isLast

/** Candidate positions of a label, the preferred ones first. */
function labelPositionsOf({ x, y, height, isFirst, isLast, label }: UnlabelledBar): SankeyLabelPosition[] {
  const textHeight = label.lines.length * sankeyLineHeight
  const middle = y + height / 2 - textHeight / 2 + sankeyTextSize
  if (isFirst) return [{ x: x - 6, y: middle, anchor: 'end' }]
  if (isLast) return [{ x: x + barWidth + 6, y: middle, anchor: 'start' }]
  const [above, below] = [y - textHeight + sankeyTextSize - 4, y + height + sankeyTextSize + 3]
  return [above, below, middle, below + 16, above - 16].flatMap((baseline): SankeyLabelPosition[] => [
    { x, y: baseline, anchor: 'start' },
    { x: x + barWidth, y: baseline, anchor: 'end' },
    { x: x + barWidth + 6, y: baseline, anchor: 'start' },
    { x: x - 6, y: baseline, anchor: 'end' },
  ])
}

function labelBox({ x, y, anchor }: SankeyLabelPosition, label: SankeyLabelText): Box {
  const width = labelWidth(label)
  const left = anchor === 'start' ? x : x - width
  const top = y - sankeyTextSize
  return { left, right: left + width, top, bottom: top + label.lines.length * sankeyLineHeight }
}

/** A box with some space around it, so that a label does not seem to belong to a neighbour. */
const widened = ({ left, right, top, bottom }: Box): Box => ({
  left: left - 4,
  right: right + 4,
  top: top - 1,
  bottom: bottom + 1,
})

const overlapArea = (box: Box, others: readonly Box[]): number =>
  others.reduce((sum, other) => sum + intersectionArea(box, other), 0)

const intersectionArea = (one: Box, other: Box): number =>
  Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) *
  Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top))

/** A cost above every overlap, for labels that leave the picture. */
const outsideCost = ({ left, right, top }: Box): number => (left < 0 || right > sankeyWidth || top < 0 ? 1e6 : 0)

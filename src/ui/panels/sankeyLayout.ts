import { sankey, sankeyLinkHorizontal } from 'd3-sankey'
import { estimateTextWidth } from '../../drawing/measureText'
import { wrapText } from '../../drawing/wrapText'
import type { MoneyFlowLink } from '../../scene/money/flowLinks'
import type { MoneyFlowNode } from '../../scene/money/moneyFlow'

/** Sizes in units of the picture, which are CSS pixels where the panel has its usual room. */
export const sankeyWidth = 760
export const sankeyTextSize = 12
export const sankeyLineHeight = 15
const rowHeight = 40
const barWidth = 10
/** Names are broken into lines no wider than this. */
const nameWidth = { outer: 175, inner: 105 }

/** A stop as it is drawn. */
export interface SankeyBar {
  readonly node: MoneyFlowNode
  readonly x: number
  readonly y: number
  readonly height: number
  readonly words: SankeyLabelText
  readonly labelPosition: SankeyLabelPosition
}

/** A band as it is drawn. */
interface SankeyBand {
  readonly link: MoneyFlowLink
  readonly path: string
  readonly breadth: number
  readonly from: string
  readonly to: string
}

/** The lines of a label. The last one ends with the amount that comes to the stop, where its name does not say so. */
interface SankeyLabelText {
  readonly lines: readonly string[]
  readonly amount: string | undefined
}

/** Where the lines of a label stand: the base of the first, by the end that is given. */
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

interface Stop {
  readonly node: MoneyFlowNode
  readonly x: number
  readonly y: number
  readonly height: number
  readonly first: boolean
  readonly last: boolean
  readonly words: SankeyLabelText
}

/** Where everything stands. A band without an amount gets the room of a hundredth of the largest, and is drawn thin. */
export function layoutSankey(nodes: readonly MoneyFlowNode[], links: readonly MoneyFlowLink[]) {
  const most = Math.max(1, ...links.map(({ amount }) => amount ?? 0))
  const height = Math.round(Math.max(6, nodes.length * 0.7) * rowHeight)
  const label = new Map(nodes.map(({ id, label }) => [id, label]))
  const words = wordsIn(nodes, links)
  const [starts, ends] = [new Set(links.map(({ from }) => from)), new Set(links.map(({ to }) => to))]
  const roomFor = (ids: readonly string[]) => Math.max(0, ...ids.map((id) => widthOf(words.get(id)!))) + 8
  const left = roomFor([...starts].filter((id) => !ends.has(id)))
  const right = roomFor([...ends].filter((id) => !starts.has(id)))
  const layout = sankey<{ node: MoneyFlowNode }, { link: MoneyFlowLink }>()
    .nodeId(({ node }) => node.id)
    .nodeWidth(barWidth)
    .nodePadding(32)
    .extent([
      [left, 36],
      [sankeyWidth - right, height - 20],
    ])
  const { nodes: placed, links: bands } = layout({
    nodes: nodes.map((node) => ({ node })),
    links: links.map((link) => ({ link, source: link.from, target: link.to, value: link.amount ?? most / 100 })),
  })
  const stops = placed.map(({ node, x0 = 0, y0 = 0, y1 = 0, targetLinks = [], sourceLinks = [] }): Stop => ({
    node,
    x: x0,
    y: y0,
    height: y1 - y0,
    first: targetLinks.length === 0,
    last: sourceLinks.length === 0,
    words: words.get(node.id)!,
  }))
  const taken = bands.flatMap(({ y0 = 0, y1 = 0, width: breadth = 1, source, target, link }) =>
    pieces(
      { x: endOf(source).x1, y: y0 },
      { x: endOf(target).x0, y: y1 },
      link.amount === undefined ? 2 : Math.max(2, breadth),
    ),
  )
  const path = sankeyLinkHorizontal()
  return {
    height,
    stops: withLabels(stops, taken),
    bands: bands.map((band): SankeyBand => ({
      link: band.link,
      path: path(band) ?? '',
      breadth: band.width ?? 1,
      from: label.get(band.link.from)!,
      to: label.get(band.link.to)!,
    })),
  }
}

/** The words of each stop by its id; no amount where nobody says how much comes to it. */
function wordsIn(
  nodes: readonly MoneyFlowNode[],
  links: readonly MoneyFlowLink[],
): ReadonlyMap<string, SankeyLabelText> {
  const [starts, ends] = [new Set(links.map(({ from }) => from)), new Set(links.map(({ to }) => to))]
  return new Map(
    nodes.map(({ id, label }) => {
      const texts = links.flatMap(({ to, amount, amountText }) =>
        to === id && amount !== undefined ? [amountText] : [],
      )
      const all = [...new Set(texts)].join(' and ')
      const amount = all === '' || label.includes(all) ? undefined : all
      const wide = starts.has(id) && ends.has(id) ? nameWidth.inner : nameWidth.outer
      return [id, { lines: broken(label, amount, wide), amount }]
    }),
  )
}

/** The name in lines, and its amount unbroken after it: in the last line where that holds it. */
function broken(name: string, amount: string | undefined, wide: number): readonly string[] {
  const named = wrapText(name, wide, 3, measured)
  if (amount === undefined) return named
  const longer = `${named.at(-1)} ${amount}`
  return measured(longer) <= wide ? [...named.slice(0, -1), longer] : [...named, amount]
}

const measured = (text: string): number => estimateTextWidth(text, sankeyTextSize, 400)

const widthOf = (words: SankeyLabelText): number => Math.max(...words.lines.map(measured))

/** d3-sankey writes the nodes themselves into its links. */
const endOf = (end: unknown): { x0: number; x1: number } => {
  const { x0 = 0, x1 = 0 } = end as { x0?: number; x1?: number }
  return { x0, x1 }
}

interface Point {
  readonly x: number
  readonly y: number
}

/** A band as small boxes along its curve, which d3-sankey draws with its handles halfway. */
function pieces(from: Point, to: Point, breadth: number): Box[] {
  const count = Math.max(4, Math.ceil((to.x - from.x) / 12))
  return Array.from({ length: count }, (_, at) => {
    const t = (at + 0.5) / count
    const middle = (from.x + to.x) / 2
    const x = (1 - t) ** 3 * from.x + 3 * t * (1 - t) * middle + t ** 3 * to.x
    const y = from.y + (to.y - from.y) * (3 * t ** 2 - 2 * t ** 3)
    return { left: x - 7, right: x + 7, top: y - breadth / 2, bottom: y + breadth / 2 }
  })
}

/** The label of each stop where it covers least; the outer columns have theirs beside them, where nothing flows. */
function withLabels(stops: readonly Stop[], bands: readonly Box[]): SankeyBar[] {
  const bars = new Map(stops.map((stop) => [stop, barOf(stop)]))
  const names: Box[] = []
  const positions = new Map<Stop, SankeyLabelPosition>()
  for (const stop of stops.toSorted((one, other) => Number(isInner(one)) - Number(isInner(other)))) {
    const taken = [...names, ...[...bars].flatMap(([other, bar]) => (other === stop ? [] : [bar]))]
    const costs = labelPositionsOf(stop).map((position, at) => {
      const box = boxOf(position, stop.words)
      return { position, box, cost: 300 * covered(widened(box), taken) + covered(box, bands) + outside(box) + 8 * at }
    })
    const best = costs.reduce((least, each) => (each.cost < least.cost ? each : least))
    names.push(best.box)
    positions.set(stop, best.position)
  }
  return stops.map((stop) => ({ ...stop, labelPosition: positions.get(stop)! }))
}

const barOf = ({ x, y, height }: Stop): Box => ({
  left: x,
  right: x + barWidth,
  top: y,
  bottom: y + Math.max(2, height),
})

const isInner = ({ first, last }: Stop): boolean => !first && !last

/** Where a label may stand, from the best liked. */
function labelPositionsOf({ x, y, height, first, last, words }: Stop): SankeyLabelPosition[] {
  const tall = words.lines.length * sankeyLineHeight
  const middle = y + height / 2 - tall / 2 + sankeyTextSize
  if (first) return [{ x: x - 6, y: middle, anchor: 'end' }]
  if (last) return [{ x: x + barWidth + 6, y: middle, anchor: 'start' }]
  const [above, below] = [y - tall + sankeyTextSize - 4, y + height + sankeyTextSize + 3]
  return [above, below, middle, below + 16, above - 16].flatMap((at): SankeyLabelPosition[] => [
    { x, y: at, anchor: 'start' },
    { x: x + barWidth, y: at, anchor: 'end' },
    { x: x + barWidth + 6, y: at, anchor: 'start' },
    { x: x - 6, y: at, anchor: 'end' },
  ])
}

function boxOf({ x, y, anchor }: SankeyLabelPosition, words: SankeyLabelText): Box {
  const wide = widthOf(words)
  const left = anchor === 'start' ? x : x - wide
  const top = y - sankeyTextSize
  return { left, right: left + wide, top, bottom: top + words.lines.length * sankeyLineHeight }
}

/** With some room around it, so that a name does not seem to be that of a neighbour. */
const widened = ({ left, right, top, bottom }: Box): Box => ({
  left: left - 4,
  right: right + 4,
  top: top - 1,
  bottom: bottom + 1,
})

const covered = (box: Box, others: readonly Box[]): number =>
  others.reduce((sum, other) => sum + overlapOf(box, other), 0)

const overlapOf = (one: Box, other: Box): number =>
  Math.max(0, Math.min(one.right, other.right) - Math.max(one.left, other.left)) *
  Math.max(0, Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top))

const outside = ({ left, right, top }: Box): number => (left < 0 || right > sankeyWidth || top < 0 ? 1e6 : 0)

import type { LayoutGuides } from '../model/layoutGuides'
import { rowComparatorByText } from './sortedNodesByGroup'
import type { LayoutResult, LayoutInput, TimelineData } from './layoutInput'
import { buildTimelineAxis, timelineTicks, timelineUnits, type TimelineAxis } from './timelineAxis'

/** From node to node in a column, and from lane to lane. */
const down = 44
const between = 70
/** The picture is about so many times as wide as high, but need not be narrower than this. */
const shape = 1.2
const narrow = 800

/**
 * By date or number from left to right: a node whose value is lower never stands further right. Lanes lie below each
 * other; in each, nodes of one column stand in a stack, by label. Long gaps are shortened. What has no value stands in a
 * lane of its own at the bottom, spread over the whole width.
 */
export function timelineLayout(plan: LayoutInput): LayoutResult {
  const places = new Float32Array(plan.count * 2)
  const when = plan.timeline ?? nothingKnown(plan.count)
  const inOrder = rowComparatorByText(plan.label)
  const all = Uint32Array.from({ length: plan.count }, (_, node) => node)
  const dated = all.filter((node) => !Number.isNaN(when.values[node]))
  dated.sort((one, other) => when.values[one]! - when.values[other]! || inOrder(one, other))
  const axis = fittingAxis(dated, when)
  const tops = lanesOf(axis, when)
  dated.forEach((node, at) => {
    places[2 * node] = axis.columnX[axis.column[at]!]!
    places[2 * node + 1] = tops[when.lane[node]!]! - axis.stackIndex[at]! * down
  })
  const undated = all.filter((node) => Number.isNaN(when.values[node]))
  undated.sort((one, other) => when.lane[one]! - when.lane[other]! || inOrder(one, other))
  const bottom = tops.at(-1)!
  const low = layUndated(undated, { axis, top: bottom, places })
  return { positions: places, guides: guidesOf({ axis, tops, when, low, some: undated.length > 0 }) }
}

const nothingKnown = (count: number): TimelineData => ({
  values: new Float64Array(count).fill(NaN),
  kind: 'date',
  lane: new Uint32Array(count),
  laneNames: [''],
})

/**
 * The finest axis that gives the picture its shape, with stacks as high as that allows: low stacks make it wide, high
 * ones narrow. Gaps are shortened before columns are shared. The coarsest axis where none is narrow enough.
 */
function fittingAxis(dated: Uint32Array, when: TimelineData): TimelineAxis {
  let axis = buildTimelineAxis(dated, when, { unit: when.values, most: 1, stretch: 1 })
  if (dated.length === 0) return axis
  for (const unit of timelineUnits(dated, when))
    for (const stretch of [4, 1])
      for (let most = 1; most < 1.3 * dated.length; most = Math.ceil(most * 1.3)) {
        axis = buildTimelineAxis(dated, when, { unit, most, stretch })
        const high = heightsOf(axis, when).reduce((sum, each) => sum + each, 0)
        if (axis.columnX.at(-1)! <= Math.max(narrow, high * shape)) return axis
      }
  return axis
}

/** Height of each lane: its highest stack; a lane without nodes has none. */
function heightsOf({ maxStackHeight: highest }: TimelineAxis, { laneNames: lanes }: TimelineData): Float64Array {
  return Float64Array.from(lanes, (_, lane) => (highest[lane]! > 0 ? (highest[lane]! - 1) * down + between : 0))
}

/** The y at which each lane's first row stands, and behind them that of the lane without dates. */
function lanesOf(axis: TimelineAxis, when: TimelineData): Float64Array {
  const heights = heightsOf(axis, when)
  const tops = new Float64Array(heights.length + 1)
  heights.forEach((height, lane) => (tops[lane + 1] = tops[lane]! - height))
  return tops
}

/** In rows as wide as the axis; gives the y of the last row. */
function layUndated(
  nodes: Uint32Array,
  { axis, top, places }: { axis: TimelineAxis; top: number; places: Float32Array },
) {
  const wide = Math.max(axis.columnX.at(-1)!, Math.sqrt(nodes.length) * 70)
  const columns = Math.max(1, Math.floor(wide / 84) + 1)
  const step = columns > 1 ? wide / (columns - 1) : 0
  nodes.forEach((node, at) => {
    places[2 * node] = (at % columns) * step
    places[2 * node + 1] = top - between / 2 - Math.floor(at / columns) * down
  })
  return top - between / 2 - Math.max(0, Math.ceil(nodes.length / columns) - 1) * down
}

interface GuideInput {
  readonly axis: TimelineAxis
  readonly tops: Float64Array
  readonly when: TimelineData
  /** The lowest row. */
  readonly low: number
  /** Whether anything stands in the lane without dates. */
  readonly some: boolean
}

/** A line between lanes with the lane's name, and one where each month, year or number begins. */
function guidesOf({ axis, tops, when, low, some }: GuideInput): LayoutGuides {
  const right = axis.columnX.at(-1)! + 40
  const used = when.laneNames.flatMap((name, lane) =>
    axis.maxStackHeight[lane]! > 0 ? [{ name, y: tops[lane]! }] : [],
  )
  const lanes = some
    ? [...used, { name: when.kind === 'date' ? 'no date' : 'no value', y: tops.at(-1)! - between / 2 }]
    : used
  const above = 34
  const ticks = timelineTicks(axis, when.kind)
  const end = used.length > 0 ? tops.at(-1)! + above - 6 : low
  return {
    rings: [],
    lines: [
      ...lanes.slice(1).map(({ y }) => Float32Array.of(-120, y + above, right, y + above)),
      ...ticks.map(({ x }) => Float32Array.of(x, above + 10, x, end)),
    ],
    labels: [
      ...lanes.map(({ name, y }) => ({ x: -120, y: y + above - 14, text: name, stick: 'left' as const })),
      ...ticks.flatMap(({ x, text }) => (text === '' ? [] : [{ x, y: above + 26, text, stick: 'top' as const }])),
    ],
  }
}

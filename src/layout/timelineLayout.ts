import type { LayoutGuides } from '../model/layoutGuides'
import { rowComparatorByText } from './nodeGroupsSortedByLabel'
import type { LayoutResult, LayoutInput, TimelineData } from './layoutInput'
import { buildTimelineAxis, timelineTicks, timelineUnits, type TimelineAxis } from './timelineAxis'

/** Distances between nodes of a column, and between lanes. */
const nodeDistance = 44
const laneDistance = 70
/** The approximate ratio of width to height, and the width up to which the picture may always grow. */
const aspect = 1.2
const minWidth = 800

/**
 * Dates or numbers from left to right: a node with a lower value is never further right. Lanes are below each other; in each lane, the
 * nodes of a column are stacked, sorted by label. Long gaps are shortened. Nodes without a value are in a lane of their own at
 * the bottom, over the whole width.
 */
export function timelineLayout(input: LayoutInput): LayoutResult {
  const positions = new Float32Array(input.count * 2)
  const timeline = input.timeline ?? emptyTimeline(input.count)
  const compareLabels = rowComparatorByText(input.label)
  const all = Uint32Array.from({ length: input.count }, (_, node) => node)
  const dated = all.filter((node) => !Number.isNaN(timeline.values[node]))
  dated.sort((one, other) => timeline.values[one]! - timeline.values[other]! || compareLabels(one, other))
  const axis = fittingAxis(dated, timeline)
  const tops = laneTops(axis, timeline)
  dated.forEach((node, at) => {
    positions[2 * node] = axis.columnX[axis.column[at]!]!
    positions[2 * node + 1] = tops[timeline.lane[node]!]! - axis.stackIndex[at]! * nodeDistance
  })
  const undated = all.filter((node) => Number.isNaN(timeline.values[node]))
  undated.sort((one, other) => timeline.lane[one]! - timeline.lane[other]! || compareLabels(one, other))
  const bottom = tops.at(-1)!
  const low = placeUndated(undated, { axis, top: bottom, positions })
  return { positions, guides: timelineGuides({ axis, tops, timeline, low, hasUndated: undated.length > 0 }) }
}

const emptyTimeline = (count: number): TimelineData => ({
  values: new Float64Array(count).fill(NaN),
  kind: 'date',
  lane: new Uint32Array(count),
  laneNames: [''],
})

/**
 * The finest axis with which the picture has the desired aspect ratio: low stacks make it wide, high ones narrow. Gaps are shortened
 * before columns are merged. The coarsest axis if none is narrow enough.
 */
function fittingAxis(dated: Uint32Array, timeline: TimelineData): TimelineAxis {
  let axis = buildTimelineAxis(dated, timeline, { unit: timeline.values, maxStackHeight: 1, stretch: 1 })
  if (dated.length === 0) return axis
  for (const unit of timelineUnits(dated, timeline))
    for (const stretch of [4, 1])
      for (
        let maxStackHeight = 1;
        maxStackHeight < 1.3 * dated.length;
        maxStackHeight = Math.ceil(maxStackHeight * 1.3)
      ) {
        axis = buildTimelineAxis(dated, timeline, { unit, maxStackHeight, stretch })
        const height = laneHeights(axis, timeline).reduce((sum, each) => sum + each, 0)
        if (axis.columnX.at(-1)! <= Math.max(minWidth, height * aspect)) return axis
      }
  return axis
}

/** The height of each lane: that of its highest stack, and 0 for a lane without nodes. */
function laneHeights({ maxStackHeight }: TimelineAxis, { laneNames }: TimelineData): Float64Array {
  return Float64Array.from(laneNames, (_, lane) =>
    maxStackHeight[lane]! > 0 ? (maxStackHeight[lane]! - 1) * nodeDistance + laneDistance : 0,
  )
}

/** The y of the first row of each lane, and finally of the lane without values. */
function laneTops(axis: TimelineAxis, timeline: TimelineData): Float64Array {
  const heights = laneHeights(axis, timeline)
  const tops = new Float64Array(heights.length + 1)
  heights.forEach((height, lane) => (tops[lane + 1] = tops[lane]! - height))
  return tops
}

/** Places nodes in rows as wide as the axis. Returns the y of the last row. */
function placeUndated(
  nodes: Uint32Array,
  { axis, top, positions }: { axis: TimelineAxis; top: number; positions: Float32Array },
) {
  const width = Math.max(axis.columnX.at(-1)!, Math.sqrt(nodes.length) * 70)
  const columns = Math.max(1, Math.floor(width / 84) + 1)
  const step = columns > 1 ? width / (columns - 1) : 0
  nodes.forEach((node, at) => {
    positions[2 * node] = (at % columns) * step
    positions[2 * node + 1] = top - laneDistance / 2 - Math.floor(at / columns) * nodeDistance
  })
  return top - laneDistance / 2 - Math.max(0, Math.ceil(nodes.length / columns) - 1) * nodeDistance
}

interface GuideInput {
  readonly axis: TimelineAxis
  readonly tops: Float64Array
  readonly timeline: TimelineData
  /** The y of the lowest row. */
  readonly low: number
  /** Whether there are nodes without a value. */
  readonly hasUndated: boolean
}

/** Lines between lanes with their names, and lines at the ticks of the axis. */
function timelineGuides({ axis, tops, timeline, low, hasUndated }: GuideInput): LayoutGuides {
  const right = axis.columnX.at(-1)! + 40
  const used = timeline.laneNames.flatMap((name, lane) =>
    axis.maxStackHeight[lane]! > 0 ? [{ name, y: tops[lane]! }] : [],
  )
  const lanes = hasUndated
    ? [...used, { name: timeline.kind === 'date' ? 'no date' : 'no value', y: tops.at(-1)! - laneDistance / 2 }]
    : used
  const above = 34
  const ticks = timelineTicks(axis, timeline.kind)
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

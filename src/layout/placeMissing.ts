import type { Graph } from '../model/graph'
import { adjacency } from '../model/graph'
import { withPositions } from './positions'

const goldenAngle = Math.PI * (3 - Math.sqrt(5))
/** The distance between nodes if all positions are the same point. */
const defaultGap = 40

/**
 * Positions the nodes that have no position and moves no other; at least one node must have one. A node is placed near the mean of
 * its neighbours, and a node that is not connected to a positioned one in rows below.
 */
export function placeMissingNodes(graph: Graph): Graph {
  const { count, x, y } = graph.nodes
  const positions = new Float32Array(2 * count)
  for (let row = 0; row < count; row++) positions.set([x[row]!, y[row]!], 2 * row)
  const isPlaced = (row: number) => Number.isFinite(positions[2 * row]) && Number.isFinite(positions[2 * row + 1])
  const missing = Array.from({ length: count }, (_, row) => row).filter((row) => !isPlaced(row))
  const frame = frameOf(positions)
  const { offsets, neighbours } = adjacency(graph)
  const neighboursOf = (row: number) => [...new Set(neighbours.subarray(offsets[row], offsets[row + 1]))]
  const countBeside = new Map<number, number>()
  const queue = missing.filter((row) => neighboursOf(row).some(isPlaced))
  // The queue grows while it is processed.
  for (const row of queue) {
    if (isPlaced(row)) continue
    const neighbourRows = neighboursOf(row)
    const placed = neighbourRows.filter(isPlaced)
    const index = (countBeside.get(placed[0]!) ?? 0) + 1
    countBeside.set(placed[0]!, index)
    positions.set(positionBeside(positions, placed, frame.gap, index), 2 * row)
    for (const other of neighbourRows) if (!isPlaced(other)) queue.push(other)
  }
  missing.filter((row) => !isPlaced(row)).forEach((row, index) => positions.set(positionBelow(frame, index), 2 * row))
  return withPositions(graph, positions)
}

interface Frame {
  readonly left: number
  readonly width: number
  readonly bottom: number
  /** The mean space of a node, as the side of a square. */
  readonly gap: number
}

function frameOf(positions: Float32Array): Frame {
  let [left, right, bottom, top, count] = [Infinity, -Infinity, Infinity, -Infinity, 0]
  for (let at = 0; at < positions.length; at += 2) {
    const [x, y] = [positions[at]!, positions[at + 1]!]
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
    count++
  }
  const [width, height] = [right - left, top - bottom]
  const gap = Math.sqrt((width * height) / count) || Math.max(width, height) / count || defaultGap
  return { left, width, bottom, gap }
}

/** The position of the n-th node near the mean of others, on a spiral with equal space for each (as `sunflowerPositions`). */
function positionBeside(
  positions: Float32Array,
  others: readonly number[],
  gap: number,
  index: number,
): [number, number] {
  let [x, y] = [0, 0]
  for (const row of others) {
    x += positions[2 * row]! / others.length
    y += positions[2 * row + 1]! / others.length
  }
  const radius = 0.6 * gap * Math.sqrt(index)
  return [x + radius * Math.cos(index * goldenAngle), y + radius * Math.sin(index * goldenAngle)]
}

/** The position of the n-th node in rows below the frame. */
function positionBelow({ left, width, bottom, gap }: Frame, index: number): [number, number] {
  const columns = Math.max(1, Math.floor(width / gap))
  return [left + gap * (index % columns), bottom - gap * (1.5 + Math.floor(index / columns))]
}

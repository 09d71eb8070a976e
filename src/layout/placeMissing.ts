import type { Graph } from '../model/graph'
import { adjacency } from '../model/graph'
import { withPositions } from './positions'

const goldenAngle = Math.PI * (3 - Math.sqrt(5))
/** The gap where all places are one point. */
const someGap = 40

/**
 * Gives places to nodes of a map that have none, and moves no other; at least one node has a place. A node stands beside
 * the middle of its neighbours, and one without a way to the map in rows below it.
 */
export function placeMissingNodes(graph: Graph): Graph {
  const { count, x, y } = graph.nodes
  const places = new Float32Array(2 * count)
  for (let row = 0; row < count; row++) places.set([x[row]!, y[row]!], 2 * row)
  const has = (row: number) => Number.isFinite(places[2 * row]) && Number.isFinite(places[2 * row + 1])
  const missing = Array.from({ length: count }, (_, row) => row).filter((row) => !has(row))
  const frame = frameOf(places)
  const { offsets, neighbours } = adjacency(graph)
  const near = (row: number) => [...new Set(neighbours.subarray(offsets[row], offsets[row + 1]))]
  const crowds = new Map<number, number>()
  const queue = missing.filter((row) => near(row).some(has))
  // The queue grows while it is walked.
  for (const row of queue) {
    if (has(row)) continue
    const around = near(row)
    const among = around.filter(has)
    const turn = (crowds.get(among[0]!) ?? 0) + 1
    crowds.set(among[0]!, turn)
    places.set(beside(places, among, frame.gap, turn), 2 * row)
    for (const other of around) if (!has(other)) queue.push(other)
  }
  missing.filter((row) => !has(row)).forEach((row, at) => places.set(below(frame, at), 2 * row))
  return withPositions(graph, places)
}

interface Frame {
  readonly left: number
  readonly width: number
  readonly bottom: number
  /** The room that a node has, as the side of a square. */
  readonly gap: number
}

function frameOf(places: Float32Array): Frame {
  let [left, right, bottom, top, count] = [Infinity, -Infinity, Infinity, -Infinity, 0]
  for (let at = 0; at < places.length; at += 2) {
    const [x, y] = [places[at]!, places[at + 1]!]
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
    count++
  }
  const [width, height] = [right - left, top - bottom]
  const gap = Math.sqrt((width * height) / count) || Math.max(width, height) / count || someGap
  return { left, width, bottom, gap }
}

/** The place of the so-manieth node beside the middle of others, in a spiral that gives each as much room (as `sunflower`). */
function beside(places: Float32Array, among: readonly number[], gap: number, turn: number): [number, number] {
  let [x, y] = [0, 0]
  for (const row of among) {
    x += places[2 * row]! / among.length
    y += places[2 * row + 1]! / among.length
  }
  const radius = 0.6 * gap * Math.sqrt(turn)
  return [x + radius * Math.cos(turn * goldenAngle), y + radius * Math.sin(turn * goldenAngle)]
}

function below({ left, width, bottom, gap }: Frame, at: number): [number, number] {
  const columns = Math.max(1, Math.floor(width / gap))
  return [left + gap * (at % columns), bottom - gap * (1.5 + Math.floor(at / columns))]
}

import { groupRowsByKey } from '../model/columns'
import { noGuides, type LayoutGuides } from '../model/layoutGuides'
import { graticuleGuides, graticuleAround, type GeoPoints } from './graticule'
import { projectLand, type UnprojectedLand } from './projectLand'
import { neighboursByNode, type LayoutResult, type LayoutInput } from './layoutInput'
import { mapProjectionFor, type MapProjection } from './mapProjection'
import { sunflowerPositions } from './positions'
import { removeOverlapSync } from './removeOverlap'
import { UNREACHED } from './breadthFirstSearch'

/**
 * A map with north up and east to the right. Nodes with coordinates are at their coordinates, moved only as far as their discs
 * would overlap. Nodes that are contained in a located one are around it, and nodes with located neighbours around the one that
 * most of their neighbours belong to; the rest are in rows below.
 */
export function geoLayout(input: LayoutInput): LayoutResult {
  const none = new Float64Array(input.count).fill(NaN)
  const { latitude = none, longitude = none } = input
  const all = Uint32Array.from({ length: input.count }, (_, node) => node)
  const located = all.filter((node) => Number.isFinite(latitude[node]) && Number.isFinite(longitude[node]))
  const points = { longitude: pick(longitude, located), latitude: pick(latitude, located) }
  const projection = mapProjectionFor(points.longitude, points.latitude, Math.sqrt(input.count) * 190)
  const positions = new Float32Array(input.count * 2)
  for (const node of located) positions.set(projection.project(longitude[node]!, latitude[node]!), 2 * node)
  removeOverlapOf(input, { nodes: located, positions, fixed: new Uint8Array(input.count) })
  const home = findHomes(input, located)
  const around = all.filter((node) => home[node] !== UNREACHED && home[node] !== node)
  placeAroundHomes(around, home, positions)
  const isHome = Uint8Array.from(home, (each, node) => (each === node ? 1 : 0))
  removeOverlapOf(input, { nodes: all.filter((node) => home[node] !== UNREACHED), positions, fixed: isHome })
  const guides = located.length > 0 ? mapGuides(projection, points, input.landShapes) : noGuides
  const label = placeBelow(
    all.filter((node) => home[node] === UNREACHED),
    positions,
    boundsOf(
      positions,
      all.filter((node) => home[node] !== UNREACHED),
      guides.lines,
    ),
  )
  return { positions, guides: { ...guides, labels: [...label, ...guides.labels] } }
}

function mapGuides(projection: MapProjection, points: GeoPoints, shapes: UnprojectedLand | undefined): LayoutGuides {
  const graticule = graticuleAround(points)
  const land = shapes && projectLand(projection, shapes, graticule)
  return { ...graticuleGuides(projection.project, graticule), ...(land && { land }) }
}

const pick = (values: Float64Array, nodes: Uint32Array): Float64Array =>
  Float64Array.from(nodes, (node) => values[node]!)

interface MovedNodes {
  readonly nodes: Uint32Array
  /** Written to. */
  readonly positions: Float32Array
  readonly fixed: Uint8Array
}

function removeOverlapOf({ radius }: LayoutInput, { nodes, positions, fixed }: MovedNodes): void {
  const ownPositions = Float32Array.from(
    { length: nodes.length * 2 },
    (_, at) => positions[2 * nodes[at >> 1]! + (at & 1)]!,
  )
  const moved = removeOverlapSync({
    positions: ownPositions,
    radius: Float32Array.from(nodes, (node) => radius[node]! + 12),
    fixed: Uint8Array.from(nodes, (node) => fixed[node]!),
    scalesFirst: false,
  })
  nodes.forEach((node, at) => positions.set(moved.subarray(2 * at, 2 * at + 2), 2 * node))
}

/** The located node that each node belongs to: itself if it is located, UNREACHED if none of its neighbours belongs to one. */
function findHomes(input: LayoutInput, located: Uint32Array): Uint32Array {
  const home = new Uint32Array(input.count).fill(UNREACHED)
  for (const node of located) home[node] = node
  assignContained(input, home)
  const { offsets, rows } = neighboursByNode(input)
  const certain = home.slice()
  const votes = new Uint32Array(input.count)
  for (let node = 0; node < input.count; node++) {
    if (certain[node] !== UNREACHED) continue
    const assigned = rows.subarray(offsets[node], offsets[node + 1]).filter((each) => certain[each] !== UNREACHED)
    let best = UNREACHED
    for (const each of assigned) {
      const candidate = certain[each]!
      votes[candidate]!++
      const isTied = votes[candidate] === votes[best] && candidate < best
      if (best === UNREACHED || votes[candidate]! > votes[best]! || isTied) best = candidate
    }
    for (const each of assigned) votes[certain[each]!] = 0
    home[node] = best
  }
  return home
}

/** Assigns nodes to the located node that contains them, also by several steps. */
function assignContained({ source, target, isContainment, count }: LayoutInput, home: Uint32Array): void {
  if (!isContainment) return
  const keys = target.map((node, edge) => (isContainment[edge] ? node : UNREACHED))
  const { offsets, rows } = groupRowsByKey(keys, count)
  const next = [...home.keys()].filter((node) => home[node] !== UNREACHED)
  for (let at = 0; at < next.length; at++) {
    const container = next[at]!
    for (let edge = offsets[container]!; edge < offsets[container + 1]!; edge++) {
      const inside = source[rows[edge]!]!
      if (home[inside] !== UNREACHED) continue
      home[inside] = home[container]!
      next.push(inside)
    }
  }
}

/** Places nodes on a sunflower around their homes. */
function placeAroundHomes(nodes: Uint32Array, home: Uint32Array, positions: Float32Array): void {
  const counts = new Map<number, number>()
  for (const node of nodes) counts.set(home[node]!, (counts.get(home[node]!) ?? 0) + 1)
  let maxCount = 0
  for (const count of counts.values()) maxCount = Math.max(maxCount, count)
  const offsets = sunflowerPositions(maxCount + 1, 76)
  const next = new Map<number, number>()
  for (const node of nodes) {
    const at = (next.get(home[node]!) ?? 0) + 1
    next.set(home[node]!, at)
    positions[2 * node] = positions[2 * home[node]!]! + offsets[2 * at]!
    positions[2 * node + 1] = positions[2 * home[node]! + 1]! + offsets[2 * at + 1]!
  }
}

interface Bounds {
  readonly left: number
  readonly right: number
  readonly low: number
}

function boundsOf(positions: Float32Array, nodes: Uint32Array, lines: readonly Float32Array[]): Bounds {
  let [left, right, low] = [Infinity, -Infinity, Infinity]
  for (const node of nodes) {
    left = Math.min(left, positions[2 * node]!)
    right = Math.max(right, positions[2 * node]!)
    low = Math.min(low, positions[2 * node + 1]!)
  }
  for (const line of lines) for (let at = 1; at < line.length; at += 2) low = Math.min(low, line[at]!)
  return nodes.length > 0 ? { left, right, low } : { left: 0, right: 0, low: 0 }
}

/** Places nodes in rows below the map. Returns the label of these rows, if there are any. */
function placeBelow(nodes: Uint32Array, positions: Float32Array, { left, right, low }: Bounds) {
  const step = 112
  const columns = Math.max(1, Math.floor(Math.max(right - left, Math.sqrt(nodes.length) * 1.5 * step) / step))
  const top = low - 120
  nodes.forEach((node, at) => {
    positions[2 * node] = left + (at % columns) * step
    positions[2 * node + 1] = top - Math.floor(at / columns) * 80
  })
  return nodes.length > 0 ? [{ x: left, y: top + 46, text: 'no place', stick: 'left' as const }] : []
}

import { groupRowsByKey } from '../model/columns'
import { noGuides, type LayoutGuides } from '../model/layoutGuides'
import { graticuleGuides, graticuleAround, type GeoPoints } from './graticule'
import { projectLand, type LandShapes } from './projectLand'
import { neighboursByNode, type LayoutResult, type LayoutInput } from './layoutInput'
import { mapProjectionFor, type MapProjection } from './mapProjection'
import { sunflowerPositions } from './positions'
import { removeOverlapSync } from './removeOverlap'
import { UNREACHED } from './breadthFirstSearch'

/**
 * On a map, north up and east to the right: nodes with coordinates where they are, moved only as far as their discs
 * would overlap; what is said to lie in a place around it, and around the one that most of its neighbours belong to
 * what has such neighbours; the rest in rows below.
 */
export function geoLayout(plan: LayoutInput): LayoutResult {
  const none = new Float64Array(plan.count).fill(NaN)
  const { latitude = none, longitude = none } = plan
  const all = Uint32Array.from({ length: plan.count }, (_, node) => node)
  const located = all.filter((node) => Number.isFinite(latitude[node]) && Number.isFinite(longitude[node]))
  const points = { longitude: pick(longitude, located), latitude: pick(latitude, located) }
  const chart = mapProjectionFor(points.longitude, points.latitude, Math.sqrt(plan.count) * 190)
  const places = new Float32Array(plan.count * 2)
  for (const node of located) places.set(chart.project(longitude[node]!, latitude[node]!), 2 * node)
  keepApart(plan, { nodes: located, places, fixed: new Uint8Array(plan.count) })
  const home = homesOf(plan, located)
  const around = all.filter((node) => home[node] !== UNREACHED && home[node] !== node)
  layAround(around, home, places)
  const held = Uint8Array.from(home, (each, node) => (each === node ? 1 : 0))
  keepApart(plan, { nodes: all.filter((node) => home[node] !== UNREACHED), places, fixed: held })
  const guides = located.length > 0 ? mapOf(chart, points, plan.landShapes) : noGuides
  const word = layAside(
    all.filter((node) => home[node] === UNREACHED),
    places,
    boundsOf(
      places,
      all.filter((node) => home[node] !== UNREACHED),
      guides.lines,
    ),
  )
  return { positions: places, guides: { ...guides, labels: [...word, ...guides.labels] } }
}

function mapOf(chart: MapProjection, points: GeoPoints, earth: LandShapes | undefined): LayoutGuides {
  const graticule = graticuleAround(points)
  const land = earth && projectLand(chart, earth, graticule)
  return { ...graticuleGuides(chart.project, graticule), ...(land && { land }) }
}

const pick = (values: Float64Array, nodes: Uint32Array): Float64Array =>
  Float64Array.from(nodes, (node) => values[node]!)

interface Some {
  readonly nodes: Uint32Array
  /** Written to. */
  readonly places: Float32Array
  readonly fixed: Uint8Array
}

function keepApart({ radius }: LayoutInput, { nodes, places, fixed }: Some): void {
  const own = Float32Array.from({ length: nodes.length * 2 }, (_, at) => places[2 * nodes[at >> 1]! + (at & 1)]!)
  const moved = removeOverlapSync({
    positions: own,
    radius: Float32Array.from(nodes, (node) => radius[node]! + 12),
    fixed: Uint8Array.from(nodes, (node) => fixed[node]!),
    scalesFirst: false,
  })
  nodes.forEach((node, at) => places.set(moved.subarray(2 * at, 2 * at + 2), 2 * node))
}

/** The located node that each node belongs to, itself where it is located; AWAY where none of its neighbours has any. */
function homesOf(plan: LayoutInput, located: Uint32Array): Uint32Array {
  const home = new Uint32Array(plan.count).fill(UNREACHED)
  for (const node of located) home[node] = node
  liesWithin(plan, home)
  const { offsets, rows } = neighboursByNode(plan)
  const known = home.slice()
  const votes = new Uint32Array(plan.count)
  for (let node = 0; node < plan.count; node++) {
    if (known[node] !== UNREACHED) continue
    const placed = rows.subarray(offsets[node], offsets[node + 1]).filter((each) => known[each] !== UNREACHED)
    let best = UNREACHED
    for (const each of placed) {
      const place = known[each]!
      votes[place]!++
      if (best === UNREACHED || votes[place]! > votes[best]! || (votes[place] === votes[best] && place < best))
        best = place
    }
    for (const each of placed) votes[known[each]!] = 0
    home[node] = best
  }
  return home
}

/** What is said to lie in a place belongs there, and so on inwards. */
function liesWithin({ source, target, isContainment: within, count }: LayoutInput, home: Uint32Array): void {
  if (!within) return
  const keys = target.map((node, edge) => (within[edge] ? node : UNREACHED))
  const { offsets, rows } = groupRowsByKey(keys, count)
  const next = [...home.keys()].filter((node) => home[node] !== UNREACHED)
  for (let at = 0; at < next.length; at++) {
    const place = next[at]!
    for (let edge = offsets[place]!; edge < offsets[place + 1]!; edge++) {
      const inside = source[rows[edge]!]!
      if (home[inside] !== UNREACHED) continue
      home[inside] = home[place]!
      next.push(inside)
    }
  }
}

/** On a sunflower around each home. */
function layAround(nodes: Uint32Array, home: Uint32Array, places: Float32Array): void {
  const filled = new Map<number, number>()
  for (const node of nodes) filled.set(home[node]!, (filled.get(home[node]!) ?? 0) + 1)
  let most = 0
  for (const count of filled.values()) most = Math.max(most, count)
  const spots = sunflowerPositions(most + 1, 76)
  const next = new Map<number, number>()
  for (const node of nodes) {
    const at = (next.get(home[node]!) ?? 0) + 1
    next.set(home[node]!, at)
    places[2 * node] = places[2 * home[node]!]! + spots[2 * at]!
    places[2 * node + 1] = places[2 * home[node]! + 1]! + spots[2 * at + 1]!
  }
}

interface Bounds {
  readonly left: number
  readonly right: number
  readonly low: number
}

function boundsOf(places: Float32Array, nodes: Uint32Array, lines: readonly Float32Array[]): Bounds {
  let [left, right, low] = [Infinity, -Infinity, Infinity]
  for (const node of nodes) {
    left = Math.min(left, places[2 * node]!)
    right = Math.max(right, places[2 * node]!)
    low = Math.min(low, places[2 * node + 1]!)
  }
  for (const line of lines) for (let at = 1; at < line.length; at += 2) low = Math.min(low, line[at]!)
  return nodes.length > 0 ? { left, right, low } : { left: 0, right: 0, low: 0 }
}

/** In rows below the map. */
function layAside(nodes: Uint32Array, places: Float32Array, { left, right, low }: Bounds) {
  const step = 112
  const columns = Math.max(1, Math.floor(Math.max(right - left, Math.sqrt(nodes.length) * 1.5 * step) / step))
  const top = low - 120
  nodes.forEach((node, at) => {
    places[2 * node] = left + (at % columns) * step
    places[2 * node + 1] = top - Math.floor(at / columns) * 80
  })
  return nodes.length > 0 ? [{ x: left, y: top + 46, text: 'no place', stick: 'left' as const }] : []
}

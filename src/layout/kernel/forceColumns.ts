import type { ForceSettings } from './forceSettings'

/** What a run of ForceAtlas2 needs to know; plain data, so that it crosses to a worker as it is. */
export interface ForceInput {
  /** Ends of the edges, as node numbers. */
  readonly source: Uint32Array
  readonly target: Uint32Array
  /** Positions to begin with, x and y in turn; what is not finite counts as 0, and nothing lies beyond `farthest`. */
  readonly start: Float32Array
  /** One byte a node: 1 where it must stay where it is. */
  readonly fixed: Uint8Array
  /** By edge; 1 where it is missing, and what is below 0 counts as 0. */
  readonly weights?: Float32Array | undefined
  /** By node, for `adjustSizes`; 1 where it is missing. */
  readonly radii?: Float32Array | undefined
}

/** How far from the origin a node may be, on either axis. */
export const maxCoordinate = 1e8

/** A graph as its force layout sees it. Columns by node; pairs of x and y lie together. */
export interface ForceColumns {
  readonly count: number
  readonly place: Float32Array
  /** 1 and the weights of a node's edges. */
  readonly mass: Float32Array
  readonly radius: Float32Array
  /** 1 where a node may move, else 0. */
  readonly movable: Float32Array
  /** Where a node's neighbours begin, and one more; every node's part is a multiple of four, filled up with itself. */
  readonly row: Uint32Array
  /** By neighbour: its number, and what its edge pulls with; 0 where it only fills up. */
  readonly neighbour: Uint32Array
  readonly pull: Float32Array
}

/** The columns for a run. An edge from a node to itself adds to its mass and pulls nothing. */
export function forceColumns(input: ForceInput, settings: ForceSettings): ForceColumns {
  const count = input.fixed.length
  const weights = weightsOf(input)
  const mass = massOf(input, weights)
  return {
    count,
    place: input.start.map((each) => Math.max(-maxCoordinate, Math.min(maxCoordinate, each || 0))),
    mass,
    radius: radiiOf(input),
    movable: Float32Array.from(input.fixed, (each) => (each === 1 ? 0 : 1)),
    ...neighboursOf(input, pullsOf(input, { weights, mass, settings })),
  }
}

/** No run has more entries for neighbours than this. */
export const maxNeighbourEntries = (nodes: number, edges: number): number => 2 * edges + 3 * nodes

function weightsOf({ source, weights }: ForceInput): Float32Array {
  if (!weights) return new Float32Array(source.length).fill(1)
  return weights.map((each) => (Number.isFinite(each) ? Math.max(0, each) : 1))
}

function massOf({ source, target, fixed }: ForceInput, weights: Float32Array): Float32Array {
  const mass = new Float32Array(fixed.length).fill(1)
  for (let edge = 0; edge < source.length; edge++) {
    mass[source[edge]!]! += weights[edge]!
    mass[target[edge]!]! += weights[edge]!
  }
  return mass
}

const radiiOf = ({ fixed, radii }: ForceInput): Float32Array =>
  Float32Array.from(fixed, (_, node) => {
    const radius = radii?.[node] ?? 1
    return Number.isFinite(radius) ? Math.max(0, radius) : 1
  })

interface Pulling {
  readonly weights: Float32Array
  readonly mass: Float32Array
  readonly settings: ForceSettings
}

/** What every edge pulls with; with distribution by the mass of its source, so that the mean stays what it was. */
function pullsOf({ source }: ForceInput, { weights, mass, settings }: Pulling): Float32Array {
  const { edgeWeightInfluence: power, outboundAttractionDistribution: shared } = settings
  const pulls = power === 1 ? weights : weights.map((each) => each ** power)
  if (!shared) return pulls
  const mean = mass.reduce((sum, each) => sum + each, 0) / mass.length
  return pulls.map((each, edge) => (each * mean) / mass[source[edge]!]!)
}

/** Every edge at both its ends, by a counting sort: neighbours stand in the order of the edges. */
function neighboursOf({ source, target, fixed }: ForceInput, pulls: Float32Array) {
  const count = fixed.length
  const row = new Uint32Array(count + 1)
  for (let edge = 0; edge < source.length; edge++) {
    if (source[edge] === target[edge]) continue
    row[source[edge]! + 1]!++
    row[target[edge]! + 1]!++
  }
  for (let node = 0; node < count; node++) row[node + 1] = row[node]! + ((row[node + 1]! + 3) & ~3)
  const neighbour = new Uint32Array(row[count]!)
  for (let node = 0; node < count; node++) neighbour.fill(node, row[node], row[node + 1])
  const pull = new Float32Array(row[count]!)
  const next = row.slice()
  for (let edge = 0; edge < source.length; edge++) {
    const from = source[edge]!
    const to = target[edge]!
    if (from === to) continue
    neighbour[next[from]!] = to
    pull[next[from]!++] = pulls[edge]!
    neighbour[next[to]!] = from
    pull[next[to]!++] = pulls[edge]!
  }
  return { row, neighbour, pull }
}

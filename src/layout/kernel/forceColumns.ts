import type { ForceSettings } from './forceSettings'

/** The input of a run of ForceAtlas2; plain data, so that it crosses to a worker as it is. */
export interface ForceInput {
  /** Ends of the edges, as node numbers. */
  readonly source: Uint32Array
  readonly target: Uint32Array
  /** Initial positions, x and y in turn. Values that are not finite count as 0; others are clamped to `maxCoordinate`. */
  readonly start: Float32Array
  /** One byte a node: 1 if it must not move. */
  readonly fixed: Uint8Array
  /** By edge; 1 if absent, and negative weights count as 0. */
  readonly weights?: Float32Array | undefined
  /** By node, for `adjustSizes`; 1 if absent. */
  readonly radii?: Float32Array | undefined
}

/** The maximum distance of a node from the origin, on either axis. */
export const maxCoordinate = 1e8

/** A graph as the kernel needs it. Columns by node; x and y are interleaved. */
export interface ForceColumns {
  readonly count: number
  readonly position: Float32Array
  /** 1 plus the weights of the node's edges. */
  readonly mass: Float32Array
  readonly radius: Float32Array
  /** 1 if a node may move, otherwise 0. */
  readonly movable: Float32Array
  /** Offsets of each node's neighbours, with one more at the end. Each node's part is padded with the node itself to a multiple of four. */
  readonly row: Uint32Array
  /** For each entry: the neighbour's node number, and the strength of the edge, which is 0 for padding. */
  readonly neighbour: Uint32Array
  readonly pull: Float32Array
}

/** The columns of a run. A loop adds to the mass of its node and has no attraction. */
export function buildForceColumns(input: ForceInput, settings: ForceSettings): ForceColumns {
  const count = input.fixed.length
  const weights = weightsOf(input)
  const mass = massOf(input, weights)
  return {
    count,
    position: input.start.map((each) => Math.max(-maxCoordinate, Math.min(maxCoordinate, each || 0))),
    mass,
    radius: radiiOf(input),
    movable: Float32Array.from(input.fixed, (each) => (each === 1 ? 0 : 1)),
    ...neighboursOf(input, pullsOf(input, { weights, mass, settings })),
  }
}

/** An upper bound for the number of neighbour entries of a run. */
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

interface PullInputs {
  readonly weights: Float32Array
  readonly mass: Float32Array
  readonly settings: ForceSettings
}

/** The strength of every edge. With outbound distribution it is divided by the mass of the source, and the mean stays the same. */
function pullsOf({ source }: ForceInput, { weights, mass, settings }: PullInputs): Float32Array {
  const { edgeWeightInfluence, outboundAttractionDistribution } = settings
  const pulls = edgeWeightInfluence === 1 ? weights : weights.map((each) => each ** edgeWeightInfluence)
  if (!outboundAttractionDistribution) return pulls
  const mean = mass.reduce((sum, each) => sum + each, 0) / mass.length
  return pulls.map((each, edge) => (each * mean) / mass[source[edge]!]!)
}

/** The neighbours of each node, by a counting sort, in the order of the edges. */
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

/** Distances between two nodes on a circle, and between two circles of a ring. */
const nodeDistance = 62
const circleDistance = 46

/** A ring of nodes: one circle, or several if there are too many nodes for one. */
export interface RingExtent {
  readonly innerRadius: number
  readonly outerRadius: number
  /** The middle of the widest gap, as an angle. */
  readonly emptiestAngle: number
}

interface RingInput {
  /** Ordered by `turn`. */
  readonly nodes: Uint32Array
  /** The desired position of each node on the ring, as a share of a full turn, by node number. */
  readonly turn: Float64Array
  /** The inner radius of the ring, at least. */
  readonly minRadius: number
  /** Written to. */
  readonly positions: Float32Array
}

/**
 * Positions nodes on a ring around the origin, as near to their desired positions as the distance between neighbours allows. If one
 * circle is too short, consecutive nodes alternate between several circles.
 */
export function placeOnRing({ nodes, turn, minRadius, positions }: RingInput): RingExtent {
  // With very many nodes, the depth of the ring is about a quarter of its radius.
  const inner = Math.max(minRadius, Math.sqrt((2 / Math.PI) * nodes.length * nodeDistance * circleDistance))
  const circles = Math.max(1, Math.ceil((nodes.length * nodeDistance) / (2 * Math.PI * inner)))
  // Consecutive nodes are on different circles, so their angles may be closer.
  const turns = nearestSpacedAngles(nodes, turn, nodeDistance / (2 * Math.PI * inner * circles))
  nodes.forEach((node, index) => {
    const radius = inner + (index % circles) * circleDistance
    const angle = angleOf(turns[index]!)
    positions[2 * node] = radius * Math.cos(angle)
    positions[2 * node + 1] = radius * Math.sin(angle)
  })
  return {
    innerRadius: inner,
    outerRadius: inner + (circles - 1) * circleDistance,
    emptiestAngle: angleOf(middleOfWidestGap(turns)),
  }
}

/** The angle of a share of a full turn, which goes clockwise from the top. */
const angleOf = (turn: number): number => Math.PI / 2 - turn * 2 * Math.PI

/** The middle of the widest gap between sorted turns. */
function middleOfWidestGap(turns: Float64Array): number {
  let widest = turns[0]! + 1 - turns.at(-1)!
  let from = turns.at(-1)!
  for (let index = 1; index < turns.length; index++) {
    const gap = turns[index]! - turns[index - 1]!
    // The gap at the top is preferred, unless another one is clearly wider.
    if (gap <= widest * 1.05) continue
    widest = gap
    from = turns[index - 1]!
  }
  return from + widest / 2
}

/**
 * The turns nearest to the desired ones (least squares) that are at least `distance` apart, in the same order and within one full turn:
 * isotonic regression by pooling adjacent violators (Ayer et al., Annals of Mathematical Statistics 26, 1955).
 */
export function nearestSpacedAngles(nodes: Uint32Array, turn: Float64Array, distance: number): Float64Array {
  const starts = new Uint32Array(nodes.length)
  const means = new Float64Array(nodes.length)
  let blocks = 0
  const size = (block: number, end: number) => (block + 1 < blocks ? starts[block + 1]! : end) - starts[block]!
  for (let index = 0; index < nodes.length; index++) {
    starts[blocks] = index
    means[blocks++] = turn[nodes[index]!]! - index * distance
    while (blocks > 1 && means[blocks - 2]! > means[blocks - 1]!) {
      const [own, before] = [size(blocks - 1, index + 1), size(blocks - 2, index + 1)]
      means[blocks - 2] = (means[blocks - 2]! * before + means[blocks - 1]! * own) / (before + own)
      blocks--
    }
  }
  const maxMean = Math.max(0, 1 - nodes.length * distance)
  const turns = new Float64Array(nodes.length)
  for (let block = 0; block < blocks; block++) {
    const mean = Math.min(Math.max(means[block]!, 0), maxMean)
    for (let index = starts[block]!; index < starts[block]! + size(block, nodes.length); index++)
      turns[index] = mean + index * distance
  }
  return turns
}

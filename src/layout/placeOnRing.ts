/** Between two nodes along a circle, and between two circles of one ring. */
const along = 62
const between = 46

/** A ring with its nodes: one circle, or several where they are too many for it. */
export interface RingExtent {
  readonly innerRadius: number
  readonly outerRadius: number
  /** Where the ring is emptiest, as an angle. */
  readonly emptiestAngle: number
}

interface BandInput {
  /** In the order of their turns. */
  readonly nodes: Uint32Array
  /** Where each node would best be, as a share of a turn, by number. */
  readonly turn: Float64Array
  /** The radius that the ring begins at. */
  readonly inner: number
  /** Written to. */
  readonly places: Float32Array
}

/**
 * Places the nodes of a ring around the origin, as near to their turns as the room between neighbours allows. Where one
 * circle is too short, several share the ring and its nodes take turns among them.
 */
export function placeOnRing({ nodes, turn, inner: least, places }: BandInput): RingExtent {
  // A ring of very many nodes is about a quarter as deep as its radius.
  const inner = Math.max(least, Math.sqrt((2 / Math.PI) * nodes.length * along * between))
  const circles = Math.max(1, Math.ceil((nodes.length * along) / (2 * Math.PI * inner)))
  // Neighbours in order stand on different circles; those of one circle are so many places apart.
  const at = nearestSpacedAngles(nodes, turn, along / (2 * Math.PI * inner * circles))
  nodes.forEach((node, index) => {
    const radius = inner + (index % circles) * between
    const angle = angleOf(at[index]!)
    places[2 * node] = radius * Math.cos(angle)
    places[2 * node + 1] = radius * Math.sin(angle)
  })
  return { innerRadius: inner, outerRadius: inner + (circles - 1) * between, emptiestAngle: angleOf(emptiest(at)) }
}

/** Turns go clockwise from the top. */
const angleOf = (turn: number): number => Math.PI / 2 - turn * 2 * Math.PI

/** The middle of the widest gap between turns that are in order. */
function emptiest(at: Float64Array): number {
  let widest = at[0]! + 1 - at.at(-1)!
  let from = at.at(-1)!
  for (let index = 1; index < at.length; index++) {
    const gap = at[index]! - at[index - 1]!
    // The gap at the top is the first choice, and one that is hardly wider no reason to go elsewhere.
    if (gap <= widest * 1.05) continue
    widest = gap
    from = at[index - 1]!
  }
  return from + widest / 2
}

/**
 * The turns that are nearest to the wished ones and at least `room` apart, in the same order and within one turn: least
 * squares by pooling neighbours that violate it (isotonic regression; Ayer et al., Annals of Mathematical Statistics 26, 1955).
 */
export function nearestSpacedAngles(nodes: Uint32Array, turn: Float64Array, room: number): Float64Array {
  const starts = new Uint32Array(nodes.length)
  const means = new Float64Array(nodes.length)
  let blocks = 0
  const size = (block: number, end: number) => (block + 1 < blocks ? starts[block + 1]! : end) - starts[block]!
  for (let index = 0; index < nodes.length; index++) {
    starts[blocks] = index
    means[blocks++] = turn[nodes[index]!]! - index * room
    while (blocks > 1 && means[blocks - 2]! > means[blocks - 1]!) {
      const [own, before] = [size(blocks - 1, index + 1), size(blocks - 2, index + 1)]
      means[blocks - 2] = (means[blocks - 2]! * before + means[blocks - 1]! * own) / (before + own)
      blocks--
    }
  }
  const most = Math.max(0, 1 - nodes.length * room)
  const at = new Float64Array(nodes.length)
  for (let block = 0; block < blocks; block++) {
    const mean = Math.min(Math.max(means[block]!, 0), most)
    for (let index = starts[block]!; index < starts[block]! + size(block, nodes.length); index++)
      at[index] = mean + index * room
  }
  return at
}

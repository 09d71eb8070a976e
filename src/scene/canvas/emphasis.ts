import type { Visible } from '../../analysis/filter/applyFilter'
import { kept } from '../../analysis/incremental'
import type { Graph } from '../../model/graph'
import { perGraph } from '../../model/graph'
import type { Lit } from './highlight'
import { shown } from '../view/filterResult'
import { withoutSourceLens } from '../sources/sources'
import type { View } from '../view/view'

/** How a node or an edge stands in the view, as a number that fits in a byte. */
export const standing = { hidden: 0, dimmed: 1, rest: 2, lit: 3 } as const
const { hidden, dimmed, rest, lit: bright } = standing

/** The standing of every row, one byte each, and how many are not hidden. */
export interface Standings {
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
  readonly nodeCount: number
  readonly edgeCount: number
  /** Rows of the edges that are lit, ascending. */
  readonly litEdges: readonly number[]
}

/** The standings while nothing is lit, and what they follow from. */
interface Ground {
  readonly atRest: Standings
  readonly visible: Visible
}

const lastGround = perGraph((): { from: readonly unknown[]; ground?: Ground } => ({ from: [] }))
const lastLit = perGraph((): { from: readonly unknown[]; standings?: Standings } => ({ from: [] }))

const same = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.every((each, at) => each === others[at])

/**
 * What the filter leaves, in the light of what is selected. The same standings as the time before where nothing that they
 * follow from has changed; a selection costs what it lights and not a walk over all rows.
 */
export function standingsOf(graph: Graph, view: Pick<View, 'filter' | 'ruledOut'>, light: Lit): Standings {
  const ground = groundOf(graph, view)
  if (!light.any) return ground.atRest
  const last = lastLit(graph)
  const from = [ground, light]
  if (last.standings && same(from, last.from)) return last.standings
  const { atRest, visible } = ground
  const litNodes = light.nodes.filter((row) => visible.nodes[row])
  const litEdges = light.edges.filter((row) => visible.edges[row])
  const nodes = withLit(steppedBack(atRest.nodes), litNodes)
  const edges = withLit(steppedBack(atRest.edges), litEdges)
  last.from = from
  last.standings = { ...atRest, nodes, edges, litEdges }
  return last.standings
}

function groundOf(graph: Graph, { filter, ruledOut }: Pick<View, 'filter' | 'ruledOut'>): Ground {
  const last = lastGround(graph)
  const from = [filter, ruledOut]
  if (last.ground && same(from, last.from)) return last.ground
  const visible = shown(graph, filter)
  // What falls because its sources are switched off stays to be seen, dimmed.
  const before = shown(graph, withoutSourceLens(filter))
  const out = ruledOut === 'dim' ? dimmed : hidden
  const nodes = standingRows(visible.nodes, before.nodes, out)
  const edges = standingRows(visible.edges, before.edges, out)
  const nothingElse = before === visible && ruledOut === 'hide'
  const counts = {
    // Nothing but what is visible is drawn, unless what is ruled out is dimmed.
    nodeCount: nothingElse ? visible.nodeCount : drawnIn(nodes),
    edgeCount: nothingElse ? visible.edgeCount : drawnIn(edges),
  }
  last.from = from
  last.ground = { visible, atRest: { nodes, edges, ...counts, litEdges: [] } }
  return last.ground
}

/** Four rows of one byte each, of which the first holds these bits. */
const inEach = 0x01010101

/** At rest what is visible, dimmed what was so in the second mask, and all else as `out` says. Four rows at a time. */
function standingRows(visible: Uint8Array, before: Uint8Array, out: number): Uint8Array {
  return fourByFour(visible, before, (now, then) => inEach * out + now * (rest - out) + (then & ~now) * (dimmed - out))
}

/** What stands at rest, behind something that is lit: 0, 1 and 2 become 0, 1 and 1. */
const steppedBack = kept((atRest: Uint8Array): Uint8Array =>
  fourByFour(atRest, atRest, (rows) => (rows | (rows >> 1)) & inEach),
)

/** New rows from those of two columns of bytes, four at a time: no byte may come to more than 255. */
function fourByFour(some: Uint8Array, others: Uint8Array, make: (some: number, others: number) => number): Uint8Array {
  const rows = new Uint8Array(Math.ceil(some.length / 4) * 4)
  const [to, one, other] = [foursOf(rows), foursOf(some), foursOf(others)]
  for (let at = 0; at < one.length; at++) to[at] = make(one[at]!, other[at]!)
  // What is left over is fewer than four rows, each of which is made as if it stood alone.
  for (let row = 4 * one.length; row < some.length; row++) rows[row] = make(some[row]!, others[row]!)
  return rows.subarray(0, some.length)
}

/** A column of bytes as numbers of four bytes, without the last few. */
function foursOf(rows: Uint8Array): Uint32Array {
  const own = rows.byteOffset % 4 === 0 ? rows : rows.slice()
  return new Uint32Array(own.buffer, own.byteOffset, own.length >> 2)
}

function withLit(back: Uint8Array, lit: readonly number[]): Uint8Array {
  const rows = back.slice()
  for (const row of lit) rows[row] = bright
  return rows
}

function drawnIn(rows: Uint8Array): number {
  let count = 0
  for (let row = 0; row < rows.length; row++) if (rows[row] !== hidden) count++
  return count
}

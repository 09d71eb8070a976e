import type { VisibleRows } from '../../analysis/filter/applyFilter'
import { memoizeByKey } from '../../analysis/incremental'
import type { Graph } from '../../model/graph'
import { memoizeByGraph } from '../../model/graph'
import type { Highlight } from './highlight'
import { visibleRows } from '../view/filterResult'
import { filterWithoutSourceLens } from '../view/sourceLens'
import type { View } from '../view/view'

/** How a node or an edge is shown, as a number that fits in a byte. */
export const emphasis = { hidden: 0, dimmed: 1, normal: 2, highlighted: 3 } as const
const { hidden, dimmed, normal, highlighted } = emphasis

/** The emphasis of every row, one byte each, and how many are not hidden. */
export interface RowEmphasis {
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
  readonly nodeCount: number
  readonly edgeCount: number
  /** Rows of the edges that are highlighted, ascending. */
  readonly highlightedEdges: readonly number[]
}

/** The emphasis while nothing is highlighted, and the rows that it depends on. */
interface EmphasisInputs {
  readonly atRest: RowEmphasis
  readonly visible: VisibleRows
}

const lastInputs = memoizeByGraph((): { from: readonly unknown[]; inputs?: EmphasisInputs } => ({ from: [] }))
const lastHighlighted = memoizeByGraph((): { from: readonly unknown[]; result?: RowEmphasis } => ({ from: [] }))

const haveSameItems = (some: readonly unknown[], others: readonly unknown[]): boolean =>
  some.every((each, index) => each === others[index])

/**
 * The emphasis of each row under filter and highlight. Returns the previous result if its inputs are unchanged; a selection
 * costs as much as it highlights, not a loop over all rows.
 */
export function rowEmphasis(
  graph: Graph,
  view: Pick<View, 'filter' | 'filteredOut'>,
  highlight: Highlight,
): RowEmphasis {
  const inputs = emphasisInputsOf(graph, view)
  if (!highlight.isActive) return inputs.atRest
  const last = lastHighlighted(graph)
  const from = [inputs, highlight]
  if (last.result && haveSameItems(from, last.from)) return last.result
  const { atRest, visible } = inputs
  const highlightedNodes = highlight.nodes.filter((row) => visible.nodes[row])
  const highlightedEdges = highlight.edges.filter((row) => visible.edges[row])
  const nodes = withHighlighted(dimmedBehindHighlight(atRest.nodes), highlightedNodes)
  const edges = withHighlighted(dimmedBehindHighlight(atRest.edges), highlightedEdges)
  last.from = from
  last.result = { ...atRest, nodes, edges, highlightedEdges }
  return last.result
}

function emphasisInputsOf(graph: Graph, { filter, filteredOut }: Pick<View, 'filter' | 'filteredOut'>): EmphasisInputs {
  const last = lastInputs(graph)
  const from = [filter, filteredOut]
  if (last.inputs && haveSameItems(from, last.from)) return last.inputs
  const visible = visibleRows(graph, filter)
  // What is removed only because its sources are excluded stays visible, dimmed.
  const withAllSources = visibleRows(graph, filterWithoutSourceLens(filter))
  const out = filteredOut === 'dim' ? dimmed : hidden
  const nodes = emphasisColumn(visible.nodes, withAllSources.nodes, out)
  const edges = emphasisColumn(visible.edges, withAllSources.edges, out)
  const isOnlyVisible = withAllSources === visible && filteredOut === 'hide'
  const counts = {
    nodeCount: isOnlyVisible ? visible.nodeCount : countNotHidden(nodes),
    edgeCount: isOnlyVisible ? visible.edgeCount : countNotHidden(edges),
  }
  last.from = from
  last.inputs = { visible, atRest: { nodes, edges, ...counts, highlightedEdges: [] } }
  return last.inputs
}

/** Four rows of one byte each, all of them 1. */
const oneInEachByte = 0x01010101

/** Normal if visible, dimmed if in the second mask only, otherwise `out`. Computed four rows at a time. */
function emphasisColumn(visible: Uint8Array, before: Uint8Array, out: number): Uint8Array {
  return mapFourRows(
    visible,
    before,
    (now, then) => oneInEachByte * out + now * (normal - out) + (then & ~now) * (dimmed - out),
  )
}

/** Dims normal rows, for use behind a highlight: 0, 1 and 2 become 0, 1 and 1. */
const dimmedBehindHighlight = memoizeByKey((atRest: Uint8Array): Uint8Array =>
  mapFourRows(atRest, atRest, (rows) => (rows | (rows >> 1)) & oneInEachByte),
)

/** Maps the rows of two byte columns, four at a time. No byte of a result may exceed 255. */
function mapFourRows(some: Uint8Array, others: Uint8Array, make: (some: number, others: number) => number): Uint8Array {
  const rows = new Uint8Array(Math.ceil(some.length / 4) * 4)
  const [to, one, other] = [asFourRowWords(rows), asFourRowWords(some), asFourRowWords(others)]
  for (let at = 0; at < one.length; at++) to[at] = make(one[at]!, other[at]!)
  // Fewer than four rows are left over; each is computed as if it were the lowest byte of a word.
  for (let row = 4 * one.length; row < some.length; row++) rows[row] = make(some[row]!, others[row]!)
  return rows.subarray(0, some.length)
}

/** A byte column as words of four bytes; the last few bytes may be left over. */
function asFourRowWords(rows: Uint8Array): Uint32Array {
  const aligned = rows.byteOffset % 4 === 0 ? rows : rows.slice()
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2)
}

function withHighlighted(dimmedRows: Uint8Array, highlightedRows: readonly number[]): Uint8Array {
  const rows = dimmedRows.slice()
  for (const row of highlightedRows) rows[row] = highlighted
  return rows
}

function countNotHidden(rows: Uint8Array): number {
  let count = 0
  for (let row = 0; row < rows.length; row++) if (rows[row] !== hidden) count++
  return count
}

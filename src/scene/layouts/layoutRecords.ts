import type { Texts } from '../../messages/texts.en'
import type { VisibleRows } from '../../analysis/filter/applyFilter'
import { layoutNames, type LayoutName } from '../../layout/layoutNames'
import { initialPositions } from '../../layout/positions'
import { message, type Message } from '../../messages/message'
import { textAt } from '../../model/columns'
import { nodeRowIndex, memoizeByGraph, type Graph } from '../../model/graph'
import { labelInLanguage } from '../../model/nodeNames'
import { nodeRecordAt } from '../../model/rowRecords'
import { graphBeforeLens } from '../../model/statementLens'
import { timeColumnLabel, timeColumns } from './timeColumns'
import { memoizeByPair } from '../view/memoizeByPair'
import { drawnNodeEdgeMasks } from './drawnNodeEdgeMasks'
import { lensedGraph } from '../view/filterResult'
import type { LayoutChoice, PinnedPositions, Workspace } from '../view/view'

/**
 * A layout that a person can choose; label and description are in `texts.layouts`. `prepared` and `force` lay out the whole
 * graph, all others what is drawn.
 */
interface LayoutRecord {
  readonly name: LayoutName
  /** Why the layout cannot be used for what is drawn; undefined if it can. */
  readonly unavailableReason?: (workspace: Workspace) => Message | undefined
}

/** Limits of the layered layout, at which it takes about ten seconds. */
const maxLayered = { nodes: 200_000, edges: 1_000_000 }

const records = {
  prepared: {},
  force: {},
  circle: {},
  grouped: {},
  grid: {},
  layered: { unavailableReason: tooLargeForLayers },
  radial: {
    unavailableReason: (workspace) =>
      drawnNodeEdgeMasks(workspace).edgeCount === 0 ? message('layouts', 'noEdges') : undefined,
  },
  time: {
    unavailableReason: ({ graph, view }) =>
      timeColumns(lensedGraph(graph, view.filter)).length === 0 ? message('layouts', 'noDatesOrNumbers') : undefined,
  },
  geo: { unavailableReason: (workspace) => (hasDrawnCoordinates(workspace) ? undefined : noCoordinates(workspace)) },
} satisfies Record<LayoutName, Omit<LayoutRecord, 'name'>>

export const layoutRecordByName = (name: LayoutName): LayoutRecord => ({ name, ...records[name] })

/** Every layout, in the order of the layout menu. */
export const layoutRecords: readonly LayoutRecord[] = layoutNames.map(layoutRecordByName)

function tooLargeForLayers(workspace: Workspace): Message | undefined {
  const { nodeCount, edgeCount } = drawnNodeEdgeMasks(workspace)
  if (edgeCount === 0) return message('layouts', 'noEdges')
  if (nodeCount <= maxLayered.nodes && edgeCount <= maxLayered.edges) return undefined
  return message('layouts', 'tooLarge', maxLayered)
}

/** One byte a node: 1 if it has a latitude and a longitude. */
const rowsWithCoordinates = memoizeByGraph(({ nodes }): Uint8Array => {
  const [latitude, longitude] = [nodes.attributes.get('latitude'), nodes.attributes.get('longitude')]
  if (latitude?.kind !== 'number' || longitude?.kind !== 'number') return new Uint8Array(nodes.count)
  return Uint8Array.from(latitude.values, (value, row) =>
    Number.isFinite(value) && Number.isFinite(longitude.values[row]) ? 1 : 0,
  )
})

const hasDrawnCoordinates = ({ graph, view }: Workspace): boolean =>
  hasCoordinatesAmong(graphBeforeLens(graph), drawnNodeEdgeMasks({ graph, view }))

const hasCoordinatesAmong = memoizeByPair((graph: Graph, { nodes }: VisibleRows) => {
  const withCoordinates = rowsWithCoordinates(graph)
  return nodes.some((drawn, row) => drawn === 1 && withCoordinates[row] === 1)
})

const noCoordinates = ({ graph }: Workspace): Message =>
  rowsWithCoordinates(graphBeforeLens(graph)).includes(1)
    ? message('layouts', 'noVisibleCoordinates')
    : message('layouts', 'noCoordinates')

/**
 * The choice that picking a layout makes: a radial layout is centred on the selected node, and "no overlap" stays as it is.
 */
export function layoutChoiceFor({ graph, view }: Workspace, name: LayoutName, column?: string): LayoutChoice {
  const noOverlap = view.layout.noOverlap && { noOverlap: true as const }
  if (name === 'force') return { name, iterations: 400, ...noOverlap }
  if (name === 'time') return { name, iterations: 0, ...(column !== undefined && { column }), ...noOverlap }
  if (name !== 'radial') return { name, iterations: 0, ...noOverlap }
  const drawn = drawnNodeEdgeMasks({ graph, view })
  const selected = view.selection.nodes
    .map((id) => nodeRowIndex(graph).get(id))
    .find((row) => row !== undefined && drawn.nodes[row])
  const row = selected ?? bestConnected(graph, drawn)
  return { name, iterations: 0, ...(row !== undefined && { centre: textAt(graph.nodes.id, row) }), ...noOverlap }
}

/** The drawn node with the most drawn edges; undefined if nothing is drawn. */
function bestConnected({ nodes, edges }: Graph, drawn: { nodes: Uint8Array; edges: Uint8Array }): number | undefined {
  const degree = new Uint32Array(nodes.count)
  for (let edge = 0; edge < edges.count; edge++) {
    const [source, target] = [edges.source[edge]!, edges.target[edge]!]
    if (!drawn.edges[edge] || source === target) continue
    degree[source]!++
    degree[target]!++
  }
  let best: number | undefined
  for (let row = 0; row < nodes.count; row++)
    if (drawn.nodes[row] && (best === undefined || degree[row]! > degree[best]!)) best = row
  return best
}

/** The status line's text for a layout whose positions are shown. */
export function layoutStatusText({ graph, view }: Workspace, texts: Texts): string {
  const { name, centre: centreId, column: columnId, noOverlap = false, iterations } = view.layout
  // The number of iterations that were run does not mean that the layout has settled: a person may have stopped it.
  if (name === 'force') return texts.layouts.forceStatus({ iterations, noOverlap })
  const row = name === 'radial' ? nodeRowIndex(graph).get(centreId ?? '') : undefined
  const column =
    name === 'time' ? timeColumns(lensedGraph(graph, view.filter)).find(({ id }) => id === columnId) : undefined
  return texts.layouts.status({
    layout: name,
    centre: row === undefined ? '' : labelInLanguage(texts.language, nodeRecordAt(graph, row)),
    column: column ? timeColumnLabel(column, texts) : '',
    noOverlap,
  })
}

const preparedOnce = memoizeByGraph(initialPositions)

/** The positions that the graph came with, x and y in turn by node row. */
export const preparedPositions: (graph: Graph, name: 'prepared') => Float32Array = (graph) =>
  preparedOnce(graphBeforeLens(graph))

/** Positions with pinned nodes moved to their pins; the same array if there are no pins. */
export function positionsWithPins(graph: Graph, positions: Float32Array, pins: PinnedPositions): Float32Array {
  const pinned = Object.entries(pins).flatMap(([id, [x, y]]) => {
    const row = nodeRowIndex(graph).get(id)
    return row === undefined ? [] : [{ row, x, y }]
  })
  if (pinned.length === 0) return positions
  const moved = positions.slice()
  for (const { row, x, y } of pinned) {
    moved[2 * row] = x
    moved[2 * row + 1] = y
  }
  return moved
}

/** A camera that shows these nodes with some space around them, in a viewport that is `aspect` times as wide as high. */
export function cameraFitting(positions: Float32Array, rows: readonly number[], aspect: number) {
  const xs = rows.map((row) => positions[2 * row]!)
  const ys = rows.map((row) => positions[2 * row + 1]!)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [low, high] = [Math.min(...ys), Math.max(...ys)]
  const width = Math.max(right - left + 180, (high - low + 140) * aspect, 320)
  return { x: (left + right) / 2, y: (low + high) / 2, width }
}

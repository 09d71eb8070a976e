import type { Texts } from '../../messages/texts.en'
import type { VisibleRows } from '../../analysis/filter/applyFilter'
import { initialPositions } from '../../layout/positions'
import { mainThreadLayouts } from '../../layout/mainThreadLayouts'
import type { LayoutResult, LayoutInput } from '../../layout/layoutInput'
import { textAt } from '../../model/columns'
import { nodeRowById, memoizeByGraph, type Graph } from '../../model/graph'
import { pluralize } from '../../model/pluralize'
import { labelInLanguage } from '../../model/nodeNames'
import { nodeRecordAt } from '../../model/rowRecords'
import { groupThousands } from '../../model/value'
import { graphBeforeLens } from '../../model/statementLens'
import { timeColumns } from './timeColumns'
import { memoizeByPair } from '../view/memoizeByPair'
import { drawnRows } from './workspaceLayoutInput'
import { lensedGraph } from '../view/filterResult'
import type { LayoutChoice, LayoutName, PinnedPositions, Workspace } from '../view/view'

/**
 * A layout that a person can choose. All but `prepared` and `force`, which place the whole graph, place what is drawn: with
 * a filter what it leaves.
 */
export interface LayoutRecord {
  readonly name: LayoutName
  readonly label: string
  /** One line that says what places mean. */
  readonly description: string
  /**
   * How positions come about: they are in the graph; step by step, until stopped; in one go, at once or for large graphs
   * in a worker; in one go and always in a worker.
   */
  readonly execution: 'given' | 'steps' | 'quick' | 'worker'
  /** What a person can choose about it. */
  readonly parameter?: 'centre' | 'column'
  /** Why it cannot be used for what is drawn, as a sentence; undefined where it can. */
  readonly unavailableReason?: (workspace: Workspace) => string | undefined
}

/** These take some ten seconds. */
const maxLayered = { nodes: 200_000, edges: 1_000_000 }

/** Every layout. To add one: write its file in `layout`, name it in `layout/mainThreadLayouts`, in `scene/view/view` and here. */
export const layoutRecords: readonly LayoutRecord[] = [
  { name: 'prepared', label: 'Prepared', description: 'The map that came with the data', execution: 'given' },
  {
    name: 'force',
    label: 'ForceAtlas2',
    description: 'Ties pull, nodes push; runs until you stop it',
    execution: 'steps',
  },
  { name: 'circle', label: 'Circle', description: 'All on one circle, types side by side', execution: 'quick' },
  { name: 'grouped', label: 'Grouped by type', description: 'Each type in a disc of its own', execution: 'quick' },
  { name: 'grid', label: 'Grid', description: 'In rows, by type and by name', execution: 'quick' },
  {
    name: 'layered',
    label: 'Layered',
    description: 'In layers, so that edges point to the right',
    execution: 'worker',
    unavailableReason: tooLarge,
  },
  {
    name: 'radial',
    label: 'Radial',
    description: 'Rings by distance from the selected node',
    execution: 'quick',
    parameter: 'centre',
    unavailableReason: (workspace) => (drawnRows(workspace).edgeCount === 0 ? 'No edge is shown.' : undefined),
  },
  {
    name: 'time',
    label: 'By time',
    description: 'Dates or numbers from left to right, in lanes',
    execution: 'quick',
    parameter: 'column',
    unavailableReason: ({ graph, view }) =>
      timeColumns(lensedGraph(graph, view.filter)).length === 0 ? 'No node has a date or a number.' : undefined,
  },
  {
    name: 'geo',
    label: 'Geographic',
    description: 'On a map, the others beside what they are tied to',
    execution: 'worker',
    unavailableReason: (workspace) => (isLocated(workspace) ? undefined : noCoordinates(workspace)),
  },
]

export const layoutRecordByName = (name: LayoutName): LayoutRecord => layoutRecords.find((each) => each.name === name)!

function tooLarge(workspace: Workspace): string | undefined {
  const { nodeCount, edgeCount } = drawnRows(workspace)
  if (edgeCount === 0) return 'No edge is shown.'
  if (nodeCount <= maxLayered.nodes && edgeCount <= maxLayered.edges) return undefined
  const [nodes, edges] = [groupThousands(maxLayered.nodes), groupThousands(maxLayered.edges)]
  return `Up to ${nodes} nodes and ${edges} edges; filter first.`
}

const locatedRows = memoizeByGraph(({ nodes }): Uint8Array => {
  const [latitude, longitude] = [nodes.attributes.get('latitude'), nodes.attributes.get('longitude')]
  if (latitude?.kind !== 'number' || longitude?.kind !== 'number') return new Uint8Array(nodes.count)
  return Uint8Array.from(latitude.values, (value, row) =>
    Number.isFinite(value) && Number.isFinite(longitude.values[row]) ? 1 : 0,
  )
})

const isLocated = ({ graph, view }: Workspace): boolean =>
  someLocated(graphBeforeLens(graph), drawnRows({ graph, view }))

const someLocated = memoizeByPair((graph: Graph, { nodes }: VisibleRows) => {
  const located = locatedRows(graph)
  return nodes.some((drawn, row) => drawn === 1 && located[row] === 1)
})

const noCoordinates = ({ graph }: Workspace): string =>
  locatedRows(graphBeforeLens(graph)).includes(1)
    ? 'No node that is shown has coordinates.'
    : 'No node has coordinates.'

/** The choice that a person makes by naming a layout now: rings go round what is selected, spreading apart stays on. */
export function layoutChoiceFor({ graph, view }: Workspace, name: LayoutName, column?: string): LayoutChoice {
  const noOverlap = view.layout.noOverlap && { noOverlap: true as const }
  if (name === 'force') return { name, iterations: 400, ...noOverlap }
  if (name === 'time') return { name, iterations: 0, ...(column !== undefined && { column }), ...noOverlap }
  if (name !== 'radial') return { name, iterations: 0, ...noOverlap }
  const drawn = drawnRows({ graph, view })
  const chosen = view.selection.nodes
    .map((id) => nodeRowById(graph).get(id))
    .find((row) => row !== undefined && drawn.nodes[row])
  const row = chosen ?? bestConnected(graph, drawn)
  return { name, iterations: 0, ...(row !== undefined && { centre: textAt(graph.nodes.id, row) }), ...noOverlap }
}

/** The drawn node with the most drawn edges; undefined where nothing is drawn. */
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

/** What the status line says of a layout that holds. */
export function layoutStatusText({ graph, view }: Workspace, texts: Texts): string {
  const { name, centre, column, noOverlap, iterations } = view.layout
  const { label } = layoutRecordByName(name)
  const row = name === 'radial' ? nodeRowById(graph).get(centre ?? '') : undefined
  const along =
    name === 'time' ? timeColumns(lensedGraph(graph, view.filter)).find(({ id }) => id === column) : undefined
  const more = [
    row === undefined ? '' : ` around ${labelInLanguage(texts.language, nodeRecordAt(graph, row))}`,
    along ? `: ${along.label}` : '',
    noOverlap ? ', spread apart' : '',
  ].join('')
  // How many were run, not that it is settled: a person may have stopped it.
  return name === 'force' ? `${label}, ${pluralize(iterations, 'round')}${more}` : `${label} layout${more}`
}

/** The function behind a layout that the page itself can compute. */
export const quickLayoutFunction = (name: string): ((input: LayoutInput) => LayoutResult) | undefined =>
  (mainThreadLayouts as Readonly<Record<string, (input: LayoutInput) => LayoutResult>>)[name]

const preparedOnce = memoizeByGraph(initialPositions)

/** The positions that the graph came with. */
export const preparedPositions: (graph: Graph, name: 'prepared') => Float32Array = (graph) =>
  preparedOnce(graphBeforeLens(graph))

/** Positions with the pins put where they are; the same array where there are none. */
export function positionsWithPins(graph: Graph, positions: Float32Array, pins: PinnedPositions): Float32Array {
  const pinned = Object.entries(pins).flatMap(([id, [x, y]]) => {
    const row = nodeRowById(graph).get(id)
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

/** Middle and width of a frame that holds these nodes with room around them, in a window that is `aspect` times as wide as high. */
export function cameraFitting(positions: Float32Array, rows: readonly number[], aspect: number) {
  const xs = rows.map((row) => positions[2 * row]!)
  const ys = rows.map((row) => positions[2 * row + 1]!)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [low, high] = [Math.min(...ys), Math.max(...ys)]
  const width = Math.max(right - left + 180, (high - low + 140) * aspect, 320)
  return { x: (left + right) / 2, y: (low + high) / 2, width }
}

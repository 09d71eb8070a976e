import type { Visible } from '../../analysis/filter/applyFilter'
import { placesOf } from '../../layout/positions'
import { quickLayouts } from '../../layout/mainThreadLayouts'
import type { Placed, Plan } from '../../layout/layoutInput'
import { textAt } from '../../model/columns'
import { nodeRows, perGraph, type Graph } from '../../model/graph'
import { counted } from '../../model/pluralize'
import { labelIn } from '../../model/nodeNames'
import { nodeAt } from '../../model/rowRecords'
import { grouped } from '../../model/value'
import { originalOf } from '../../model/statementLens'
import { timeColumns } from './timeColumns'
import { memoised } from '../view/memoizeByPair'
import { drawnOf } from './workspaceLayoutInput'
import { seen } from '../view/filterResult'
import type { LayoutChoice, LayoutName, Pins, Workspace } from '../view/view'

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
  readonly how: 'given' | 'steps' | 'quick' | 'worker'
  /** What a person can choose about it. */
  readonly asks?: 'centre' | 'column'
  /** Why it cannot be used for what is drawn, as a sentence; undefined where it can. */
  readonly missing?: (workspace: Workspace) => string | undefined
}

/** These take some ten seconds. */
const mostLayered = { nodes: 200_000, edges: 1_000_000 }

/** Every layout. To add one: write its file in `layout`, name it in `layout/layouts`, in `scene/view` and here. */
export const layoutRecords: readonly LayoutRecord[] = [
  { name: 'prepared', label: 'Prepared', description: 'The map that came with the data', how: 'given' },
  {
    name: 'force',
    label: 'ForceAtlas2',
    description: 'Ties pull, nodes push; runs until you stop it',
    how: 'steps',
  },
  { name: 'circle', label: 'Circle', description: 'All on one circle, types side by side', how: 'quick' },
  { name: 'grouped', label: 'Grouped by type', description: 'Each type in a disc of its own', how: 'quick' },
  { name: 'grid', label: 'Grid', description: 'In rows, by type and by name', how: 'quick' },
  {
    name: 'layered',
    label: 'Layered',
    description: 'In layers, so that edges point to the right',
    how: 'worker',
    missing: tooLarge,
  },
  {
    name: 'radial',
    label: 'Radial',
    description: 'Rings by distance from the selected node',
    how: 'quick',
    asks: 'centre',
    missing: (workspace) => (drawnOf(workspace).edgeCount === 0 ? 'No edge is shown.' : undefined),
  },
  {
    name: 'time',
    label: 'By time',
    description: 'Dates or numbers from left to right, in lanes',
    how: 'quick',
    asks: 'column',
    missing: ({ graph, view }) =>
      timeColumns(seen(graph, view.filter)).length === 0 ? 'No node has a date or a number.' : undefined,
  },
  {
    name: 'geo',
    label: 'Geographic',
    description: 'On a map, the others beside what they are tied to',
    how: 'worker',
    missing: (workspace) => (isLocated(workspace) ? undefined : noCoordinates(workspace)),
  },
]

export const layoutNamed = (name: LayoutName): LayoutRecord => layoutRecords.find((each) => each.name === name)!

function tooLarge(workspace: Workspace): string | undefined {
  const { nodeCount, edgeCount } = drawnOf(workspace)
  if (edgeCount === 0) return 'No edge is shown.'
  if (nodeCount <= mostLayered.nodes && edgeCount <= mostLayered.edges) return undefined
  const [nodes, edges] = [grouped(mostLayered.nodes), grouped(mostLayered.edges)]
  return `Up to ${nodes} nodes and ${edges} edges; filter first.`
}

const locatedRows = perGraph(({ nodes }): Uint8Array => {
  const [latitude, longitude] = [nodes.attributes.get('latitude'), nodes.attributes.get('longitude')]
  if (latitude?.kind !== 'number' || longitude?.kind !== 'number') return new Uint8Array(nodes.count)
  return Uint8Array.from(latitude.values, (value, row) =>
    Number.isFinite(value) && Number.isFinite(longitude.values[row]) ? 1 : 0,
  )
})

const isLocated = ({ graph, view }: Workspace): boolean => someLocated(originalOf(graph), drawnOf({ graph, view }))

const someLocated = memoised((graph: Graph, { nodes }: Visible) => {
  const located = locatedRows(graph)
  return nodes.some((drawn, row) => drawn === 1 && located[row] === 1)
})

const noCoordinates = ({ graph }: Workspace): string =>
  locatedRows(originalOf(graph)).includes(1) ? 'No node that is shown has coordinates.' : 'No node has coordinates.'

/** The choice that a person makes by naming a layout now: rings go round what is selected, spreading apart stays on. */
export function choiceOf({ graph, view }: Workspace, name: LayoutName, column?: string): LayoutChoice {
  const apart = view.layout.apart && { apart: true as const }
  if (name === 'force') return { name, iterations: 400, ...apart }
  if (name === 'time') return { name, iterations: 0, ...(column !== undefined && { column }), ...apart }
  if (name !== 'radial') return { name, iterations: 0, ...apart }
  const drawn = drawnOf({ graph, view })
  const chosen = view.selection.nodes
    .map((id) => nodeRows(graph).get(id))
    .find((row) => row !== undefined && drawn.nodes[row])
  const row = chosen ?? bestConnected(graph, drawn)
  return { name, iterations: 0, ...(row !== undefined && { centre: textAt(graph.nodes.id, row) }), ...apart }
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
export function layoutText({ graph, view }: Workspace): string {
  const { name, centre, column, apart, iterations } = view.layout
  const { label } = layoutNamed(name)
  const row = name === 'radial' ? nodeRows(graph).get(centre ?? '') : undefined
  const along = name === 'time' ? timeColumns(seen(graph, view.filter)).find(({ id }) => id === column) : undefined
  const more = [
    row === undefined ? '' : ` around ${labelIn(view.language, nodeAt(graph, row))}`,
    along ? `: ${along.label}` : '',
    apart ? ', spread apart' : '',
  ].join('')
  // How many were run, not that it is settled: a person may have stopped it.
  return name === 'force' ? `${label}, ${counted(iterations, 'round')}${more}` : `${label} layout${more}`
}

/** The function behind a layout that the page itself can compute. */
export const quickLayout = (name: string): ((plan: Plan) => Placed) | undefined =>
  (quickLayouts as Readonly<Record<string, (plan: Plan) => Placed>>)[name]

const prepared = perGraph(placesOf)

/** The positions that the graph came with. */
export const placesIn: (graph: Graph, name: 'prepared') => Float32Array = (graph) => prepared(originalOf(graph))

/** Positions with the pins put where they are; the same array where there are none. */
export function withPins(graph: Graph, places: Float32Array, pins: Pins): Float32Array {
  const pinned = Object.entries(pins).flatMap(([id, [x, y]]) => {
    const row = nodeRows(graph).get(id)
    return row === undefined ? [] : [{ row, x, y }]
  })
  if (pinned.length === 0) return places
  const moved = places.slice()
  for (const { row, x, y } of pinned) {
    moved[2 * row] = x
    moved[2 * row + 1] = y
  }
  return moved
}

/** Middle and width of a frame that holds these nodes with room around them, in a window that is `aspect` times as wide as high. */
export function cameraOn(places: Float32Array, rows: readonly number[], aspect: number) {
  const xs = rows.map((row) => places[2 * row]!)
  const ys = rows.map((row) => places[2 * row + 1]!)
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [low, high] = [Math.min(...ys), Math.max(...ys)]
  const width = Math.max(right - left + 180, (high - low + 140) * aspect, 320)
  return { x: (left + right) / 2, y: (low + high) / 2, width }
}

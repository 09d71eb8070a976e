import type { Filter } from '../../analysis/filter/filter'
import type { LayoutName } from '../../layout/layoutNames'
import type { Graph } from '../../model/graph'
import type { PanelId } from './panels'

export { layoutNames, type LayoutName } from '../../layout/layoutNames'
export { panelIds, type PanelId } from './panels'

/** The selected nodes and edges, by id; shared by canvas, list, inspector and address. A figure is shown with its node. */
export interface Selection {
  readonly nodes: readonly string[]
  readonly edges: readonly string[]
  readonly figure?: string
}

/** Centre and width of the viewport, in units of the layout. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly width: number
}

/** A layout and every parameter it depends on besides graph and filter, so that the same address gives the same picture. */
export interface LayoutChoice {
  readonly name: LayoutName
  /** Only for `force`: number of iterations from the prepared positions; 0 before the first. */
  readonly iterations: number
  /** Only for `force`: the pins during the run. */
  readonly pinsDuringRun?: PinnedPositions
  /** Only for `radial`: id of the node in the centre; the best connected node if absent or not drawn. */
  readonly centre?: string
  /** Only for `time`: id of the column on the horizontal axis; the graph's first time column if absent. */
  readonly column?: string
  /** Nodes are moved afterwards, so that no two overlap. */
  readonly noOverlap?: true
}

/** Switches the removal of overlaps on or off. */
export function toggleNoOverlap({ noOverlap, ...layout }: LayoutChoice): LayoutChoice {
  return noOverlap ? layout : { ...layout, noOverlap: true }
}

/** Positions by node id, in units of the layout. */
export type PinnedPositions = Readonly<Record<string, readonly [number, number]>>

/** What the lines of edges encode: the status of the surest statement, or the number of independent sources. */
export const lineEncodings = ['status', 'origins'] as const
export type LineEncoding = (typeof lineEncodings)[number]

/** What one person is looking at. The address carries all of it. */
export interface View {
  readonly filter: Filter
  /** How nodes and edges that do not pass the filter are shown. */
  readonly filteredOut: 'hide' | 'dim'
  readonly selection: Selection
  readonly layout: LayoutChoice
  /** Positions of dragged nodes. They stay there in every layout. */
  readonly pins: PinnedPositions
  /** Undefined while the viewport fits what is shown. */
  readonly camera?: Camera | undefined
  readonly panel: PanelId
  /** What is open within the panel: a source, a list of issues, a grouping of the amounts. */
  readonly detail?: string | undefined
  readonly lineEncoding: LineEncoding
  /** The computed metrics in order, as texts such as `pagerank/damping:0.9`; their results are columns of the nodes. */
  readonly metrics: readonly string[]
  /** The filter key (`sector`, `@community`, ...) whose values colour the nodes; families and types if absent. */
  readonly colour?: string | undefined
  /** The key of the numbers that set the nodes' sizes; the number of their edges if absent. */
  readonly size?: string | undefined
}

export interface Workspace {
  readonly graph: Graph
  readonly view: View
}

export const emptySelection: Selection = { nodes: [], edges: [] }

export const defaultView: View = {
  filter: [],
  filteredOut: 'hide',
  selection: emptySelection,
  layout: { name: 'prepared', iterations: 0 },
  pins: {},
  panel: 'graph',
  lineEncoding: 'status',
  metrics: [],
}

import type { Filter } from '../../analysis/filter/filter'
import type { Graph } from '../../model/graph'

/** What is chosen, by id; the same in canvas, list, inspector and address. A figure is shown beside its node. */
export interface Selection {
  readonly nodes: readonly string[]
  readonly edges: readonly string[]
  readonly figure?: string
}

/** The middle of the frame and its width, in units of the layout. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly width: number
}

export const layoutNames = [
  'prepared',
  'force',
  'circle',
  'grouped',
  'grid',
  'layered',
  'radial',
  'time',
  'geo',
] as const
export type LayoutName = (typeof layoutNames)[number]

/** A layout with all that it hangs on beside graph and filter, so that the same address gives the same picture. */
export interface LayoutChoice {
  readonly name: LayoutName
  /** Only for `force`: iterations from the positions before it; 0 while none ran. */
  readonly iterations: number
  /** Only for `force`: the pins that held while it ran. */
  readonly pinsDuringRun?: PinnedPositions
  /** Only for `radial`: the node in the middle, by id; the best connected one where absent or not drawn. */
  readonly centre?: string
  /** Only for `time`: the column that it is laid out along, by id; the first that the graph has where absent. */
  readonly column?: string
  /** Nodes are spread apart afterwards, so that no two overlap. */
  readonly noOverlap?: true
}

/** The layout with its nodes spread apart, or as it was. */
export function toggleNoOverlap({ noOverlap, ...layout }: LayoutChoice): LayoutChoice {
  return noOverlap ? layout : { ...layout, noOverlap: true }
}

/** Places by node id, in units of the layout. */
export type PinnedPositions = Readonly<Record<string, readonly [number, number]>>

/**
 * Which panel is in front. On a wide window `graph`, `list` and `money` take the middle, `sources`, `ledger` and `measures`
 * stand beside the canvas; on a narrow one all are sheets.
 */
export const panelIds = ['graph', 'list', 'sources', 'ledger', 'money', 'measures', 'filter', 'inspector'] as const
export type PanelId = (typeof panelIds)[number]

/** What the lines of edges tell: how sure the surest statement is, or how many independent origins stand behind them. */
export const lineEncodings = ['status', 'origins'] as const
export type LineEncoding = (typeof lineEncodings)[number]

/** What one person is looking at; the address carries all of it. */
export interface View {
  readonly filter: Filter
  /** What becomes of nodes and edges that the filter rules out. */
  readonly filteredOut: 'hide' | 'dim'
  readonly selection: Selection
  readonly layout: LayoutChoice
  /** Nodes that were dragged, with their places in units of the layout. They stay there in every layout. */
  readonly pins: PinnedPositions
  /** Undefined while the frame fits what is shown. */
  readonly camera?: Camera | undefined
  readonly panel: PanelId
  /** What is opened within the panel: a source, a list of issues, a grouping of the amounts. */
  readonly detail?: string | undefined
  readonly lineEncoding: LineEncoding
  /** What is measured, in order, as texts such as `pagerank/damping:0.9`; the results are columns of the nodes. */
  readonly metrics: readonly string[]
  /** The filter key (`sector`, `@community`, ...) whose values colour the nodes; families and types where absent. */
  readonly colour?: string | undefined
  /** The key of the numbers that the nodes' sizes tell; the number of their edges where absent. */
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

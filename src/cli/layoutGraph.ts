import type { Filter } from '../analysis/filter/filter'
import { withDefaultPositions } from '../jobs/openJob'
import { ForceAtlas2 } from '../layout/forceAtlas2'
import type { LayoutResult, LayoutInput } from '../layout/layoutInput'
import type { LayoutAlgorithmName } from '../layout/layoutNames'
import { textsEn } from '../messages/texts.en'
import type { Graph } from '../model/graph'
import { noGuides } from '../model/layoutGuides'
import { placedNodeCount } from '../model/nodePositions'
import { drawnNodeEdgeMasks } from '../scene/layouts/drawnNodeEdgeMasks'
import { layoutChoiceFor, layoutRecordByName, layoutRecords, preparedPositions } from '../scene/layouts/layoutRecords'
import { timeColumns } from '../scene/layouts/timeColumns'
import { positionsByRow, layoutInputForWorkspace } from '../scene/layouts/workspaceLayoutInput'
import { lensedGraph } from '../scene/view/filterResult'
import { defaultView, type LayoutChoice, type LayoutName, type Workspace } from '../scene/view/view'
import { choiceHint } from './argumentParser'
import { InputFault, UsageFault } from './cliFaults'
import { englishText } from './englishText'
import type { CliLayoutOptions } from './layoutOptions'
import { requireNodeRow } from './requireNodeRow'

/**
 * Positions of a graph's nodes by row, and the guides behind them, as the app would show them with this filter.
 * @throws InputFault or UsageFault if the layout is not available for this graph
 */
export async function layoutGraph(read: Graph, filter: Filter, options: CliLayoutOptions): Promise<LayoutResult> {
  const graph = await withDefaultPositions(read)
  const workspace = await workspaceWithLayout(graph, filter, options)
  const { layout } = workspace.view
  const start = preparedPositions(graph, 'prepared')
  const positions = layout.name === 'force' ? forcePositions(graph, start, options.steps) : start
  const isPositioned = layout.name === 'force' || layout.name === 'prepared'
  if (isPositioned && !layout.noOverlap) return { positions, guides: noGuides }
  const { input, rows } = layoutInputForWorkspace(workspace, positions)
  const result = await runLayoutJob(isPositioned ? 'still' : layout.name, input, layout.noOverlap === true)
  return { ...result, positions: positionsByRow(result.positions, rows, positions) }
}

/** The workspace of a reader who chose this layout. */
async function workspaceWithLayout(
  graph: Graph,
  filter: Filter,
  { name, centre, by, apart }: CliLayoutOptions,
): Promise<Workspace> {
  const view = {
    ...defaultView,
    filter,
    selection: { nodes: centre === undefined ? [] : [centre], edges: [] },
    layout: { ...defaultView.layout, ...(apart && { noOverlap: true as const }) },
  }
  const workspace = { graph, view }
  const used = name === 'prepared' && !isPositioned(graph) ? 'force' : name
  const reason = layoutRecordByName(used).unavailableReason?.(workspace)
  if (reason !== undefined)
    throw new InputFault(`the layout "${textsEn.layouts[used].label}" is not available: ${await englishText(reason)}`)
  if (centre !== undefined) requireDrawn(workspace, centre)
  const column = by === undefined ? undefined : timeColumnId(workspace, by)
  const layout: LayoutChoice = layoutChoiceFor(workspace, used, column)
  return { graph, view: { ...view, layout } }
}

/** A large file without positions is laid out by ForceAtlas2, as when the app opens it. */
const isPositioned = (graph: Graph): boolean => placedNodeCount(graph) === graph.nodes.count

function requireDrawn({ graph, view }: Workspace, centre: string): void {
  if (drawnNodeEdgeMasks({ graph, view }).nodes[requireNodeRow(graph, centre)] === 1) return
  throw new InputFault(`--centre: the filter hides the node "${centre}". Choose another node, or change the filter.`)
}

/** The id of a time column; columns of an opened file may be named without their @. */
function timeColumnId({ graph, view }: Workspace, by: string) {
  const ids = timeColumns(lensedGraph(graph, view.filter)).map(({ id }) => id)
  const id = ids.find((each) => each === by) ?? ids.find((each) => each === `@${by}`)
  if (id !== undefined) return id
  throw new UsageFault(`--by: no column of dates or numbers is called "${by}"${choiceHint(by, ids)}`)
}

/** Iterations without --steps: as many as in the app, except for graphs with which that would take minutes. */
const defaultIterations = 400
const minIterations = 50
/** Budget in microseconds, the unit of `ForceAtlas2.cost`. */
const forceBudget = 60e6

/** ForceAtlas2 over the whole graph, from the prepared positions. */
function forcePositions({ nodes, edges }: Graph, start: Float32Array, steps?: number): Float32Array {
  const force = new ForceAtlas2({
    source: edges.source,
    target: edges.target,
    start,
    fixed: new Uint8Array(nodes.count),
  })
  const affordable = Math.round(forceBudget / Math.max(force.cost, 1))
  force.advance(steps ?? Math.max(minIterations, Math.min(defaultIterations, affordable)))
  return force.positions()
}

async function runLayoutJob(
  layout: LayoutAlgorithmName,
  input: LayoutInput,
  removesOverlap: boolean,
): Promise<LayoutResult> {
  const { layoutJob } = await import('../jobs/layoutJob')
  const job = layoutJob({ layout, input, removesOverlap })
  for (;;) {
    const turn = await job.next()
    if (turn.done) return turn.value
  }
}

/** Descriptions for the command line, where they differ from those of the app. */
const descriptions: Partial<Record<LayoutName, string>> = {
  force: `Edges pull, nodes push apart; ${defaultIterations} iterations without --steps, fewer for large graphs`,
  radial: 'Rings by distance from --centre, or from the node with the most edges',
  time: 'Dates or numbers from left to right, in lanes; the first such column without --by',
}

/** Every layout with its description, one line for each. */
export const layoutHelp = (): string =>
  [
    'Layouts:',
    ...layoutRecords.map(
      ({ name }) => `  ${name.padEnd(10)}${descriptions[name] ?? textsEn.layouts[name].description}`,
    ),
  ].join('\n')

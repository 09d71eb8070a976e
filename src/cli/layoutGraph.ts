import type { Filter } from '../analysis/filter/filter'
import { didYouMean } from '../formats/dataset/datasetFault'
import { withDefaultPositions } from '../jobs/openJob'
import { ForceAtlas2 } from '../layout/forceAtlas2'
import type { LayoutResult, LayoutInput } from '../layout/layoutInput'
import type { Graph } from '../model/graph'
import { noGuides } from '../model/layoutGuides'
import { placedNodeCount } from '../model/nodePositions'
import { timeColumns } from '../scene/layouts/timeColumns'
import { layoutChoiceFor, layoutRecordByName, layoutRecords, preparedPositions } from '../scene/layouts/layoutRecords'
import { drawnRows, positionsByRow, layoutInputForWorkspace } from '../scene/layouts/workspaceLayoutInput'
import { lensedGraph } from '../scene/view/filterResult'
import { defaultView, type LayoutChoice, type LayoutName, type Workspace } from '../scene/view/view'
import { InputFault, UsageFault } from './cliCommand'
import type { CliLayoutOptions } from './layoutOptions'
import { requireNodeRow } from './requireNodeRow'

/**
 * Places of a graph's nodes, by row, with what stands behind them, as the page would show them for this filter. A layout
 * that cannot be used here is said.
 */
export async function layoutGraph(read: Graph, filter: Filter, wish: CliLayoutOptions): Promise<LayoutResult> {
  const graph = await withDefaultPositions(read)
  const workspace = wishedFor(graph, filter, wish)
  const { layout: choice } = workspace.view
  const start = preparedPositions(graph, 'prepared')
  const from = choice.name === 'force' ? forced(graph, start, wish.steps) : start
  const still = choice.name === 'force' || choice.name === 'prepared'
  if (still && !choice.noOverlap) return { positions: from, guides: noGuides }
  const { input: plan, rows } = layoutInputForWorkspace(workspace, from)
  const placed = await computed(still ? 'still' : choice.name, plan, choice.noOverlap === true)
  return { ...placed, positions: positionsByRow(placed.positions, rows, from) }
}

/** The view of a person who chose this layout. */
function wishedFor(graph: Graph, filter: Filter, { name, centre, by, apart }: CliLayoutOptions): Workspace {
  const view = {
    ...defaultView,
    filter,
    selection: { nodes: centre === undefined ? [] : [centre], edges: [] },
    layout: { ...defaultView.layout, ...(apart && { noOverlap: true as const }) },
  }
  const workspace = { graph, view }
  const used = name === 'prepared' && !isPlaced(graph) ? 'force' : name
  const { label, unavailableReason: missing } = layoutRecordByName(used)
  const reason = missing?.(workspace)
  if (reason !== undefined) throw new InputFault(`the layout "${label}" cannot be used here: ${reason}`)
  if (centre !== undefined) checkShown(workspace, centre)
  const choice: LayoutChoice = layoutChoiceFor(
    workspace,
    used,
    by === undefined ? undefined : columnNamed(workspace, by),
  )
  return { graph, view: { ...view, layout: choice } }
}

/** A large file without places has no map, and is laid out by ForceAtlas2 when it is opened. */
const isPlaced = (graph: Graph): boolean => placedNodeCount(graph) === graph.nodes.count

function checkShown({ graph, view }: Workspace, centre: string): void {
  if (drawnRows({ graph, view }).nodes[requireNodeRow(graph, centre)] === 1) return
  throw new InputFault(`--centre: the filter does not leave "${centre}"`)
}

/** The id of the column that is meant; an opened file's may be called without its @. */
function columnNamed({ graph, view }: Workspace, by: string): string {
  const ids = timeColumns(lensedGraph(graph, view.filter)).map(({ id }) => id)
  const id = [by, `@${by}`].find((each) => ids.includes(each))
  if (id !== undefined) return id
  throw new UsageFault(`--by: "${by}" is no date or number${didYouMean(by, ids)}; there are ${ids.join(', ')}`)
}

/** Iterations where nobody says how many: as many as the page runs, but for a graph with which that takes minutes. */
const usual = 400
const fewest = 50
/** Microseconds. */
const patience = 60e6

/** ForceAtlas2 from the prepared places, over the whole graph. */
function forced({ nodes, edges }: Graph, start: Float32Array, steps?: number): Float32Array {
  const force = new ForceAtlas2({
    source: edges.source,
    target: edges.target,
    start,
    fixed: new Uint8Array(nodes.count),
  })
  force.advance(steps ?? Math.max(fewest, Math.min(usual, Math.round(patience / Math.max(force.cost, 1)))))
  return force.positions()
}

async function computed(name: string, plan: LayoutInput, apart: boolean): Promise<LayoutResult> {
  const { layoutJob } = await import('../jobs/layoutJob')
  const work = layoutJob({ layout: name, input: plan, removesOverlap: apart })
  for (;;) {
    const turn = await work.next()
    if (turn.done) return turn.value
  }
}

const asks: Partial<Record<LayoutName, string>> = {
  force: `Ties pull, nodes push; --steps N iterations, else ${usual}, or fewer where those take long`,
  radial: 'Rings by distance from --centre NODE, else from the best connected one',
  time: 'Dates or numbers from left to right, in lanes; --by COLUMN, else the first that there is',
}

/** Every layout, in lines for a person who asks for help. */
export const layoutHelp = (): string =>
  [
    '--layout NAME is how nodes are placed, in pictures and in formats that hold places:',
    ...layoutRecords.map(({ name, description }) => `  ${name.padEnd(10)}${asks[name] ?? description}`),
    '--apart then moves them a little, so that none overlap.',
  ].join('\n')

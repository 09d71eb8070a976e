import type { Filter } from '../analysis/filter/filter'
import { suggestion } from '../formats/dataset/datasetFault'
import { mapped } from '../jobs/openJob'
import { Force } from '../layout/forceAtlas2'
import type { Placed, Plan } from '../layout/layoutInput'
import type { Graph } from '../model/graph'
import { noGuides } from '../model/layoutGuides'
import { placedIn } from '../model/nodePositions'
import { timeColumns } from '../scene/layouts/timeColumns'
import { choiceOf, layoutNamed, layoutRecords, placesIn } from '../scene/layouts/layoutRecords'
import { drawnOf, placesOfRows, planOf } from '../scene/layouts/workspaceLayoutInput'
import { seen } from '../scene/view/filterResult'
import { firstView, type LayoutChoice, type LayoutName, type Workspace } from '../scene/view/view'
import { InputFault, UsageFault } from './cliCommand'
import type { LayoutWish } from './layoutOptions'
import { nodeRow } from './requireNodeRow'

/**
 * Places of a graph's nodes, by row, with what stands behind them, as the page would show them for this filter. A layout
 * that cannot be used here is said.
 */
export async function laidOut(read: Graph, filter: Filter, wish: LayoutWish): Promise<Placed> {
  const graph = await mapped(read)
  const workspace = wishedFor(graph, filter, wish)
  const { layout: choice } = workspace.view
  const start = placesIn(graph, 'prepared')
  const from = choice.name === 'force' ? forced(graph, start, wish.steps) : start
  const still = choice.name === 'force' || choice.name === 'prepared'
  if (still && !choice.apart) return { places: from, guides: noGuides }
  const { plan, rows } = planOf(workspace, from)
  const placed = await computed(still ? 'still' : choice.name, plan, choice.apart === true)
  return { ...placed, places: placesOfRows(placed.places, rows, from) }
}

/** The view of a person who chose this layout. */
function wishedFor(graph: Graph, filter: Filter, { name, centre, by, apart }: LayoutWish): Workspace {
  const view = {
    ...firstView,
    filter,
    selection: { nodes: centre === undefined ? [] : [centre], edges: [] },
    layout: { ...firstView.layout, ...(apart && { apart: true as const }) },
  }
  const workspace = { graph, view }
  const used = name === 'prepared' && !isPlaced(graph) ? 'force' : name
  const { label, missing } = layoutNamed(used)
  const reason = missing?.(workspace)
  if (reason !== undefined) throw new InputFault(`the layout "${label}" cannot be used here: ${reason}`)
  if (centre !== undefined) checkShown(workspace, centre)
  const choice: LayoutChoice = choiceOf(workspace, used, by === undefined ? undefined : columnNamed(workspace, by))
  return { graph, view: { ...view, layout: choice } }
}

/** A large file without places has no map, and is laid out by ForceAtlas2 when it is opened. */
const isPlaced = (graph: Graph): boolean => placedIn(graph) === graph.nodes.count

function checkShown({ graph, view }: Workspace, centre: string): void {
  if (drawnOf({ graph, view }).nodes[nodeRow(graph, centre)] === 1) return
  throw new InputFault(`--centre: the filter does not leave "${centre}"`)
}

/** The id of the column that is meant; an opened file's may be called without its @. */
function columnNamed({ graph, view }: Workspace, by: string): string {
  const ids = timeColumns(seen(graph, view.filter)).map(({ id }) => id)
  const id = [by, `@${by}`].find((each) => ids.includes(each))
  if (id !== undefined) return id
  throw new UsageFault(`--by: "${by}" is no date or number${suggestion(by, ids)}; there are ${ids.join(', ')}`)
}

/** Iterations where nobody says how many: as many as the page runs, but for a graph with which that takes minutes. */
const usual = 400
const fewest = 50
/** Microseconds. */
const patience = 60e6

/** ForceAtlas2 from the prepared places, over the whole graph. */
function forced({ nodes, edges }: Graph, start: Float32Array, steps?: number): Float32Array {
  const force = new Force({ source: edges.source, target: edges.target, start, fixed: new Uint8Array(nodes.count) })
  force.advance(steps ?? Math.max(fewest, Math.min(usual, Math.round(patience / Math.max(force.cost, 1)))))
  return force.positions()
}

async function computed(name: string, plan: Plan, apart: boolean): Promise<Placed> {
  const { layout } = await import('../jobs/layoutJob')
  const work = layout({ layout: name, plan, apart })
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

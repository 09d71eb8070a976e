import type { ForceFrame, ForceRun } from '../jobs/force'
import { nodeRows } from '../model/graph'
import { placesIn, withPins } from '../scene/places'
import type { LayoutChoice, Workspace } from '../scene/view'
import { look, type MomentStore, type WorkspaceStore } from './store'
import { start, type MakeWorker, type Running } from './work'

export interface LayoutKeeper {
  /** Starts ForceAtlas2, going on from the iterations that the view has, or stops it. */
  readonly toggle: () => void
  readonly end: () => void
}

/** What the keeper needs of the world: workers, and a promise for the next drawn frame. */
export interface Outside {
  readonly makeWorker: MakeWorker
  readonly frame: () => Promise<void>
}

/**
 * Keeps the positions in step with the view's layout: computes them where that is quick, else asks a worker for the
 * very iterations that the view names. The one owner of a layout's worker.
 */
export function keepLayout(
  workspace: WorkspaceStore,
  moment: MomentStore,
  { makeWorker, frame }: Outside,
): LayoutKeeper {
  let running: Running | undefined
  let live = false
  /** The layout whose positions the moment holds. */
  let held: LayoutChoice | undefined

  const stop = () => {
    running?.cancel()
    running = undefined
    live = false
    if (moment.getState().running) moment.setState({ running: false })
  }

  const show = (choice: LayoutChoice, positions: Float32Array | undefined) => {
    held = choice
    moment.setState({ positions })
  }

  const run = (choice: LayoutChoice, until: number) => {
    stop()
    moment.setState({ running: true })
    const ask = { job: 'force', input: forceRun(workspace.getState(), choice, until) }
    running = start<ForceFrame, ForceFrame>(makeWorker, ask, {
      progress: async ({ iterations, positions }) => {
        const now = { ...choice, iterations }
        show(now, positions)
        if (live) look(workspace, (view) => ({ ...view, layout: now }))
        await frame()
      },
      result: ({ positions }) => {
        show(choice, positions)
        stop()
      },
      fault: (what) => {
        stop()
        moment.setState({
          notice: { title: 'The layout stopped', what, remedy: 'Choose another layout, or start it again.' },
        })
      },
    })
  }

  const follow = ({ graph, view: { layout } }: Workspace, before?: Workspace) => {
    const same = before?.graph === graph && held !== undefined && sameLayout(held, layout)
    if (same || (live && layout === held)) return
    if (layout.name !== 'force') {
      stop()
      show(layout, layout.name === 'prepared' ? undefined : placesIn(graph, layout.name))
      return
    }
    run(layout, layout.iterations)
  }

  const unsubscribe = workspace.subscribe(follow)
  follow(workspace.getState())

  return {
    toggle: () => {
      if (live) return stop()
      const { layout, pins } = workspace.getState().view
      const again = layout.name === 'force'
      const choice: LayoutChoice = { name: 'force', iterations: again ? layout.iterations : 0, fixed: pins }
      held = choice
      look(workspace, (view) => ({ ...view, layout: choice }))
      run(choice, 1e6)
      live = true
    },
    end: () => {
      unsubscribe()
      stop()
    },
  }
}

const sameLayout = (one: LayoutChoice, other: LayoutChoice): boolean =>
  one.name === other.name &&
  one.iterations === other.iterations &&
  JSON.stringify(one.fixed) === JSON.stringify(other.fixed)

/** From the prepared positions, with the pins where they are: the same choice always gives the same picture. */
function forceRun({ graph }: Workspace, { iterations, fixed = {} }: LayoutChoice, until: number): ForceRun {
  const pinned = new Uint8Array(graph.nodes.count)
  for (const id of Object.keys(fixed)) {
    const row = nodeRows(graph).get(id)
    if (row !== undefined) pinned[row] = 1
  }
  return {
    source: graph.edges.source,
    target: graph.edges.target,
    start: withPins(graph, placesIn(graph, 'prepared')!, fixed),
    fixed: pinned,
    from: iterations,
    until,
    each: graph.nodes.count > 5000 ? 1 : 4,
  }
}

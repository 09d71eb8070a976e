import type { ForceFrame, ForceRun } from '../jobs/force'
import { nodeRows } from '../model/graph'
import { placesIn, withPins } from '../scene/places'
import type { LayoutChoice, Workspace } from '../scene/view'
import { look, type MomentStore, type WorkspaceStore } from './store'
import { start, type MakeWorker, type Running } from './work'

/** What the keeper needs of the world: workers, and a promise for the next drawn frame. */
export interface Outside {
  readonly makeWorker: MakeWorker
  readonly frame: () => Promise<void>
}

const endless = 1e6

/**
 * Keeps the positions in step with the view's layout: computes them where that is quick, else asks a worker for the
 * very iterations that the view names. The one owner of a layout's worker.
 */
export class LayoutKeeper {
  #running: Running | undefined
  /** The layout runs until it is stopped, and the view follows it. */
  #live = false
  /** The layout whose positions the moment holds. */
  #held: LayoutChoice | undefined

  constructor(
    readonly workspace: WorkspaceStore,
    readonly moment: MomentStore,
    readonly outside: Outside,
  ) {
    workspace.subscribe((now, before) => this.#follow(now, before))
    this.#follow(workspace.getState())
  }

  /** Starts ForceAtlas2, going on from the iterations that the view has, or stops it. */
  toggle(): void {
    if (this.#live) return this.#stop()
    const { layout, pins } = this.workspace.getState().view
    const iterations = layout.name === 'force' ? layout.iterations : 0
    const choice: LayoutChoice = { name: 'force', iterations, fixed: pins }
    this.#held = choice
    look(this.workspace, (view) => ({ ...view, layout: choice }))
    this.#run(choice, endless)
    this.#live = true
  }

  #follow({ graph, view: { layout } }: Workspace, before?: Workspace): void {
    const same = before?.graph === graph && this.#held !== undefined && sameLayout(this.#held, layout)
    if (same) return
    if (layout.name === 'force') return this.#run(layout, layout.iterations)
    this.#stop()
    this.#show(layout, layout.name === 'prepared' ? undefined : placesIn(graph, layout.name))
  }

  #run(choice: LayoutChoice, until: number): void {
    this.#stop()
    this.moment.setState({ running: true })
    const ask = { job: 'force', input: forceRun(this.workspace.getState(), choice, until) }
    this.#running = start<ForceFrame, ForceFrame>(this.outside.makeWorker, ask, {
      progress: ({ iterations, positions }) => {
        this.#show({ ...choice, iterations }, positions)
        if (this.#live) look(this.workspace, (view) => ({ ...view, layout: this.#held! }))
        return this.outside.frame()
      },
      result: ({ positions }) => {
        this.#show(choice, positions)
        this.#stop()
      },
      fault: (what) => {
        this.#stop()
        const remedy = 'Choose another layout, or start it again.'
        this.moment.setState({ notice: { title: 'The layout stopped', what, remedy } })
      },
    })
  }

  #show(choice: LayoutChoice, positions: Float32Array | undefined): void {
    this.#held = choice
    this.moment.setState({ positions })
  }

  #stop(): void {
    this.#running?.cancel()
    this.#running = undefined
    this.#live = false
    if (this.moment.getState().running) this.moment.setState({ running: false })
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

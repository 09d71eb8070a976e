import type { Visible } from '../analysis/filter/applyFilter'
import type { ForceRun } from '../jobs/forceJob'
import { buffersIn } from '../jobs/transferableBuffers'
import type { Placed } from '../layout/layoutInput'
import { runNow } from '../layout/runLayout'
import type { Guides } from '../model/layoutGuides'
import { nodeRows, type Graph } from '../model/graph'
import { layoutNamed, placesIn, quickLayout, withPins } from '../scene/layouts/layoutRecords'
import { drawnOf, placesOfRows, planOf } from '../scene/layouts/workspaceLayoutInput'
import type { LayoutChoice, Pins, Workspace } from '../scene/view/view'
import { startForce } from './startForceLayout'
import { look, type MomentStore, type WorkspaceStore } from './store'
import { start, type MakeWorker, type Running } from './startJob'

/** What the keeper needs of the world: workers, and a promise for the next drawn frame. */
export interface Outside {
  readonly makeWorker: MakeWorker
  readonly frame: () => Promise<void>
}

const endless = 1e6
/** Above so many drawn nodes also a quick layout, or the spreading apart, is left to a worker. */
const mostAtOnce = { laid: 20_000, apart: 1000 }

/** Everything that positions follow from. */
interface Ground {
  readonly graph: Graph
  readonly layout: LayoutChoice
  /** For what places only what is drawn. */
  readonly drawn: Visible | undefined
  /** For what makes room around the pins. */
  readonly pins: Pins | undefined
}

/**
 * Keeps the positions in step with the view's layout: computes them where that is quick, else asks a worker for the
 * very iterations that the view names. The one owner of a layout's worker.
 */
export class LayoutKeeper {
  #running: Running | undefined
  /** The layout runs until it is stopped, and the view follows it. */
  #live = false
  /** What the positions that the moment holds, or that a worker was asked for, follow from. */
  #ground: Ground | undefined
  /** The last layout whose positions were shown. */
  #shown: LayoutChoice = { name: 'prepared', iterations: 0 }

  constructor(
    readonly workspace: WorkspaceStore,
    readonly moment: MomentStore,
    readonly outside: Outside,
  ) {
    workspace.subscribe((now) => this.#follow(now))
    this.#follow(workspace.getState())
  }

  /** Starts ForceAtlas2, going on from the iterations that the view has, or stops it; stops any other layout's work. */
  toggle(): void {
    if (this.#live) return this.#settle()
    if (this.#running) return this.#giveUp()
    const { layout, pins } = this.workspace.getState().view
    const iterations = layout.name === 'force' ? layout.iterations : 0
    const choice: LayoutChoice = { name: 'force', iterations, fixed: pins, ...(layout.apart && { apart: true }) }
    this.#choose(choice)
    this.#run(choice, endless)
    this.#live = true
  }

  #follow(now: Workspace): void {
    const ground = groundOf(now)
    if (this.#ground && sameGround(this.#ground, ground)) return
    this.#ground = ground
    const { layout } = now.view
    if (layout.name === 'force') return this.#run(layout, layout.iterations)
    this.#stop()
    const { label, missing } = layoutNamed(layout.name)
    const reason = missing?.(now)
    if (reason !== undefined) return this.#refuse(label, reason)
    if (layout.name === 'prepared' && !layout.apart) return this.#show(layout, undefined)
    this.#lay(layout, layout.name === 'prepared' ? 'still' : layout.name, placesIn(now.graph, 'prepared'))
  }

  /** ForceAtlas2. */
  #run(choice: LayoutChoice, until: number): void {
    this.#stop()
    this.moment.setState({ running: true })
    const run = forceRun(this.workspace.getState(), choice, until)
    this.#running = startForce(this.outside.makeWorker, run, {
      progress: ({ iterations, positions }) => {
        const now = { ...choice, iterations }
        this.#show(now, positions)
        if (this.#live) this.#choose(now)
        return this.outside.frame()
      },
      result: ({ positions }) => {
        this.#stop()
        if (choice.apart) this.#lay(choice, 'still', positions)
        else this.#show(choice, positions)
      },
      fault: ({ what }) => this.#fail(what),
    })
  }

  /**
   * A layout that is computed in one go, or the spreading apart of positions that there are. What it asks of a large graph
   * is gathered when the page has shown that it was chosen.
   */
  #lay(choice: LayoutChoice, layout: string, from: Float32Array): void {
    const lay = () => this.#layNow(choice, layout, from)
    if (drawnOf(this.workspace.getState()).nodeCount <= mostAtOnce.laid) return lay()
    this.moment.setState({ laying: `${layoutNamed(choice.name).label} layout` })
    const timer = setTimeout(lay)
    this.#running = { cancel: () => clearTimeout(timer) }
  }

  #layNow(choice: LayoutChoice, layout: string, from: Float32Array): void {
    const workspace = this.workspace.getState()
    const { plan, rows } = planOf(workspace, withPins(workspace.graph, from, workspace.view.pins))
    const run = { layout, plan, apart: choice.apart === true }
    const take = ({ places, guides }: Placed) => this.#show(choice, placesOfRows(places, rows, from), guides)
    const quick = quickLayout(layout)
    if (quick && plan.count <= mostAtOnce[run.apart ? 'apart' : 'laid']) return take(runNow(quick, run))
    const { label } = layoutNamed(choice.name)
    this.moment.setState({ laying: `${label} layout` })
    this.#running = start<string, Placed>(
      this.outside.makeWorker,
      { job: 'layout', input: run },
      {
        progress: (words) => this.moment.setState({ laying: `${label} layout: ${words}` }),
        result: (placed) => {
          this.#stop()
          take(placed)
        },
        fault: ({ what }) => this.#fail(what),
      },
      // The graph keeps its labels; all else was made for this run.
      buffersIn({ ...plan, label: undefined }),
    )
  }

  #show(choice: LayoutChoice, positions: Float32Array | undefined, guides?: Guides): void {
    this.#shown = choice
    this.moment.setState({ positions, guides })
  }

  /** Puts a layout into the view that is already seen to. */
  #choose(layout: LayoutChoice): void {
    this.#ground = groundOf({ ...this.workspace.getState(), view: { ...this.workspace.getState().view, layout } })
    look(this.workspace, (view) => ({ ...view, layout }))
  }

  /** ForceAtlas2 ran long enough. */
  #settle(): void {
    const { positions } = this.moment.getState()
    const { layout } = this.workspace.getState().view
    this.#stop()
    if (layout.apart && positions) this.#lay(layout, 'still', positions)
  }

  /** Goes back to the layout that was shown before. */
  #giveUp(): void {
    this.#stop()
    this.#choose(this.#shown)
  }

  #refuse(label: string, what: string): void {
    const remedy = 'The prepared places are shown instead.'
    this.moment.setState({ notice: { title: `The layout “${label}” cannot be used here`, what, remedy } })
    this.#choose({ name: 'prepared', iterations: 0 })
    this.#show({ name: 'prepared', iterations: 0 }, undefined)
  }

  #fail(what: string): void {
    this.#stop()
    const remedy = 'Choose another layout, or start it again.'
    this.moment.setState({ notice: { title: 'The layout stopped', what, remedy } })
  }

  #stop(): void {
    this.#running?.cancel()
    this.#running = undefined
    this.#live = false
    const { running, laying } = this.moment.getState()
    if (running || laying !== undefined) this.moment.setState({ running: false, laying: undefined })
  }
}

function groundOf(workspace: Workspace): Ground {
  const { layout, pins } = workspace.view
  const whole = (layout.name === 'prepared' || layout.name === 'force') && !layout.apart
  return {
    graph: workspace.graph,
    layout,
    drawn: whole ? undefined : drawnOf(workspace),
    pins: layout.apart ? pins : undefined,
  }
}

const sameGround = (one: Ground, other: Ground): boolean =>
  (one.graph === other.graph || (!one.drawn && sameMap(one.graph, other.graph))) &&
  one.drawn === other.drawn &&
  one.pins === other.pins &&
  (one.layout === other.layout || JSON.stringify(one.layout) === JSON.stringify(other.layout))

/** Whether two graphs differ at most in columns that say nothing of places and ties, as when something was measured. */
const sameMap = (one: Graph, other: Graph): boolean =>
  one.nodes.id === other.nodes.id &&
  one.nodes.x === other.nodes.x &&
  one.nodes.y === other.nodes.y &&
  one.nodes.type === other.nodes.type &&
  one.edges.source === other.edges.source &&
  one.edges.target === other.edges.target

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
  }
}

import type { VisibleRows } from '../analysis/filter/applyFilter'
import type { ForceRun } from '../jobs/forceJob'
import { transferableBuffers } from '../jobs/transferableBuffers'
import type { LayoutResult } from '../layout/layoutInput'
import { runLayoutSync } from '../layout/runLayout'
import type { LayoutGuides } from '../model/layoutGuides'
import { nodeRowById, type Graph } from '../model/graph'
import {
  layoutRecordByName,
  preparedPositions,
  quickLayoutFunction,
  positionsWithPins,
} from '../scene/layouts/layoutRecords'
import { drawnRows, positionsByRow, layoutInputForWorkspace } from '../scene/layouts/workspaceLayoutInput'
import type { LayoutChoice, PinnedPositions, Workspace } from '../scene/view/view'
import { startForceLayout } from './startForceLayout'
import { updateView, type SessionStore, type WorkspaceStore } from './store'
import { startJob, type MakeWorker, type RunningJob } from './startJob'

/** What the keeper needs of the world: workers, and a promise for the next drawn frame. */
export interface LayoutEnvironment {
  readonly makeWorker: MakeWorker
  readonly nextFrame: () => Promise<void>
}

const endless = 1e6
/** Above so many drawn nodes also a quick layout, or the spreading apart, is left to a worker. */
const mostAtOnce = { laid: 20_000, apart: 1000 }

/** Everything that positions follow from. */
interface Ground {
  readonly graph: Graph
  readonly layout: LayoutChoice
  /** For what places only what is drawn. */
  readonly drawn: VisibleRows | undefined
  /** For what makes room around the pins. */
  readonly pins: PinnedPositions | undefined
}

/**
 * Keeps the positions in step with the view's layout: computes them where that is quick, else asks a worker for the
 * very iterations that the view names. The one owner of a layout's worker.
 */
export class LayoutRunner {
  #running: RunningJob | undefined
  /** The layout runs until it is stopped, and the view follows it. */
  #live = false
  /** What the positions that the moment holds, or that a worker was asked for, follow from. */
  #ground: Ground | undefined
  /** The last layout whose positions were shown. */
  #shown: LayoutChoice = { name: 'prepared', iterations: 0 }

  constructor(
    readonly workspace: WorkspaceStore,
    readonly session: SessionStore,
    readonly environment: LayoutEnvironment,
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
    const choice: LayoutChoice = {
      name: 'force',
      iterations,
      pinsDuringRun: pins,
      ...(layout.noOverlap && { noOverlap: true }),
    }
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
    const { label, unavailableReason: missing } = layoutRecordByName(layout.name)
    const reason = missing?.(now)
    if (reason !== undefined) return this.#refuse(label, reason)
    if (layout.name === 'prepared' && !layout.noOverlap) return this.#show(layout, undefined)
    this.#lay(layout, layout.name === 'prepared' ? 'still' : layout.name, preparedPositions(now.graph, 'prepared'))
  }

  /** ForceAtlas2. */
  #run(choice: LayoutChoice, until: number): void {
    this.#stop()
    this.session.setState({ forceRunning: true })
    const run = forceRun(this.workspace.getState(), choice, until)
    this.#running = startForceLayout(this.environment.makeWorker, run, {
      onProgress: ({ iterations, positions }) => {
        const now = { ...choice, iterations }
        this.#show(now, positions)
        if (this.#live) this.#choose(now)
        return this.environment.nextFrame()
      },
      onResult: ({ positions }) => {
        this.#stop()
        if (choice.noOverlap) this.#lay(choice, 'still', positions)
        else this.#show(choice, positions)
      },
      onFault: ({ what }) => this.#fail(what),
    })
  }

  /**
   * A layout that is computed in one go, or the spreading apart of positions that there are. What it asks of a large graph
   * is gathered when the page has shown that it was chosen.
   */
  #lay(choice: LayoutChoice, layout: string, from: Float32Array): void {
    const lay = () => this.#layNow(choice, layout, from)
    if (drawnRows(this.workspace.getState()).nodeCount <= mostAtOnce.laid) return lay()
    this.session.setState({ layoutProgress: `${layoutRecordByName(choice.name).label} layout` })
    const timer = setTimeout(lay)
    this.#running = { cancel: () => clearTimeout(timer) }
  }

  #layNow(choice: LayoutChoice, layout: string, from: Float32Array): void {
    const workspace = this.workspace.getState()
    const { input, rows } = layoutInputForWorkspace(
      workspace,
      positionsWithPins(workspace.graph, from, workspace.view.pins),
    )
    const run = { layout, input, removesOverlap: choice.noOverlap === true }
    const take = ({ positions: places, guides }: LayoutResult) =>
      this.#show(choice, positionsByRow(places, rows, from), guides)
    const quick = quickLayoutFunction(layout)
    if (quick && input.count <= mostAtOnce[run.removesOverlap ? 'apart' : 'laid'])
      return take(runLayoutSync(quick, run))
    const { label } = layoutRecordByName(choice.name)
    this.session.setState({ layoutProgress: `${label} layout` })
    this.#running = startJob<string, LayoutResult>(
      this.environment.makeWorker,
      { job: 'layout', input: run },
      {
        onProgress: (words) => this.session.setState({ layoutProgress: `${label} layout: ${words}` }),
        onResult: (placed) => {
          this.#stop()
          take(placed)
        },
        onFault: ({ what }) => this.#fail(what),
      },
      // The graph keeps its labels; all else was made for this run.
      transferableBuffers({ ...input, label: undefined }),
    )
  }

  #show(choice: LayoutChoice, positions: Float32Array | undefined, guides?: LayoutGuides): void {
    this.#shown = choice
    this.session.setState({ positions, guides })
  }

  /** Puts a layout into the view that is already seen to. */
  #choose(layout: LayoutChoice): void {
    this.#ground = groundOf({ ...this.workspace.getState(), view: { ...this.workspace.getState().view, layout } })
    updateView(this.workspace, (view) => ({ ...view, layout }))
  }

  /** ForceAtlas2 ran long enough. */
  #settle(): void {
    const { positions } = this.session.getState()
    const { layout } = this.workspace.getState().view
    this.#stop()
    if (layout.noOverlap && positions) this.#lay(layout, 'still', positions)
  }

  /** Goes back to the layout that was shown before. */
  #giveUp(): void {
    this.#stop()
    this.#choose(this.#shown)
  }

  #refuse(label: string, what: string): void {
    const remedy = 'The prepared places are shown instead.'
    this.session.setState({ notice: { title: `The layout “${label}” cannot be used here`, what, remedy } })
    this.#choose({ name: 'prepared', iterations: 0 })
    this.#show({ name: 'prepared', iterations: 0 }, undefined)
  }

  #fail(what: string): void {
    this.#stop()
    const remedy = 'Choose another layout, or start it again.'
    this.session.setState({ notice: { title: 'The layout stopped', what, remedy } })
  }

  #stop(): void {
    this.#running?.cancel()
    this.#running = undefined
    this.#live = false
    const { forceRunning: running, layoutProgress: laying } = this.session.getState()
    if (running || laying !== undefined) this.session.setState({ forceRunning: false, layoutProgress: undefined })
  }
}

function groundOf(workspace: Workspace): Ground {
  const { layout, pins } = workspace.view
  const whole = (layout.name === 'prepared' || layout.name === 'force') && !layout.noOverlap
  return {
    graph: workspace.graph,
    layout,
    drawn: whole ? undefined : drawnRows(workspace),
    pins: layout.noOverlap ? pins : undefined,
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
function forceRun(
  { graph }: Workspace,
  { iterations, pinsDuringRun: fixed = {} }: LayoutChoice,
  until: number,
): ForceRun {
  const pinned = new Uint8Array(graph.nodes.count)
  for (const id of Object.keys(fixed)) {
    const row = nodeRowById(graph).get(id)
    if (row !== undefined) pinned[row] = 1
  }
  return {
    source: graph.edges.source,
    target: graph.edges.target,
    start: positionsWithPins(graph, preparedPositions(graph, 'prepared')!, fixed),
    fixed: pinned,
    startIteration: iterations,
    endIteration: until,
  }
}

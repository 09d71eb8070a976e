import type { VisibleRows } from '../analysis/filter/applyFilter'
import type { ForceFrame } from '../jobs/forceJob'
import type { JobFault } from '../jobs/job'
import { transferableBuffers } from '../jobs/transferableBuffers'
import type { LayoutResult } from '../layout/layoutInput'
import type { LayoutAlgorithmName, LayoutName } from '../layout/layoutNames'
import { mainThreadLayoutNamed } from '../layout/mainThreadLayouts'
import { runLayoutSync, type LayoutRun } from '../layout/runLayout'
import { message, type Message } from '../messages/message'
import type { LayoutGuides } from '../model/layoutGuides'
import type { Graph } from '../model/graph'
import { drawnNodeEdgeMasks } from '../scene/layouts/drawnNodeEdgeMasks'
import { layoutRecordByName, positionsWithPins, preparedPositions } from '../scene/layouts/layoutRecords'
import { layoutInputForWorkspace, positionsByRow } from '../scene/layouts/workspaceLayoutInput'
import type { LayoutChoice, PinnedPositions, Workspace } from '../scene/view/view'
import { followInputs, JobRunner, type InputFollower } from './jobRunner'
import { buildForceJobInput, startForceLayout } from './startForceLayout'
import { updateView, type Notice, type SessionStore, type WorkspaceStore } from './store'
import type { MakeWorker } from './startJob'

/** What layouts need of the browser: workers, and a promise for the next drawn frame. */
export interface LayoutEnvironment {
  readonly makeWorker: MakeWorker
  readonly nextFrame: () => Promise<void>
}

/** The iteration that a run ends at if nobody stops it. */
const endlessIterations = 1e6
/** With more drawn nodes than these, even a fast layout, or the removal of overlaps, runs in a worker. */
const maxOnMainThread = { layout: 20_000, overlapRemoval: 1000 }

/** Everything that the positions depend on. */
interface PositionInputs {
  readonly graph: Graph
  readonly layout: LayoutChoice
  /** Undefined for layouts of the whole graph. */
  readonly drawn: VisibleRows | undefined
  /** Undefined if no room is made around the pins. */
  readonly pins: PinnedPositions | undefined
}

/**
 * Keeps the positions in step with the view's layout: computes them at once if that is fast, otherwise in a worker, with
 * exactly the iterations that the view names. Owns the worker of layouts.
 */
export class LayoutExecutor {
  readonly #jobs: JobRunner
  /** The layout runs until it is stopped, and the view follows it. */
  #isOpenEnded = false
  #inputs: InputFollower<PositionInputs> | undefined
  /** The last layout whose positions were shown. */
  #shown: LayoutChoice = { name: 'prepared', iterations: 0 }

  constructor(
    readonly workspace: WorkspaceStore,
    readonly session: SessionStore,
    readonly environment: LayoutEnvironment,
  ) {
    const onEnd = () => {
      this.#isOpenEnded = false
      session.setState({ forceRunning: false, layoutProgress: undefined })
    }
    this.#jobs = new JobRunner({ session, makeWorker: environment.makeWorker, onEnd })
    const follow = (_: PositionInputs, followed: InputFollower<PositionInputs>) => {
      this.#inputs = followed
      this.#follow(workspace.getState())
    }
    followInputs(workspace, positionInputsOf, follow, arePositionInputsEqual)
  }

  /** Starts ForceAtlas2, continuing from the iterations that the view has, or stops it; cancels any other layout's work. */
  toggle(): void {
    if (this.#isOpenEnded) return this.#stopForce()
    if (this.#jobs.isRunning) return this.#returnToShown()
    const { layout, pins } = this.workspace.getState().view
    const iterations = layout.name === 'force' ? layout.iterations : 0
    const choice: LayoutChoice = {
      name: 'force',
      iterations,
      pinsDuringRun: pins,
      ...(layout.noOverlap && { noOverlap: true }),
    }
    this.#choose(choice)
    this.#runForce(choice, endlessIterations)
    this.#isOpenEnded = true
  }

  #follow(now: Workspace): void {
    const { layout } = now.view
    if (layout.name === 'force') {
      const kept = keptPositions(now, this.session)
      if (!kept) return this.#runForce(layout, layout.iterations)
      this.#jobs.cancel()
      return this.#show(layout, kept)
    }
    this.#jobs.cancel()
    const reason = layoutRecordByName(layout.name).unavailableReason?.(now)
    if (reason !== undefined) return this.#refuse(layout.name, reason)
    if (layout.name === 'prepared' && !layout.noOverlap) return this.#show(layout, undefined)
    const algorithm = layout.name === 'prepared' ? 'still' : layout.name
    this.#compute(layout, algorithm, preparedPositions(now.graph, 'prepared'))
  }

  #runForce(choice: LayoutChoice, endIteration: number): void {
    const run = buildForceJobInput(this.workspace.getState(), choice, endIteration)
    this.#jobs.startWith<ForceFrame, ForceFrame>(
      (handlers) => startForceLayout(this.environment.makeWorker, run, handlers),
      {
        onProgress: ({ iterations, positions }) => {
          const now = { ...choice, iterations }
          this.#show(now, positions)
          if (this.#isOpenEnded) this.#choose(now)
          return this.environment.nextFrame()
        },
        onResult: ({ positions }) => {
          if (choice.noOverlap) this.#compute(choice, 'still', positions)
          else this.#show(choice, positions)
        },
        noticeOfFault: layoutFaultNotice,
      },
    )
    this.session.setState({ forceRunning: true })
  }

  /**
   * Computes a layout in one go, or removes the overlaps of given positions. The input for a large graph is gathered only
   * after the page has shown that the layout was chosen.
   */
  #compute(choice: LayoutChoice, algorithm: LayoutAlgorithmName, from: Float32Array): void {
    const compute = () => this.#computeNow(choice, algorithm, from)
    if (drawnNodeEdgeMasks(this.workspace.getState()).nodeCount <= maxOnMainThread.layout) return compute()
    const timer = setTimeout(compute)
    this.#jobs.hold({ cancel: () => clearTimeout(timer) })
    this.session.setState({ layoutProgress: message('layouts', 'progress', { layout: choice.name }) })
  }

  #computeNow(choice: LayoutChoice, algorithm: LayoutAlgorithmName, from: Float32Array): void {
    const workspace = this.workspace.getState()
    const start = positionsWithPins(workspace.graph, from, workspace.view.pins)
    const { input, rows } = layoutInputForWorkspace(workspace, start)
    const run: LayoutRun = { layout: algorithm, input, removesOverlap: choice.noOverlap === true }
    const show = ({ positions, guides }: LayoutResult) =>
      this.#show(choice, positionsByRow(positions, rows, from), guides)
    const layout = mainThreadLayoutNamed(algorithm)
    if (layout && input.count <= maxOnMainThread[run.removesOverlap ? 'overlapRemoval' : 'layout']) {
      this.#jobs.cancel()
      return show(runLayoutSync(layout, run))
    }
    this.#jobs.start<Message, LayoutResult>(
      { job: 'layout', input: run },
      {
        onProgress: (step) =>
          this.session.setState({
            layoutProgress: message('layouts', 'progressWithStep', { layout: choice.name, step }),
          }),
        onResult: show,
        noticeOfFault: layoutFaultNotice,
      },
      // The labels belong to the graph; everything else was made for this run.
      transferableBuffers({ ...input, label: undefined }),
    )
    this.session.setState({ layoutProgress: message('layouts', 'progress', { layout: choice.name }) })
  }

  #show(choice: LayoutChoice, positions: Float32Array | undefined, guides?: LayoutGuides): void {
    this.#shown = choice
    this.session.setState({ positions, guides })
  }

  /** Puts a layout into the view whose positions are already shown or on their way. */
  #choose(layout: LayoutChoice): void {
    const now = this.workspace.getState()
    this.#inputs?.accept(positionInputsOf({ ...now, view: { ...now.view, layout } }))
    updateView(this.workspace, (view) => ({ ...view, layout }))
  }

  #stopForce(): void {
    const { positions } = this.session.getState()
    const { layout } = this.workspace.getState().view
    this.#jobs.cancel()
    if (layout.noOverlap && positions) this.#compute(layout, 'still', positions)
  }

  #returnToShown(): void {
    this.#jobs.cancel()
    this.#choose(this.#shown)
  }

  #refuse(layout: LayoutName, reason: Message): void {
    const title = message('layouts', 'unavailableTitle', { layout })
    const remedy = message('layouts', 'unavailableRemedy')
    this.session.setState({ notice: { title, what: reason, remedy } })
    this.#choose({ name: 'prepared', iterations: 0 })
    this.#show({ name: 'prepared', iterations: 0 }, undefined)
  }
}

/** The positions of the view's layout, if they were kept from an earlier run. */
function keptPositions({ graph, view }: Workspace, session: SessionStore): Float32Array | undefined {
  const { keptLayout } = session.getState()
  const isSame = keptLayout?.layout === JSON.stringify(view.layout)
  return isSame && keptLayout.positions.length === 2 * graph.nodes.count ? keptLayout.positions : undefined
}

const layoutFaultNotice = ({ what }: JobFault): Notice => ({
  title: message('layouts', 'failedTitle'),
  what,
  remedy: message('layouts', 'failedRemedy'),
})

function positionInputsOf(workspace: Workspace): PositionInputs {
  const { layout, pins } = workspace.view
  const isOfWholeGraph = (layout.name === 'prepared' || layout.name === 'force') && !layout.noOverlap
  return {
    graph: workspace.graph,
    layout,
    drawn: isOfWholeGraph ? undefined : drawnNodeEdgeMasks(workspace),
    pins: layout.noOverlap ? pins : undefined,
  }
}

const arePositionInputsEqual = (one: PositionInputs, other: PositionInputs): boolean =>
  (one.graph === other.graph || (!one.drawn && haveSamePositionsAndEdges(one.graph, other.graph))) &&
  one.drawn === other.drawn &&
  one.pins === other.pins &&
  (one.layout === other.layout || JSON.stringify(one.layout) === JSON.stringify(other.layout))

/** Whether two graphs differ at most in columns that no layout of the whole graph reads: a metric's results, for instance. */
const haveSamePositionsAndEdges = (one: Graph, other: Graph): boolean =>
  one.nodes.id === other.nodes.id &&
  one.nodes.x === other.nodes.x &&
  one.nodes.y === other.nodes.y &&
  one.nodes.type === other.nodes.type &&
  one.edges.source === other.edges.source &&
  one.edges.target === other.edges.target

import type { ForceFrame, ForceJobInput } from '../jobs/forceJob'
import { allocateSharedRunMemory, type SharedRunMemory } from '../layout/forceAtlas2'
import { nodeRowIndex } from '../model/graph'
import { positionsWithPins, preparedPositions } from '../scene/layouts/layoutRecords'
import type { LayoutChoice, Workspace } from '../scene/view/view'
import { startJob, type JobHandlers, type MakeWorker, type RunningJob } from './startJob'

/** A run from the prepared positions, with pinned nodes at their pins: the same choice always gives the same picture. */
export function buildForceJobInput(
  { graph }: Workspace,
  { iterations, pinsDuringRun = {} }: LayoutChoice,
  endIteration: number,
): ForceJobInput {
  const fixed = new Uint8Array(graph.nodes.count)
  for (const id of Object.keys(pinsDuringRun)) {
    const row = nodeRowIndex(graph).get(id)
    if (row !== undefined) fixed[row] = 1
  }
  return {
    source: graph.edges.source,
    target: graph.edges.target,
    start: positionsWithPins(graph, preparedPositions(graph, 'prepared'), pinsDuringRun),
    fixed,
    startIteration: iterations,
    endIteration,
  }
}

/** In smaller graphs a step takes a few milliseconds, and a second worker that is delayed costs more than it saves. */
const minNodesToShare = 20_000

/**
 * Runs ForceAtlas2 in a worker. A second worker shares the work if the page is cross-origin isolated and the graph is
 * large; the result is the same. If the second worker fails, the run continues without it.
 */
export function startForceLayout(
  makeWorker: MakeWorker,
  run: ForceJobInput,
  handlers: JobHandlers<ForceFrame, ForceFrame>,
): RunningJob {
  const shared = memoryToShare(run)
  if (!shared) return startJob(makeWorker, { job: 'force', input: run }, handlers)
  let reached = run.startIteration
  let leader = startJob<ForceFrame, ForceFrame>(
    makeWorker,
    { job: 'force', input: { ...run, sharedMemory: shared } },
    {
      onProgress: (frame) => {
        reached = frame.iterations
        return handlers.onProgress(frame)
      },
      onResult: (frame) => {
        helper.cancel()
        handlers.onResult(frame)
      },
      onFault: (fault) => {
        helper.cancel()
        handlers.onFault(fault)
      },
    },
  )
  const helper = startJob<'over', undefined>(
    makeWorker,
    { job: 'forceHelp', input: shared },
    {
      onProgress: () => undefined,
      onResult: () => undefined,
      onFault: () => {
        leader.cancel()
        leader = startJob(makeWorker, { job: 'force', input: { ...run, startIteration: reached } }, handlers)
      },
    },
  )
  return {
    cancel: () => {
      leader.cancel()
      helper.cancel()
    },
  }
}

/** Cores in use: one by the page with what draws for it, one by the worker. A second worker on two cores gains nothing. */
const coresInUse = 2

/** Undefined if memory cannot be shared, or if there is no core for a second worker. */
function memoryToShare({ fixed, source }: ForceJobInput): SharedRunMemory | undefined {
  const isPossible =
    globalThis.crossOriginIsolated === true && (globalThis.navigator?.hardwareConcurrency ?? 1) > coresInUse
  if (!isPossible || fixed.length < minNodesToShare) return undefined
  try {
    return allocateSharedRunMemory(fixed.length, source.length)
  } catch {
    return undefined
  }
}

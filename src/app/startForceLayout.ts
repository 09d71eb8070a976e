import type { ForceFrame, ForceRun } from '../jobs/forceJob'
import { sharedRunMemory, type SharedRunMemory } from '../layout/forceAtlas2'
import { startJob, type JobHandlers, type MakeWorker, type RunningJob } from './startJob'

/** Below so many nodes a step takes a few milliseconds, and a second worker that is held up costs more than it saves. */
const worthSharing = 20_000

/**
 * Runs a force layout in a worker, with a second one to share the work where the page is cross-origin isolated and the
 * graph is large. The result is the same. Should the second one fail, the run is begun again without it.
 */
export function startForceLayout(
  make: MakeWorker,
  run: ForceRun,
  heard: JobHandlers<ForceFrame, ForceFrame>,
): RunningJob {
  const shared = memoryToShare(run)
  if (!shared) return startJob(make, { job: 'force', input: run }, heard)
  let reached = run.startIteration
  let first = startJob<ForceFrame, ForceFrame>(
    make,
    { job: 'force', input: { ...run, sharedMemory: shared } },
    {
      onProgress: (frame) => {
        reached = frame.iterations
        return heard.onProgress(frame)
      },
      onResult: (frame) => {
        second.cancel()
        heard.onResult(frame)
      },
      onFault: (what) => {
        second.cancel()
        heard.onFault(what)
      },
    },
  )
  const second = startJob<'over', undefined>(
    make,
    { job: 'forceHelp', input: shared },
    {
      onProgress: () => undefined,
      onResult: () => undefined,
      onFault: () => {
        first.cancel()
        first = startJob(make, { job: 'force', input: { ...run, startIteration: reached } }, heard)
      },
    },
  )
  return {
    cancel: () => {
      first.cancel()
      second.cancel()
    },
  }
}

/** The page, with what draws for it, keeps a core; the worker has another. A second worker on these two gains nothing. */
const coresInUse = 2

/** Nothing where memory cannot be shared, or where there is no core for a second worker. */
function memoryToShare({ fixed, source }: ForceRun): SharedRunMemory | undefined {
  const may = globalThis.crossOriginIsolated === true && (globalThis.navigator?.hardwareConcurrency ?? 1) > coresInUse
  if (!may || fixed.length < worthSharing) return undefined
  try {
    return sharedRunMemory(fixed.length, source.length)
  } catch {
    return undefined
  }
}

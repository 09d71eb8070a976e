import type { ForceFrame, ForceRun } from '../jobs/forceJob'
import { sharedForce, type SharedForce } from '../layout/forceAtlas2'
import { start, type Heard, type MakeWorker, type Running } from './startJob'

/** Below so many nodes a step takes a few milliseconds, and a second worker that is held up costs more than it saves. */
const worthSharing = 20_000

/**
 * Runs a force layout in a worker, with a second one to share the work where the page is cross-origin isolated and the
 * graph is large. The result is the same. Should the second one fail, the run is begun again without it.
 */
export function startForce(make: MakeWorker, run: ForceRun, heard: Heard<ForceFrame, ForceFrame>): Running {
  const shared = memoryToShare(run)
  if (!shared) return start(make, { job: 'force', input: run }, heard)
  let reached = run.from
  let first = start<ForceFrame, ForceFrame>(
    make,
    { job: 'force', input: { ...run, shared } },
    {
      progress: (frame) => {
        reached = frame.iterations
        return heard.progress(frame)
      },
      result: (frame) => {
        second.cancel()
        heard.result(frame)
      },
      fault: (what) => {
        second.cancel()
        heard.fault(what)
      },
    },
  )
  const second = start<'over', undefined>(
    make,
    { job: 'forceHelp', input: shared },
    {
      progress: () => undefined,
      result: () => undefined,
      fault: () => {
        first.cancel()
        first = start(make, { job: 'force', input: { ...run, from: reached } }, heard)
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
function memoryToShare({ fixed, source }: ForceRun): SharedForce | undefined {
  const may = globalThis.crossOriginIsolated === true && (globalThis.navigator?.hardwareConcurrency ?? 1) > coresInUse
  if (!may || fixed.length < worthSharing) return undefined
  try {
    return sharedForce(fixed.length, source.length)
  } catch {
    return undefined
  }
}

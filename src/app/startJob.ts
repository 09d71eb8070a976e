import type { JobMessage, JobRequest, JobFault } from '../jobs/job'

/** Makes a worker that runs one job; an argument of the program, so that tests need no browser. */
export type MakeWorker = () => Worker

/** Work under way. */
export interface RunningJob {
  /** Ends it at once; nothing more is heard of it. */
  readonly cancel: () => void
}

export interface JobHandlers<Progress, Result> {
  /** The work waits until the promise is settled, so that it never runs ahead of what is drawn. */
  readonly onProgress: (progress: Progress) => Promise<void> | void
  readonly onResult: (result: Result) => void
  readonly onFault: (fault: JobFault) => void
}

/** Runs a job in a worker of its own. Memory in `given` changes hands instead of being copied. */
export function startJob<Progress, Result>(
  make: MakeWorker,
  ask: JobRequest,
  heard: JobHandlers<Progress, Result>,
  given: readonly ArrayBuffer[] = [],
): RunningJob {
  const worker = make()
  let over = false
  const cancel = () => {
    over = true
    worker.terminate()
  }
  worker.onmessage = async ({ data }: MessageEvent<JobMessage>) => {
    if (over) return
    if ('progress' in data) {
      await heard.onProgress(data.progress as Progress)
      if (!over) worker.postMessage('go on')
      return
    }
    cancel()
    if ('result' in data) heard.onResult(data.result as Result)
    else heard.onFault(data.fault)
  }
  worker.onerror = (event) => {
    if (over) return
    cancel()
    heard.onFault({ what: event.message || 'the worker could not be started' })
  }
  worker.postMessage(ask, [...given])
  return { cancel }
}

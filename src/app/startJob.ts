import { message } from '../messages/message'
import type { JobMessage, JobRequest, JobFault } from '../jobs/job'

/** Creates a worker that runs one job; passed in, so that tests need no browser. */
export type MakeWorker = () => Worker

/** Work under way. */
export interface RunningJob {
  /** Ends it at once; no handler is called afterwards. */
  readonly cancel: () => void
}

export interface JobHandlers<Progress, Result> {
  /** The job waits until the promise is settled, so that it never runs ahead of what is drawn. */
  readonly onProgress: (progress: Progress) => Promise<void> | void
  readonly onResult: (result: Result) => void
  readonly onFault: (fault: JobFault) => void
}

/** Runs a job in a worker of its own. The buffers in `transfer` are moved to the worker instead of copied. */
export function startJob<Progress, Result>(
  makeWorker: MakeWorker,
  request: JobRequest,
  handlers: JobHandlers<Progress, Result>,
  transfer: readonly ArrayBuffer[] = [],
): RunningJob {
  const worker = makeWorker()
  let hasEnded = false
  const cancel = () => {
    hasEnded = true
    worker.terminate()
  }
  worker.onmessage = async ({ data }: MessageEvent<JobMessage>) => {
    if (hasEnded) return
    if ('progress' in data) {
      await handlers.onProgress(data.progress as Progress)
      if (!hasEnded) worker.postMessage('go on')
      return
    }
    cancel()
    if ('result' in data) handlers.onResult(data.result as Result)
    else handlers.onFault(data.fault)
  }
  worker.onerror = (event) => {
    if (hasEnded) return
    cancel()
    handlers.onFault({
      what: event.message
        ? message('errors', 'unexpected', { detail: event.message })
        : message('errors', 'workerNotStarted'),
    })
  }
  worker.postMessage(request, [...transfer])
  return { cancel }
}

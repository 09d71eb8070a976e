import type { Answer, Ask, Fault } from '../jobs/job'

/** Makes a worker that runs one job; an argument of the program, so that tests need no browser. */
export type MakeWorker = () => Worker

/** Work under way. */
export interface Running {
  /** Ends it at once; nothing more is heard of it. */
  readonly cancel: () => void
}

export interface Heard<Progress, Result> {
  /** The work waits until the promise is settled, so that it never runs ahead of what is drawn. */
  readonly progress: (progress: Progress) => Promise<void> | void
  readonly result: (result: Result) => void
  readonly fault: (fault: Fault) => void
}

/** Runs a job in a worker of its own. Memory in `given` changes hands instead of being copied. */
export function start<Progress, Result>(
  make: MakeWorker,
  ask: Ask,
  heard: Heard<Progress, Result>,
  given: readonly ArrayBuffer[] = [],
): Running {
  const worker = make()
  let over = false
  const cancel = () => {
    over = true
    worker.terminate()
  }
  worker.onmessage = async ({ data }: MessageEvent<Answer>) => {
    if (over) return
    if ('progress' in data) {
      await heard.progress(data.progress as Progress)
      if (!over) worker.postMessage('go on')
      return
    }
    cancel()
    if ('result' in data) heard.result(data.result as Result)
    else heard.fault(data.fault)
  }
  worker.onerror = (event) => {
    if (over) return
    cancel()
    heard.fault({ what: event.message || 'the worker could not be started' })
  }
  worker.postMessage(ask, [...given])
  return { cancel }
}

import { toJobFault, type JobMessage, type JobRequest } from './jobs/job'
import { jobs } from './jobs/jobs'
import { transferableBuffers } from './jobs/transferableBuffers'

/** The global scope of a worker, which the types of a page do not describe. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<JobRequest | 'go on'>) => void) | null
  postMessage: (message: JobMessage, transfer: Transferable[]) => void
}

/**
 * Runs one job: posts progress and waits for "go on" after each, so that it never runs ahead of the page, then posts a result
 * or a fault. Whoever started the worker terminates it. Typed arrays in messages are moved.
 */
scope.onmessage = ({ data }) => {
  if (data === 'go on') return
  const run = jobs[data.job]!(data.input as never)
  const advance = async () => {
    try {
      const step = await run.next()
      const message = step.done ? { result: step.value } : { progress: step.value }
      scope.postMessage(message, transferableBuffers(message))
    } catch (error) {
      scope.postMessage({ fault: toJobFault(error) }, [])
    }
  }
  scope.onmessage = () => void advance()
  void advance()
}

import { toJobFault, type JobMessage, type JobRequest } from './jobs/job'
import { jobs } from './jobs/jobs'
import { transferableBuffers } from './jobs/transferableBuffers'

/** What the worker's own scope has, of which the page's types know nothing. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<JobRequest | 'go on'>) => void) | null
  postMessage: (answer: JobMessage, transfer: Transferable[]) => void
}

/**
 * One run a worker: it answers with progress and goes on when told to, so that it never runs ahead of the page; then
 * with a result, and is ended by whoever asked. Typed arrays in an answer change hands.
 */
scope.onmessage = ({ data }) => {
  if (data === 'go on') return
  const run = jobs[data.job]!(data.input as never)
  const advance = async () => {
    try {
      const turn = await run.next()
      const answer = turn.done ? { result: turn.value } : { progress: turn.value }
      scope.postMessage(answer, transferableBuffers(answer))
    } catch (error) {
      scope.postMessage({ fault: toJobFault(error) }, [])
    }
  }
  scope.onmessage = () => void advance()
  void advance()
}

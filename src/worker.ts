import type { Answer, Ask } from './jobs/job'
import { jobs } from './jobs/jobs'

/** What the worker's own scope has, of which the page's types know nothing. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Ask | 'go on'>) => void) | null
  postMessage: (answer: Answer) => void
}

/**
 * One run a worker: it answers with progress and goes on when told to, so that it never runs ahead of the page; then
 * with a result, and is ended by whoever asked.
 */
scope.onmessage = ({ data }) => {
  if (data === 'go on') return
  const run = jobs[data.job]!(data.input as never)
  const advance = () => {
    try {
      const turn = run.next()
      scope.postMessage(turn.done ? { result: turn.value } : { progress: turn.value })
    } catch (error) {
      scope.postMessage({ fault: error instanceof Error ? error.message : String(error) })
    }
  }
  scope.onmessage = advance
  advance()
}

import type { Fault } from '../jobs/job'
import type { Opened, OpenInput } from '../jobs/openJob'
import { start, type MakeWorker } from './startJob'

/** How reading ended: with what is in the files, with what is wrong with them, or before its time. */
export type Read = { readonly opened: Opened } | { readonly fault: Fault } | { readonly stopped: true }

/** Reads files in a worker of its own. */
export function read(
  makeWorker: MakeWorker,
  input: OpenInput,
  progress: (words: string) => void,
): { readonly ended: Promise<Read>; readonly cancel: () => void } {
  let cancel = () => {}
  const ended = new Promise<Read>((resolve) => {
    const running = start<string, Opened>(
      makeWorker,
      { job: 'open', input },
      {
        progress,
        result: (opened) => resolve({ opened }),
        fault: (fault) => resolve({ fault }),
      },
    )
    cancel = () => {
      running.cancel()
      resolve({ stopped: true })
    }
  })
  return { ended, cancel }
}

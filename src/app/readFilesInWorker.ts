import type { JobFault } from '../jobs/job'
import type { OpenResult, OpenJobInput } from '../jobs/openJob'
import { startJob, type MakeWorker } from './startJob'

/** How reading ended: with what is in the files, with what is wrong with them, or before its time. */
export type FileReadOutcome =
  { readonly opened: OpenResult } | { readonly fault: JobFault } | { readonly stopped: true }

/** Reads files in a worker of its own. */
export function readFilesInWorker(
  makeWorker: MakeWorker,
  input: OpenJobInput,
  progress: (words: string) => void,
): { readonly ended: Promise<FileReadOutcome>; readonly cancel: () => void } {
  let cancel = () => {}
  const ended = new Promise<FileReadOutcome>((resolve) => {
    const running = startJob<string, OpenResult>(
      makeWorker,
      { job: 'open', input },
      {
        onProgress: progress,
        onResult: (opened) => resolve({ opened }),
        onFault: (fault) => resolve({ fault }),
      },
    )
    cancel = () => {
      running.cancel()
      resolve({ stopped: true })
    }
  })
  return { ended, cancel }
}

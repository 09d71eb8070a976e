/**
 * Long work: a generator that yields progress and returns a result. It runs in a worker and knows nothing of it. Where
 * it must wait for a library it may be asynchronous.
 */
export type Job<Input, Progress, Result> = (
  input: Input,
) => Generator<Progress, Result> | AsyncGenerator<Progress, Result>

/** What a worker is asked. */
export interface JobRequest {
  readonly job: string
  readonly input: unknown
}

/** What it answers: any number of times how far it is, then what came out or what went wrong. */
export type JobMessage = { readonly progress: unknown } | { readonly result: unknown } | { readonly fault: JobFault }

/** What went wrong, as plain data: a reader's faults keep their place, everything else is a sentence. */
export interface JobFault {
  readonly what: string
  /** The file that is at fault, which may be one of several. */
  readonly file?: string
  readonly line?: number
  readonly column?: number
  readonly remedy?: string
  readonly excerpt?: readonly {
    readonly line: number
    readonly text: string
    readonly bad?: readonly [number, number]
  }[]
}

/** An error as plain data, so that it crosses from a worker with all that it says. */
export function toJobFault(error: unknown): JobFault {
  if (!(error instanceof Error)) return { what: String(error) }
  const { what, file, line, column, remedy, excerpt } = error as Error & Partial<JobFault>
  if (what === undefined) return { what: error.message || error.name }
  return {
    what,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(remedy !== undefined && { remedy }),
    ...(excerpt !== undefined && { excerpt }),
  }
}

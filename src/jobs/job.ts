import { isMessage, message, type Message } from '../messages/message'

/**
 * A long computation: a generator that yields progress and returns a result. It runs in a worker without knowing that. A job
 * that has to wait, for example for a library, is asynchronous.
 */
export type Job<Input, Progress, Result> = (
  input: Input,
) => Generator<Progress, Result> | AsyncGenerator<Progress, Result>

/** The first message to a worker. */
export interface JobRequest {
  readonly job: string
  readonly input: unknown
}

/** A message from a worker: progress, any number of times, and then a result or a fault. */
export type JobMessage = { readonly progress: unknown } | { readonly result: unknown } | { readonly fault: JobFault }

/** What went wrong, as plain data: what and what to do about it, and for a file also where. */
export interface JobFault {
  readonly what: Message
  /** The faulty file, which may be one of several. */
  readonly file?: string
  /** From 1. */
  readonly line?: number
  readonly column?: number
  readonly remedy?: Message
  /** Lines of the file around the fault. `highlight` is the range of columns at fault, from 0, its end excluded. */
  readonly excerpt?: readonly {
    readonly line: number
    readonly text: string
    readonly highlight?: readonly [number, number]
  }[]
}

/** An error as plain data, so that it crosses from a worker whole. An error that carries no message was not expected. */
export function toJobFault(error: unknown): JobFault {
  if (!(error instanceof Error)) return unexpectedFault(String(error))
  const { what, file, line, column, remedy, excerpt } = error as Error & Partial<JobFault>
  if (!isMessage(what)) return unexpectedFault(error.message || error.name)
  return {
    what,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    ...(remedy !== undefined && { remedy }),
    ...(excerpt !== undefined && { excerpt }),
  }
}

const unexpectedFault = (detail: string): JobFault => ({ what: message('errors', 'unexpected', { detail }) })

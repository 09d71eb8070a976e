import type { StoreApi } from 'zustand/vanilla'
import type { JobFault, JobRequest } from '../jobs/job'
import { startJob, type JobHandlers, type MakeWorker, type RunningJob } from './startJob'
import type { Notice, SessionStore } from './store'

/** What a runner's owner wants to hear of a job. */
export interface JobRunnerHandlers<Progress, Result> {
  /** The job waits until the promise is settled, so that it never runs ahead of what is drawn. */
  readonly onProgress?: (progress: Progress) => Promise<void> | void
  /** Called when the runner is free again, so that it may start the next job. */
  readonly onResult: (result: Result) => void
  /** The notice for a job that failed. */
  readonly noticeOfFault: (fault: JobFault) => Notice
  /** Called after the notice is shown, for whatever else a failure undoes. */
  readonly onFault?: (fault: JobFault) => void
}

interface JobRunnerEnvironment {
  readonly session: SessionStore
  readonly makeWorker: MakeWorker
  /** Called whenever work ends, by a result, a fault or `cancel`: clears the progress that the session shows. */
  readonly onEnd?: () => void
}

/**
 * Runs one job at a time for one owner (layouts, metrics, opening files): starting a job ends the one before it, nothing is
 * heard of a job after it was cancelled, and a job that fails leaves a notice. What a job depends on is watched with
 * `followInputs`.
 *
 * ```ts
 * readonly #jobs = new JobRunner({ session, makeWorker, onEnd: () => session.setState({ metricProgress: undefined }) })
 * this.#jobs.start<Progress, MetricResult>({ job: 'metric', input }, { onProgress, onResult, noticeOfFault })
 * ```
 */
export class JobRunner {
  #running: RunningJob | undefined

  constructor(readonly environment: JobRunnerEnvironment) {}

  get isRunning(): boolean {
    return this.#running !== undefined
  }

  /** Runs a job in a worker of its own. The memory in `transfer` is moved to it instead of copied. */
  start<Progress, Result>(
    request: JobRequest,
    handlers: JobRunnerHandlers<Progress, Result>,
    transfer: readonly ArrayBuffer[] = [],
  ): void {
    const { makeWorker } = this.environment
    this.startWith<Progress, Result>((heard) => startJob(makeWorker, request, heard, transfer), handlers)
  }

  /** Runs work that is started in another way than by one worker: a fetch, or two workers that share a job. */
  startWith<Progress, Result>(
    begin: (handlers: JobHandlers<Progress, Result>) => RunningJob,
    { onProgress, onResult, noticeOfFault, onFault }: JobRunnerHandlers<Progress, Result>,
  ): void {
    this.cancel()
    this.#running = begin({
      onProgress: (progress) => onProgress?.(progress),
      onResult: (result) => {
        this.cancel()
        onResult(result)
      },
      onFault: (fault) => {
        this.cancel()
        this.environment.session.setState({ notice: noticeOfFault(fault) })
        onFault?.(fault)
      },
    })
  }

  /** Takes something that can be cancelled and reports nothing, such as a timer before a job, as the work under way. */
  hold(running: RunningJob): void {
    this.cancel()
    this.#running = running
  }

  /** Ends the work under way, if there is any. */
  readonly cancel = (): void => {
    const running = this.#running
    this.#running = undefined
    if (!running) return
    running.cancel()
    this.environment.onEnd?.()
  }
}

/** What `followInputs` watches: the last inputs, and a way to change them without being called back. */
export interface InputFollower<Inputs> {
  /** Takes inputs as already dealt with: for an owner that is about to change the store itself. */
  readonly accept: (inputs: Inputs) => void
}

/**
 * Calls back with the inputs of a computation now, and again whenever a change of the store changes them.
 * `areEqual` compares by identity of the parts unless another comparison is given.
 */
export function followInputs<State, Inputs extends object>(
  store: StoreApi<State>,
  inputsOf: (state: State) => Inputs,
  onChange: (inputs: Inputs, followed: InputFollower<Inputs>) => void,
  areEqual: (one: Inputs, other: Inputs) => boolean = haveSameParts,
): InputFollower<Inputs> {
  let last: Inputs | undefined
  const followed: InputFollower<Inputs> = { accept: (inputs) => void (last = inputs) }
  const follow = (state: State) => {
    const inputs = inputsOf(state)
    if (last && areEqual(last, inputs)) return
    last = inputs
    onChange(inputs, followed)
  }
  store.subscribe(follow)
  follow(store.getState())
  return followed
}

/** Whether two inputs have the same parts, by identity. */
const haveSameParts = <Inputs extends object>(one: Inputs, other: Inputs): boolean =>
  (Object.keys(other) as (keyof Inputs)[]).every((key) => Object.is(one[key], other[key]))

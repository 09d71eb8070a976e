/** Long work: a generator that yields progress and returns a result. It runs in a worker and knows nothing of it. */
export type Job<Input, Progress, Result> = (input: Input) => Generator<Progress, Result>

/** What a worker is asked. */
export interface Ask {
  readonly job: string
  readonly input: unknown
}

/** What it answers: any number of times how far it is, then what came out or what went wrong. */
export type Answer = { readonly progress: unknown } | { readonly result: unknown } | { readonly fault: string }

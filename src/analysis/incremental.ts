/** A computation too long for one frame, run in slices. */
export interface Incremental<Result> {
  /** Runs the next slice. Returns the result once it is complete, undefined before. */
  readonly next: () => Result | undefined
  /** The result if it is complete; runs nothing. */
  readonly resultIfDone: () => Result | undefined
  /** Runs all remaining slices at once. */
  readonly finish: () => Result
}

/** Makes a computation of a generator, whose slices end at each `yield`. It runs once, driven by whoever asks first. */
export function incremental<Result extends object>(work: () => Generator<void, Result>): Incremental<Result> {
  let running: Generator<void, Result> | undefined
  let result: Result | undefined
  const next = (): Result | undefined => {
    if (result) return result
    running ??= work()
    const slice = running.next()
    if (slice.done) result = slice.value
    return result
  }
  return {
    next,
    resultIfDone: () => result,
    finish: () => {
      for (;;) {
        const complete = next()
        if (complete) return complete
      }
    },
  }
}

/** Runs a computation to its end, awaiting `pause` between slices so that the page stays responsive. */
export async function runWithPauses<Result>(
  computation: Incremental<Result>,
  pause: () => Promise<unknown>,
): Promise<Result> {
  for (;;) {
    const result = computation.next()
    if (result) return result
    await pause()
  }
}

/** Runs a computation as a part of another one that yields. */
export function* asGenerator<Result>(computation: Incremental<Result>): Generator<void, Result> {
  for (;;) {
    const result = computation.next()
    if (result) return result
    yield
  }
}

/** Computes one result per key and keeps it as long as the key lives. */
export function memoizeByKey<Key extends object, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const cache = new WeakMap<Key, Result>()
  return (key) => {
    let result = cache.get(key)
    if (result === undefined) cache.set(key, (result = compute(key)))
    return result
  }
}

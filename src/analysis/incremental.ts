/** A result that takes longer than a page may stand still: it is worked on part by part. */
export interface Incremental<Result> {
  /** Does the next part; the result once nothing is left to do. */
  readonly next: () => Result | undefined
  /** The result where all is done, without doing anything. */
  readonly resultIfDone: () => Result | undefined
  /** Does all that is left, at once. */
  readonly finish: () => Result
}

/** Work that pauses at each `yield`, done by whoever asks for it first, and once. */
export function incremental<Result extends object>(work: () => Generator<void, Result>): Incremental<Result> {
  let under: Generator<void, Result> | undefined
  let result: Result | undefined
  const next = (): Result | undefined => {
    if (result) return result
    under ??= work()
    const turn = under.next()
    if (turn.done) result = turn.value
    return result
  }
  return {
    next,
    resultIfDone: () => result,
    finish: () => {
      for (;;) {
        const found = next()
        if (found) return found
      }
    },
  }
}

/** The result, with a breath between the parts in which the page can do other things. */
export async function runWithPauses<Result>(
  parts: Incremental<Result>,
  breathe: () => Promise<unknown>,
): Promise<Result> {
  for (;;) {
    const found = parts.next()
    if (found) return found
    await breathe()
  }
}

/** The result within other work that goes on in parts. */
export function* asGenerator<Result>(parts: Incremental<Result>): Generator<void, Result> {
  for (;;) {
    const found = parts.next()
    if (found) return found
    yield
  }
}

/** One result for each key, forgotten with it. */
export function memoizeByKey<Key extends object, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const known = new WeakMap<Key, Result>()
  return (key) => {
    let result = known.get(key)
    if (result === undefined) known.set(key, (result = compute(key)))
    return result
  }
}

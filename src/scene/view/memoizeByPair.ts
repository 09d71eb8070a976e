/** Memoises a pure function of two objects. A result is kept as long as both arguments are. */
export function memoizeByPair<First extends object, Second extends object, Result>(
  compute: (first: First, second: Second) => Result,
): (first: First, second: Second) => Result {
  const results = new WeakMap<First, WeakMap<Second, Result>>()
  return (first, second) => {
    let resultsOfFirst = results.get(first)
    if (!resultsOfFirst) results.set(first, (resultsOfFirst = new WeakMap()))
    let result = resultsOfFirst.get(second)
    if (result === undefined) resultsOfFirst.set(second, (result = compute(first, second)))
    return result
  }
}

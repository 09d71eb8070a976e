/** Remembers the last results of a pure function of two objects, per first and second argument, as long as both live. */
export function memoizeByPair<First extends object, Second extends object, Result>(
  compute: (first: First, second: Second) => Result,
): (first: First, second: Second) => Result {
  const known = new WeakMap<First, WeakMap<Second, Result>>()
  return (first, second) => {
    let ofFirst = known.get(first)
    if (!ofFirst) known.set(first, (ofFirst = new WeakMap()))
    let result = ofFirst.get(second)
    if (result === undefined) ofFirst.set(second, (result = compute(first, second)))
    return result
  }
}

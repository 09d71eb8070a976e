/** Returns numbers in [0, 1) that follow from a seed, so that metrics give the same results every time. */
export type RandomGenerator = () => number

/** A Weyl sequence through a 32-bit mixer (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). */
export function seededRandom(seed: number): RandomGenerator {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
}

/** The first `length` of the numbers 0 .. count - 1 in random order (Fisher and Yates). */
export function shuffledIndices(count: number, random: RandomGenerator, length = count): Uint32Array {
  const order = new Uint32Array(count).map((_, index) => index)
  const drawn = Math.min(length, count)
  for (let at = 0; at < drawn; at++) {
    const from = at + Math.floor(random() * (count - at))
    const swapped = order[at]!
    order[at] = order[from]!
    order[from] = swapped
  }
  return order.subarray(0, drawn)
}

/** Numbers from 0 up to 1 that always follow a seed in the same way: what a metric takes for chance. */
export type RandomGenerator = () => number

/** Weyl's sequence through a mixer of 32 bits (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). */
export function seededRandom(seed: number): RandomGenerator {
  let state = seed >>> 0
  return () => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32
  }
}

/** The numbers 0 .. count - 1 in an order by chance (Fisher and Yates); of them the first `most`, if that is less. */
export function shuffledIndices(count: number, chance: RandomGenerator, most = count): Uint32Array {
  const order = new Uint32Array(count).map((_, at) => at)
  const taken = Math.min(most, count)
  for (let at = 0; at < taken; at++) {
    const from = at + Math.floor(chance() * (count - at))
    const held = order[at]!
    order[at] = order[from]!
    order[from] = held
  }
  return order.subarray(0, taken)
}

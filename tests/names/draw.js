import { exportedNames } from './exports.js'

/**
 * Draws names for a blind test: `npm run names -- --seed N [--count 100]` prints so many exported names with their paths.
 * A reader who knows graphs, React and columnar data, and has not seen the code, writes down what each holds; whoever
 * knows the code grades the guesses. The last test stands in `last.json`.
 */
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`)
  const value = at < 0 ? fallback : Number(process.argv[at + 1])
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} takes a whole number`)
  return value
}

/** Mulberry32: a small generator of numbers from 0 to 1, the same for the same seed. */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** So many of a list, each at most once, by a Fisher-Yates shuffle. */
function sample(list, count, next) {
  const left = [...list]
  for (let at = left.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1))
    ;[left[at], left[other]] = [left[other], left[at]]
  }
  return left.slice(0, count)
}

const names = exportedNames()
const drawn = sample(names, option('count', 100), random(option('seed', 1)))
for (const { path, name } of drawn) console.log(`${name}\t${path}`)

/** A movement under way. */
export interface PositionAnimation {
  readonly stop: () => void
}

const duration = 180

/** Moves places from one set to another within 180 ms, easing out; at once for who wants no motion, or for very many. */
export function animatePositions(
  from: Float32Array,
  to: Float32Array,
  show: (places: Float32Array) => void,
): PositionAnimation {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  if (still || from.length !== to.length || from.length > 20_000) {
    show(to)
    return { stop: () => undefined }
  }
  const start = performance.now()
  let next = 0
  const step = () => {
    const t = Math.min(1, (performance.now() - start) / duration)
    const eased = 1 - (1 - t) ** 3
    show(t === 1 ? to : from.map((value, at) => value + (to[at]! - value) * eased))
    if (t < 1) next = requestAnimationFrame(step)
  }
  step()
  return { stop: () => cancelAnimationFrame(next) }
}

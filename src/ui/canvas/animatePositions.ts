/** An animation that runs. */
export interface PositionAnimation {
  readonly stop: () => void
}

const duration = 180

/** Animates positions within 180 ms, easing out; shows the end at once for people who prefer reduced motion, or for many nodes. */
export function animatePositions(
  from: Float32Array,
  to: Float32Array,
  show: (positions: Float32Array) => void,
): PositionAnimation {
  const isMotionReduced = matchMedia('(prefers-reduced-motion: reduce)').matches
  if (isMotionReduced || from.length !== to.length || from.length > 20_000) {
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

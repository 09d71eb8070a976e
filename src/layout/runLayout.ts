import { grouped } from '../model/value'
import type { Placed, Plan } from './layoutInput'
import { spreadApart } from './removeOverlap'

/** One run of a layout. */
export interface LayoutRun {
  /** Its name among the layouts. */
  readonly layout: string
  readonly plan: Plan
  /** Spread apart afterwards, so that no two discs overlap. */
  readonly apart: boolean
}

/** Room between two discs that were spread apart, on each side. */
const margin = 4

/**
 * Runs a layout; pinned nodes then go to their pins, and where it is wished the others make room for each other. Yields
 * how far it is, in words.
 */
export function* runLayout(layout: (plan: Plan) => Placed, { plan, apart }: LayoutRun): Generator<string, Placed> {
  yield `placing ${grouped(plan.count)} ${plan.count === 1 ? 'node' : 'nodes'}`
  const placed = layout(plan)
  const places = placed.places
  plan.fixed.forEach((pinned, node) => {
    if (pinned) places.set(plan.start.subarray(2 * node, 2 * node + 2), 2 * node)
  })
  if (!apart) return placed
  const run = spreadApart({ places, fixed: plan.fixed, radius: plan.radius.map((each) => each + margin) })
  for (;;) {
    const turn = run.next()
    if (turn.done) return { ...placed, places: turn.value }
    yield `spreading apart, ${grouped(turn.value)} overlaps`
  }
}

/** The same, at once. */
export function runNow(layout: (plan: Plan) => Placed, run: LayoutRun): Placed {
  const running = runLayout(layout, run)
  for (;;) {
    const turn = running.next()
    if (turn.done) return turn.value
  }
}

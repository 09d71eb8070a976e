import { groupThousands } from '../model/value'
import type { LayoutResult, LayoutInput } from './layoutInput'
import { removeOverlap } from './removeOverlap'

/** One run of a layout. */
export interface LayoutRun {
  /** Its name among the layouts. */
  readonly layout: string
  readonly input: LayoutInput
  /** Spread apart afterwards, so that no two discs overlap. */
  readonly removesOverlap: boolean
}

/** Room between two discs that were spread apart, on each side. */
const margin = 4

/**
 * Runs a layout; pinned nodes then go to their pins, and where it is wished the others make room for each other. Yields
 * how far it is, in words.
 */
export function* runLayout(
  layout: (plan: LayoutInput) => LayoutResult,
  { input: plan, removesOverlap: apart }: LayoutRun,
): Generator<string, LayoutResult> {
  yield `placing ${groupThousands(plan.count)} ${plan.count === 1 ? 'node' : 'nodes'}`
  const placed = layout(plan)
  const places = placed.positions
  plan.fixed.forEach((pinned, node) => {
    if (pinned) places.set(plan.start.subarray(2 * node, 2 * node + 2), 2 * node)
  })
  if (!apart) return placed
  const run = removeOverlap({ positions: places, fixed: plan.fixed, radius: plan.radius.map((each) => each + margin) })
  for (;;) {
    const turn = run.next()
    if (turn.done) return { ...placed, positions: turn.value }
    yield `spreading apart, ${groupThousands(turn.value)} overlaps`
  }
}

/** The same, at once. */
export function runLayoutSync(layout: (plan: LayoutInput) => LayoutResult, run: LayoutRun): LayoutResult {
  const running = runLayout(layout, run)
  for (;;) {
    const turn = running.next()
    if (turn.done) return turn.value
  }
}

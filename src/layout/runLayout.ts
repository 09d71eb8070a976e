import { message, type Message } from '../messages/message'
import type { LayoutAlgorithm, LayoutInput, LayoutResult } from './layoutInput'
import type { LayoutAlgorithmName } from './layoutNames'
import { removeOverlap } from './removeOverlap'

/** One run of a layout; plain data, so that it crosses to a worker as it is. */
export interface LayoutRun {
  readonly layout: LayoutAlgorithmName
  readonly input: LayoutInput
  /** Moves nodes afterwards, so that no two discs overlap. */
  readonly removesOverlap: boolean
}

/** Space around each disc when overlaps are removed, in units of the layout. */
const margin = 4

/**
 * Runs a layout. Pinned nodes are then moved to their pins and, if asked for, the other nodes make room for each other.
 * Yields its progress.
 */
export function* runLayout(
  layout: LayoutAlgorithm,
  { input, removesOverlap }: LayoutRun,
): Generator<Message, LayoutResult> {
  yield message('layouts', 'placingNodes', { count: input.count })
  const result = layout(input)
  const { positions } = result
  input.fixed.forEach((pinned, node) => {
    if (pinned) positions.set(input.start.subarray(2 * node, 2 * node + 2), 2 * node)
  })
  if (!removesOverlap) return result
  const run = removeOverlap({ positions, fixed: input.fixed, radius: input.radius.map((each) => each + margin) })
  for (;;) {
    const turn = run.next()
    if (turn.done) return { ...result, positions: turn.value }
    yield message('layouts', 'removingOverlaps', { count: turn.value })
  }
}

/** Runs a layout to its end. */
export function runLayoutSync(layout: LayoutAlgorithm, run: LayoutRun): LayoutResult {
  const running = runLayout(layout, run)
  for (;;) {
    const turn = running.next()
    if (turn.done) return turn.value
  }
}

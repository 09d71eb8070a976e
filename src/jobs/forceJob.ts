import type { ForceInput, SharedRunMemory } from '../layout/forceAtlas2'
import { ForceAtlas2, runForceHelper } from '../layout/forceAtlas2'
import type { Job } from './job'

export interface ForceRun extends ForceInput {
  /** Iterations to run before the first frame: those that an earlier run, or an address, already had. */
  readonly startIteration: number
  /** Iterations to stop at; as many as `from` to show a layout again. */
  readonly endIteration: number
  /** Iterations a frame; where it is missing, as many as are smooth to watch. */
  readonly iterationsPerFrame?: number | undefined
  /** Where a second worker shares the work. */
  readonly sharedMemory?: SharedRunMemory | undefined
}

export interface ForceFrame {
  /** Iterations so far. */
  readonly iterations: number
  /** Positions, x and y in turn, by node row. */
  readonly positions: Float32Array
}

/** ForceAtlas2 in frames. The same run always gives the same frames. */
export const forceJob: Job<ForceRun, ForceFrame, ForceFrame> = function* (run) {
  const layout = new ForceAtlas2(run, {}, run.sharedMemory)
  layout.advance(run.startIteration)
  const each = run.iterationsPerFrame ?? iterationsPerFrame(layout.cost)
  let iterations = run.startIteration
  while (iterations < run.endIteration) {
    const turn = Math.min(each, run.endIteration - iterations)
    layout.advance(turn)
    iterations += turn
    yield { iterations, positions: layout.positions() }
  }
  return { iterations, positions: layout.positions() }
}

/** The second worker of a run: it has no news before it is over, and no result. */
export const forceHelperJob: Job<SharedRunMemory, 'over', undefined> = function* (
  shared,
): Generator<'over', undefined> {
  runForceHelper(shared)
  yield 'over'
  return undefined
}

/** Microseconds of work in a frame: half of what a screen leaves, so that slower machines keep up with it too. */
const budget = 8000
/** More iterations a frame would look like leaps. */
const most = 8

/** Iterations a frame, by what one is thought to cost: one where that is more than the frame has. */
export const iterationsPerFrame = (cost: number): number =>
  Math.max(1, Math.min(most, Math.floor(budget / Math.max(cost, 1))))

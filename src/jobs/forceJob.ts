import type { ForceInput, SharedForce } from '../layout/forceAtlas2'
import { Force, help } from '../layout/forceAtlas2'
import type { Job } from './job'

export interface ForceRun extends ForceInput {
  /** Iterations to run before the first frame: those that an earlier run, or an address, already had. */
  readonly from: number
  /** Iterations to stop at; as many as `from` to show a layout again. */
  readonly until: number
  /** Iterations a frame; where it is missing, as many as are smooth to watch. */
  readonly each?: number | undefined
  /** Where a second worker shares the work. */
  readonly shared?: SharedForce | undefined
}

export interface ForceFrame {
  /** Iterations so far. */
  readonly iterations: number
  /** Positions, x and y in turn, by node row. */
  readonly positions: Float32Array
}

/** ForceAtlas2 in frames. The same run always gives the same frames. */
export const force: Job<ForceRun, ForceFrame, ForceFrame> = function* (run) {
  const layout = new Force(run, {}, run.shared)
  layout.advance(run.from)
  const each = run.each ?? pace(layout.cost)
  let iterations = run.from
  while (iterations < run.until) {
    const turn = Math.min(each, run.until - iterations)
    layout.advance(turn)
    iterations += turn
    yield { iterations, positions: layout.positions() }
  }
  return { iterations, positions: layout.positions() }
}

/** The second worker of a run: it has no news before it is over, and no result. */
export const forceHelp: Job<SharedForce, 'over', undefined> = function* (shared): Generator<'over', undefined> {
  help(shared)
  yield 'over'
  return undefined
}

/** Microseconds of work in a frame: half of what a screen leaves, so that slower machines keep up with it too. */
const budget = 8000
/** More iterations a frame would look like leaps. */
const most = 8

/** Iterations a frame, by what one is thought to cost: one where that is more than the frame has. */
export const pace = (cost: number): number => Math.max(1, Math.min(most, Math.floor(budget / Math.max(cost, 1))))

import type { ForceInput } from '../layout/force'
import { Force } from '../layout/force'
import type { Job } from './job'

export interface ForceRun extends ForceInput {
  /** Iterations to run before the first frame: those that an earlier run, or an address, already had. */
  readonly from: number
  /** Iterations to stop at; as many as `from` to show a layout again. */
  readonly until: number
  /** Iterations a frame. */
  readonly each: number
}

export interface ForceFrame {
  /** Iterations so far. */
  readonly iterations: number
  /** Positions, x and y in turn, by node row. */
  readonly positions: Float32Array
}

/** ForceAtlas2 in frames. The same run always gives the same frames. */
export const force: Job<ForceRun, ForceFrame, ForceFrame> = function* (run) {
  const layout = new Force(run)
  layout.advance(run.from)
  let iterations = run.from
  while (iterations < run.until) {
    const turn = Math.min(run.each, run.until - iterations)
    layout.advance(turn)
    iterations += turn
    yield { iterations, positions: layout.positions() }
  }
  return { iterations, positions: layout.positions() }
}

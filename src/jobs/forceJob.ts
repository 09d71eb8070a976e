import type { ForceInput, SharedRunMemory } from '../layout/forceAtlas2'
import { ForceAtlas2, runForceHelper } from '../layout/forceAtlas2'
import type { Job } from './job'

/** One run of ForceAtlas2; plain data, so that it crosses to a worker as it is. */
export interface ForceJobInput extends ForceInput {
  /** Number of iterations before the first frame: those of an earlier run or of an address. */
  readonly startIteration: number
  /** The iteration to stop at; equal to `startIteration` to restore a layout. */
  readonly endIteration: number
  /** Iterations per frame; if absent, as many as look smooth. */
  readonly iterationsPerFrame?: number | undefined
  /** Present if a second worker shares the work. */
  readonly sharedMemory?: SharedRunMemory | undefined
}

export interface ForceFrame {
  /** Number of iterations so far. */
  readonly iterations: number
  /** Positions, x and y in turn, by node row. */
  readonly positions: Float32Array
}

/** ForceAtlas2 in frames. The same run always gives the same frames. */
export const forceJob: Job<ForceJobInput, ForceFrame, ForceFrame> = function* (run) {
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

/** The second worker of a run. It yields once, when it has ended, and has no result. */
export const forceHelperJob: Job<SharedRunMemory, 'over', undefined> = function* (
  shared,
): Generator<'over', undefined> {
  runForceHelper(shared)
  yield 'over'
  return undefined
}

/** Work per frame in microseconds: half of a frame at 60 Hz, so that slower machines keep up too. */
const frameBudget = 8000
/** With more iterations per frame, nodes would seem to jump. */
const maxIterationsPerFrame = 8

/** Iterations per frame by their estimated cost in microseconds; at least one. */
export const iterationsPerFrame = (cost: number): number =>
  Math.max(1, Math.min(maxIterationsPerFrame, Math.floor(frameBudget / Math.max(cost, 1))))

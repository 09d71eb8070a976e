import { loadLandShapes } from '../layout/loadLandShapes'
import { layoutAlgorithms } from '../layout/layoutAlgorithms'
import type { LayoutResult } from '../layout/layoutInput'
import { runLayout, type LayoutRun } from '../layout/runLayout'
import type { Job } from './job'

/** A layout that is computed in one go; says how far it is in words. */
export const layoutJob: Job<LayoutRun, string, LayoutResult> = async function* (run) {
  const plan =
    run.layout === 'geo' ? { ...run.input, landShapes: await loadLandShapes().catch(() => undefined) } : run.input
  return yield* runLayout(layoutAlgorithms[run.layout]!, { ...run, input: plan })
}

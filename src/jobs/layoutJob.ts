import { earth } from '../layout/loadLandShapes'
import { planLayouts } from '../layout/layoutAlgorithms'
import type { Placed } from '../layout/layoutInput'
import { runLayout, type LayoutRun } from '../layout/runLayout'
import type { Job } from './job'

/** A layout that is computed in one go; says how far it is in words. */
export const layout: Job<LayoutRun, string, Placed> = async function* (run) {
  const plan = run.layout === 'geo' ? { ...run.plan, earth: await earth().catch(() => undefined) } : run.plan
  return yield* runLayout(planLayouts[run.layout]!, { ...run, plan })
}

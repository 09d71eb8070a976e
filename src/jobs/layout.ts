import { earth } from '../layout/earth'
import { planLayouts } from '../layout/layouts'
import type { Placed } from '../layout/plan'
import { runLayout, type LayoutRun } from '../layout/run'
import type { Job } from './job'

/** A layout that is computed in one go; says how far it is in words. */
export const layout: Job<LayoutRun, string, Placed> = async function* (run) {
  const plan = run.layout === 'geo' ? { ...run.plan, earth: await earth().catch(() => undefined) } : run.plan
  return yield* runLayout(planLayouts[run.layout]!, { ...run, plan })
}

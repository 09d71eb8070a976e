import type { Measured, Settings } from '../analysis/metrics/metric'
import { measured } from '../analysis/metrics/metric'
import { metricNamed } from '../analysis/metrics/metrics'
import type { Counted, Network, Progress } from '../analysis/metrics/network'
import type { Job } from './job'

export interface MetricRun {
  /** The metric's id. */
  readonly metric: string
  readonly settings: Settings
  readonly network: Network
  /** The part that is measured; the whole where there is none. */
  readonly counted?: Counted | undefined
}

/** Measures a network. An id that no metric has is a fault. */
export const metric: Job<MetricRun, Progress, Measured> = function* ({ metric: id, settings, network, counted }) {
  const record = metricNamed(id)
  if (!record) throw new Error(`no metric is called "${id}"`)
  return yield* measured(record, network, settings, counted)
}

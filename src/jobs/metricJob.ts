import type { MetricResult, MetricSettings } from '../analysis/metrics/metric'
import { runMetric } from '../analysis/metrics/metric'
import { metricNamed } from '../analysis/metrics/metrics'
import type { MetricScope, Network, Progress } from '../analysis/metrics/network'
import type { Job } from './job'

export interface MetricRun {
  /** The metric's id. */
  readonly metric: string
  readonly settings: MetricSettings
  readonly network: Network
  /** The part that is measured; the whole where there is none. */
  readonly scope?: MetricScope | undefined
}

/** Measures a network. An id that no metric has is a fault. */
export const metricJob: Job<MetricRun, Progress, MetricResult> = function* ({
  metric: id,
  settings,
  network,
  scope: counted,
}) {
  const record = metricNamed(id)
  if (!record) throw new Error(`no metric is called "${id}"`)
  return yield* runMetric(record, network, settings, counted)
}

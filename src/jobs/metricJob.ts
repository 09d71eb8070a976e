import type { MetricResult, MetricSettings } from '../analysis/metrics/metric'
import { runMetric } from '../analysis/metrics/metric'
import { metricNamed } from '../analysis/metrics/metrics'
import type { MetricScope, Network, Progress } from '../analysis/metrics/network'
import { message, type Message } from '../messages/message'
import type { Job } from './job'

export interface MetricJobInput {
  /** The metric's id. */
  readonly metric: string
  readonly settings: MetricSettings
  readonly network: Network
  /** The part to measure; the whole network if undefined. */
  readonly scope?: MetricScope | undefined
}

/** A request names a metric that this version does not have, as an address from another version may. */
class UnknownMetricFault extends Error {
  readonly what: Message

  constructor(id: string) {
    super(`unknown metric "${id}"`)
    this.what = message('metrics', 'unknownMetric', { id })
  }
}

/** Computes a metric. Throws an `UnknownMetricFault` for an id without a metric. */
export const metricJob: Job<MetricJobInput, Progress, MetricResult> = function* ({
  metric: id,
  settings,
  network,
  scope,
}) {
  const metric = metricNamed(id)
  if (!metric) throw new UnknownMetricFault(id)
  return yield* runMetric(metric, network, settings, scope)
}

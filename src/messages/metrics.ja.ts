import type { MetricsMessages } from './metrics.en'

export const metricsJa: MetricsMessages = {}

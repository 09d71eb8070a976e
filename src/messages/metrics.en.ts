export const metricsEn = {}

export type MetricsMessages = typeof metricsEn

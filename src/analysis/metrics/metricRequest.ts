import type { MetricSettings } from './metric'

/** A metric to compute, with its settings, for the whole graph or for what a filter leaves. */
export interface MetricRequest {
  /** The metric's id. */
  readonly metric: string
  /** Only values that differ from the defaults. */
  readonly settings: MetricSettings
  /** The text of a filter; absent for the whole graph. */
  readonly filter?: string
}

const pattern = /^([a-z][a-z-]{0,40})((?:\/[a-z-]{1,20}:[\w.-]{1,20}){0,9})(?:@([^]{1,2000}))?$/

/**
 * Parses a request such as `pagerank`, `community/resolution:1.5/runs:20` or `betweenness@family:actor`; undefined if it is
 * malformed.
 */
export function parseMetricRequest(text: string): MetricRequest | undefined {
  const [, metric, settingsText, filter] = pattern.exec(text) ?? []
  if (metric === undefined) return undefined
  const pairs = (settingsText ?? '').split('/').filter(Boolean)
  const settings = Object.fromEntries(pairs.map((pair) => pair.split(':') as [string, string]))
  return filter === undefined ? { metric, settings } : { metric, settings, filter }
}

/** The inverse of `parseMetricRequest`. */
function printMetricRequest({ metric, settings, filter }: MetricRequest): string {
  const parts = Object.entries(settings).map(([id, value]) => `/${id}:${value}`)
  return `${metric}${parts.join('')}${filter ? `@${filter}` : ''}`
}

/** The requests with one more, which replaces an earlier one of the same metric: a column has one meaning at a time. */
export const withMetricRequest = (requests: readonly string[], request: MetricRequest): readonly string[] => [
  ...withoutMetricRequest(requests, request.metric),
  printMetricRequest(request),
]

export const withoutMetricRequest = (requests: readonly string[], metric: string): readonly string[] =>
  requests.filter((each) => parseMetricRequest(each)?.metric !== metric)

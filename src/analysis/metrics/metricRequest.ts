import type { MetricSettings } from './metric'

/** What is measured: a metric with its settings, of what a filter leaves or of the whole. */
export interface MetricRequest {
  /** The metric's id. */
  readonly metric: string
  /** Only what is not as standard. */
  readonly settings: MetricSettings
  /** The text of a filter; absent for the whole. */
  readonly filter?: string
}

const pattern = /^([a-z][a-z-]{0,40})((?:\/[a-z-]{1,20}:[\w.-]{1,20}){0,9})(?:@([^]{1,2000}))?$/

/** Reads a request such as `pagerank`, `community/resolution:1.5/runs:20` or `betweenness@family:actor`; undefined where it is none. */
export function parseMetricRequest(text: string): MetricRequest | undefined {
  const [, metric, said, filter] = pattern.exec(text) ?? []
  if (metric === undefined) return undefined
  const pairs = (said ?? '').split('/').filter(Boolean)
  const settings = Object.fromEntries(pairs.map((pair) => pair.split(':') as [string, string]))
  return filter === undefined ? { metric, settings } : { metric, settings, filter }
}

/** Writes a request so that `parseMetricRequest` reads the same again. */
function printMetricRequest({ metric, settings, filter }: MetricRequest): string {
  const said = Object.entries(settings).map(([id, value]) => `/${id}:${value}`)
  return `${metric}${said.join('')}${filter ? `@${filter}` : ''}`
}

/** The requests with one more, in the place of an earlier one of the same metric: a column has one meaning at a time. */
export const withMetricRequest = (requests: readonly string[], request: MetricRequest): readonly string[] => [
  ...withoutMetricRequest(requests, request.metric),
  printMetricRequest(request),
]

export const withoutMetricRequest = (requests: readonly string[], metric: string): readonly string[] =>
  requests.filter((each) => parseMetricRequest(each)?.metric !== metric)

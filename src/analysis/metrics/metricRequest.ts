import type { Settings } from './metric'

/** What is measured: a metric with its settings, of what a filter leaves or of the whole. */
export interface Measure {
  /** The metric's id. */
  readonly metric: string
  /** Only what is not as standard. */
  readonly settings: Settings
  /** The text of a filter; absent for the whole. */
  readonly within?: string
}

const pattern = /^([a-z][a-z-]{0,40})((?:\/[a-z-]{1,20}:[\w.-]{1,20}){0,9})(?:@([^]{1,2000}))?$/

/** Reads a measure such as `pagerank`, `community/resolution:1.5/runs:20` or `betweenness@family:actor`; undefined where it is none. */
export function readMeasure(text: string): Measure | undefined {
  const [, metric, said, within] = pattern.exec(text) ?? []
  if (metric === undefined) return undefined
  const pairs = (said ?? '').split('/').filter(Boolean)
  const settings = Object.fromEntries(pairs.map((pair) => pair.split(':') as [string, string]))
  return within === undefined ? { metric, settings } : { metric, settings, within }
}

/** Writes a measure so that `readMeasure` reads the same again. */
export function printMeasure({ metric, settings, within }: Measure): string {
  const said = Object.entries(settings).map(([id, value]) => `/${id}:${value}`)
  return `${metric}${said.join('')}${within ? `@${within}` : ''}`
}

/** The measures with one more, in the place of an earlier one of the same metric: a column has one meaning at a time. */
export const withMeasure = (measures: readonly string[], measure: Measure): readonly string[] => [
  ...withoutMetric(measures, measure.metric),
  printMeasure(measure),
]

export const withoutMetric = (measures: readonly string[], metric: string): readonly string[] =>
  measures.filter((each) => readMeasure(each)?.metric !== metric)

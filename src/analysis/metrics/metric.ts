import type { CategoryColumn, NumberColumn } from '../../model/columns'
import { NONE } from '../../model/columns'
import type { MetricScope, ProgressGenerator, Network } from './network'
import { inducedSubnetwork } from './network'

/** What can be set of a metric. */
export type MetricParameter =
  | {
      readonly kind: 'number'
      readonly id: string
      readonly label: string
      readonly default: number
      readonly min: number
      readonly max: number
      readonly step: number
    }
  | {
      readonly kind: 'choice'
      readonly id: string
      readonly label: string
      readonly default: string
      readonly choices: readonly { readonly id: string; readonly label: string }[]
    }

/** What is set, by the ids of parameters; what is not named is as standard. */
export type MetricSettings = Readonly<Record<string, string | number>>

/** One value a node, under the name that filters and exports know it by. */
export interface MetricColumn {
  readonly name: string
  readonly label: string
  readonly column: NumberColumn | CategoryColumn
  /** Low numbers are what people look for; the high ones elsewhere. */
  readonly lowest?: true
}

/** One value of the whole; NaN where it has none. */
export interface MetricStatistic {
  readonly id: string
  readonly label: string
  readonly value: number
  /** What must be known to read it. */
  readonly note?: string
}

export interface MetricResult {
  readonly columns: readonly MetricColumn[]
  readonly statistics: readonly MetricStatistic[]
}

/** Something that can be measured of a network. */
export interface Metric {
  /** Lower-case letters and hyphens; the name of its first column where it has any. */
  readonly id: string
  readonly label: string
  readonly of: 'node' | 'graph'
  /** What a high value means, in plain words. */
  readonly sentence: string
  /** How direction, weights, parallel edges and loops are counted. */
  readonly counting: string
  /** Who defined it, and where. */
  readonly source: string
  readonly parameters: readonly MetricParameter[]
  readonly run: (network: Network, settings: MetricSettings) => ProgressGenerator<MetricResult>
}

/** The parameters' values as they are used: of those said the ones that make sense, within their bounds, else the standard. */
export function completeMetricSettings(parameters: readonly MetricParameter[], said: MetricSettings): MetricSettings {
  const pairs = parameters.map((parameter): [string, string | number] => {
    const given = said[parameter.id]
    if (parameter.kind === 'choice') {
      const known = parameter.choices.find(({ id }) => id === given)
      return [parameter.id, known ? known.id : parameter.default]
    }
    const value = given === undefined || given === '' ? NaN : Number(given)
    const within = Math.min(parameter.max, Math.max(parameter.min, value))
    return [parameter.id, Number.isNaN(value) ? parameter.default : within]
  })
  return Object.fromEntries(pairs)
}

/** Measures a network or the part of it that counts; nodes outside of that have no value. */
export function* runMetric(
  metric: Metric,
  network: Network,
  said: MetricSettings,
  counted?: MetricScope,
): ProgressGenerator<MetricResult> {
  const settings = completeMetricSettings(metric.parameters, said)
  if (!counted) return yield* metric.run(network, settings)
  const { part, rows } = inducedSubnetwork(network, counted)
  const { columns, statistics } = yield* metric.run(part, settings)
  return {
    statistics: statistics,
    columns: columns.map((each) => ({ ...each, column: spread(each.column, rows, network.count) })),
  }
}

/** The values of a part's nodes in the rows that these nodes have in the whole. */
function spread(
  column: NumberColumn | CategoryColumn,
  rows: Uint32Array,
  count: number,
): NumberColumn | CategoryColumn {
  if (column.kind === 'number') {
    const values = new Float64Array(count).fill(NaN)
    rows.forEach((row, at) => (values[row] = column.values[at]!))
    return { kind: 'number', values }
  }
  const codes = new Uint32Array(count).fill(NONE)
  rows.forEach((row, at) => (codes[row] = column.codes[at]!))
  return { ...column, codes }
}

import type { Message } from '../../messages/message'
import type { MetricsMessages } from '../../messages/metrics.en'
import type { CategoryColumn, NumberColumn } from '../../model/columns'
import { NONE } from '../../model/columns'
import type { MetricScope, ProgressGenerator, Network } from './network'
import { inducedSubnetwork } from './network'

/** Ids of metrics and of their parts: each has its texts under the same key in the catalogue `metrics`. */
export type MetricId = keyof MetricsMessages['metrics']
type MetricColumnId = keyof MetricsMessages['columns']
type MetricStatisticId = keyof MetricsMessages['statistics']
type MetricParameterId = keyof MetricsMessages['parameters']
type MetricChoiceId = keyof MetricsMessages['choices']

/** A setting of a metric. */
export type MetricParameter =
  | {
      readonly kind: 'number'
      readonly id: MetricParameterId
      readonly default: number
      readonly min: number
      readonly max: number
      readonly step: number
    }
  | {
      readonly kind: 'choice'
      readonly id: MetricParameterId
      readonly default: MetricChoiceId
      readonly choices: readonly MetricChoiceId[]
    }

/** Values of parameters by their ids; missing ones have their defaults. */
export type MetricSettings = Readonly<Record<string, string | number>>

/** One value for each node. The id is also the column's name in filters and exports. */
export interface MetricColumn {
  readonly id: MetricColumnId
  readonly column: NumberColumn | CategoryColumn
  /** Set if readers look for low values rather than high ones. */
  readonly lowest?: true
}

/** One value for the whole network; NaN if it is undefined. */
export interface MetricStatistic {
  readonly id: MetricStatisticId
  readonly value: number
  /** A remark without which the value would be misread. */
  readonly note?: Message
}

export interface MetricResult {
  readonly columns: readonly MetricColumn[]
  readonly statistics: readonly MetricStatistic[]
}

/** Something that can be computed from a network. */
export interface Metric {
  /** Also the id of its first column or statistic. */
  readonly id: MetricId
  readonly of: 'node' | 'graph'
  /** Citation of the definition, and of the algorithm if it is another. */
  readonly source: string
  readonly parameters: readonly MetricParameter[]
  readonly run: (network: Network, settings: MetricSettings) => ProgressGenerator<MetricResult>
}

/** A value for each parameter: the given one, clamped to its bounds, or the default if it is missing or invalid. */
export function completeMetricSettings(
  parameters: readonly MetricParameter[],
  settings: MetricSettings,
): MetricSettings {
  const pairs = parameters.map((parameter): [string, string | number] => {
    const given = settings[parameter.id]
    if (parameter.kind === 'choice')
      return [parameter.id, parameter.choices.find((each) => each === given) ?? parameter.default]
    const value = given === undefined || given === '' ? NaN : Number(given)
    const clamped = Math.min(parameter.max, Math.max(parameter.min, value))
    return [parameter.id, Number.isNaN(value) ? parameter.default : clamped]
  })
  return Object.fromEntries(pairs)
}

/** Computes a metric for a network, or for a part of it; nodes outside the part have no value. */
export function* runMetric(
  metric: Metric,
  network: Network,
  givenSettings: MetricSettings,
  scope?: MetricScope,
): ProgressGenerator<MetricResult> {
  const settings = completeMetricSettings(metric.parameters, givenSettings)
  if (!scope) return yield* metric.run(network, settings)
  const { part, rows } = inducedSubnetwork(network, scope)
  const { columns, statistics } = yield* metric.run(part, settings)
  return {
    statistics,
    columns: columns.map((each) => ({ ...each, column: scatterToAllRows(each.column, rows, network.count) })),
  }
}

/** Moves the values of a part's nodes to the rows of these nodes in the whole network. */
function scatterToAllRows(
  column: NumberColumn | CategoryColumn,
  rows: Uint32Array,
  count: number,
): NumberColumn | CategoryColumn {
  if (column.kind === 'number') {
    const values = new Float64Array(count).fill(NaN)
    rows.forEach((row, index) => (values[row] = column.values[index]!))
    return { kind: 'number', values }
  }
  const codes = new Uint32Array(count).fill(NONE)
  rows.forEach((row, index) => (codes[row] = column.codes[index]!))
  return { ...column, codes }
}

import {
  runMetric,
  type Metric,
  type MetricColumn,
  type MetricResult,
  type MetricSettings,
  type MetricStatistic,
} from '../analysis/metrics/metric'
import { metricNamed, metrics } from '../analysis/metrics/metrics'
import { metricScopeOfFilter, networkOfGraph } from '../analysis/networkOfGraph'
import { metricsEn } from '../messages/metrics.en'
import { textsEn } from '../messages/texts.en'
import { NONE, textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { readableMetricValue, topRankedNodes } from '../scene/metricResults'
import { choiceHint } from './argumentParser'
import { defineCommand } from './cliCommand'
import { UsageFault } from './cliFaults'
import { englishText } from './englishText'
import { graphArgument, loadGraph } from './loadGraph'
import { filterCliOption, parseFilterOption } from './parseFilterOption'

const defaultTop = 20

export const metricCommand = defineCommand({
  name: 'metric',
  arguments: [{ name: 'METRIC' }, graphArgument],
  options: {
    filter: filterCliOption,
    top: { kind: 'count', value: 'N', summary: `the number of nodes to print; ${defaultTop} without it` },
    set: {
      kind: 'text',
      value: 'NAME=VALUE',
      repeatable: true,
      summary: 'a setting of the metric, such as damping=0.9',
    },
  },
  summary: 'print a metric of the nodes or of the whole graph as a table; without METRIC, list and explain all metrics',
  async run({ values, positionals: [id, ...paths] }, environment) {
    if (id === undefined) {
      refuseOptions(values, 'needs METRIC')
      environment.writeOut(metrics.map(explanation).join(''))
      return 0
    }
    const metric = requireMetric(id)
    if (metric.of === 'graph')
      refuseOptions({ top: values.top }, `lists nodes, but ${id} is one number of the whole graph`)
    const settings = parseSettings(metric, values.set ?? [])
    const graph = await loadGraph(paths, environment)
    const scope = metricScopeOfFilter(graph, await parseFilterOption(graph, values.filter))
    const result = finalResult(runMetric(metric, networkOfGraph(graph), settings, scope))
    const lines = [
      metricsEn.metrics[metric.id].label,
      ...(await Promise.all(result.statistics.map(statisticLine))),
      ...tableLines(graph, result.columns, values.top ?? defaultTop),
    ]
    environment.writeOut(`${lines.join('\n')}\n`)
    return 0
  },
})

/** Refuses options that would be without effect. */
function refuseOptions(values: Readonly<Record<string, unknown>>, reason: string): void {
  const given = Object.keys(values).find((name) => values[name] !== undefined)
  if (given !== undefined) throw new UsageFault(`--${given} ${reason}`)
}

function requireMetric(id: string): Metric {
  const metric = metricNamed(id)
  if (metric) return metric
  const ids = metrics.map((each) => each.id)
  throw new UsageFault(`unknown metric "${id}"${choiceHint(id, ids)}`)
}

/** The metric's id with its settings and their defaults, and what it means. */
function explanation({ id, parameters }: Metric): string {
  const { label, sentence } = metricsEn.metrics[id]
  const settings = parameters.map((parameter) => ` --set ${parameter.id}=${parameter.default}`).join('')
  return `${id}${settings}\n    ${label}. ${sentence}\n`
}

function parseSettings(metric: Metric, texts: readonly string[]): MetricSettings {
  return Object.fromEntries(
    texts.map((text) => {
      const [name = '', value] = text.split('=')
      return [name, checkedSetting(metric, name, value)]
    }),
  )
}

function checkedSetting({ id, parameters }: Metric, name: string, value: string | undefined): string {
  const parameter = parameters.find((each) => each.id === name)
  if (!parameter || value === undefined) {
    const settings = parameters.map((each) => `${each.id}=VALUE`).join(', ')
    throw new UsageFault(`--set: ${id} has ${settings ? `the settings ${settings}` : 'no settings'}`)
  }
  if (parameter.kind === 'choice' && !parameter.choices.some((each) => each === value))
    throw new UsageFault(`--set: ${name} is one of ${parameter.choices.join(', ')}, not "${value}"`)
  if (parameter.kind === 'number' && !isWithin(value, parameter))
    throw new UsageFault(`--set: ${name} is a number from ${parameter.min} to ${parameter.max}, not "${value}"`)
  return value
}

const isWithin = (text: string, { min, max }: { readonly min: number; readonly max: number }): boolean =>
  text.trim() !== '' && Number(text) >= min && Number(text) <= max

function finalResult(running: ReturnType<typeof runMetric>): MetricResult {
  for (;;) {
    const turn = running.next()
    if (turn.done) return turn.value
  }
}

const valueText = (value: number): string => readableMetricValue(value, textsEn, metricsEn)

const statisticLine = async ({ id, value, note }: MetricStatistic): Promise<string> =>
  `${metricsEn.statistics[id]}: ${valueText(value)}${note ? ` (${await englishText(note)})` : ''}`

/** A table of nodes in the order of the first column: highest numbers first, or the nodes of the largest groups. */
function tableLines(graph: Graph, columns: readonly MetricColumn[], top: number): string[] {
  const [first] = columns
  if (!first) return []
  const header = [...columns.map(({ id }) => id), 'node', 'label']
  const cells = topRows(graph, first, top).map((row) => [
    ...columns.map((column) => cellText(column, row)),
    textAt(graph.nodes.id, row),
    textAt(graph.nodes.label, row),
  ])
  const widths = header.map((name, index) => Math.max(name.length, ...cells.map((line) => line[index]!.length)))
  const aligned = (texts: readonly string[]) =>
    texts
      .map((text, index) => (index < columns.length ? text.padStart(widths[index]!) : text.padEnd(widths[index]!)))
      .join('  ')
      .trimEnd()
  return ['', aligned(header), ...cells.map(aligned)]
}

function topRows(graph: Graph, { column }: MetricColumn, top: number): number[] {
  const values =
    column.kind === 'number' ? column.values : Float64Array.from(column.codes, (code) => (code === NONE ? NaN : -code))
  return topRankedNodes(graph, { values }, top, textsEn).map(({ row }) => row)
}

function cellText({ column }: MetricColumn, row: number): string {
  if (column.kind === 'number') return valueText(column.values[row]!)
  return column.dictionary[column.codes[row]!] ?? metricsEn.noValue
}

import { textsEn } from '../messages/texts.en'
import { parseArgs } from 'node:util'
import {
  runMetric,
  type MetricResult,
  type MetricColumn,
  type Metric,
  type MetricSettings,
} from '../analysis/metrics/metric'
import { metricNamed, metrics } from '../analysis/metrics/metrics'
import { metricScopeOfFilter, networkOfGraph } from '../analysis/networkOfGraph'
import { didYouMean } from '../formats/dataset/datasetFault'
import { NONE, textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { topRankedNodes, readableMetricValue } from '../scene/metricResults'
import { UsageFault, type CliCommand } from './cliCommand'
import { parseFilterOption } from './exportCommand'
import { loadGraph } from './loadGraph'

export const metricCommand: CliCommand = {
  name: 'measure',
  usage: 'METRIC [FILE|DIR] [--filter TEXT] [--top N] [--set NAME=VALUE]',
  summary: 'a metric of the nodes or of the whole, as a table; without METRIC, what there is and what it means',
  async run(args, world) {
    const { values, positionals } = parsed(args)
    const [id, path] = positionals
    if (id === undefined) {
      world.writeOut(listOfMetrics())
      return 0
    }
    const metric = metricNamed(id)
    const ids = metrics.map((each) => each.id)
    if (!metric) throw new UsageFault(`"${id}" is no metric${didYouMean(id, ids)}; there are ${ids.join(', ')}`)
    const top = Number(values.top ?? 20)
    if (!Number.isInteger(top) || top < 1) throw new UsageFault(`--top: "${values.top}" is no number from 1 up`)
    const settings = settingsOf(metric, values.set ?? [])
    const graph = await loadGraph(path, world)
    const counted = metricScopeOfFilter(graph, parseFilterOption(graph, values.filter ?? ''))
    const result = ended(runMetric(metric, networkOfGraph(graph), settings, counted))
    world.writeOut(`${[metric.label, ...figures(result), ...table(graph, result.columns, top)].join('\n')}\n`)
    return 0
  },
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { filter: { type: 'string' }, top: { type: 'string' }, set: { type: 'string', multiple: true } },
    })
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error))
  }
}

const listOfMetrics = (): string =>
  metrics
    .map(({ id, label, sentence, parameters }) => {
      const set = parameters.map((each) => ` --set ${each.id}=${each.default}`).join('')
      return `${id}${set}\n    ${label}. ${sentence}\n`
    })
    .join('')

function settingsOf({ id, parameters }: Metric, said: readonly string[]): MetricSettings {
  const names = parameters.map((each) => each.id)
  const pairs = said.map((text) => {
    const [name, value] = text.split('=')
    if (!names.includes(name!) || value === undefined)
      throw new UsageFault(`--set: ${id} knows ${names.map((each) => `${each}=VALUE`).join(', ') || 'no settings'}`)
    return [name!, value] as const
  })
  return Object.fromEntries(pairs)
}

function ended(work: ReturnType<typeof runMetric>): MetricResult {
  for (;;) {
    const turn = work.next()
    if (turn.done) return turn.value
  }
}

const figures = (result: MetricResult): string[] =>
  result.statistics.map(
    ({ label, value, note }) => `${label}: ${readableMetricValue(value)}${note ? ` (${note})` : ''}`,
  )

/** The nodes in the order of the first column: by numbers the highest, by parts those of the largest. */
function table(graph: Graph, columns: readonly MetricColumn[], top: number): string[] {
  const [first] = columns
  if (!first) return []
  const rows = firstRows(graph, first, top)
  const head = [...columns.map(({ name }) => name), 'node', 'label']
  const cells = rows.map((row) => [
    ...columns.map((each) => cell(each, row)),
    textAt(graph.nodes.id, row),
    textAt(graph.nodes.label, row),
  ])
  const widths = head.map((name, at) => Math.max(name.length, ...cells.map((line) => line[at]!.length)))
  const line = (texts: readonly string[]) =>
    texts
      .map((text, at) => (at < columns.length ? text.padStart(widths[at]!) : text.padEnd(widths[at]!)))
      .join('  ')
      .trimEnd()
  return ['', line(head), ...cells.map(line)]
}

function firstRows(graph: Graph, { column }: MetricColumn, top: number): number[] {
  const values =
    column.kind === 'number' ? column.values : Float64Array.from(column.codes, (code) => (code === NONE ? NaN : -code))
  return topRankedNodes(graph, { values }, top, textsEn).map(({ row }) => row)
}

function cell({ column }: MetricColumn, row: number): string {
  if (column.kind === 'number') return readableMetricValue(column.values[row]!)
  return column.dictionary[column.codes[row]!] ?? 'none'
}

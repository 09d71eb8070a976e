import { parseArgs } from 'node:util'
import { measured, type Measured, type MeasuredColumn, type Metric, type Settings } from '../analysis/metrics/metric'
import { metricNamed, metrics } from '../analysis/metrics/metrics'
import { countedOf, networkOf } from '../analysis/networkOfGraph'
import { suggestion } from '../formats/dataset/datasetFault'
import { NONE, textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { highest, readableNumber } from '../scene/metricResults'
import { UsageFault, type Command } from './cliCommand'
import { filterOf } from './exportCommand'
import { graphFrom } from './loadGraph'

export const measure: Command = {
  name: 'measure',
  usage: 'METRIC [FILE|DIR] [--filter TEXT] [--top N] [--set NAME=VALUE]',
  summary: 'a metric of the nodes or of the whole, as a table; without METRIC, what there is and what it means',
  async run(args, world) {
    const { values, positionals } = parsed(args)
    const [id, path] = positionals
    if (id === undefined) {
      world.out(listOfMetrics())
      return 0
    }
    const metric = metricNamed(id)
    const ids = metrics.map((each) => each.id)
    if (!metric) throw new UsageFault(`"${id}" is no metric${suggestion(id, ids)}; there are ${ids.join(', ')}`)
    const top = Number(values.top ?? 20)
    if (!Number.isInteger(top) || top < 1) throw new UsageFault(`--top: "${values.top}" is no number from 1 up`)
    const settings = settingsOf(metric, values.set ?? [])
    const graph = await graphFrom(path, world)
    const counted = countedOf(graph, filterOf(graph, values.filter ?? ''))
    const result = ended(measured(metric, networkOf(graph), settings, counted))
    world.out(`${[metric.label, ...figures(result), ...table(graph, result.columns, top)].join('\n')}\n`)
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
      const set = parameters.map((each) => ` --set ${each.id}=${each.standard}`).join('')
      return `${id}${set}\n    ${label}. ${sentence}\n`
    })
    .join('')

function settingsOf({ id, parameters }: Metric, said: readonly string[]): Settings {
  const names = parameters.map((each) => each.id)
  const pairs = said.map((text) => {
    const [name, value] = text.split('=')
    if (!names.includes(name!) || value === undefined)
      throw new UsageFault(`--set: ${id} knows ${names.map((each) => `${each}=VALUE`).join(', ') || 'no settings'}`)
    return [name!, value] as const
  })
  return Object.fromEntries(pairs)
}

function ended(work: ReturnType<typeof measured>): Measured {
  for (;;) {
    const turn = work.next()
    if (turn.done) return turn.value
  }
}

const figures = (result: Measured): string[] =>
  result.figures.map(({ label, value, note }) => `${label}: ${readableNumber(value)}${note ? ` (${note})` : ''}`)

/** The nodes in the order of the first column: by numbers the highest, by parts those of the largest. */
function table(graph: Graph, columns: readonly MeasuredColumn[], top: number): string[] {
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

function firstRows(graph: Graph, { column }: MeasuredColumn, top: number): number[] {
  const values =
    column.kind === 'number' ? column.values : Float64Array.from(column.codes, (code) => (code === NONE ? NaN : -code))
  return highest(graph, { values }, top, 'en').map(({ row }) => row)
}

function cell({ column }: MeasuredColumn, row: number): string {
  if (column.kind === 'number') return readableNumber(column.values[row]!)
  return column.dictionary[column.codes[row]!] ?? 'none'
}

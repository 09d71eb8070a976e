import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { throughLenses, visible } from '../analysis/filter/apply'
import { unknownIn } from '../analysis/filter/faults'
import type { Filter } from '../analysis/filter/filter'
import { parseFilter } from '../analysis/filter/text'
import { svgOf } from './picture'
import type { Part, Recipe } from '../formats/format'
import { formats } from '../formats/formats'
import type { Graph } from '../model/graph'
import { recipeOf } from '../scene/recipe'
import { UsageFault, type Command } from './command'
import { graphFrom } from './input'

const writers = () => [...formats.filter(({ write }) => write).map(({ id }) => id), 'svg']

export const exportCommand: Command = {
  name: 'export',
  usage: '[FILE|DIR] --filter "TEXT" --to FORMAT -o OUT [--date YYYY-MM-DD]',
  summary: `what a filter leaves, as a file with its sources; -o - is standard output`,
  run(args, world) {
    const { values, positionals } = parsed(args)
    const to = values.to ?? ''
    if (!writers().includes(to)) throw new UsageFault(`--to takes one of ${writers().join(', ')}`)
    if (!values.output) throw new UsageFault('-o names the file to write; "-" is standard output')
    const graph = graphFrom(positionals[0], world)
    const filter = filterOf(graph, values.filter ?? '')
    const { nodes, edges, nodeCount, edgeCount } = visible(graph, filter)
    const content = written(
      { graph: throughLenses(graph, filter), nodes, edges },
      to,
      recipeOf(graph, filter, 'shown', values.date ?? world.today()),
    )
    if (values.output === '-') world.out(content)
    else writeFileSync(resolve(world.cwd, values.output), content)
    world.err(`${nodeCount} nodes, ${edgeCount} edges\n`)
    return 0
  },
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        filter: { type: 'string' },
        to: { type: 'string' },
        output: { type: 'string', short: 'o' },
        date: { type: 'string' },
      },
    })
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error))
  }
}

function filterOf(graph: Graph, text: string): Filter {
  const read = parseFilter(text)
  if ('fault' in read) throw new UsageFault(`--filter: ${read.fault.what}\n  ${text}\n  ${' '.repeat(read.fault.at)}^`)
  const unknown = unknownIn(graph, read.filter)
  if (unknown) throw new UsageFault(`--filter: ${unknown.what}`)
  return read.filter
}

function written(part: Part, to: string, recipe: Recipe): string | Uint8Array {
  if (to === 'svg') return svgOf(part, recipe)
  return formats.find(({ id }) => id === to)!.write!(part, recipe)
}

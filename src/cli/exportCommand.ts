import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { throughLenses, visible } from '../analysis/filter/applyFilter'
import { unknownIn, unusedIn } from '../analysis/filter/filterValidation'
import { suggestion } from '../formats/dataset/datasetFault'
import type { Filter } from '../analysis/filter/filter'
import { parseFilter } from '../analysis/filter/filterSyntax'
import type { Graph } from '../model/graph'
import { recipeOf } from '../scene/export/exportProvenance'
import { amount } from './countText'
import { UsageFault, type Command } from './cliCommand'
import { contentOf, targets } from './exportedContent'
import { graphFrom } from './loadGraph'
import { layoutOptions, layoutUsage, layoutWish } from './layoutOptions'

export const exportCommand: Command = {
  name: 'export',
  usage: `[FILE|DIR] --filter "TEXT" --to FORMAT -o OUT ${layoutUsage} [--date YYYY-MM-DD]`,
  summary: 'what a filter leaves, as a file with its sources; -o - is standard output',
  more: async () => `--to takes one of ${targets.join(', ')}.\n${(await import('./layoutGraph')).layoutHelp()}`,
  async run(args, world) {
    const { values, positionals } = parsed(args)
    const to = values.to ?? ''
    if (!targets.includes(to)) throw new UsageFault(`--to takes one of ${targets.join(', ')}`)
    if (!values.output) throw new UsageFault('-o names the file to write; "-" is standard output')
    const wish = layoutWish(values, to)
    const graph = await graphFrom(positionals[0], world)
    const filter = filterOf(graph, values.filter ?? '')
    const date = values.date ?? world.today()
    const part = {
      ...visible(graph, filter),
      graph: throughLenses(graph, filter),
      language: 'en',
      today: date,
    } as const
    const recipe = recipeOf(graph, filter, 'shown', date)
    const content = await contentOf(part, { to, filter, recipe, wish })
    if (values.output === '-') world.out(content)
    else writeFileSync(resolve(world.cwd, values.output), content)
    for (const { on, value, known } of unusedIn(graph, filter))
      world.err(`nothing has ${on}:${value}${suggestion(value, known)}\n`)
    world.err(`${amount(part.nodeCount, 'node')}, ${amount(part.edgeCount, 'edge')}\n`)
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
        ...layoutOptions,
      },
    })
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error))
  }
}

/** A filter from the command line; a fault in it is a call that cannot be understood. */
export function filterOf(graph: Graph, text: string): Filter {
  const read = parseFilter(text)
  if ('fault' in read) throw new UsageFault(`--filter: ${read.fault.what}\n  ${text}\n  ${' '.repeat(read.fault.at)}^`)
  const unknown = unknownIn(graph, read.filter)
  if (unknown) throw new UsageFault(`--filter: ${unknown.what}`)
  return read.filter
}

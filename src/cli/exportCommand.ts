import { textsEn } from '../messages/texts.en'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { applyLensSteps, applyFilter } from '../analysis/filter/applyFilter'
import { invalidFilterPart, unmatchedFilterValues } from '../analysis/filter/filterValidation'
import { didYouMean } from '../formats/dataset/datasetFault'
import type { Filter } from '../analysis/filter/filter'
import { parseFilter } from '../analysis/filter/filterSyntax'
import type { Graph } from '../model/graph'
import { exportProvenance } from '../scene/export/exportProvenance'
import { countText } from './countText'
import { UsageFault, type CliCommand } from './cliCommand'
import { exportedContent, exportFormatIds } from './exportedContent'
import { loadGraph } from './loadGraph'
import { layoutArgsConfig, layoutUsage, parseLayoutOptions } from './layoutOptions'

export const exportCommand: CliCommand = {
  name: 'export',
  usage: `[FILE|DIR] --filter "TEXT" --to FORMAT -o OUT ${layoutUsage} [--date YYYY-MM-DD]`,
  summary: 'what a filter leaves, as a file with its sources; -o - is standard output',
  extraHelp: async () =>
    `--to takes one of ${exportFormatIds.join(', ')}.\n${(await import('./layoutGraph')).layoutHelp()}`,
  async run(args, world) {
    const { values, positionals } = parsed(args)
    const to = values.to ?? ''
    if (!exportFormatIds.includes(to)) throw new UsageFault(`--to takes one of ${exportFormatIds.join(', ')}`)
    if (!values.output) throw new UsageFault('-o names the file to write; "-" is standard output')
    const wish = parseLayoutOptions(values, to)
    const graph = await loadGraph(positionals[0], world)
    const filter = parseFilterOption(graph, values.filter ?? '')
    const date = values.date ?? world.today()
    const part = {
      ...applyFilter(graph, filter),
      graph: applyLensSteps(graph, filter),
      texts: textsEn,
      today: date,
    } as const
    const recipe = exportProvenance(graph, filter, 'shown', date)
    const content = await exportedContent(part, { to, filter, recipe, layout: wish })
    if (values.output === '-') world.writeOut(content)
    else writeFileSync(resolve(world.cwd, values.output), content)
    for (const { key: on, value, knownValues: known } of unmatchedFilterValues(graph, filter))
      world.writeError(`nothing has ${on}:${value}${didYouMean(value, known)}\n`)
    world.writeError(`${countText(part.nodeCount, 'node')}, ${countText(part.edgeCount, 'edge')}\n`)
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
        ...layoutArgsConfig,
      },
    })
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error))
  }
}

/** A filter from the command line; a fault in it is a call that cannot be understood. */
export function parseFilterOption(graph: Graph, text: string): Filter {
  const read = parseFilter(text)
  if ('fault' in read) throw new UsageFault(`--filter: ${read.fault.what}\n  ${text}\n  ${' '.repeat(read.fault.at)}^`)
  const unknown = invalidFilterPart(graph, read.filter)
  if (unknown) throw new UsageFault(`--filter: ${unknown.reason}`)
  return read.filter
}

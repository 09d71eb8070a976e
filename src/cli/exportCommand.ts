import { applyLensSteps, applyFilter } from '../analysis/filter/applyFilter'
import { textsEn } from '../messages/texts.en'
import { exportProvenance } from '../scene/export/exportProvenance'
import { defineCommand } from './cliCommand'
import { countText } from './countText'
import { checkAllDirected, exportedContent, exportFormatIds } from './exportedContent'
import { writeOutputFile } from './fileAccess'
import { layoutCliOptions, parseLayoutOptions } from './layoutOptions'
import { graphArgument, loadGraph } from './loadGraph'
import { filterCliOption, parseFilterOption, unmatchedValueLines } from './parseFilterOption'

export const exportCommand = defineCommand({
  name: 'export',
  arguments: [graphArgument],
  options: {
    to: {
      kind: 'choice',
      value: 'FORMAT',
      choices: exportFormatIds,
      required: true,
      summary: `the format to write: ${exportFormatIds.join(', ')}`,
    },
    output: {
      kind: 'text',
      value: 'FILE',
      short: 'o',
      required: true,
      summary: 'the file to write; - is standard output',
    },
    filter: filterCliOption,
    date: { kind: 'date', summary: 'the day of the export, as the file states it; today without it' },
    'all-directed': {
      kind: 'flag',
      summary: 'write every edge of GEXF and GraphML as directed, with its direction in a column, as networkx needs it',
    },
    ...layoutCliOptions,
  },
  summary: 'write what a filter leaves to a file, with its sources',
  extraHelp: async () => (await import('./layoutGraph')).layoutHelp(),
  async run({ values, positionals: paths }, environment) {
    const { to, output, date = environment.today() } = values
    const layout = parseLayoutOptions(values, to)
    checkAllDirected(to, values['all-directed'])
    const graph = await loadGraph(paths, environment)
    const filter = await parseFilterOption(graph, values.filter)
    const part = {
      ...applyFilter(graph, filter),
      graph: applyLensSteps(graph, filter),
      texts: textsEn,
      today: date,
      allDirected: values['all-directed'],
    } as const
    const provenance = exportProvenance(graph, filter, 'shown', date)
    const content = await exportedContent(part, { to, filter, provenance, layout })
    if (output === '-') environment.writeOut(content)
    else writeOutputFile(environment.cwd, output, content)
    const counts = `${countText(part.nodeCount, 'node')}, ${countText(part.edgeCount, 'edge')}`
    environment.writeError(`${[...unmatchedValueLines(graph, filter), counts].join('\n')}\n`)
    return 0
  },
})

import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { formats } from '../formats/formats'
import { readFiles } from '../formats/readFiles'
import { textsEn } from '../messages/texts.en'
import type { ImportOptions } from '../model/importReport'
import { exportProvenance } from '../scene/export/exportProvenance'
import { defineCommand } from './cliCommand'
import { UsageFault } from './cliFaults'
import { checkAllDirected, exportedContent } from './exportedContent'
import { readInputFile, writeOutputFile } from './fileAccess'
import { importReportText } from './importReportText'
import { layoutCliOptions, parseLayoutOptions } from './layoutOptions'

/** Graph files, and a picture. */
const targets = [...formats.filter(({ loadWriter }) => loadWriter), { id: 'svg', extension: 'svg' }]
const targetIds = targets.map(({ id }) => id)

export const convertCommand = defineCommand({
  name: 'convert',
  arguments: [
    { name: 'IN', required: true, repeatable: true },
    { name: 'OUT', required: true },
  ],
  options: {
    to: {
      kind: 'choice',
      value: 'FORMAT',
      choices: targetIds,
      summary: `the format to write, by default that of OUT's extension: ${targetIds.join(', ')}`,
    },
    type: { kind: 'text', value: 'COLUMN', summary: 'the column with the types of nodes' },
    predicate: { kind: 'text', value: 'COLUMN', summary: 'the column with the predicates of edges' },
    label: { kind: 'text', value: 'COLUMN', summary: 'the column with the labels of nodes' },
    dangling: {
      kind: 'choice',
      value: 'TREATMENT',
      choices: ['add', 'drop'],
      summary: 'for edges to a missing node: add the node (the default), or drop the edge',
    },
    date: { kind: 'date', summary: 'the day of the conversion, as the file states it; today without it' },
    'all-directed': {
      kind: 'flag',
      summary: 'write every edge of GEXF and GraphML as directed, with its direction in a column, as networkx needs it',
    },
    ...layoutCliOptions,
  },
  summary:
    'write graph files of any format as one file of another format, or as SVG; OUT ending in .gz is compressed, - is standard output',
  extraHelp: async () => (await import('./layoutGraph')).layoutHelp(),
  async run({ values, positionals }, environment) {
    const out = positionals.at(-1)!
    const to = values.to ?? formatOfExtension(out)
    const layout = parseLayoutOptions(values, to)
    checkAllDirected(to, values['all-directed'])
    const files = positionals.slice(0, -1).map((path) => ({
      name: basename(path),
      bytes: readInputFile(environment.cwd, path),
    }))
    const { graph, report } = await readFiles(files, importOptions(values))
    const today = values.date ?? environment.today()
    const part = {
      graph,
      nodes: new Uint8Array(graph.nodes.count).fill(1),
      edges: new Uint8Array(graph.edges.count).fill(1),
      nodeCount: graph.nodes.count,
      edgeCount: graph.edges.count,
      texts: textsEn,
      today,
      allDirected: values['all-directed'],
    } as const
    const provenance = exportProvenance(graph, [], 'shown', today)
    const content = await exportedContent(part, { to, filter: [], provenance, layout })
    const packed = out.endsWith('.gz') ? new Uint8Array(gzipSync(content)) : content
    if (out === '-') environment.writeOut(packed)
    else writeOutputFile(environment.cwd, out, packed)
    environment.writeError(await importReportText(report))
    return 0
  },
})

function importOptions({
  type,
  predicate,
  label,
  dangling,
}: Readonly<Record<'type' | 'predicate' | 'label' | 'dangling', string | undefined>>): ImportOptions {
  return {
    ...(type !== undefined && { type }),
    ...(predicate !== undefined && { predicate }),
    ...(label !== undefined && { label }),
    ...(dangling !== undefined && { dangling: dangling === 'drop' ? 'drop' : 'add' }),
  }
}

/** The first format that has the extension of a file name. */
function formatOfExtension(out: string): string {
  const name = out.replace(/\.gz$/, '')
  const target = targets.find(({ extension }) => name.endsWith(`.${extension}`))
  if (target) return target.id
  throw new UsageFault(`${out} has no extension of a known format; name one with --to: ${targetIds.join(', ')}`)
}

import { textsEn } from '../messages/texts.en'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { formats } from '../formats/formats'
import { readFiles } from '../formats/readFiles'
import { describeRepair, type ImportOptions, type ImportReport } from '../model/importReport'
import { exportProvenance } from '../scene/export/exportProvenance'
import { countText } from './countText'
import { UsageFault, type CliCommand } from './cliCommand'
import { exportedContent } from './exportedContent'
import { layoutArgsConfig, layoutUsage, parseLayoutOptions } from './layoutOptions'

/** Graph files, and a picture. */
const targets = [...formats.filter(({ write }) => write), { id: 'svg', extension: 'svg' }]

export const convertCommand: CliCommand = {
  name: 'convert',
  usage: `IN [IN ...] OUT [--to FORMAT] [--type COLUMN] [--predicate COLUMN] [--label COLUMN] [--dangling add|drop] ${layoutUsage}`,
  summary:
    'graph files of any format as one file of another, or as SVG, told by its ending or --to; .gz packs it, - is standard output',
  extraHelp: async () =>
    `--to takes one of ${targets.map(({ id }) => id).join(', ')}.\n${(await import('./layoutGraph')).layoutHelp()}`,
  async run(args, world) {
    const { values, positionals } = parsed(args)
    const out = positionals.at(-1)
    const names = positionals.slice(0, -1)
    if (out === undefined || names.length === 0) throw new UsageFault('name a file to read and a file to write')
    const to = formatFor(values.to, out)
    const wish = parseLayoutOptions(values, to)
    const given = names.map((name) => ({
      name: basename(name),
      bytes: new Uint8Array(readFileSync(resolve(world.cwd, name))),
    }))
    const { graph, report } = await readFiles(given, choicesOf(values))
    const part = {
      graph,
      nodes: new Uint8Array(graph.nodes.count).fill(1),
      edges: new Uint8Array(graph.edges.count).fill(1),
      nodeCount: graph.nodes.count,
      edgeCount: graph.edges.count,
      texts: textsEn,
      today: world.today(),
    } as const
    const recipe = exportProvenance(graph, [], 'shown', values.date ?? world.today())
    const content = await exportedContent(part, { to, filter: [], recipe, layout: wish })
    const packed = out.endsWith('.gz') ? new Uint8Array(gzipSync(content)) : content
    if (out === '-') world.writeOut(packed)
    else writeFileSync(resolve(world.cwd, out), packed)
    world.writeError(said(report))
    return 0
  },
}

type Values = ReturnType<typeof parsed>['values']

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        to: { type: 'string' },
        type: { type: 'string' },
        predicate: { type: 'string' },
        label: { type: 'string' },
        dangling: { type: 'string' },
        date: { type: 'string' },
        ...layoutArgsConfig,
      },
    })
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error))
  }
}

function choicesOf({ type, predicate, label, dangling }: Values): ImportOptions {
  if (dangling !== undefined && dangling !== 'add' && dangling !== 'drop')
    throw new UsageFault('--dangling takes add or drop')
  return {
    ...(type !== undefined && { type }),
    ...(predicate !== undefined && { predicate }),
    ...(label !== undefined && { label }),
    ...(dangling !== undefined && { dangling }),
  }
}

/** The format by its id, else the first whose ending the file has. */
function formatFor(to: string | undefined, out: string): string {
  const name = out.replace(/\.gz$/, '')
  const format =
    to === undefined
      ? targets.find(({ extension }) => name.endsWith(`.${extension}`))
      : targets.find(({ id }) => id === to)
  if (format) return format.id
  const ids = targets.map(({ id }) => id).join(', ')
  throw new UsageFault(
    to === undefined ? `the ending of ${out} names no format; --to takes one of ${ids}` : `--to takes one of ${ids}`,
  )
}

/** What was read, in lines. */
const said = ({ format, nodes, edges, repairs: mended, guesses, gaps, columns }: ImportReport): string =>
  [
    `${format}: ${countText(nodes, 'node')}, ${countText(edges, 'edge')}`,
    ...mended.map((each) => {
      const { count, how, examples } = each
      return `${describeRepair(each)} (${examples.join(', ')}${count > examples.length ? ' ...' : ''}): ${how}`
    }),
    ...columns.flatMap(({ of, name, kind, unparsed: unread }) =>
      unread
        ? [
            `${countText(unread.count, 'value')} of the ${of} column "${name}" could not be read as ${kind}: "${unread.example}"`,
          ]
        : [],
    ),
    ...guesses,
    ...gaps,
    '',
  ].join('\n')

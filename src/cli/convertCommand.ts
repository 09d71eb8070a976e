import { readFileSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { formats } from '../formats/formats'
import { readFiles } from '../formats/readFiles'
import { mendedWords, type ReadChoices, type Report } from '../model/importReport'
import { recipeOf } from '../scene/export/exportProvenance'
import { amount } from './countText'
import { UsageFault, type Command } from './cliCommand'
import { contentOf } from './exportedContent'
import { layoutOptions, layoutUsage, layoutWish } from './layoutOptions'

/** Graph files, and a picture. */
const targets = [...formats.filter(({ write }) => write), { id: 'svg', extension: 'svg' }]

export const convert: Command = {
  name: 'convert',
  usage: `IN [IN ...] OUT [--to FORMAT] [--type COLUMN] [--predicate COLUMN] [--label COLUMN] [--dangling add|drop] ${layoutUsage}`,
  summary:
    'graph files of any format as one file of another, or as SVG, told by its ending or --to; .gz packs it, - is standard output',
  more: async () =>
    `--to takes one of ${targets.map(({ id }) => id).join(', ')}.\n${(await import('./layoutGraph')).layoutHelp()}`,
  async run(args, world) {
    const { values, positionals } = parsed(args)
    const out = positionals.at(-1)
    const names = positionals.slice(0, -1)
    if (out === undefined || names.length === 0) throw new UsageFault('name a file to read and a file to write')
    const to = formatFor(values.to, out)
    const wish = layoutWish(values, to)
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
      language: 'en',
      today: world.today(),
    } as const
    const recipe = recipeOf(graph, [], 'shown', values.date ?? world.today())
    const content = await contentOf(part, { to, filter: [], recipe, wish })
    const packed = out.endsWith('.gz') ? new Uint8Array(gzipSync(content)) : content
    if (out === '-') world.out(packed)
    else writeFileSync(resolve(world.cwd, out), packed)
    world.err(said(report))
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
        ...layoutOptions,
      },
    })
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error))
  }
}

function choicesOf({ type, predicate, label, dangling }: Values): ReadChoices {
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
const said = ({ format, nodes, edges, mended, guesses, gaps, columns }: Report): string =>
  [
    `${format}: ${amount(nodes, 'node')}, ${amount(edges, 'edge')}`,
    ...mended.map((each) => {
      const { count, how, examples } = each
      return `${mendedWords(each)} (${examples.join(', ')}${count > examples.length ? ' ...' : ''}): ${how}`
    }),
    ...columns.flatMap(({ of, name, kind, unread }) =>
      unread
        ? [
            `${amount(unread.count, 'value')} of the ${of} column "${name}" could not be read as ${kind}: "${unread.example}"`,
          ]
        : [],
    ),
    ...guesses,
    ...gaps,
    '',
  ].join('\n')

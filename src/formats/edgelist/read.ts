import { message } from '../../messages/message'
import type { EdgeDirection } from '../../model/enumerations'
import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { linesOf } from '../io/lineReader'
import { edgeListHeaderPattern } from './isEdgeList'

/** Names of the numbers behind the two ends, as KONECT (konect.cc, "TSV files") has them. */
const valueNames = ['weight', 'time', 'value']
/** An attribute of an edge as networkx writes it: 'weight': 3, or 'kind': 'friend'. */
const attribute = /['"]([^'"]+)['"]\s*:\s*(?:'([^']*)'|"([^"]*)"|([^,{}]+))/g

/**
 * Reads an edge list: two ids a line, separated by spaces, and perhaps a weight (igraph's ncol, KONECT) or attributes
 * (networkx). Lines that begin with # or % are comments, which may say whether edges have a direction.
 */
export function collectEdgeList(file: InputFile, collector: GraphCollector): void {
  const lines = [...linesOf(file)].map(({ text }) => text.replace(/^\ufeff/, '').trim())
  const comments = lines.filter((text) => /^[#%]/.test(text)).join('\n')
  const edges = lines.filter((text) => !/^[#%]/.test(text)).map((text) => text.split(/\s+/))
  const isTwoMode = /^%\s*bip\b/m.test(comments)
  const stated = statedDirection(comments)
  if (stated === undefined) collector.guesses.push(message('formats', 'edgeListDirected'))
  const hasHeader = edgeListHeaderPattern.test(edges[0]?.join(' ') ?? '')
  const names = hasHeader ? edges[0]!.slice(2) : []
  const nodeOf = (id: string, mode: 'left' | 'right'): number => {
    const code = collector.codeOfId(isTwoMode ? `${mode} ${id}` : id)
    const row = collector.ensureNode(code)
    if (isTwoMode) collector.nodes.column('type').setText(row, mode)
    return code
  }
  for (const [source, target, ...values] of hasHeader ? edges.slice(1) : edges) {
    if (source === undefined) continue
    if (target === undefined) {
      collector.repair('left out', source, message('files', 'rowsWithoutEndIgnored'))
      continue
    }
    const row = collector.addEdge(nodeOf(source, 'left'), nodeOf(target, 'right'), stated ?? 'directed')
    putValues(collector, row, values, names)
  }
}

/** The direction of all edges; undefined if no comment says so. */
function statedDirection(comments: string): EdgeDirection | undefined {
  if (/^%\s*(sym|bip)\b|\bundirected\b/im.test(comments)) return 'undirected'
  return /^%\s*asym\b|\bdirected\b/im.test(comments) ? 'directed' : undefined
}

function putValues({ edges }: GraphCollector, row: number, values: readonly string[], names: readonly string[]): void {
  if (values[0]?.startsWith('{')) {
    for (const [, name, single, double, bare] of values.join(' ').matchAll(attribute))
      if (bare !== undefined && Number.isFinite(Number(bare))) edges.column(name!, 'number').setText(row, bare.trim())
      else edges.column(name!).setText(row, single ?? double ?? bare!.trim())
    return
  }
  values.forEach((value, at) => {
    const kind = Number.isFinite(Number(value)) ? 'number' : 'text'
    edges.column(names[at] ?? valueNames[at] ?? `value ${at + 1}`, kind).setText(row, value)
  })
}

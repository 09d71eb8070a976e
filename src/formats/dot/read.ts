import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { collectRecords } from '../collect/collectRecords'
import type { RecordCells, ImportedEdge, ImportedNode } from '../collect/graphRecords'
import { TextScanner } from '../io/textScanner'
import { expectDotToken, readDotId, requireDotId, skipDotWhitespace } from './dotTokenizer'

const deepest = 200

interface Node {
  label?: string
  readonly cells: Record<string, string>
}

interface State {
  readonly scanner: TextScanner
  readonly nodes: Map<string, Node>
  readonly edges: ImportedEdge[]
  directed: boolean
  title: string | undefined
}

/** Defaults of nodes and edges where the reading stands, and the cluster around it. */
interface Scope {
  readonly node: RecordCells
  readonly edge: RecordCells
  readonly cluster: string | undefined
  readonly depth: number
}

/**
 * Reads DOT (graphviz.org/doc/info/lang.html): nodes, edges and chains of them, subgraphs as ends, attributes with their
 * defaults. Clusters become the column `cluster`, `pos` a place; what only draws (ranks, ports) is left aside.
 */
export function collectDot(file: InputFile, collector: GraphCollector): void {
  const scanner = new TextScanner(file)
  scanner.match(/\ufeff?/y)
  const state: State = { scanner, nodes: new Map(), edges: [], directed: true, title: undefined }
  skipDotWhitespace(scanner)
  scanner.match(/strict\b/iy)
  skipDotWhitespace(scanner)
  const kind = scanner.match(/(di)?graph\b/iy)
  if (!kind) throw scanner.fault('a DOT file begins with "graph" or "digraph"', 'Choose a DOT file.')
  state.directed = kind[1] !== undefined
  skipDotWhitespace(scanner)
  state.title = readDotId(scanner)
  expectDotToken(scanner, '{')
  statements(state, { node: {}, edge: {}, cluster: undefined, depth: 0 })
  collectRecords(collector, {
    name: file.name,
    title: state.title || undefined,
    nodes: [...state.nodes].map(([own, node]) => foreignNode(own, node)),
    edges: state.edges,
  })
}

/** Statements up to the closing brace; gives the nodes that they name. */
function statements(state: State, outer: Scope): string[] {
  const { scanner } = state
  if (outer.depth > deepest)
    throw scanner.fault(`subgraphs are nested more than ${deepest} deep`, 'No graph needs that.')
  const scope = { ...outer, node: { ...outer.node }, edge: { ...outer.edge } }
  const named: string[] = []
  for (;;) {
    skipDotWhitespace(scanner)
    if (scanner.match(/\}/y)) return named
    if (scanner.match(/;/y)) continue
    if (scanner.atEnd) throw scanner.fault('a brace is not closed')
    named.push(...statement(state, scope))
  }
}

function statement(state: State, scope: Scope & { node: RecordCells; edge: RecordCells }): string[] {
  const { scanner } = state
  const defaults = scanner.match(/(graph|node|edge)\b(?=\s*\[)/iy)?.[1]?.toLowerCase()
  if (defaults) {
    const cells = attributes(scanner)
    if (defaults !== 'graph') Object.assign(scope[defaults as 'node' | 'edge'], cells)
    return []
  }
  const first = end(state, scope)
  skipDotWhitespace(scanner)
  if (first.single && scanner.match(/=/y)) {
    const value = requireDotId(scanner, 'a value')
    if (first.made) state.nodes.delete(first.ids[0]!)
    if (first.ids[0] === 'label' && scope.depth === 0) state.title = value
    return []
  }
  return chained(state, scope, first)
}

/** What follows the first end: a chain of edges, or nothing, and attributes of the edges or of the node. */
function chained(state: State, scope: Scope, first: ReturnType<typeof end>): string[] {
  const { scanner } = state
  const chain = [first.ids]
  while (scanner.match(/-[->]/y)) {
    skipDotWhitespace(scanner)
    chain.push(end(state, scope).ids)
    skipDotWhitespace(scanner)
  }
  const cells = attributes(scanner)
  if (chain.length === 1 && first.single) Object.assign(state.nodes.get(first.ids[0]!)!.cells, cells)
  for (let at = 1; at < chain.length; at++) join(state, chain[at - 1]!, chain[at]!, { ...scope.edge, ...cells })
  return chain.flat()
}

/** One end of an edge, or a node by itself: a node with an optional port, or a subgraph for all its nodes. */
function end(state: State, scope: Scope): { readonly ids: string[]; readonly single: boolean; readonly made: boolean } {
  const { scanner } = state
  const sub = scanner.match(/subgraph\b/iy) !== undefined
  if (sub) skipDotWhitespace(scanner)
  const own = sub ? readDotId(scanner) : undefined
  if (sub) skipDotWhitespace(scanner)
  if (scanner.match(/\{/y)) {
    const cluster = own?.startsWith('cluster') ? own : scope.cluster
    return { ids: statements(state, { ...scope, cluster, depth: scope.depth + 1 }), single: false, made: false }
  }
  if (sub) throw scanner.fault('"{" is missing after subgraph')
  const node = requireDotId(scanner, 'the name of a node')
  while (scanner.match(/\s*:\s*/y)) requireDotId(scanner, 'a port')
  const made = !state.nodes.has(node)
  const cluster = scope.cluster !== undefined && { cluster: scope.cluster }
  if (made) state.nodes.set(node, { cells: { ...(scope.node as Record<string, string>), ...cluster } })
  return { ids: [node], single: true, made }
}

function attributes(scanner: TextScanner): Record<string, string> {
  const cells: Record<string, string> = {}
  for (skipDotWhitespace(scanner); scanner.match(/\[/y); skipDotWhitespace(scanner))
    for (;;) {
      skipDotWhitespace(scanner)
      if (scanner.match(/\]/y)) break
      if (scanner.match(/[,;]/y)) continue
      const key = requireDotId(scanner, 'the name of an attribute, or "]",')
      skipDotWhitespace(scanner)
      cells[key] = scanner.match(/=/y) ? requireDotId(scanner, `the value of "${key}"`) : 'true'
    }
  return cells
}

function join(
  state: State,
  from: readonly string[],
  to: readonly string[],
  { id: own, label, dir, ...rest }: RecordCells,
): void {
  const cells = withNumbers(rest)
  for (const source of from)
    for (const target of to) {
      const only = own !== undefined && from.length * to.length === 1
      state.edges.push({
        ...(only && { id: String(own) }),
        source,
        target,
        directed: state.directed && dir !== 'none',
        ...(label !== undefined && { label: String(label) }),
        cells,
      })
    }
}

function foreignNode(own: string, { cells: all }: Node): ImportedNode {
  const { label, pos, ...cells } = all
  const [, x, y] = /^(-?[\d.e+-]+),(-?[\d.e+-]+)/.exec(pos ?? '') ?? []
  // "\N" stands for the name of the node itself.
  return {
    id: own,
    label: label === undefined ? undefined : label.replaceAll('\\N', own),
    ...(x !== undefined && y !== undefined && { x: Number(x), y: Number(y) }),
    cells: withNumbers(cells),
  }
}

/** DOT knows only texts: weights are the one thing that everybody means as a number. */
const withNumbers = (cells: RecordCells): RecordCells =>
  'weight' in cells && Number.isFinite(Number(cells['weight'])) ? { ...cells, weight: Number(cells['weight']) } : cells

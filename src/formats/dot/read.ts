import { message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { collectRecords } from '../collect/collectRecords'
import type { RecordCells, ImportedEdge, ImportedNode } from '../collect/graphRecords'
import { TextScanner } from '../io/textScanner'
import { expectDotToken, readDotId, requireDotId, skipDotWhitespace } from './dotTokenizer'

const maxDepth = 200

interface DotNode {
  label?: string
  readonly cells: Record<string, string>
}

interface State {
  readonly scanner: TextScanner
  readonly nodes: Map<string, DotNode>
  readonly edges: ImportedEdge[]
  directed: boolean
  title: string | undefined
}

/** The default attributes inside the current braces, and the cluster that they belong to. */
interface Scope {
  readonly node: RecordCells
  readonly edge: RecordCells
  readonly cluster: string | undefined
  readonly depth: number
}

/**
 * Reads DOT (graphviz.org/doc/info/lang.html): nodes, edges and chains of them, subgraphs as ends, attributes with their
 * defaults. Clusters become the column `cluster`, `pos` the position; ranks and ports, which only concern drawing, are skipped.
 */
export function collectDot(file: InputFile, collector: GraphCollector): void {
  const scanner = new TextScanner(file)
  scanner.match(/\ufeff?/y)
  const state: State = { scanner, nodes: new Map(), edges: [], directed: true, title: undefined }
  skipDotWhitespace(scanner)
  scanner.match(/strict\b/iy)
  skipDotWhitespace(scanner)
  const kind = scanner.match(/(di)?graph\b/iy)
  if (!kind) throw scanner.fault(message('formats', 'dotStart'), message('formats', 'chooseFileOf', { format: 'DOT' }))
  state.directed = kind[1] !== undefined
  skipDotWhitespace(scanner)
  state.title = readDotId(scanner)
  expectDotToken(scanner, '{')
  parseStatements(state, { node: {}, edge: {}, cluster: undefined, depth: 0 })
  collectRecords(collector, {
    name: file.name,
    title: state.title || undefined,
    nodes: [...state.nodes].map(([id, node]) => importedNode(id, node)),
    edges: state.edges,
  })
}

/** Parses statements up to the closing brace, and returns the ids of the nodes in them. */
function parseStatements(state: State, outer: Scope): string[] {
  const { scanner } = state
  if (outer.depth > maxDepth) throw scanner.fault(message('formats', 'nestedTooDeep', { depth: maxDepth }))
  const scope = { ...outer, node: { ...outer.node }, edge: { ...outer.edge } }
  const ids: string[] = []
  for (;;) {
    skipDotWhitespace(scanner)
    if (scanner.match(/\}/y)) return ids
    if (scanner.match(/;/y)) continue
    if (scanner.atEnd) throw scanner.fault(message('formats', 'dotBraceNotClosed'))
    ids.push(...parseStatement(state, scope))
  }
}

function parseStatement(state: State, scope: Scope & { node: RecordCells; edge: RecordCells }): string[] {
  const { scanner } = state
  const defaults = scanner.match(/(graph|node|edge)\b(?=\s*\[)/iy)?.[1]?.toLowerCase()
  if (defaults) {
    const cells = parseAttributes(scanner)
    if (defaults !== 'graph') Object.assign(scope[defaults as 'node' | 'edge'], cells)
    return []
  }
  const first = parseEnd(state, scope)
  skipDotWhitespace(scanner)
  if (first.isNode && scanner.match(/=/y)) {
    const [name = ''] = first.ids
    const value = requireDotId(scanner, message('formats', 'dotValueExpected', { name }))
    if (first.isNew) state.nodes.delete(name)
    if (name === 'label' && scope.depth === 0) state.title = value
    return []
  }
  return parseChain(state, scope, first)
}

/** Parses what follows the first end: a chain of edges or nothing, and the attributes of the edges or of the node. */
function parseChain(state: State, scope: Scope, first: DotEnd): string[] {
  const { scanner } = state
  const chain = [first.ids]
  while (scanner.match(/-[->]/y)) {
    skipDotWhitespace(scanner)
    chain.push(parseEnd(state, scope).ids)
    skipDotWhitespace(scanner)
  }
  const cells = parseAttributes(scanner)
  if (chain.length === 1 && first.isNode) Object.assign(state.nodes.get(first.ids[0]!)!.cells, cells)
  for (let at = 1; at < chain.length; at++) addEdges(state, chain[at - 1]!, chain[at]!, { ...scope.edge, ...cells })
  return chain.flat()
}

/** One end of an edge, or a node on its own. */
interface DotEnd {
  readonly ids: readonly string[]
  /** Whether it is a single node and no subgraph. */
  readonly isNode: boolean
  /** Whether the node was named for the first time. */
  readonly isNew: boolean
}

/** Parses one end of an edge: a node with an optional port, or a subgraph, which stands for all its nodes. */
function parseEnd(state: State, scope: Scope): DotEnd {
  const { scanner } = state
  const isSubgraph = scanner.match(/subgraph\b/iy) !== undefined
  if (isSubgraph) skipDotWhitespace(scanner)
  const name = isSubgraph ? readDotId(scanner) : undefined
  if (isSubgraph) skipDotWhitespace(scanner)
  if (scanner.match(/\{/y)) {
    const cluster = name?.startsWith('cluster') ? name : scope.cluster
    return { ids: parseStatements(state, { ...scope, cluster, depth: scope.depth + 1 }), isNode: false, isNew: false }
  }
  if (isSubgraph) throw scanner.fault(message('formats', 'expectedSign', { sign: '{' }))
  const node = requireDotId(scanner, message('formats', 'dotNodeExpected'))
  while (scanner.match(/\s*:\s*/y)) requireDotId(scanner, message('formats', 'dotPortExpected'))
  const isNew = !state.nodes.has(node)
  const cluster = scope.cluster !== undefined && { cluster: scope.cluster }
  if (isNew) state.nodes.set(node, { cells: { ...(scope.node as Record<string, string>), ...cluster } })
  return { ids: [node], isNode: true, isNew }
}

function parseAttributes(scanner: TextScanner): Record<string, string> {
  const cells: Record<string, string> = {}
  for (skipDotWhitespace(scanner); scanner.match(/\[/y); skipDotWhitespace(scanner))
    for (;;) {
      skipDotWhitespace(scanner)
      if (scanner.match(/\]/y)) break
      if (scanner.match(/[,;]/y)) continue
      const key = requireDotId(scanner, message('formats', 'dotAttributeExpected'))
      skipDotWhitespace(scanner)
      const hasValue = scanner.match(/=/y)
      cells[key] = hasValue ? requireDotId(scanner, message('formats', 'dotValueExpected', { name: key })) : 'true'
    }
  return cells
}

/** Adds an edge from each node of one end to each of the other; an id only fits a single edge. */
function addEdges(
  state: State,
  from: readonly string[],
  to: readonly string[],
  { id, label, dir, ...rest }: RecordCells,
): void {
  const cells = withNumbers(rest)
  for (const source of from)
    for (const target of to) {
      const keepsId = id !== undefined && from.length * to.length === 1
      state.edges.push({
        ...(keepsId && { id: String(id) }),
        // An edge drawn backwards points at its tail.
        ...(dir === 'back' && state.directed ? { source: target, target: source } : { source, target }),
        direction: !state.directed || dir === 'none' ? 'undirected' : dir === 'both' ? 'mutual' : 'directed',
        ...(label !== undefined && { label: String(label) }),
        cells,
      })
    }
}

function importedNode(id: string, { cells: all }: DotNode): ImportedNode {
  const { label, pos, ...cells } = all
  const [, x, y] = /^(-?[\d.e+-]+),(-?[\d.e+-]+)/.exec(pos ?? '') ?? []
  return {
    id,
    // "\N" in a label is the name of the node.
    label: label === undefined ? undefined : label.replaceAll('\\N', id),
    ...(x !== undefined && y !== undefined && { x: Number(x), y: Number(y) }),
    cells: withNumbers(cells),
  }
}

/** All values in DOT are texts; only weights are always meant as numbers. */
const withNumbers = (cells: RecordCells): RecordCells =>
  'weight' in cells && Number.isFinite(Number(cells['weight'])) ? { ...cells, weight: Number(cells['weight']) } : cells

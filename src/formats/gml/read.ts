import type { AttributeValue } from '../../model/records'
import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { collectRecords } from '../collect/collectRecords'
import type { RecordCells, ImportedEdge, ImportedNode } from '../collect/graphRecords'
import { TextScanner } from '../io/textScanner'
import { unescapeGml } from './escapeGml'

/** A key with its value: a number, a text, or a list of such pairs. */
type Pair = readonly [key: string, value: number | string | Pairs]
type Pairs = readonly Pair[]

const deepest = 200
const blank = /(?:\s+|#[^\n]*)*/y
const key = /[A-Za-z_][\w.]*/y
const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])|[+-]?(?:INF|NAN)\b/iy
const text = /"([^"]*)"/y

/**
 * Reads GML (Himsolt, "GML: A portable Graph File Format", 1997) as networkx, igraph, yEd and Gephi write it: nodes with
 * label, graphics and any other keys, edges likewise. Keys that repeat become lists.
 */
export function collectGml(file: InputFile, collector: GraphCollector): void {
  const scanner = new TextScanner(file)
  const all = pairs(scanner, 0)
  const graph = all.find(([name, value]) => name.toLowerCase() === 'graph' && Array.isArray(value))?.[1] as
    Pairs | undefined
  if (!graph) throw scanner.fault('there is no graph [ ... ] in it', 'Choose a GML file.')
  const names = namesIn(graph)
  const directed = valueOf(graph, 'directed') === 1
  const title = valueOf(graph, 'label') ?? valueOf(graph, 'title')
  const lists = (name: string) =>
    graph.filter(([own, value]) => own === name && Array.isArray(value)).map(([, value]) => value as Pairs)
  const nodes = lists('node').map((node) => nodeOf(scanner, node, names))
  const idOf = new Map(lists('node').map((node, index) => [String(valueOf(node, 'id')), nodes[index]!.id]))
  const end = (edge: Pairs, name: string): string => {
    const value = valueOf(edge, name)
    if (value === undefined) throw scanner.fault(`an edge has no ${name}`, `Give it a ${name}.`)
    return idOf.get(String(value)) ?? String(value)
  }
  const edges = lists('edge').map((edge) =>
    edgeOf(edge, { source: end(edge, 'source'), target: end(edge, 'target'), directed }, names),
  )
  collectRecords(collector, { name: file.name, title: title === undefined ? undefined : String(title), nodes, edges })
}

function pairs(scanner: TextScanner, depth: number): Pairs {
  if (depth > deepest) throw scanner.fault(`lists are nested more than ${deepest} deep`, 'No graph file needs that.')
  const found: Pair[] = []
  for (;;) {
    scanner.match(blank)
    if (scanner.atEnd) {
      if (depth > 0) throw scanner.fault('a list is not closed')
      return found
    }
    if (depth > 0 && scanner.match(/\]/y)) return found
    const name = scanner.match(key)?.[0]
    if (name === undefined) throw scanner.fault('a key is missing here')
    scanner.match(blank)
    found.push([name, value(scanner, depth)])
  }
}

function value(scanner: TextScanner, depth: number): Pair[1] {
  if (scanner.match(/\[/y)) return pairs(scanner, depth + 1)
  const quoted = scanner.match(text)
  if (quoted) return unescapeGml(quoted[1]!)
  const written = scanner.match(number)?.[0]
  if (written === undefined) throw scanner.fault('a number, a text in quotes or a list is missing here')
  return Number(written)
}

const valueOf = (list: Pairs, name: string): string | number | undefined => {
  const value = list.find(([own]) => own === name)?.[1]
  return typeof value === 'object' ? undefined : value
}

/** The names of columns whose names are no keys, where Kizuna wrote them. */
function namesIn(graph: Pairs): ReadonlyMap<string, string> {
  const list = graph.find(([name]) => name === 'columnNames')?.[1]
  return new Map(Array.isArray(list) ? (list as Pairs).map(([name, value]) => [name, String(value)]) : [])
}

const nodeKeys = new Set(['id', 'label', 'kizunaId', 'graphics'])
const edgeKeys = new Set(['id', 'label', 'source', 'target', 'kizunaId', 'directed'])

function nodeOf(scanner: TextScanner, node: Pairs, names: ReadonlyMap<string, string>): ImportedNode {
  const id = valueOf(node, 'id')
  if (id === undefined) throw scanner.fault('a node has no id', 'Give it an id.')
  const label = valueOf(node, 'label')
  const graphics = node.find(([name]) => name === 'graphics')?.[1]
  const [x, y] = Array.isArray(graphics) ? [valueOf(graphics as Pairs, 'x'), valueOf(graphics as Pairs, 'y')] : []
  return {
    id: String(valueOf(node, 'kizunaId') ?? id),
    label: label === undefined ? undefined : String(label),
    ...(typeof x === 'number' && typeof y === 'number' && { x, y }),
    cells: cellsOf(node, nodeKeys, names),
  }
}

function edgeOf(
  edge: Pairs,
  ends: { readonly source: string; readonly target: string; readonly directed: boolean },
  names: ReadonlyMap<string, string>,
): ImportedEdge {
  const label = valueOf(edge, 'label')
  const id = valueOf(edge, 'kizunaId') ?? valueOf(edge, 'id')
  const own = valueOf(edge, 'directed')
  return {
    ...ends,
    ...(own !== undefined && { directed: own === 1 }),
    ...(id !== undefined && { id: String(id) }),
    label: label === undefined ? undefined : String(label),
    cells: cellsOf(edge, edgeKeys, names),
  }
}

/** Every other key as a cell: repeated keys as a list, lists of keys as "outer.inner". */
function cellsOf(list: Pairs, taken: ReadonlySet<string>, names: ReadonlyMap<string, string>): RecordCells {
  const cells: Record<string, AttributeValue> = {}
  const add = (name: string, value: Pair[1]): void => {
    if (typeof value === 'object') for (const [inner, each] of value) add(`${name}.${inner}`, each)
    else if (!(name in cells)) cells[name] = value
    else cells[name] = [...(Array.isArray(cells[name]) ? cells[name] : [String(cells[name])]), String(value)]
  }
  for (const [name, value] of list) if (!taken.has(name)) add(names.get(name) ?? name, value)
  return cells
}

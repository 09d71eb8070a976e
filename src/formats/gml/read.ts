import { message } from '../../messages/message'
import type { AttributeValue } from '../../model/records'
import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { collectRecords } from '../collect/collectRecords'
import type { RecordCells, ImportedEdge, ImportedNode } from '../collect/graphRecords'
import { TextScanner } from '../io/textScanner'
import { unescapeGml } from './escapeGml'
import { gmlArrows, isDrawnDownwards } from './gmlGraphics'
import { bareGmlWord, BareWordCounter } from './bareGmlWord'
import type { GmlPair as Pair, GmlPairs as Pairs } from './gmlPair'
import { listOfGmlKey, valueOfGmlKey as valueOf } from './gmlPair'

const maxDepth = 200
const blank = /(?:\s+|#[^\n]*)*/y
const key = /[A-Za-z_][\w.]*/y
const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\w.])|[+-]?(?:INF|NAN)\b/iy
const text = /"([^"]*)"/y

/**
 * Reads GML (Himsolt, "GML: A portable Graph File Format", 1997) as networkx, igraph, yEd and Gephi write it: nodes with
 * label, graphics and any other keys, and edges likewise. Repeated keys become lists.
 */
export function collectGml(file: InputFile, collector: GraphCollector): void {
  const scanner = new TextScanner(file)
  const bareWords = new BareWordCounter()
  const whole = parsePairs({ scanner, bareWords }, 0)
  const graph = whole.find(([name, value]) => name.toLowerCase() === 'graph' && Array.isArray(value))?.[1] as
    Pairs | undefined
  if (!graph)
    throw scanner.fault(message('formats', 'gmlNoGraph'), message('formats', 'chooseFileOf', { format: 'GML' }))
  const names = columnNamesOf(graph)
  const directed = isTrue(valueOf(graph, 'directed'))
  const downwards = isDrawnDownwards(whole)
  const title = [valueOf(graph, 'label'), valueOf(graph, 'title')].find((text) => String(text ?? '').trim() !== '')
  const listsOf = (key: string) =>
    graph.filter(([name, value]) => name === key && Array.isArray(value)).map(([, value]) => value as Pairs)
  const nodes = listsOf('node').map((node) => nodeOf(scanner, node, { names, downwards }))
  const idOf = new Map(listsOf('node').map((node, index) => [String(valueOf(node, 'id')), nodes[index]!.id]))
  const endOf = (edge: Pairs, key: 'source' | 'target'): string => {
    const value = valueOf(edge, key)
    if (value === undefined)
      throw scanner.fault(message('formats', 'gmlEdgeWithoutEnd', { key }), message('formats', 'gmlAddKey', { key }))
    return idOf.get(String(value)) ?? String(value)
  }
  const edges = listsOf('edge').map((edge) =>
    edgeOf(edge, { source: endOf(edge, 'source'), target: endOf(edge, 'target'), directed }, { names, downwards }),
  )
  collectRecords(collector, {
    name: file.name,
    title: title === undefined ? undefined : String(title),
    nodes,
    edges,
  })
  bareWords.report(collector)
}

const isTrue = (value: number | string | undefined): boolean => value === 1 || /^(1|true)$/i.test(String(value))

interface Source {
  readonly scanner: TextScanner
  readonly bareWords: BareWordCounter
}

/** Parses pairs up to the end of the file (depth 0) or the closing bracket of a list. */
function parsePairs(source: Source, depth: number): Pairs {
  const { scanner } = source
  if (depth > maxDepth) throw scanner.fault(message('formats', 'nestedTooDeep', { depth: maxDepth }))
  const found: Pair[] = []
  for (;;) {
    scanner.match(blank)
    if (scanner.atEnd) {
      if (depth > 0) throw scanner.fault(message('formats', 'gmlListNotClosed'))
      return found
    }
    if (depth > 0 && scanner.match(/\]/y)) return found
    const name = scanner.match(key)?.[0]
    if (name === undefined) throw scanner.fault(message('formats', 'gmlKeyExpected'))
    scanner.match(blank)
    found.push([name, parseValue(source, depth, idKeys.has(name))])
  }
}

/** Keys whose numbers are ids: the text of the token, because a number may lose its last digits. */
const idKeys = new Set(['id', 'source', 'target', 'kizunaId'])

function parseValue(source: Source, depth: number, isId: boolean): Pair[1] {
  const { scanner, bareWords } = source
  if (scanner.match(/\[/y)) return parsePairs(source, depth + 1)
  const quoted = scanner.match(text)
  if (quoted) return unescapeGml(quoted[1]!)
  const digits = scanner.match(number)?.[0]
  if (digits !== undefined) return isId ? digits : Number(digits)
  const word = scanner.match(bareGmlWord)?.[0]
  if (word === undefined) throw scanner.fault(message('formats', 'gmlValueExpected'))
  return unescapeGml(bareWords.add(word))
}

/** The names of columns by key. Kizuna writes them for columns whose names cannot be keys. */
function columnNamesOf(graph: Pairs): ReadonlyMap<string, string> {
  const list = graph.find(([name]) => name === 'columnNames')?.[1]
  return new Map(Array.isArray(list) ? (list as Pairs).map(([name, value]) => [name, String(value)]) : [])
}

const nodeKeys = new Set(['id', 'label', 'kizunaId', 'graphics'])
const edgeKeys = new Set(['id', 'label', 'source', 'target', 'kizunaId', 'directed'])

/** How the cells and places of a file are to be understood. */
interface Meaning {
  readonly names: ReadonlyMap<string, string>
  readonly downwards: boolean
}

function nodeOf(scanner: TextScanner, node: Pairs, { names, downwards }: Meaning): ImportedNode {
  const id = valueOf(node, 'id')
  if (id === undefined)
    throw scanner.fault(message('formats', 'gmlNodeWithoutId'), message('formats', 'gmlAddKey', { key: 'id' }))
  const label = valueOf(node, 'label') ?? valueOf(listOfGmlKey(node, 'LabelGraphics'), 'text')
  const graphics = listOfGmlKey(node, 'graphics')
  const [x, y] = [valueOf(graphics, 'x'), valueOf(graphics, 'y')]
  return {
    id: String(valueOf(node, 'kizunaId') ?? id),
    label: label === undefined ? undefined : String(label),
    ...(typeof x === 'number' && typeof y === 'number' && { x, y: downwards ? 0 - y : y }),
    cells: cellsOf(node, nodeKeys, names),
  }
}

function edgeOf(
  edge: Pairs,
  { source, target, directed }: { readonly source: string; readonly target: string; readonly directed: boolean },
  { names, downwards }: Meaning,
): ImportedEdge {
  const label = valueOf(edge, 'label')
  const id = valueOf(edge, 'kizunaId') ?? valueOf(edge, 'id')
  const declared = valueOf(edge, 'directed')
  const arrows = downwards ? gmlArrows(edge) : undefined
  const isDirected = declared === undefined ? directed : isTrue(declared)
  const direction = arrows?.direction ?? (isDirected ? 'directed' : 'undirected')
  return {
    ...(arrows?.pointsBack ? { source: target, target: source } : { source, target }),
    direction,
    ...(id !== undefined && { id: String(id) }),
    label: label === undefined ? undefined : String(label),
    cells: cellsOf(edge, edgeKeys, names),
  }
}

/** The keys that are not structure, as cells: repeated keys become a list, and the keys of a list `outer.inner`. */
function cellsOf(list: Pairs, structure: ReadonlySet<string>, names: ReadonlyMap<string, string>): RecordCells {
  // Without a prototype, so that no name is there before it is added.
  const cells = Object.create(null) as Record<string, AttributeValue>
  const add = (name: string, value: Pair[1]): void => {
    if (typeof value === 'object') for (const [inner, each] of value) add(`${name}.${inner}`, each)
    else if (!(name in cells)) cells[name] = value
    else cells[name] = [...(Array.isArray(cells[name]) ? cells[name] : [String(cells[name])]), String(value)]
  }
  for (const [name, value] of list) if (!structure.has(name)) add(names.get(name) ?? name, value)
  return cells
}

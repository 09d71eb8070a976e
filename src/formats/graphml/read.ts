import type { Attribute } from '../../model/records'
import { splitList } from '../cells'
import type { Collector } from '../collect/collector'
import type { FileIn } from '../fileIn'
import { collectForeign } from '../foreign'
import type { ForeignEdge, ForeignNode } from '../foreignRows'
import { FileFault } from '../fault'
import { typed } from '../gexf/read'
import { Misplaced, readXml } from '../xml'

interface Key {
  readonly of: string
  readonly name: string
  readonly type: string
  fallback?: string
}

type Mutable<Record> = { -readonly [Field in keyof Record]: Record[Field] }

interface State {
  title?: string
  seen: boolean
  directed: boolean
  keys: Map<string, Key>
  key?: Key
  /** The key of the open <data>. */
  data?: string
  nodes: ForeignNode[]
  edges: ForeignEdge[]
  /** Nodes may hold graphs with nodes: the innermost one is last. */
  openNodes: Mutable<ForeignNode>[]
  openEdge?: Mutable<ForeignEdge>
}

/**
 * Reads GraphML (graphml.graphdrawing.org): keys with types and defaults, nodes, edges with direction; also yEd's
 * labels and places. Nodes inside nodes keep the outer one's id as `parent`; hyperedges and ports are left out.
 */
export function collectGraphml(file: FileIn, collector: Collector): void {
  const { name, text } = file
  const state: State = { seen: false, directed: false, keys: new Map(), nodes: [], edges: [], openNodes: [] }
  readXml(text, name, {
    open: (tag, attributes) => opened[tag]?.(state, attributes),
    close: (tag, content) => closed[tag]?.(state, content),
  })
  if (!state.seen)
    throw new FileFault(name, 'there is no <graphml> element with a <graph> in it', 'Choose a GraphML file.')
  const { title, nodes, edges, keys } = state
  collectForeign(collector, {
    name,
    title,
    nodes: nodes.map((node) => placed({ ...node, cells: withDefaults(node.cells, keys, 'node') })),
    edges: edges.map((edge) => labelled({ ...edge, cells: withDefaults(edge.cells, keys, 'edge') })),
  })
}

const opened: Readonly<Record<string, (state: State, attributes: Record<string, string>) => void>> = {
  graph: (state, { edgedefault }) => {
    state.seen = true
    if (state.openNodes.length === 0) state.directed = edgedefault === 'directed'
  },
  key: (state, attributes) => {
    const { id } = attributes
    if (id === undefined) return
    state.key = {
      of: attributes['for'] ?? 'all',
      name: attributes['attr.name'] ?? id,
      type: attributes['attr.type'] ?? 'string',
    }
    state.keys.set(id, state.key)
  },
  node: (state, { id }) => {
    const parent = state.openNodes.at(-1)?.id
    state.openNodes.push({ id: needed(id, 'node', 'id'), cells: parent === undefined ? {} : { parent } })
  },
  edge: (state, { id, source, target, directed }) => {
    state.openEdge = {
      id,
      source: needed(source, 'edge', 'source'),
      target: needed(target, 'edge', 'target'),
      directed: directed === undefined ? state.directed : directed === 'true',
      cells: {},
    }
  },
  data: (state, { key }) => {
    if (key !== undefined) state.data = key
  },
  Geometry: (state, { x, y, width = '0', height = '0' }) => {
    const node = state.openNodes.at(-1)
    if (!node || x === undefined || y === undefined) return
    node.x = Number(x) + Number(width) / 2
    node.y = -(Number(y) + Number(height) / 2)
  },
}

const closed: Readonly<Record<string, (state: State, text: string) => void>> = {
  key: (state) => delete state.key,
  default: (state, text) => {
    if (state.key) state.key.fallback = text
  },
  NodeLabel: (state, text) => {
    const node = state.openNodes.at(-1)
    if (node && text.trim()) node.label ??= text.trim()
  },
  EdgeLabel: (state, text) => {
    if (state.openEdge && text.trim()) state.openEdge.label ??= text.trim()
  },
  data: (state, text) => {
    const key = state.keys.get(state.data ?? '')
    const name = key?.name ?? state.data
    delete state.data
    if (name === undefined) return
    const of = state.openEdge ?? state.openNodes.at(-1)
    if (!of) {
      if (name === 'title') state.title = text
      return
    }
    const cell = value(text, name, key?.type ?? 'string')
    if (cell !== undefined) of.cells[name] = cell
  },
  node: (state) => void state.nodes.push(state.openNodes.pop()!),
  edge: (state) => {
    state.edges.push(state.openEdge!)
    delete state.openEdge
  },
}

/** GraphML knows no lists; the one list that Kizuna writes is read back as one. Blank text with elements in it is no value. */
function value(text: string, name: string, type: string): Attribute | undefined {
  if (name === 'aliases') return splitList(text)
  return text.trim() === '' && type !== 'string' ? undefined : typed(text, type)
}

function needed(text: string | undefined, element: string, attribute: string): string {
  if (text !== undefined) return text
  throw new Misplaced(`an element <${element}> has no ${attribute}`, `Give it the attribute ${attribute}.`)
}

function withDefaults(
  cells: Record<string, Attribute>,
  keys: ReadonlyMap<string, Key>,
  of: string,
): Record<string, Attribute> {
  const missing = [...keys.values()].flatMap((key): [string, Attribute][] => {
    if (key.fallback === undefined || key.name in cells || (key.of !== of && key.of !== 'all')) return []
    const cell = value(key.fallback, key.name, key.type)
    return cell === undefined ? [] : [[key.name, cell]]
  })
  return { ...cells, ...Object.fromEntries(missing) }
}

/** A node's label and place, where columns give them. */
function placed({ cells, ...node }: ForeignNode): ForeignNode {
  const { label, name, x, y, ...rest } = cells
  const given = node.label ?? (label === undefined ? (typeof name === 'string' ? name : undefined) : String(label))
  const kept = name === undefined ? rest : { ...rest, name }
  if (typeof x !== 'number' || typeof y !== 'number') return { ...node, label: given, cells: kept }
  return { ...node, label: given, x, y, cells: kept }
}

function labelled({ cells, ...edge }: ForeignEdge): ForeignEdge {
  const { label, ...rest } = cells
  return { ...edge, label: edge.label ?? (label === undefined ? undefined : String(label)), cells: rest }
}

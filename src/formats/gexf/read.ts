import type { Attribute } from '../../model/records'
import { splitList } from '../cells'
import type { Collector } from '../collect/collector'
import type { FileIn } from '../fileIn'
import { collectForeign } from '../foreign'
import type { ForeignEdge, ForeignNode } from '../foreignRows'
import { FileFault } from '../fault'
import { Misplaced, readXml } from '../xml'

interface Declared {
  readonly title: string
  readonly type: string
  fallback?: string
}

type Open = Record<string, string>
type Mutable<Record> = { -readonly [Key in keyof Record]: Record[Key] }

/** What has been read so far, and the element that is open. */
interface State {
  title?: string
  directed: boolean
  seen: boolean
  declared: Record<'node' | 'edge', Map<string, Declared>>
  declaring?: 'node' | 'edge'
  attribute?: Declared
  nodes: ForeignNode[]
  edges: ForeignEdge[]
  /** Nodes may hold nodes (GEXF 1.2): the innermost one is last. */
  openNodes: Mutable<ForeignNode>[]
  openEdge?: Mutable<ForeignEdge>
}

/**
 * Reads GEXF 1.1 to 1.3 (gexf.net): nodes with labels, positions and typed attributes, edges with direction, label,
 * weight and attributes; nodes inside nodes keep the outer one's id as `parent`. Spells and slices are left out.
 */
export function collectGexf(file: FileIn, collector: Collector): void {
  const { name, text } = file
  const state: State = {
    directed: false,
    seen: false,
    declared: { node: new Map(), edge: new Map() },
    nodes: [],
    edges: [],
    openNodes: [],
  }
  readXml(text, name, {
    open: (tag, attributes) => opened[tag]?.(state, attributes),
    close: (tag, content) => closed[tag]?.(state, content),
  })
  if (!state.seen) throw new FileFault(name, 'there is no <gexf> element with a <graph> in it', 'Choose a GEXF file.')
  const { title, nodes, edges, declared } = state
  collectForeign(collector, {
    name,
    title,
    nodes: nodes.map((node) => ({ ...node, cells: withDefaults(node.cells, declared.node) })),
    edges: edges.map((edge) => ({ ...edge, cells: withDefaults(edge.cells, declared.edge) })),
  })
}

const opened: Readonly<Record<string, (state: State, attributes: Open) => void>> = {
  graph: (state, { defaultedgetype = 'undirected' }) => {
    state.seen = true
    state.directed = defaultedgetype === 'directed'
  },
  attributes: (state, attributes) => {
    state.declaring = attributes['class'] === 'edge' ? 'edge' : 'node'
  },
  attribute: (state, { id, title, type = 'string' }) => {
    if (id === undefined || !state.declaring) return
    state.attribute = { title: title ?? id, type }
    state.declared[state.declaring].set(id, state.attribute)
  },
  node: (state, { id, label, pid }) => {
    const parent = pid ?? state.openNodes.at(-1)?.id
    state.openNodes.push({ id: needed(id, 'node', 'id'), label, cells: parent === undefined ? {} : { parent } })
  },
  edge: (state, { id, source, target, type, label, weight, kind }) => {
    const cells = { ...(weight !== undefined && { weight: number(weight) }), ...(kind !== undefined && { kind }) }
    state.openEdge = {
      id,
      source: needed(source, 'edge', 'source'),
      target: needed(target, 'edge', 'target'),
      directed: (type ?? (state.directed ? 'directed' : 'undirected')) === 'directed',
      label,
      cells,
    }
  },
  attvalue: (state, attributes) => {
    const id = attributes['for'] ?? attributes['id']
    const value = attributes['value']
    const of = state.openEdge ?? state.openNodes.at(-1)
    if (id === undefined || value === undefined || !of) return
    const declared = state.declared[state.openEdge ? 'edge' : 'node'].get(id)
    const cell = typed(value, declared?.type ?? 'string')
    if (cell !== undefined) of.cells[declared?.title ?? id] = cell
  },
  position: (state, { x, y }) => {
    const node = state.openNodes.at(-1)
    if (!node) return
    node.x = number(x ?? '')
    node.y = number(y ?? '')
  },
}

const closed: Readonly<Record<string, (state: State, text: string) => void>> = {
  title: (state, text) => {
    if (!state.seen && text.trim()) state.title = text.trim()
  },
  default: (state, text) => {
    if (state.attribute) state.attribute.fallback = text
  },
  attribute: (state) => delete state.attribute,
  attributes: (state) => delete state.declaring,
  node: (state) => void state.nodes.push(state.openNodes.pop()!),
  edge: (state) => {
    state.edges.push(state.openEdge!)
    delete state.openEdge
  },
}

function needed(value: string | undefined, element: string, attribute: string): string {
  if (value !== undefined) return value
  throw new Misplaced(
    `an ${element === 'edge' ? 'edge' : 'element <node>'} has no ${attribute}`,
    `Give it the attribute ${attribute}.`,
  )
}

const number = (text: string): number => (text.trim() === '' ? NaN : Number(text))

/** A value by its declared type; undefined where it is no such thing, so that it is missing and not wrong. */
export function typed(text: string, type: string): Attribute | undefined {
  if (type.startsWith('list')) return splitList(text)
  if (!['integer', 'int', 'long', 'float', 'double', 'short', 'byte', 'biginteger', 'bigdecimal'].includes(type))
    return text
  const value = number(text)
  return Number.isFinite(value) ? value : undefined
}

function withDefaults(
  cells: Record<string, Attribute>,
  declared: ReadonlyMap<string, Declared>,
): Record<string, Attribute> {
  const missing = [...declared.values()].flatMap(({ title, type, fallback }): [string, Attribute][] => {
    const cell = fallback === undefined || title in cells ? undefined : typed(fallback, type)
    return cell === undefined ? [] : [[title, cell]]
  })
  return { ...cells, ...Object.fromEntries(missing) }
}

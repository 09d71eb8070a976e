import type { Collector } from '../collect/graphCollector'
import { NONE } from '../../model/columns'
import type { FileIn } from '../io/inputFile'
import { FileFault } from '../io/fileFault'
import { OpenRows, type Direction, type OpenRow } from '../xml/graphElementStack'
import { collectXml } from '../xml/collectXml'
import { Misplaced, textOf, type Stretch, type Tag, type XmlReader } from '../xml/xmlHandler'
import { Channels } from './positionAndColourKeys'
import { Keys, type Key } from './graphmlKeys'
import { at, attributes, elements } from './graphmlNames'
import { Yed } from './yedGraphicsReader'

/**
 * Reads GraphML (graphml.graphdrawing.org): keys with types and defaults, nodes, edges with direction; also the dialects
 * of yEd, Gephi, networkx and igraph. Nodes of a graph inside a node keep the outer one's id as `parent`; a hyperedge
 * becomes a node that is joined to its ends; ports are left out.
 */
export function collectGraphml(file: FileIn, collector: Collector): void {
  let seen = false
  collectXml(file, collector, (into) => {
    const state = new State(into)
    return { ...state.reader(), end: () => void (seen = state.end()) }
  })
  if (!seen)
    throw new FileFault(file.name, 'there is no <graphml> element with a <graph> in it', 'Choose a GraphML file.')
}

class State {
  readonly rows: OpenRows
  readonly channels = new Channels()
  readonly keys: Keys
  readonly yed: Yed
  seen = false
  /** Default directions of the open graphs, the innermost last. */
  readonly directions: Direction[] = []
  /** The open key, and the key of the open <data>. */
  key: Key | undefined
  data: Key | undefined
  ports = 0
  hyperedges = 0

  constructor(readonly collector: Collector) {
    this.rows = new OpenRows(collector)
    this.keys = new Keys(this.rows, this.channels)
    this.yed = new Yed(this.rows)
  }

  reader(): Omit<XmlReader, 'end'> {
    const opening = elements.all.map((name) => opened[name])
    const closing = elements.all.map((name) => closed[name])
    return {
      elements,
      attributes,
      wanted: Uint8Array.from(elements.all, (name) => (texts.has(name) ? 1 : 0)),
      open: (element, tag) => opening[element]?.(this, tag),
      close: (element, text) => closing[element]?.(this, text),
    }
  }

  end(): boolean {
    this.keys.end()
    this.channels.end(this.rows)
    this.rows.end()
    this.#callByName()
    const { hyperedges, collector } = this
    if (hyperedges > 0)
      collector.guesses.push(
        hyperedges === 1
          ? 'A hyperedge became a node that is joined to its ends.'
          : `${hyperedges} hyperedges became nodes that are joined to their ends.`,
      )
    return this.seen
  }

  /** A node without a label is called by its name, where it has one. */
  #callByName(): void {
    const { labels, nodes } = this.collector
    const names = nodes.all.get('name')
    if (names?.kind !== 'text') return
    for (const row of this.rows.nodeRows()) {
      if (labels.has(row) || !names.has(row)) continue
      const name = names.table.bytesOf(names.codes.at(row))
      labels.bytes(row, name, 0, name.length)
    }
  }
}

const texts = new Set(['default', 'data', 'desc', 'NodeLabel', 'EdgeLabel'])

const opened: Readonly<Record<string, (state: State, tag: Tag) => void>> = {
  graph: (state, tag) => {
    state.seen = true
    state.directions.push(tag.text(at.edgedefault) === 'directed' ? 'directed' : 'undirected')
  },
  key: (state, tag) => {
    state.key = state.keys.declare(tag)
  },
  node: ({ rows, collector }, tag) => {
    if (!tag.has(at.id)) throw missing('node', 'id')
    rows.openNode(collector.code(tag.bytes(at.id), tag.from(at.id), tag.to(at.id)))
  },
  edge: openEdge,
  hyperedge: openHyperedge,
  endpoint: openEndpoint,
  data: (state, tag) => {
    state.data = tag.has(at.key) ? state.keys.at(tag.bytes(at.key), tag.from(at.key), tag.to(at.key)) : undefined
  },
  port: (state, tag) => {
    state.ports++
    leftOut(state, `port "${tag.text(at.name) ?? ''}"`)
  },
  locator: (state) => leftOut(state, 'what another file holds'),
  Geometry: ({ rows, yed }, tag) => rows.now && yed.place(rows.now, tag),
  Fill: ({ rows, yed }, tag) => rows.now && yed.colour(rows.now, tag),
  Shape: ({ rows, yed }, tag) => rows.now && yed.shape(rows.now, tag),
  LineStyle: ({ rows, yed }, tag) => rows.now && yed.line(rows.now, tag),
  Arrows: ({ rows, yed }, tag) => rows.now && yed.arrows(rows.now, tag),
}

function leftOut({ rows, collector }: State, what: string): void {
  const of = rows.node ? ` of "${collector.ids.text(rows.node.code)}"` : ''
  collector.mend('left out', what + of, 'There is no place for these here; edges at a port end at its node.')
}

function openEdge({ rows, collector, directions }: State, tag: Tag): void {
  if (!tag.has(at.source)) throw missing('edge', 'source')
  if (!tag.has(at.target)) throw missing('edge', 'target')
  const source = collector.code(tag.bytes(at.source), tag.from(at.source), tag.to(at.source))
  const target = collector.code(tag.bytes(at.target), tag.from(at.target), tag.to(at.target))
  const said = tag.text(at.directed)
  const own = said === undefined ? directions.at(-1) : said === 'true' ? 'directed' : 'undirected'
  const open = rows.openEdge(source, target, own ?? 'undirected')
  if (tag.has(at.id)) rows.putValue(open, collector.edgeIds, tag, at.id)
  if (tag.has(at.sourceport)) rows.putValue(open, rows.sink('edge', 'sourceport'), tag, at.sourceport)
  if (tag.has(at.targetport)) rows.putValue(open, rows.sink('edge', 'targetport'), tag, at.targetport)
}

function openHyperedge(state: State, tag: Tag): void {
  const { rows, collector } = state
  const given = tag.text(at.id) ?? `hyperedge ${++state.hyperedges}`
  if (tag.has(at.id)) state.hyperedges++
  const taken = collector.rowOfCode.at(collector.codeOf(given)) !== NONE
  const open = rows.openNode(collector.codeOf(taken ? `hyperedge ${given}` : given))
  rows.putText(open, collector.labels, given)
  rows.putText(open, rows.sink('node', 'hyperedge'), 'true')
}

/** An end of a hyperedge: an edge between it and the node, in the direction that is said. */
function openEndpoint({ rows, collector }: State, tag: Tag): void {
  const hyperedge = rows.node
  if (!hyperedge) return
  if (!tag.has(at.node)) throw missing('endpoint', 'node')
  const node = collector.code(tag.bytes(at.node), tag.from(at.node), tag.to(at.node))
  const type = tag.text(at.type)
  const [source, target] = type === 'in' ? [node, hyperedge.code] : [hyperedge.code, node]
  rows.openEdge(source, target, type === 'in' || type === 'out' ? 'directed' : 'undirected')
  rows.closeEdge()
}

const closed: Readonly<Record<string, (state: State, text: Stretch) => void>> = {
  graph: ({ directions }) => void directions.pop(),
  key: (state) => {
    state.key = undefined
  },
  default: (state, text) => {
    if (state.key) state.key.fallback = textOf(text)
  },
  data: closeData,
  desc: ({ rows, key, ports }, text) => {
    const open = rows.now
    if (open && !key && ports === 0) rows.putText(open, rows.sink(open.of, 'desc'), textOf(text).trim())
  },
  port: (state) => {
    state.ports--
  },
  node: ({ rows }) => rows.closeNode(),
  hyperedge: ({ rows }) => rows.closeNode(),
  edge: ({ rows }) => rows.closeEdge(),
  NodeLabel: ({ rows, yed }, text) => labelled(yed, rows.node, text),
  EdgeLabel: ({ rows, yed }, text) => labelled(yed, rows.now?.of === 'edge' ? rows.now : undefined, text),
}

function labelled(yed: Yed, open: OpenRow | undefined, text: Stretch): void {
  if (open) yed.label(open, text)
}

function closeData(state: State, text: Stretch): void {
  const { data: key, rows, collector, keys, yed, ports } = state
  state.data = undefined
  const open = rows.now
  if (!key || ports > 0) return
  if (!open) {
    const title = textOf(text).trim()
    if ((key.name === 'title' || key.name === 'name') && title) collector.title ??= title
  } else if (!(key.name === 'label' && yed.labels(open))) keys.put(open, key, text)
}

const missing = (element: string, attribute: string): Misplaced =>
  new Misplaced(`an element <${element}> has no ${attribute}`, `Give it the attribute ${attribute}.`)

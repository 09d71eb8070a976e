import type { GraphCollector } from '../collect/graphCollector'
import { NONE } from '../../model/columns'
import type { InputFile } from '../io/inputFile'
import { FileFault } from '../io/fileFault'
import { GraphElementStack, type EdgeDirection, type OpenGraphElement } from '../xml/graphElementStack'
import { collectXml } from '../xml/collectXml'
import {
  InvalidGraphXmlError,
  decodeByteRange,
  type ByteRange,
  type XmlTagAttributes,
  type XmlHandler,
} from '../xml/xmlHandler'
import { PositionAndColourCollector } from './positionAndColourKeys'
import { GraphmlKeys, type GraphmlKey } from './graphmlKeys'
import { graphmlAttributeIndex, graphmlAttributes, graphmlElements } from './graphmlNames'
import { YedGraphicsReader } from './yedGraphicsReader'

/**
 * Reads GraphML (graphml.graphdrawing.org): keys with types and defaults, nodes, edges with direction; also the dialects
 * of yEd, Gephi, networkx and igraph. Nodes of a graph inside a node keep the outer one's id as `parent`; a hyperedge
 * becomes a node that is joined to its ends; ports are left out.
 */
export function collectGraphml(file: InputFile, collector: GraphCollector): void {
  let seen = false
  collectXml(file, collector, (into) => {
    const state = new State(into)
    return { ...state.reader(), endDocument: () => void (seen = state.end()) }
  })
  if (!seen)
    throw new FileFault(file.name, 'there is no <graphml> element with a <graph> in it', 'Choose a GraphML file.')
}

class State {
  readonly rows: GraphElementStack
  readonly channels = new PositionAndColourCollector()
  readonly keys: GraphmlKeys
  readonly yed: YedGraphicsReader
  seen = false
  /** Default directions of the open graphs, the innermost last. */
  readonly directions: EdgeDirection[] = []
  /** The open key, and the key of the open <data>. */
  key: GraphmlKey | undefined
  data: GraphmlKey | undefined
  ports = 0
  hyperedges = 0

  constructor(readonly collector: GraphCollector) {
    this.rows = new GraphElementStack(collector)
    this.keys = new GraphmlKeys(this.rows, this.channels)
    this.yed = new YedGraphicsReader(this.rows)
  }

  reader(): Omit<XmlHandler, 'endDocument'> {
    const opening = graphmlElements.all.map((name) => opened[name])
    const closing = graphmlElements.all.map((name) => closed[name])
    return {
      elements: graphmlElements,
      attributes: graphmlAttributes,
      wantsText: Uint8Array.from(graphmlElements.all, (name) => (texts.has(name) ? 1 : 0)),
      openElement: (element, tag) => opening[element]?.(this, tag),
      closeElement: (element, text) => closing[element]?.(this, text),
    }
  }

  end(): boolean {
    this.keys.finish()
    this.channels.finish(this.rows)
    this.rows.finish()
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
      labels.setBytes(row, name, 0, name.length)
    }
  }
}

const texts = new Set(['default', 'data', 'desc', 'NodeLabel', 'EdgeLabel'])

const opened: Readonly<Record<string, (state: State, tag: XmlTagAttributes) => void>> = {
  graph: (state, tag) => {
    state.seen = true
    state.directions.push(tag.text(graphmlAttributeIndex.edgedefault) === 'directed' ? 'directed' : 'undirected')
  },
  key: (state, tag) => {
    state.key = state.keys.declare(tag)
  },
  node: ({ rows, collector }, tag) => {
    if (!tag.has(graphmlAttributeIndex.id)) throw missing('node', 'id')
    rows.openNode(
      collector.codeOfBytes(
        tag.bytes(graphmlAttributeIndex.id),
        tag.from(graphmlAttributeIndex.id),
        tag.to(graphmlAttributeIndex.id),
      ),
    )
  },
  edge: openEdge,
  hyperedge: openHyperedge,
  endpoint: openEndpoint,
  data: (state, tag) => {
    state.data = tag.has(graphmlAttributeIndex.key)
      ? state.keys.at(
          tag.bytes(graphmlAttributeIndex.key),
          tag.from(graphmlAttributeIndex.key),
          tag.to(graphmlAttributeIndex.key),
        )
      : undefined
  },
  port: (state, tag) => {
    state.ports++
    leftOut(state, `port "${tag.text(graphmlAttributeIndex.name) ?? ''}"`)
  },
  locator: (state) => leftOut(state, 'what another file holds'),
  Geometry: ({ rows, yed }, tag) => rows.current && yed.readPosition(rows.current, tag),
  Fill: ({ rows, yed }, tag) => rows.current && yed.readColour(rows.current, tag),
  Shape: ({ rows, yed }, tag) => rows.current && yed.readShape(rows.current, tag),
  LineStyle: ({ rows, yed }, tag) => rows.current && yed.readLineStyle(rows.current, tag),
  Arrows: ({ rows, yed }, tag) => rows.current && yed.readArrows(rows.current, tag),
}

function leftOut({ rows, collector }: State, what: string): void {
  const of = rows.node ? ` of "${collector.ids.text(rows.node.code)}"` : ''
  collector.repair('left out', what + of, 'There is no place for these here; edges at a port end at its node.')
}

function openEdge({ rows, collector, directions }: State, tag: XmlTagAttributes): void {
  if (!tag.has(graphmlAttributeIndex.source)) throw missing('edge', 'source')
  if (!tag.has(graphmlAttributeIndex.target)) throw missing('edge', 'target')
  const source = collector.codeOfBytes(
    tag.bytes(graphmlAttributeIndex.source),
    tag.from(graphmlAttributeIndex.source),
    tag.to(graphmlAttributeIndex.source),
  )
  const target = collector.codeOfBytes(
    tag.bytes(graphmlAttributeIndex.target),
    tag.from(graphmlAttributeIndex.target),
    tag.to(graphmlAttributeIndex.target),
  )
  const said = tag.text(graphmlAttributeIndex.directed)
  const own = said === undefined ? directions.at(-1) : said === 'true' ? 'directed' : 'undirected'
  const open = rows.openEdge(source, target, own ?? 'undirected')
  if (tag.has(graphmlAttributeIndex.id)) rows.putValue(open, collector.edgeIds, tag, graphmlAttributeIndex.id)
  if (tag.has(graphmlAttributeIndex.sourceport))
    rows.putValue(open, rows.column('edge', 'sourceport'), tag, graphmlAttributeIndex.sourceport)
  if (tag.has(graphmlAttributeIndex.targetport))
    rows.putValue(open, rows.column('edge', 'targetport'), tag, graphmlAttributeIndex.targetport)
}

function openHyperedge(state: State, tag: XmlTagAttributes): void {
  const { rows, collector } = state
  const given = tag.text(graphmlAttributeIndex.id) ?? `hyperedge ${++state.hyperedges}`
  if (tag.has(graphmlAttributeIndex.id)) state.hyperedges++
  const taken = collector.rowOfCode.at(collector.codeOfId(given)) !== NONE
  const open = rows.openNode(collector.codeOfId(taken ? `hyperedge ${given}` : given))
  rows.putText(open, collector.labels, given)
  rows.putText(open, rows.column('node', 'hyperedge'), 'true')
}

/** An end of a hyperedge: an edge between it and the node, in the direction that is said. */
function openEndpoint({ rows, collector }: State, tag: XmlTagAttributes): void {
  const hyperedge = rows.node
  if (!hyperedge) return
  if (!tag.has(graphmlAttributeIndex.node)) throw missing('endpoint', 'node')
  const node = collector.codeOfBytes(
    tag.bytes(graphmlAttributeIndex.node),
    tag.from(graphmlAttributeIndex.node),
    tag.to(graphmlAttributeIndex.node),
  )
  const type = tag.text(graphmlAttributeIndex.type)
  const [source, target] = type === 'in' ? [node, hyperedge.code] : [hyperedge.code, node]
  rows.openEdge(source, target, type === 'in' || type === 'out' ? 'directed' : 'undirected')
  rows.closeEdge()
}

const closed: Readonly<Record<string, (state: State, text: ByteRange) => void>> = {
  graph: ({ directions }) => void directions.pop(),
  key: (state) => {
    state.key = undefined
  },
  default: (state, text) => {
    if (state.key) state.key.defaultValue = decodeByteRange(text)
  },
  data: closeData,
  desc: ({ rows, key, ports }, text) => {
    const open = rows.current
    if (open && !key && ports === 0) rows.putText(open, rows.column(open.of, 'desc'), decodeByteRange(text).trim())
  },
  port: (state) => {
    state.ports--
  },
  node: ({ rows }) => rows.closeNode(),
  hyperedge: ({ rows }) => rows.closeNode(),
  edge: ({ rows }) => rows.closeEdge(),
  NodeLabel: ({ rows, yed }, text) => labelled(yed, rows.node, text),
  EdgeLabel: ({ rows, yed }, text) => labelled(yed, rows.current?.of === 'edge' ? rows.current : undefined, text),
}

function labelled(yed: YedGraphicsReader, open: OpenGraphElement | undefined, text: ByteRange): void {
  if (open) yed.readLabel(open, text)
}

function closeData(state: State, text: ByteRange): void {
  const { data: key, rows, collector, keys, yed, ports } = state
  state.data = undefined
  const open = rows.current
  if (!key || ports > 0) return
  if (!open) {
    const title = decodeByteRange(text).trim()
    if ((key.name === 'title' || key.name === 'name') && title) collector.title ??= title
  } else if (!(key.name === 'label' && yed.hasDrawnLabel(open))) keys.put(open, key, text)
}

const missing = (element: string, attribute: string): InvalidGraphXmlError =>
  new InvalidGraphXmlError(`an element <${element}> has no ${attribute}`, `Give it the attribute ${attribute}.`)

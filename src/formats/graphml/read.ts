import { message, type Message } from '../../messages/message'
import type { EdgeDirection } from '../../model/enumerations'
import type { GraphCollector } from '../collect/graphCollector'
import { NONE } from '../../model/columns'
import type { InputFile } from '../io/inputFile'
import { FileFault } from '../io/fileFault'
import { GraphElementStack } from '../xml/graphElementStack'
import { collectXml } from '../xml/collectXml'
import {
  InvalidGraphXmlError,
  decodeByteRange,
  type ByteRange,
  type XmlTagAttributes,
  type XmlHandler,
} from '../xml/xmlHandler'
import { PositionAndColourCollector } from './positionAndColourKeys'
import { booleanText } from '../collect/booleanTexts'
import { GraphmlKeys, type GraphmlKey } from './graphmlKeys'
import { graphmlXmlAttributeNumbers, graphmlXmlAttributes, graphmlXmlElements } from './graphmlNames'
import { YedGraphicsReader } from './yedGraphicsReader'

/**
 * Reads GraphML (graphml.graphdrawing.org): keys with types and defaults, nodes, edges with direction; also as yEd, yFiles,
 * TinkerPop, Gephi and networkx write it. Nested nodes get a column `parent`; hyperedges become nodes; ports are left out.
 */
export function collectGraphml(file: InputFile, collector: GraphCollector): void {
  let hasGraph = false
  collectXml(file, collector, (into) => {
    const state = new State(into)
    return { ...state.handler(), endDocument: () => void (hasGraph = state.finish()) }
  })
  if (!hasGraph)
    throw new FileFault(
      file.name,
      message('formats', 'xmlNoGraph', { root: 'graphml' }),
      message('formats', 'chooseFileOf', { format: 'GraphML' }),
    )
}

class State {
  readonly rows: GraphElementStack
  readonly positionsAndColours = new PositionAndColourCollector()
  readonly keys: GraphmlKeys
  readonly yed: YedGraphicsReader
  hasGraph = false
  /** The default directions of the open graphs, the innermost last. */
  readonly directions: EdgeDirection[] = []
  /** The open <key>, and the key of the open <data>. */
  key: GraphmlKey | undefined
  data: GraphmlKey | undefined
  openPorts = 0
  hyperedges = 0

  constructor(readonly collector: GraphCollector) {
    this.rows = new GraphElementStack(collector)
    this.keys = new GraphmlKeys(this.rows, this.positionsAndColours)
    this.yed = new YedGraphicsReader(this.rows)
  }

  handler(): Omit<XmlHandler, 'endDocument'> {
    const opening = graphmlXmlElements.all.map((name) => openHandlers[name])
    const closing = graphmlXmlElements.all.map((name) => closeHandlers[name])
    return {
      elements: graphmlXmlElements,
      attributes: graphmlXmlAttributes,
      wantsText: Uint8Array.from(graphmlXmlElements.all, (name) => (elementsWithText.has(name) ? 1 : 0)),
      openElement: (element, tag) => opening[element]?.(this, tag),
      closeElement: (element, text) => closing[element]?.(this, text),
    }
  }

  /** Fills in defaults, positions and labels. Returns whether the file has a graph. */
  finish(): boolean {
    this.keys.finish()
    this.positionsAndColours.finish(this.rows)
    this.#labelByName()
    const { hyperedges, collector } = this
    if (hyperedges > 0) collector.guesses.push(message('formats', 'hyperedges', { count: hyperedges }))
    return this.hasGraph
  }

  /** Nodes without a label are labelled by the column `name`, if there is one. */
  #labelByName(): void {
    const { labels, nodes } = this.collector
    const names = nodes.all.get('name') ?? nodes.all.get('Name')
    if (names?.kind !== 'text') return
    for (const row of this.rows.nodeRows()) {
      if (labels.has(row) || !names.has(row)) continue
      const name = names.table.bytesOf(names.codes.at(row))
      labels.setBytes(row, name, 0, name.length)
    }
  }
}

const elementsWithText = new Set(['default', 'data', 'desc', 'NodeLabel', 'EdgeLabel', 'Label.Text'])

const openHandlers: Readonly<Record<string, (state: State, tag: XmlTagAttributes) => void>> = {
  graph: (state, tag) => {
    state.hasGraph = true
    state.directions.push(tag.text(graphmlXmlAttributeNumbers.edgedefault) === 'directed' ? 'directed' : 'undirected')
  },
  key: (state, tag) => {
    state.key = state.keys.declare(tag)
  },
  node: ({ rows, collector }, tag) => {
    if (!tag.has(graphmlXmlAttributeNumbers.id)) throw missing('node', 'id')
    rows.openNode(
      collector.codeOfBytes(
        tag.bytes(graphmlXmlAttributeNumbers.id),
        tag.from(graphmlXmlAttributeNumbers.id),
        tag.to(graphmlXmlAttributeNumbers.id),
      ),
    )
  },
  edge: openEdge,
  hyperedge: openHyperedge,
  endpoint: openEndpoint,
  data: (state, tag) => {
    state.data = tag.has(graphmlXmlAttributeNumbers.key)
      ? state.keys.at(
          tag.bytes(graphmlXmlAttributeNumbers.key),
          tag.from(graphmlXmlAttributeNumbers.key),
          tag.to(graphmlXmlAttributeNumbers.key),
        )
      : undefined
  },
  port: (state, tag) => {
    state.openPorts++
    const port = tag.text(graphmlXmlAttributeNumbers.name) ?? ''
    reportLeftOut(state, message('formats', 'port', { port, node: openNodeId(state) ?? '' }))
  },
  locator: (state) => {
    const node = openNodeId(state)
    reportLeftOut(state, node === undefined ? message('formats', 'locator') : message('formats', 'locatorOf', { node }))
  },
  RectD: (state, tag) => {
    if (state.rows.current && inDataOf(state, 'NodeGeometry')) state.yed.readCorner(state.rows.current, tag)
  },
  Label: (state, tag) => {
    const text = tag.range(graphmlXmlAttributeNumbers.Text)
    if (text && inDataOf(state, 'NodeLabels', 'EdgeLabels')) state.yed.readLabel(state.rows.current, text)
  },
  Geometry: ({ rows, yed }, tag) => rows.current && yed.readPosition(rows.current, tag),
  Fill: ({ rows, yed }, tag) => rows.current && yed.readColour(rows.current, tag),
  Shape: ({ rows, yed }, tag) => rows.current && yed.readShape(rows.current, tag),
  LineStyle: ({ rows, yed }, tag) => rows.current && yed.readLineStyle(rows.current, tag),
  Arrows: ({ rows, yed }, tag) => rows.current && yed.readArrows(rows.current, tag),
}

/** Whether data of yFiles for HTML under one of these names are open, and not those of a port. */
const inDataOf = ({ data, openPorts }: State, ...names: readonly string[]): boolean =>
  openPorts === 0 && data !== undefined && names.includes(data.name)

const openNodeId = ({ rows, collector }: State): string | undefined => rows.node && collector.ids.text(rows.node.code)

const reportLeftOut = ({ collector }: State, example: Message): void =>
  collector.repair('left out', example, message('formats', 'portsLeftOut'))

function openEdge({ rows, collector, directions }: State, tag: XmlTagAttributes): void {
  if (!tag.has(graphmlXmlAttributeNumbers.source)) throw missing('edge', 'source')
  if (!tag.has(graphmlXmlAttributeNumbers.target)) throw missing('edge', 'target')
  const source = collector.codeOfBytes(
    tag.bytes(graphmlXmlAttributeNumbers.source),
    tag.from(graphmlXmlAttributeNumbers.source),
    tag.to(graphmlXmlAttributeNumbers.source),
  )
  const target = collector.codeOfBytes(
    tag.bytes(graphmlXmlAttributeNumbers.target),
    tag.from(graphmlXmlAttributeNumbers.target),
    tag.to(graphmlXmlAttributeNumbers.target),
  )
  const flag = tag.text(graphmlXmlAttributeNumbers.directed)
  const direction = flag === undefined ? directions.at(-1) : booleanText(flag) === 'true' ? 'directed' : 'undirected'
  const open = rows.openEdge(source, target, direction ?? 'undirected')
  if (tag.has(graphmlXmlAttributeNumbers.id)) rows.putValue(open, collector.edgeIds, tag, graphmlXmlAttributeNumbers.id)
  if (tag.has(graphmlXmlAttributeNumbers.sourceport))
    rows.putValue(open, rows.column('edge', 'sourceport'), tag, graphmlXmlAttributeNumbers.sourceport)
  if (tag.has(graphmlXmlAttributeNumbers.targetport))
    rows.putValue(open, rows.column('edge', 'targetport'), tag, graphmlXmlAttributeNumbers.targetport)
}

function openHyperedge(state: State, tag: XmlTagAttributes): void {
  const { rows, collector } = state
  const id = tag.text(graphmlXmlAttributeNumbers.id) ?? `hyperedge ${state.hyperedges + 1}`
  state.hyperedges++
  const isTaken = collector.rowOfCode.at(collector.codeOfId(id)) !== NONE
  const open = rows.openNode(collector.codeOfId(isTaken ? `hyperedge ${id}` : id))
  rows.putText(open, collector.labels, id)
  rows.putText(open, rows.column('node', 'hyperedge'), 'true')
}

/** An endpoint of a hyperedge becomes an edge between the hyperedge and the node. */
function openEndpoint({ rows, collector }: State, tag: XmlTagAttributes): void {
  const hyperedge = rows.node
  if (!hyperedge) return
  if (!tag.has(graphmlXmlAttributeNumbers.node)) throw missing('endpoint', 'node')
  const node = collector.codeOfBytes(
    tag.bytes(graphmlXmlAttributeNumbers.node),
    tag.from(graphmlXmlAttributeNumbers.node),
    tag.to(graphmlXmlAttributeNumbers.node),
  )
  const type = tag.text(graphmlXmlAttributeNumbers.type)
  const [source, target] = type === 'in' ? [node, hyperedge.code] : [hyperedge.code, node]
  rows.openEdge(source, target, type === 'in' || type === 'out' ? 'directed' : 'undirected')
  rows.closeEdge()
}

const closeHandlers: Readonly<Record<string, (state: State, text: ByteRange) => void>> = {
  graph: ({ directions }) => void directions.pop(),
  key: (state) => {
    state.key = undefined
  },
  default: (state, text) => {
    if (state.key) state.key.defaultValue = (state.key.isBoolean ? booleanText : String)(decodeByteRange(text))
  },
  data: closeData,
  desc: ({ rows, key, openPorts }, text) => {
    const open = rows.current
    if (open && !key && openPorts === 0) rows.putText(open, rows.column(open.of, 'desc'), decodeByteRange(text).trim())
  },
  port: (state) => {
    state.openPorts--
  },
  node: ({ rows }) => rows.closeNode(),
  hyperedge: ({ rows }) => rows.closeNode(),
  edge: ({ rows }) => rows.closeEdge(),
  NodeLabel: ({ rows, yed }, text) => yed.readLabel(rows.node, text),
  'Label.Text': (state, text) => {
    if (inDataOf(state, 'NodeLabels', 'EdgeLabels')) state.yed.readLabel(state.rows.current, text)
  },
  EdgeLabel: ({ rows, yed }, text) => yed.readLabel(rows.current?.of === 'edge' ? rows.current : undefined, text),
}

function closeData(state: State, text: ByteRange): void {
  const { data: key, rows, collector, keys, yed, openPorts } = state
  state.data = undefined
  const open = rows.current
  if (!key || openPorts > 0) return
  if (!open) {
    const title = decodeByteRange(text).trim()
    if ((key.name === 'title' || key.name === 'name') && title) collector.title ??= title
  } else if (!(key.name.toLowerCase() === 'label' && yed.hasDrawnLabel(open))) keys.put(open, key, text)
}

const missing = (element: string, attribute: string): InvalidGraphXmlError =>
  new InvalidGraphXmlError(
    message('formats', 'xmlMissingAttribute', { element, attribute }),
    message('formats', 'xmlAddAttribute', { attribute }),
  )

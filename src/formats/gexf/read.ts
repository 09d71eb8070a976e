import { message } from '../../messages/message'
import type { EdgeDirection } from '../../model/enumerations'
import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { FileFault } from '../io/fileFault'
import { parseEdgeDirection, GraphElementStack, type OpenGraphElement } from '../xml/graphElementStack'
import { collectXml } from '../xml/collectXml'
import {
  InvalidGraphXmlError,
  decodeByteRange,
  type ByteRange,
  type XmlTagAttributes,
  type XmlHandler,
} from '../xml/xmlHandler'
import { DeclaredGexfColumns, type DeclaredGexfColumn } from './declaredGexfColumns'
import { VizReader } from './vizReader'
import { hasTimeAttributes, DynamicAttributeCollector, timeIntervalsOfTag } from './dynamicAttributeCollector'
import { gexfXmlAttributeNumbers, gexfXmlAttributes, originalColoursKeyword, gexfXmlElements } from './gexfNames'

/**
 * Reads GEXF 1.1 to 1.3 (gexf.net): nodes with labels, positions and typed attributes, edges with direction, label, weight
 * and attributes. Nested nodes, and nodes with a `pid`, get a column `parent`. Times become columns (see
 * `DynamicAttributes`), and so do colours, sizes and shapes (see `VizReader`).
 */
export function collectGexf(file: InputFile, collector: GraphCollector): void {
  let hasGraph = false
  collectXml(file, collector, (into) => {
    const state = new State(into)
    return { ...state.handler(), endDocument: () => void (hasGraph = state.finish()) }
  })
  if (!hasGraph)
    throw new FileFault(
      file.name,
      message('formats', 'xmlNoGraph', { root: 'gexf' }),
      message('formats', 'chooseFileOf', { format: 'GEXF' }),
    )
}

/** The columns and defaults declared so far, and what is open. */
class State {
  readonly rows: GraphElementStack
  readonly declared = { node: new DeclaredGexfColumns(), edge: new DeclaredGexfColumns() }
  readonly times: DynamicAttributeCollector
  readonly viz: VizReader
  hasGraph = false
  direction: EdgeDirection = 'undirected'
  /** Whether columns of nodes or of edges are being declared, and the open declaration. */
  declaring: OpenGraphElement['of'] | undefined
  attribute: DeclaredGexfColumn | undefined

  constructor(readonly collector: GraphCollector) {
    this.rows = new GraphElementStack(collector)
    this.times = new DynamicAttributeCollector(this.rows)
    this.viz = new VizReader(this.rows, this.declared)
  }

  handler(): Omit<XmlHandler, 'endDocument'> {
    const opening = gexfXmlElements.all.map((name) => openHandlers[name])
    const closing = gexfXmlElements.all.map((name) => closeHandlers[name])
    return {
      elements: gexfXmlElements,
      attributes: gexfXmlAttributes,
      wantsText: Uint8Array.from(gexfXmlElements.all, (name) => (elementsWithText.has(name) ? 1 : 0)),
      openElement: (element, tag) => opening[element]?.(this, tag),
      closeElement: (element, text) => closing[element]?.(this, text),
    }
  }

  /** Fills in defaults. Returns whether the file has a graph. */
  finish(): boolean {
    for (const of of ['node', 'edge'] as const)
      for (const { title, kind, defaultValue } of this.declared[of].all)
        if (defaultValue !== undefined) this.rows.fillDefault(of, this.rows.column(of, title, kind), defaultValue)
    return this.hasGraph
  }
}

const elementsWithText = new Set(['title', 'creator', 'keywords', 'default'])

const openHandlers: Readonly<Record<string, (state: State, tag: XmlTagAttributes) => void>> = {
  graph: (state, tag) => {
    state.hasGraph = true
    state.direction = parseEdgeDirection(tag, gexfXmlAttributeNumbers.defaultedgetype) ?? 'undirected'
  },
  attributes: (state, tag) => {
    state.declaring = tag.text(gexfXmlAttributeNumbers.class) === 'edge' ? 'edge' : 'node'
  },
  attribute: (state, tag) => {
    const id = tag.text(gexfXmlAttributeNumbers.id)
    if (id === undefined || !state.declaring) return
    state.attribute = state.declared[state.declaring].declare(
      id,
      tag.text(gexfXmlAttributeNumbers.title) ?? id,
      tag.text(gexfXmlAttributeNumbers.type),
    )
  },
  node: openNode,
  edge: openEdge,
  attvalue: openValue,
  spell: openSpell,
  slice: openSpell,
  parent: ({ rows }, tag) => {
    const parent = tag.text(gexfXmlAttributeNumbers.for)
    if (rows.node && parent !== undefined) rows.putText(rows.node, rows.column('node', 'parent'), parent)
  },
  position: ({ rows, viz }, tag) => rows.current && viz.readPosition(rows.current, tag),
  color: ({ rows, viz }, tag) => rows.current && viz.readColour(rows.current, tag),
  size: ({ rows, viz }, tag) => rows.current && viz.readValue(rows.current, 'size', tag),
  shape: ({ rows, viz }, tag) => rows.current && viz.readValue(rows.current, 'shape', tag),
  thickness: ({ rows, viz }, tag) => rows.current && viz.readValue(rows.current, 'thickness', tag),
}

function openNode({ rows, collector, times }: State, tag: XmlTagAttributes): void {
  if (!tag.has(gexfXmlAttributeNumbers.id)) throw missing('node', 'id')
  const open = rows.openNode(
    collector.codeOfBytes(
      tag.bytes(gexfXmlAttributeNumbers.id),
      tag.from(gexfXmlAttributeNumbers.id),
      tag.to(gexfXmlAttributeNumbers.id),
    ),
  )
  if (tag.has(gexfXmlAttributeNumbers.label)) rows.putValue(open, collector.labels, tag, gexfXmlAttributeNumbers.label)
  if (tag.has(gexfXmlAttributeNumbers.pid))
    rows.putValue(open, rows.column('node', 'parent'), tag, gexfXmlAttributeNumbers.pid)
  if (hasTimeAttributes(tag)) times.addSpells(open, timeIntervalsOfTag(tag))
}

function openEdge({ rows, collector, times, direction }: State, tag: XmlTagAttributes): void {
  if (!tag.has(gexfXmlAttributeNumbers.source)) throw missing('edge', 'source')
  if (!tag.has(gexfXmlAttributeNumbers.target)) throw missing('edge', 'target')
  const source = collector.codeOfBytes(
    tag.bytes(gexfXmlAttributeNumbers.source),
    tag.from(gexfXmlAttributeNumbers.source),
    tag.to(gexfXmlAttributeNumbers.source),
  )
  const target = collector.codeOfBytes(
    tag.bytes(gexfXmlAttributeNumbers.target),
    tag.from(gexfXmlAttributeNumbers.target),
    tag.to(gexfXmlAttributeNumbers.target),
  )
  const open = rows.openEdge(source, target, parseEdgeDirection(tag, gexfXmlAttributeNumbers.type) ?? direction)
  if (tag.has(gexfXmlAttributeNumbers.id)) rows.putValue(open, collector.edgeIds, tag, gexfXmlAttributeNumbers.id)
  if (tag.has(gexfXmlAttributeNumbers.label))
    rows.putValue(open, collector.edgeLabels, tag, gexfXmlAttributeNumbers.label)
  if (tag.has(gexfXmlAttributeNumbers.weight))
    rows.putValue(open, rows.column('edge', 'weight', 'number'), tag, gexfXmlAttributeNumbers.weight)
  if (tag.has(gexfXmlAttributeNumbers.kind))
    rows.putValue(open, rows.column('edge', 'kind'), tag, gexfXmlAttributeNumbers.kind)
  if (hasTimeAttributes(tag)) times.addSpells(open, timeIntervalsOfTag(tag))
}

function openValue({ rows, declared, times }: State, tag: XmlTagAttributes): void {
  const open = rows.current
  const id = tag.has(gexfXmlAttributeNumbers.for) ? gexfXmlAttributeNumbers.for : gexfXmlAttributeNumbers.id
  if (!open || !tag.has(id) || !tag.has(gexfXmlAttributeNumbers.value)) return
  const column = declared[open.of].at(tag.bytes(id), tag.from(id), tag.to(id))
  if (hasTimeAttributes(tag))
    return times.addValue(open, column, {
      intervals: timeIntervalsOfTag(tag),
      text: tag.text(gexfXmlAttributeNumbers.value)!,
    })
  column.builder ??= rows.column(open.of, column.title, column.kind, column.datatype)
  rows.putValue(open, column.builder, tag, gexfXmlAttributeNumbers.value)
}

function openSpell({ rows, times }: State, tag: XmlTagAttributes): void {
  if (rows.current) times.addSpells(rows.current, timeIntervalsOfTag(tag))
}

function closeNode({ rows, times }: State): void {
  if (rows.node) times.close(rows.node)
  rows.closeNode()
}

function closeEdge({ rows, times }: State): void {
  if (rows.current) times.close(rows.current)
  rows.closeEdge()
}

const closeHandlers: Readonly<Record<string, (state: State, text: ByteRange) => void>> = {
  title: (state, text) => {
    const title = decodeByteRange(text).trim()
    if (!state.hasGraph && title) state.collector.title ??= title
  },
  creator: (state, text) => {
    state.viz.ignoresNodeLook = decodeByteRange(text).trim() === 'Kizuna'
  },
  keywords: (state, text) => {
    if (decodeByteRange(text).trim() === originalColoursKeyword) state.viz.ignoresNodeLook = false
  },
  default: (state, text) => {
    if (state.attribute) state.attribute.defaultValue = decodeByteRange(text)
  },
  attribute: (state) => {
    state.attribute = undefined
  },
  attributes: (state) => {
    state.declaring = undefined
  },
  node: closeNode,
  edge: closeEdge,
}

const missing = (element: string, attribute: string): InvalidGraphXmlError =>
  new InvalidGraphXmlError(
    message('formats', 'xmlMissingAttribute', { element, attribute }),
    message('formats', 'xmlAddAttribute', { attribute }),
  )

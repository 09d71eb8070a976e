import { message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'
import type { InputFile } from '../io/inputFile'
import { FileFault } from '../io/fileFault'
import {
  parseEdgeDirection,
  GraphElementStack,
  type EdgeDirection,
  type OpenGraphElement,
} from '../xml/graphElementStack'
import { collectXml } from '../xml/collectXml'
import {
  InvalidGraphXmlError,
  decodeByteRange,
  type ByteRange,
  type XmlTagAttributes,
  type XmlHandler,
} from '../xml/xmlHandler'
import { GexfColumns, columnKindOfXmlType, type GexfColumn } from './declaredGexfColumns'
import { VizReader } from './vizReader'
import { hasTimeAttributes, DynamicAttributes, timeIntervalsOfTag } from './dynamicAttributeCollector'
import { gexfAttributeIndex, gexfAttributes, originalColoursKeyword, gexfElements } from './gexfNames'

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
  readonly declared = { node: new GexfColumns(), edge: new GexfColumns() }
  readonly times: DynamicAttributes
  readonly viz: VizReader
  hasGraph = false
  direction: EdgeDirection = 'undirected'
  /** Whether columns of nodes or of edges are being declared, and the open declaration. */
  declaring: OpenGraphElement['of'] | undefined
  attribute: GexfColumn | undefined

  constructor(readonly collector: GraphCollector) {
    this.rows = new GraphElementStack(collector)
    this.times = new DynamicAttributes(this.rows)
    this.viz = new VizReader(this.rows, this.declared)
  }

  handler(): Omit<XmlHandler, 'endDocument'> {
    const opening = gexfElements.all.map((name) => openHandlers[name])
    const closing = gexfElements.all.map((name) => closeHandlers[name])
    return {
      elements: gexfElements,
      attributes: gexfAttributes,
      wantsText: Uint8Array.from(gexfElements.all, (name) => (elementsWithText.has(name) ? 1 : 0)),
      openElement: (element, tag) => opening[element]?.(this, tag),
      closeElement: (element, text) => closing[element]?.(this, text),
    }
  }

  /** Fills in defaults. Returns whether the file has a graph. */
  finish(): boolean {
    for (const of of ['node', 'edge'] as const)
      for (const { title, kind, defaultValue } of this.declared[of].all)
        if (defaultValue !== undefined) this.rows.fillDefault(of, this.rows.column(of, title, kind), defaultValue)
    this.rows.finish()
    return this.hasGraph
  }
}

const elementsWithText = new Set(['title', 'creator', 'keywords', 'default'])

const openHandlers: Readonly<Record<string, (state: State, tag: XmlTagAttributes) => void>> = {
  graph: (state, tag) => {
    state.hasGraph = true
    state.direction = parseEdgeDirection(tag, gexfAttributeIndex.defaultedgetype) ?? 'undirected'
  },
  attributes: (state, tag) => {
    state.declaring = tag.text(gexfAttributeIndex.class) === 'edge' ? 'edge' : 'node'
  },
  attribute: (state, tag) => {
    const id = tag.text(gexfAttributeIndex.id)
    if (id === undefined || !state.declaring) return
    state.attribute = state.declared[state.declaring].declare(
      id,
      tag.text(gexfAttributeIndex.title) ?? id,
      columnKindOfXmlType(tag.text(gexfAttributeIndex.type)),
    )
  },
  node: openNode,
  edge: openEdge,
  attvalue: openValue,
  spell: openSpell,
  slice: openSpell,
  parent: ({ rows }, tag) => {
    const parent = tag.text(gexfAttributeIndex.for)
    if (rows.node && parent !== undefined) rows.putText(rows.node, rows.column('node', 'parent'), parent)
  },
  position: ({ rows, viz }, tag) => rows.current && viz.readPosition(rows.current, tag),
  color: ({ rows, viz }, tag) => rows.current && viz.readColour(rows.current, tag),
  size: ({ rows, viz }, tag) => rows.current && viz.readValue(rows.current, 'size', tag),
  shape: ({ rows, viz }, tag) => rows.current && viz.readValue(rows.current, 'shape', tag),
  thickness: ({ rows, viz }, tag) => rows.current && viz.readValue(rows.current, 'thickness', tag),
}

function openNode({ rows, collector, times }: State, tag: XmlTagAttributes): void {
  if (!tag.has(gexfAttributeIndex.id)) throw missing('node', 'id')
  const open = rows.openNode(
    collector.codeOfBytes(
      tag.bytes(gexfAttributeIndex.id),
      tag.from(gexfAttributeIndex.id),
      tag.to(gexfAttributeIndex.id),
    ),
  )
  if (tag.has(gexfAttributeIndex.label)) rows.putValue(open, collector.labels, tag, gexfAttributeIndex.label)
  if (tag.has(gexfAttributeIndex.pid)) rows.putValue(open, rows.column('node', 'parent'), tag, gexfAttributeIndex.pid)
  if (hasTimeAttributes(tag)) times.addSpells(open, timeIntervalsOfTag(tag))
}

function openEdge({ rows, collector, times, direction }: State, tag: XmlTagAttributes): void {
  if (!tag.has(gexfAttributeIndex.source)) throw missing('edge', 'source')
  if (!tag.has(gexfAttributeIndex.target)) throw missing('edge', 'target')
  const source = collector.codeOfBytes(
    tag.bytes(gexfAttributeIndex.source),
    tag.from(gexfAttributeIndex.source),
    tag.to(gexfAttributeIndex.source),
  )
  const target = collector.codeOfBytes(
    tag.bytes(gexfAttributeIndex.target),
    tag.from(gexfAttributeIndex.target),
    tag.to(gexfAttributeIndex.target),
  )
  const open = rows.openEdge(source, target, parseEdgeDirection(tag, gexfAttributeIndex.type) ?? direction)
  if (tag.has(gexfAttributeIndex.id)) rows.putValue(open, collector.edgeIds, tag, gexfAttributeIndex.id)
  if (tag.has(gexfAttributeIndex.label)) rows.putValue(open, collector.edgeLabels, tag, gexfAttributeIndex.label)
  if (tag.has(gexfAttributeIndex.weight))
    rows.putValue(open, rows.column('edge', 'weight', 'number'), tag, gexfAttributeIndex.weight)
  if (tag.has(gexfAttributeIndex.kind)) rows.putValue(open, rows.column('edge', 'kind'), tag, gexfAttributeIndex.kind)
  if (hasTimeAttributes(tag)) times.addSpells(open, timeIntervalsOfTag(tag))
}

function openValue({ rows, declared, times }: State, tag: XmlTagAttributes): void {
  const open = rows.current
  const id = tag.has(gexfAttributeIndex.for) ? gexfAttributeIndex.for : gexfAttributeIndex.id
  if (!open || !tag.has(id) || !tag.has(gexfAttributeIndex.value)) return
  const column = declared[open.of].at(tag.bytes(id), tag.from(id), tag.to(id))
  if (hasTimeAttributes(tag))
    return times.addValue(open, column, {
      intervals: timeIntervalsOfTag(tag),
      text: tag.text(gexfAttributeIndex.value)!,
    })
  column.builder ??= rows.column(open.of, column.title, column.kind)
  rows.putValue(open, column.builder, tag, gexfAttributeIndex.value)
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
    state.viz.ignoresNodeColours = decodeByteRange(text).trim() === 'Kizuna'
  },
  keywords: (state, text) => {
    if (decodeByteRange(text).trim() === originalColoursKeyword) state.viz.ignoresNodeColours = false
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

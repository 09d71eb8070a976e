import type { Collector } from '../collect/graphCollector'
import type { FileIn } from '../io/inputFile'
import { FileFault } from '../io/fileFault'
import { directionIn, OpenRows, type Direction, type OpenRow } from '../xml/graphElementStack'
import { collectXml } from '../xml/collectXml'
import { Misplaced, textOf, type Stretch, type Tag, type XmlReader } from '../xml/xmlHandler'
import { Columns, kindOf, type Declared } from './gexfColumns'
import { Looks } from './vizReader'
import { saysWhen, Times, whensOf } from './dynamicAttributes'
import { at, attributes, coloursKept, elements } from './gexfNames'

/**
 * Reads GEXF 1.1 to 1.3 (gexf.net): nodes with labels, places and typed attributes, edges with direction, label, weight
 * and attributes; nodes inside nodes, and those that name another, keep its id as `parent`. Times become columns (see
 * `Times`), and so does how the graph was drawn (see `Looks`).
 */
export function collectGexf(file: FileIn, collector: Collector): void {
  let seen = false
  collectXml(file, collector, (into) => {
    const state = new State(into)
    return { ...state.reader(), end: () => void (seen = state.end()) }
  })
  if (!seen) throw new FileFault(file.name, 'there is no <gexf> element with a <graph> in it', 'Choose a GEXF file.')
}

/** What has been read so far, and what is open. */
class State {
  readonly rows: OpenRows
  readonly declared = { node: new Columns(), edge: new Columns() }
  readonly times: Times
  readonly looks: Looks
  seen = false
  direction: Direction = 'undirected'
  /** Rows whose columns are being declared, and the column. */
  declaring: OpenRow['of'] | undefined
  attribute: Declared | undefined

  constructor(readonly collector: Collector) {
    this.rows = new OpenRows(collector)
    this.times = new Times(this.rows)
    this.looks = new Looks(this.rows, this.declared)
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
    for (const of of ['node', 'edge'] as const)
      for (const { title, kind, fallback } of this.declared[of].all)
        if (fallback !== undefined) this.rows.fill(of, this.rows.sink(of, title, kind), fallback)
    this.rows.end()
    return this.seen
  }
}

const texts = new Set(['title', 'creator', 'keywords', 'default'])

const opened: Readonly<Record<string, (state: State, tag: Tag) => void>> = {
  graph: (state, tag) => {
    state.seen = true
    state.direction = directionIn(tag, at.defaultedgetype) ?? 'undirected'
  },
  attributes: (state, tag) => {
    state.declaring = tag.text(at.class) === 'edge' ? 'edge' : 'node'
  },
  attribute: (state, tag) => {
    const id = tag.text(at.id)
    if (id === undefined || !state.declaring) return
    state.attribute = state.declared[state.declaring].declare(id, tag.text(at.title) ?? id, kindOf(tag.text(at.type)))
  },
  node: openNode,
  edge: openEdge,
  attvalue: openValue,
  spell: openSpell,
  slice: openSpell,
  parent: ({ rows }, tag) => {
    const parent = tag.text(at.for)
    if (rows.node && parent !== undefined) rows.putText(rows.node, rows.sink('node', 'parent'), parent)
  },
  position: ({ rows, looks }, tag) => rows.now && looks.place(rows.now, tag),
  color: ({ rows, looks }, tag) => rows.now && looks.colour(rows.now, tag),
  size: ({ rows, looks }, tag) => rows.now && looks.value(rows.now, 'size', tag),
  shape: ({ rows, looks }, tag) => rows.now && looks.value(rows.now, 'shape', tag),
  thickness: ({ rows, looks }, tag) => rows.now && looks.value(rows.now, 'thickness', tag),
}

function openNode({ rows, collector, times }: State, tag: Tag): void {
  if (!tag.has(at.id)) throw missing('element <node>', 'id')
  const open = rows.openNode(collector.code(tag.bytes(at.id), tag.from(at.id), tag.to(at.id)))
  if (tag.has(at.label)) rows.putValue(open, collector.labels, tag, at.label)
  if (tag.has(at.pid)) rows.putValue(open, rows.sink('node', 'parent'), tag, at.pid)
  if (saysWhen(tag)) times.spell(open, whensOf(tag))
}

function openEdge({ rows, collector, times, direction }: State, tag: Tag): void {
  if (!tag.has(at.source)) throw missing('edge', 'source')
  if (!tag.has(at.target)) throw missing('edge', 'target')
  const source = collector.code(tag.bytes(at.source), tag.from(at.source), tag.to(at.source))
  const target = collector.code(tag.bytes(at.target), tag.from(at.target), tag.to(at.target))
  const open = rows.openEdge(source, target, directionIn(tag, at.type) ?? direction)
  if (tag.has(at.id)) rows.putValue(open, collector.edgeIds, tag, at.id)
  if (tag.has(at.label)) rows.putValue(open, collector.edgeLabels, tag, at.label)
  if (tag.has(at.weight)) rows.putValue(open, rows.sink('edge', 'weight', 'number'), tag, at.weight)
  if (tag.has(at.kind)) rows.putValue(open, rows.sink('edge', 'kind'), tag, at.kind)
  if (saysWhen(tag)) times.spell(open, whensOf(tag))
}

function openValue({ rows, declared, times }: State, tag: Tag): void {
  const open = rows.now
  const id = tag.has(at.for) ? at.for : at.id
  if (!open || !tag.has(id) || !tag.has(at.value)) return
  const column = declared[open.of].at(tag.bytes(id), tag.from(id), tag.to(id))
  if (saysWhen(tag)) return times.value(open, column, { whens: whensOf(tag), text: tag.text(at.value)! })
  column.sink ??= rows.sink(open.of, column.title, column.kind)
  rows.putValue(open, column.sink, tag, at.value)
}

function openSpell({ rows, times }: State, tag: Tag): void {
  if (rows.now) times.spell(rows.now, whensOf(tag))
}

function closeNode({ rows, times }: State): void {
  if (rows.node) times.close(rows.node)
  rows.closeNode()
}

function closeEdge({ rows, times }: State): void {
  if (rows.now) times.close(rows.now)
  rows.closeEdge()
}

const closed: Readonly<Record<string, (state: State, text: Stretch) => void>> = {
  title: (state, text) => {
    const title = textOf(text).trim()
    if (!state.seen && title) state.collector.title ??= title
  },
  creator: (state, text) => {
    state.looks.repeated = textOf(text).trim() === 'Kizuna'
  },
  keywords: (state, text) => {
    if (textOf(text).trim() === coloursKept) state.looks.repeated = false
  },
  default: (state, text) => {
    if (state.attribute) state.attribute.fallback = textOf(text)
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

const missing = (element: string, attribute: string): Misplaced =>
  new Misplaced(`an ${element} has no ${attribute}`, `Give it the attribute ${attribute}.`)

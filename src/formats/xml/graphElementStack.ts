import type { Collector } from '../collect/graphCollector'
import { flags } from '../collect/growableArray'
import type { Kind, Sink } from '../collect/columnBuilder'
import { Misplaced, type Stretch, type Tag } from './xmlHandler'

const encoder = new TextEncoder()
/** More columns than this are names of things that became columns by mistake. */
const mostColumns = 5000

/** How the ends of an edge stand to each other, as a number. */
export const directions = ['directed', 'undirected', 'mutual'] as const
export type Direction = (typeof directions)[number]

const letters = [0x64, 0x75, 0x6d]
const lengths = directions.map(({ length }) => length)

/** The direction that an attribute names, told by its length and first letter; undefined where it names none. */
export function directionIn(tag: Tag, attribute: number): Direction | undefined {
  if (!tag.has(attribute)) return undefined
  const from = tag.from(attribute)
  const number = lengths.indexOf(tag.to(attribute) - from)
  return number >= 0 && tag.bytes(attribute)[from] === letters[number] ? directions[number] : undefined
}

/** The node or edge whose element is open. */
export interface OpenRow {
  readonly of: 'node' | 'edge'
  row: number
  /** Code of a node's id. */
  code: number
  /** The node was there before: what it has stays. */
  again: boolean
}

const closed = (of: OpenRow['of']): OpenRow => ({ of, row: 0, code: 0, again: false })

/**
 * Nodes and edges as a reader of XML meets them: nodes may stand in nodes, and what is told goes to the innermost one,
 * or to the edge that is open.
 */
export class OpenRows {
  readonly #firstNode: number
  readonly #firstEdge: number
  readonly #nodes: OpenRow[] = []
  readonly #edge = closed('edge')
  #depth = 0
  #edgeOpen = false
  /** Nodes of files before this one that stand in this one too. */
  readonly #shared = new Set<number>()
  readonly #directions = flags()
  readonly #counts = [0, 0, 0]

  constructor(readonly collector: Collector) {
    this.#firstNode = collector.nodeCount
    this.#firstEdge = collector.edgeCount
  }

  /** The innermost row; undefined where none is open. */
  get now(): OpenRow | undefined {
    return this.#edgeOpen ? this.#edge : this.node
  }

  get node(): OpenRow | undefined {
    return this.#depth === 0 ? undefined : this.#nodes[this.#depth - 1]
  }

  /** Begins a node; one that stands in another keeps that one's id as its parent. */
  openNode(code: number): OpenRow {
    const { collector } = this
    const around = this.node
    const before = collector.nodeCount
    const row = collector.node(code)
    const open = (this.#nodes[this.#depth++] ??= closed('node'))
    open.row = row
    open.code = code
    open.again = collector.nodeCount === before
    if (row < this.#firstNode) this.#shared.add(row)
    if (around) {
      const parent = collector.ids.bytesOf(around.code)
      this.put(open, collector.nodes.named('parent'), { bytes: parent, from: 0, to: parent.length })
    }
    return open
  }

  closeNode(): void {
    this.#depth--
  }

  openEdge(source: number, target: number, direction: Direction): OpenRow {
    const number = directions.indexOf(direction)
    this.#edge.row = this.collector.edge(source, target, number === 0)
    this.#edgeOpen = true
    this.#counts[number]!++
    if (number > 0) this.#directions.set(this.#edge.row, number)
    return this.#edge
  }

  /** Corrects the direction of the open edge. */
  turn(direction: Direction): void {
    const { row } = this.#edge
    this.#counts[this.#directions.at(row)]!--
    const number = directions.indexOf(direction)
    this.#counts[number]!++
    this.#directions.set(row, number)
    this.collector.directed.set(row, number === 0 ? 1 : 0)
  }

  closeEdge(): void {
    this.#edgeOpen = false
  }

  /** The column of this name for rows of this kind. */
  sink(of: OpenRow['of'], name: string, kind: Kind = 'text'): Sink {
    const sinks = of === 'node' ? this.collector.nodes : this.collector.edges
    if (sinks.all.size >= mostColumns && !sinks.all.has(name))
      throw new Misplaced(`there are more than ${mostColumns} columns`, 'Put fewer attributes on nodes and edges.')
    return sinks.named(name, kind)
  }

  put({ row, again }: OpenRow, sink: Sink, { bytes, from, to }: Stretch): void {
    if (!again || !sink.has(row)) sink.bytes(row, bytes, from, to)
  }

  /** Puts a value of the tag that is being read. */
  putValue({ row, again }: OpenRow, sink: Sink, tag: Tag, attribute: number): void {
    if (!again || !sink.has(row)) sink.bytes(row, tag.bytes(attribute), tag.from(attribute), tag.to(attribute))
  }

  putText({ row, again }: OpenRow, sink: Sink, text: string): void {
    if (!again || !sink.has(row)) sink.text(row, text)
  }

  putList({ row, again }: OpenRow, sink: Sink, items: readonly string[]): void {
    if (!again || !sink.has(row)) sink.list(row, items)
  }

  /** A default goes to all rows of this file that say nothing else. */
  fill(of: OpenRow['of'], sink: Sink, fallback: string): void {
    const { nodeCount, edgeCount } = this.collector
    const bytes = encoder.encode(fallback)
    const put = (row: number) => {
      if (!sink.has(row)) sink.bytes(row, bytes, 0, bytes.length)
    }
    if (of === 'node') for (const row of this.#shared) put(row)
    const [first, count] = of === 'node' ? [this.#firstNode, nodeCount] : [this.#firstEdge, edgeCount]
    for (let row = first; row < count; row++) put(row)
  }

  /** Rows of nodes that were begun here. */
  *nodeRows(): Iterable<number> {
    yield* this.#shared
    for (let row = this.#firstNode; row < this.collector.nodeCount; row++) yield row
  }

  /**
   * Says in a column what the direction of an edge cannot: that it goes both ways, and that it has none where others in
   * the file have one.
   */
  end(): void {
    const [directed, undirected, mutual] = this.#counts as [number, number, number]
    if (mutual === 0 && (directed === 0 || undirected === 0)) return
    const sink = this.collector.edges.named('direction')
    for (let row = this.#firstEdge; row < this.collector.edgeCount; row++) {
      const number = this.#directions.at(row)
      if (number > 0 && !sink.has(row)) sink.text(row, directions[number]!)
    }
  }
}

import type { GraphCollector } from '../collect/graphCollector'
import { growableFlags } from '../collect/growableArray'
import type { ColumnBuilderKind, ColumnBuilder } from '../collect/columnBuilder'
import { InvalidGraphXmlError, type ByteRange, type XmlTagAttributes } from './xmlHandler'

const encoder = new TextEncoder()
/** More columns than this are names of things that became columns by mistake. */
const mostColumns = 5000

/** How the ends of an edge stand to each other, as a number. */
const edgeDirections = ['directed', 'undirected', 'mutual'] as const
export type EdgeDirection = (typeof edgeDirections)[number]

const letters = [0x64, 0x75, 0x6d]
const lengths = edgeDirections.map(({ length }) => length)

/** The direction that an attribute names, told by its length and first letter; undefined where it names none. */
export function parseEdgeDirection(tag: XmlTagAttributes, attribute: number): EdgeDirection | undefined {
  if (!tag.has(attribute)) return undefined
  const from = tag.from(attribute)
  const number = lengths.indexOf(tag.to(attribute) - from)
  return number >= 0 && tag.bytes(attribute)[from] === letters[number] ? edgeDirections[number] : undefined
}

/** The node or edge whose element is open. */
export interface OpenGraphElement {
  readonly of: 'node' | 'edge'
  row: number
  /** Code of a node's id. */
  code: number
  /** The node was there before: what it has stays. */
  existedBefore: boolean
}

const closed = (of: OpenGraphElement['of']): OpenGraphElement => ({ of, row: 0, code: 0, existedBefore: false })

/**
 * Nodes and edges as a reader of XML meets them: nodes may stand in nodes, and what is told goes to the innermost one,
 * or to the edge that is open.
 */
export class GraphElementStack {
  readonly #firstNode: number
  readonly #firstEdge: number
  readonly #nodes: OpenGraphElement[] = []
  readonly #edge = closed('edge')
  #depth = 0
  #edgeOpen = false
  /** Nodes of files before this one that stand in this one too. */
  readonly #shared = new Set<number>()
  readonly #directions = growableFlags()
  readonly #counts = [0, 0, 0]

  constructor(readonly collector: GraphCollector) {
    this.#firstNode = collector.nodeCount
    this.#firstEdge = collector.edgeCount
  }

  /** The innermost row; undefined where none is open. */
  get current(): OpenGraphElement | undefined {
    return this.#edgeOpen ? this.#edge : this.node
  }

  get node(): OpenGraphElement | undefined {
    return this.#depth === 0 ? undefined : this.#nodes[this.#depth - 1]
  }

  /** Begins a node; one that stands in another keeps that one's id as its parent. */
  openNode(code: number): OpenGraphElement {
    const { collector } = this
    const around = this.node
    const before = collector.nodeCount
    const row = collector.addNode(code)
    const open = (this.#nodes[this.#depth++] ??= closed('node'))
    open.row = row
    open.code = code
    open.existedBefore = collector.nodeCount === before
    if (row < this.#firstNode) this.#shared.add(row)
    if (around) {
      const parent = collector.ids.bytesOf(around.code)
      this.putBytes(open, collector.nodes.column('parent'), { bytes: parent, from: 0, to: parent.length })
    }
    return open
  }

  closeNode(): void {
    this.#depth--
  }

  openEdge(source: number, target: number, direction: EdgeDirection): OpenGraphElement {
    const number = edgeDirections.indexOf(direction)
    this.#edge.row = this.collector.addEdge(source, target, number === 0)
    this.#edgeOpen = true
    this.#counts[number]!++
    if (number > 0) this.#directions.set(this.#edge.row, number)
    return this.#edge
  }

  /** Corrects the direction of the open edge. */
  setEdgeDirection(direction: EdgeDirection): void {
    const { row } = this.#edge
    this.#counts[this.#directions.at(row)]!--
    const number = edgeDirections.indexOf(direction)
    this.#counts[number]!++
    this.#directions.set(row, number)
    this.collector.directed.set(row, number === 0 ? 1 : 0)
  }

  closeEdge(): void {
    this.#edgeOpen = false
  }

  /** The column of this name for rows of this kind. */
  column(of: OpenGraphElement['of'], name: string, kind: ColumnBuilderKind = 'text'): ColumnBuilder {
    const builders = of === 'node' ? this.collector.nodes : this.collector.edges
    if (builders.all.size >= mostColumns && !builders.all.has(name))
      throw new InvalidGraphXmlError(
        `there are more than ${mostColumns} columns`,
        'Put fewer attributes on nodes and edges.',
      )
    return builders.column(name, kind)
  }

  putBytes({ row, existedBefore }: OpenGraphElement, builder: ColumnBuilder, { bytes, from, to }: ByteRange): void {
    if (!existedBefore || !builder.has(row)) builder.setBytes(row, bytes, from, to)
  }

  /** Puts a value of the tag that is being read. */
  putValue(
    { row, existedBefore }: OpenGraphElement,
    builder: ColumnBuilder,
    tag: XmlTagAttributes,
    attribute: number,
  ): void {
    if (!existedBefore || !builder.has(row))
      builder.setBytes(row, tag.bytes(attribute), tag.from(attribute), tag.to(attribute))
  }

  putText({ row, existedBefore }: OpenGraphElement, builder: ColumnBuilder, text: string): void {
    if (!existedBefore || !builder.has(row)) builder.setText(row, text)
  }

  putList({ row, existedBefore }: OpenGraphElement, builder: ColumnBuilder, items: readonly string[]): void {
    if (!existedBefore || !builder.has(row)) builder.setList(row, items)
  }

  /** A default goes to all rows of this file that say nothing else. */
  fillDefault(of: OpenGraphElement['of'], builder: ColumnBuilder, fallback: string): void {
    const { nodeCount, edgeCount } = this.collector
    const bytes = encoder.encode(fallback)
    const put = (row: number) => {
      if (!builder.has(row)) builder.setBytes(row, bytes, 0, bytes.length)
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
  finish(): void {
    const [directed, undirected, mutual] = this.#counts as [number, number, number]
    if (mutual === 0 && (directed === 0 || undirected === 0)) return
    const builder = this.collector.edges.column('direction')
    for (let row = this.#firstEdge; row < this.collector.edgeCount; row++) {
      const number = this.#directions.at(row)
      if (number > 0 && !builder.has(row)) builder.setText(row, edgeDirections[number]!)
    }
  }
}

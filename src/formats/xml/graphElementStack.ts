import { message } from '../../messages/message'
import type { Datatype } from '../../model/columns'
import type { GraphCollector } from '../collect/graphCollector'
import { edgeDirections, type EdgeDirection } from '../../model/enumerations'
import type { ColumnBuilderKind, ColumnBuilder } from '../collect/columnBuilder'
import { InvalidGraphXmlError, type ByteRange, type XmlTagAttributes } from './xmlHandler'

const encoder = new TextEncoder()
/** Maximum number of columns: more are data that became column names by mistake. */
const maxColumns = 5000

const firstLetters = [0x64, 0x75, 0x6d]
const lengths = edgeDirections.map(({ length }) => length)

/** The direction that an attribute names, compared by length and first letter; undefined if it names none. */
export function parseEdgeDirection(tag: XmlTagAttributes, attribute: number): EdgeDirection | undefined {
  if (!tag.has(attribute)) return undefined
  const from = tag.from(attribute)
  const number = lengths.indexOf(tag.to(attribute) - from)
  return number >= 0 && tag.bytes(attribute)[from] === firstLetters[number] ? edgeDirections[number] : undefined
}

/** A node or edge whose element is open. */
export interface OpenGraphElement {
  readonly of: 'node' | 'edge'
  row: number
  /** The code of the node's id. */
  code: number
  /** The node was in the graph before this element; its values are not overwritten. */
  existedBefore: boolean
}

const noElement = (of: OpenGraphElement['of']): OpenGraphElement => ({ of, row: 0, code: 0, existedBefore: false })

/**
 * Adds the nodes and edges of an XML file. Nodes can be nested; values belong to the open edge, or else to the innermost
 * open node.
 */
export class GraphElementStack {
  readonly #firstNode: number
  readonly #firstEdge: number
  readonly #nodes: OpenGraphElement[] = []
  readonly #edge = noElement('edge')
  #depth = 0
  #edgeOpen = false
  /** Rows of nodes that this file shares with earlier files. */
  readonly #shared = new Set<number>()

  constructor(readonly collector: GraphCollector) {
    this.#firstNode = collector.nodeCount
    this.#firstEdge = collector.edgeCount
  }

  /** The element that values belong to; undefined if none is open. */
  get current(): OpenGraphElement | undefined {
    return this.#edgeOpen ? this.#edge : this.node
  }

  get node(): OpenGraphElement | undefined {
    return this.#depth === 0 ? undefined : this.#nodes[this.#depth - 1]
  }

  /** Adds a node. A nested node gets the id of the outer one as its `parent`. */
  openNode(code: number): OpenGraphElement {
    const { collector } = this
    const outer = this.node
    const before = collector.nodeCount
    const row = collector.addNode(code)
    const open = (this.#nodes[this.#depth++] ??= noElement('node'))
    open.row = row
    open.code = code
    open.existedBefore = collector.nodeCount === before
    if (row < this.#firstNode) this.#shared.add(row)
    if (outer) {
      const parent = collector.ids.bytesOf(outer.code)
      this.putBytes(open, collector.nodes.column('parent'), { bytes: parent, from: 0, to: parent.length })
    }
    return open
  }

  closeNode(): void {
    this.#depth--
  }

  openEdge(source: number, target: number, direction: EdgeDirection): OpenGraphElement {
    this.#edge.row = this.collector.addEdge(source, target, direction)
    this.#edgeOpen = true
    return this.#edge
  }

  /** Changes the direction of the open edge. */
  setEdgeDirection(direction: EdgeDirection): void {
    this.collector.directions.set(this.#edge.row, edgeDirections.indexOf(direction))
  }

  /** Exchanges the ends of the open edge, which points at the end that its element calls the source. */
  reverseEdge(): void {
    const { source, target } = this.collector
    const { row } = this.#edge
    const from = source.at(row)
    source.set(row, target.at(row))
    target.set(row, from)
  }

  closeEdge(): void {
    this.#edgeOpen = false
  }

  /** The column of this name for rows of this kind. */
  column(
    of: OpenGraphElement['of'],
    name: string,
    kind: ColumnBuilderKind = 'text',
    datatype?: Datatype,
  ): ColumnBuilder {
    const builders = of === 'node' ? this.collector.nodes : this.collector.edges
    if (builders.all.size >= maxColumns && !builders.all.has(name))
      throw new InvalidGraphXmlError(
        message('formats', 'xmlTooManyColumns', { max: maxColumns }),
        message('formats', 'xmlUseFewerAttributes'),
      )
    return builders.column(name, kind, datatype)
  }

  putBytes({ row, existedBefore }: OpenGraphElement, builder: ColumnBuilder, { bytes, from, to }: ByteRange): void {
    if (!existedBefore || !builder.has(row)) builder.setBytes(row, bytes, from, to)
  }

  /** Sets a cell to the value of an attribute of the current tag. */
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

  /** Sets the cells that are still empty in the rows of this file to a default. */
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

  /** The rows of all nodes in this file. */
  *nodeRows(): Iterable<number> {
    yield* this.#shared
    for (let row = this.#firstNode; row < this.collector.nodeCount; row++) yield row
  }
}

import type { OpenGraphElement, GraphElementStack } from '../xml/graphElementStack'
import { decodeByteRange, type ByteRange, type XmlTagAttributes } from '../xml/xmlHandler'
import { parseNumberBytes } from '../collect/parseNumber'
import { graphmlXmlAttributeNumbers } from './graphmlNames'

const numberOf = (tag: XmlTagAttributes, attribute: number): number =>
  tag.has(attribute) ? parseNumberBytes(tag.bytes(attribute), tag.from(attribute), tag.to(attribute)) : NaN

/**
 * Reads how yEd draws a node or edge: label, position, colour, shape and thickness. A collapsible group is described twice,
 * open and closed; the first counts. The y axis of yEd points down.
 */
export class YedGraphicsReader {
  /** The last row that got its label here, and the last node that got its position. */
  #labelledRow = -1
  #labelledOf: OpenGraphElement['of'] = 'node'
  #positionedRow = -1

  constructor(readonly rows: GraphElementStack) {}

  /** Whether a row has the label that yEd draws. */
  hasDrawnLabel({ of, row }: OpenGraphElement): boolean {
    return this.#labelledRow === row && this.#labelledOf === of
  }

  readLabel(open: OpenGraphElement | undefined, text: ByteRange): void {
    if (!open) return
    const label = decodeByteRange(text).trim()
    if (label === '' || this.hasDrawnLabel(open)) return
    const { collector } = this.rows
    const builder = open.of === 'node' ? collector.labels : collector.edgeLabels
    if (open.existedBefore && builder.has(open.row)) return
    builder.setText(open.row, label)
    this.#labelledRow = open.row
    this.#labelledOf = open.of
  }

  readPosition(open: OpenGraphElement, tag: XmlTagAttributes): void {
    const [x, y] = [numberOf(tag, graphmlXmlAttributeNumbers.x), numberOf(tag, graphmlXmlAttributeNumbers.y)]
    if (open.of === 'edge' || this.#positionedRow === open.row || Number.isNaN(x) || Number.isNaN(y)) return
    const [width, height] = [
      numberOf(tag, graphmlXmlAttributeNumbers.width) || 0,
      numberOf(tag, graphmlXmlAttributeNumbers.height) || 0,
    ]
    this.rows.collector.setPosition(open.row, x + width / 2, -(y + height / 2))
    this.#positionedRow = open.row
  }

  /** The upper left corner of a node, as yFiles for HTML gives it. */
  readCorner(open: OpenGraphElement, tag: XmlTagAttributes): void {
    const [x, y] = [numberOf(tag, graphmlXmlAttributeNumbers.X), numberOf(tag, graphmlXmlAttributeNumbers.Y)]
    if (open.of === 'edge' || this.#positionedRow === open.row || Number.isNaN(x) || Number.isNaN(y)) return
    this.rows.collector.setPosition(open.row, x, 0 - y)
    this.#positionedRow = open.row
  }

  readColour(open: OpenGraphElement, tag: XmlTagAttributes): void {
    if (!tag.has(graphmlXmlAttributeNumbers.color) || tag.text(graphmlXmlAttributeNumbers.hasColor) === 'false') return
    this.#setFirst(open, 'color', tag.text(graphmlXmlAttributeNumbers.color)!.toLowerCase())
  }

  readShape(open: OpenGraphElement, tag: XmlTagAttributes): void {
    if (tag.has(graphmlXmlAttributeNumbers.type))
      this.#setFirst(open, 'shape', tag.text(graphmlXmlAttributeNumbers.type)!)
  }

  readLineStyle(open: OpenGraphElement, tag: XmlTagAttributes): void {
    if (open.of === 'node') return
    this.readColour(open, tag)
    const thickness = this.rows.column('edge', 'thickness', 'number')
    if (tag.has(graphmlXmlAttributeNumbers.width) && !thickness.has(open.row))
      this.rows.putValue(open, thickness, tag, graphmlXmlAttributeNumbers.width)
  }

  /** yEd declares every edge as directed; whether it is depends on its arrowheads. */
  readArrows(open: OpenGraphElement, tag: XmlTagAttributes): void {
    if (open.of === 'node') return
    const [atSource, atTarget] = [
      tag.text(graphmlXmlAttributeNumbers.source) ?? 'none',
      tag.text(graphmlXmlAttributeNumbers.target) ?? 'none',
    ]
    if (atSource === 'none' && atTarget === 'none') this.rows.setEdgeDirection('undirected')
    else if (atSource !== 'none' && atTarget !== 'none') this.rows.setEdgeDirection('mutual')
    else {
      this.rows.setEdgeDirection('directed')
      if (atTarget === 'none') this.rows.reverseEdge()
    }
  }

  /** Sets a cell unless it has a value. */
  #setFirst(open: OpenGraphElement, name: string, text: string): void {
    const builder = this.rows.column(open.of, name)
    if (!builder.has(open.row)) builder.setText(open.row, text)
  }
}

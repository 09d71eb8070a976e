import type { OpenGraphElement, GraphElementStack } from '../xml/graphElementStack'
import { decodeByteRange, type ByteRange, type XmlTagAttributes } from '../xml/xmlHandler'
import { parseNumberBytes } from '../collect/parseNumber'
import { graphmlAttributeIndex } from './graphmlNames'

const numberOf = (tag: XmlTagAttributes, attribute: number): number =>
  tag.has(attribute) ? parseNumberBytes(tag.bytes(attribute), tag.from(attribute), tag.to(attribute)) : NaN

/**
 * What yEd says of how a node or edge is drawn: label, place, colour, shape and thickness. A group that can be closed is
 * described twice, open and closed: the first counts. Its y goes downwards.
 */
export class YedGraphicsReader {
  /** Rows that have their label and their place from here. */
  #labelled: OpenGraphElement['row'] = -1
  #labelledOf: OpenGraphElement['of'] = 'node'
  #placed = -1

  constructor(readonly rows: GraphElementStack) {}

  /** Whether the label of a row is the one that is drawn. */
  hasDrawnLabel({ of, row }: OpenGraphElement): boolean {
    return this.#labelled === row && this.#labelledOf === of
  }

  readLabel(open: OpenGraphElement, text: ByteRange): void {
    const label = decodeByteRange(text).trim()
    if (label === '' || this.hasDrawnLabel(open)) return
    const { collector } = this.rows
    const builder = open.of === 'node' ? collector.labels : collector.edgeLabels
    if (open.existedBefore && builder.has(open.row)) return
    builder.setText(open.row, label)
    this.#labelled = open.row
    this.#labelledOf = open.of
  }

  readPosition(open: OpenGraphElement, tag: XmlTagAttributes): void {
    const [x, y] = [numberOf(tag, graphmlAttributeIndex.x), numberOf(tag, graphmlAttributeIndex.y)]
    if (open.of === 'edge' || this.#placed === open.row || Number.isNaN(x) || Number.isNaN(y)) return
    const [width, height] = [
      numberOf(tag, graphmlAttributeIndex.width) || 0,
      numberOf(tag, graphmlAttributeIndex.height) || 0,
    ]
    this.rows.collector.setPosition(open.row, x + width / 2, -(y + height / 2))
    this.#placed = open.row
  }

  readColour(open: OpenGraphElement, tag: XmlTagAttributes): void {
    if (!tag.has(graphmlAttributeIndex.color) || tag.text(graphmlAttributeIndex.hasColor) === 'false') return
    this.#first(open, 'color', tag.text(graphmlAttributeIndex.color)!.toLowerCase())
  }

  readShape(open: OpenGraphElement, tag: XmlTagAttributes): void {
    if (tag.has(graphmlAttributeIndex.type)) this.#first(open, 'shape', tag.text(graphmlAttributeIndex.type)!)
  }

  readLineStyle(open: OpenGraphElement, tag: XmlTagAttributes): void {
    if (open.of === 'node') return
    this.readColour(open, tag)
    const thickness = this.rows.column('edge', 'thickness', 'number')
    if (tag.has(graphmlAttributeIndex.width) && !thickness.has(open.row))
      this.rows.putValue(open, thickness, tag, graphmlAttributeIndex.width)
  }

  /** yEd calls every edge directed and draws arrowheads or none. */
  readArrows(open: OpenGraphElement, tag: XmlTagAttributes): void {
    if (open.of === 'node') return
    const [atSource, atTarget] = [
      tag.text(graphmlAttributeIndex.source) ?? 'none',
      tag.text(graphmlAttributeIndex.target) ?? 'none',
    ]
    if (atSource === 'none' && atTarget === 'none') this.rows.setEdgeDirection('undirected')
    else if (atSource !== 'none' && atTarget !== 'none') this.rows.setEdgeDirection('mutual')
  }

  #first(open: OpenGraphElement, name: string, text: string): void {
    const builder = this.rows.column(open.of, name)
    if (!builder.has(open.row)) builder.setText(open.row, text)
  }
}

import type { OpenRow, OpenRows } from '../xml/graphElementStack'
import { textOf, type Stretch, type Tag } from '../xml/xmlHandler'
import { numberIn } from '../collect/parseNumber'
import { at } from './graphmlNames'

const numberOf = (tag: Tag, attribute: number): number =>
  tag.has(attribute) ? numberIn(tag.bytes(attribute), tag.from(attribute), tag.to(attribute)) : NaN

/**
 * What yEd says of how a node or edge is drawn: label, place, colour, shape and thickness. A group that can be closed is
 * described twice, open and closed: the first counts. Its y goes downwards.
 */
export class Yed {
  /** Rows that have their label and their place from here. */
  #labelled: OpenRow['row'] = -1
  #labelledOf: OpenRow['of'] = 'node'
  #placed = -1

  constructor(readonly rows: OpenRows) {}

  /** Whether the label of a row is the one that is drawn. */
  labels({ of, row }: OpenRow): boolean {
    return this.#labelled === row && this.#labelledOf === of
  }

  label(open: OpenRow, text: Stretch): void {
    const label = textOf(text).trim()
    if (label === '' || this.labels(open)) return
    const { collector } = this.rows
    const sink = open.of === 'node' ? collector.labels : collector.edgeLabels
    if (open.again && sink.has(open.row)) return
    sink.text(open.row, label)
    this.#labelled = open.row
    this.#labelledOf = open.of
  }

  place(open: OpenRow, tag: Tag): void {
    const [x, y] = [numberOf(tag, at.x), numberOf(tag, at.y)]
    if (open.of === 'edge' || this.#placed === open.row || Number.isNaN(x) || Number.isNaN(y)) return
    const [width, height] = [numberOf(tag, at.width) || 0, numberOf(tag, at.height) || 0]
    this.rows.collector.place(open.row, x + width / 2, -(y + height / 2))
    this.#placed = open.row
  }

  colour(open: OpenRow, tag: Tag): void {
    if (!tag.has(at.color) || tag.text(at.hasColor) === 'false') return
    this.#first(open, 'color', tag.text(at.color)!.toLowerCase())
  }

  shape(open: OpenRow, tag: Tag): void {
    if (tag.has(at.type)) this.#first(open, 'shape', tag.text(at.type)!)
  }

  line(open: OpenRow, tag: Tag): void {
    if (open.of === 'node') return
    this.colour(open, tag)
    const thickness = this.rows.sink('edge', 'thickness', 'number')
    if (tag.has(at.width) && !thickness.has(open.row)) this.rows.putValue(open, thickness, tag, at.width)
  }

  /** yEd calls every edge directed and draws arrowheads or none. */
  arrows(open: OpenRow, tag: Tag): void {
    if (open.of === 'node') return
    const [atSource, atTarget] = [tag.text(at.source) ?? 'none', tag.text(at.target) ?? 'none']
    if (atSource === 'none' && atTarget === 'none') this.rows.turn('undirected')
    else if (atSource !== 'none' && atTarget !== 'none') this.rows.turn('mutual')
  }

  #first(open: OpenRow, name: string, text: string): void {
    const sink = this.rows.sink(open.of, name)
    if (!sink.has(open.row)) sink.text(open.row, text)
  }
}

import { numberIn } from '../collect/parseNumber'
import type { OpenRow, OpenRows } from '../xml/graphElementStack'
import type { Tag } from '../xml/xmlHandler'
import type { Columns } from './gexfColumns'
import { at } from './gexfNames'

const digits = new TextEncoder().encode('0123456789abcdef')

/** Writes #rrggbb into seven bytes; false where a part is no number from 0 to 255. */
export function putHex(into: Uint8Array, red: number, green: number, blue: number): boolean {
  if (!(red >= 0 && red <= 255 && green >= 0 && green <= 255 && blue >= 0 && blue <= 255)) return false
  into[0] = 0x23
  putByte(into, 1, red)
  putByte(into, 3, green)
  putByte(into, 5, blue)
  return true
}

function putByte(into: Uint8Array, place: number, value: number): void {
  const byte = Math.round(value)
  into[place] = digits[byte >> 4]!
  into[place + 1] = digits[byte & 15]!
}

const numberOf = (tag: Tag, attribute: number): number =>
  tag.has(attribute) ? numberIn(tag.bytes(attribute), tag.from(attribute), tag.to(attribute)) : NaN

/** How a program drew the graph (the viz module): places, and colours, sizes, shapes and thickness as columns. */
export class Looks {
  /** The file is Kizuna's own, whose colours of nodes only repeat the families. */
  repeated = false
  readonly #hex = new Uint8Array(7)

  constructor(
    readonly rows: OpenRows,
    readonly declared: Readonly<Record<OpenRow['of'], Columns>>,
  ) {}

  place(open: OpenRow, tag: Tag): void {
    const { collector } = this.rows
    if (open.of === 'edge') return
    collector.place(open.row, numberOf(tag, at.x), numberOf(tag, at.y))
    const z = numberOf(tag, at.z)
    if (z === 0 || Number.isNaN(z)) return
    collector.mend('left out', `z of "${collector.ids.text(open.code)}"`, 'Places are in a plane here, without z.')
  }

  colour(open: OpenRow, tag: Tag): void {
    if (this.repeated && open.of === 'node') return
    if (tag.has(at.hex)) return this.rows.putText(open, this.#sink(open, 'color'), tag.text(at.hex)!.toLowerCase())
    const hex = this.#hex
    if (putHex(hex, numberOf(tag, at.r), numberOf(tag, at.g), numberOf(tag, at.b)))
      this.rows.put(open, this.#sink(open, 'color'), { bytes: hex, from: 0, to: hex.length })
  }

  value(open: OpenRow, name: 'size' | 'thickness' | 'shape', tag: Tag): void {
    if (!tag.has(at.value)) return
    this.rows.putValue(open, this.#sink(open, name), tag, at.value)
  }

  /** The column for a look; beside a column of that name that the file declares, one of another name. */
  #sink({ of }: OpenRow, name: 'color' | 'size' | 'thickness' | 'shape') {
    const kind = name === 'size' || name === 'thickness' ? 'number' : 'text'
    return this.rows.sink(of, this.declared[of].titled(name) ? `viz ${name}` : name, kind)
  }
}

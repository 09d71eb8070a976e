import { message } from '../../messages/message'
import { parseNumberBytes } from '../collect/parseNumber'
import type { OpenGraphElement, GraphElementStack } from '../xml/graphElementStack'
import type { XmlTagAttributes } from '../xml/xmlHandler'
import type { DeclaredGexfColumns } from './declaredGexfColumns'
import { gexfXmlAttributeNumbers } from './gexfNames'

const digits = new TextEncoder().encode('0123456789abcdef')

/** Writes `#rrggbb` into seven bytes; returns false if a component is not a number from 0 to 255. */
export function writeHexColour(into: Uint8Array, red: number, green: number, blue: number): boolean {
  if (!(red >= 0 && red <= 255 && green >= 0 && green <= 255 && blue >= 0 && blue <= 255)) return false
  into[0] = 0x23
  putByte(into, 1, red)
  putByte(into, 3, green)
  putByte(into, 5, blue)
  return true
}

function putByte(into: Uint8Array, at: number, value: number): void {
  const byte = Math.round(value)
  into[at] = digits[byte >> 4]!
  into[at + 1] = digits[byte & 15]!
}

const numberOf = (tag: XmlTagAttributes, attribute: number): number =>
  tag.has(attribute) ? parseNumberBytes(tag.bytes(attribute), tag.from(attribute), tag.to(attribute)) : NaN

/** Reads the viz module: positions, and colours, sizes, shapes and thickness as columns. */
export class VizReader {
  /** Set for files of Kizuna whose colours and sizes of nodes are those of the screen, and none of the data. */
  ignoresNodeLook = false
  readonly #hex = new Uint8Array(7)

  constructor(
    readonly rows: GraphElementStack,
    readonly declared: Readonly<Record<OpenGraphElement['of'], DeclaredGexfColumns>>,
  ) {}

  readPosition(open: OpenGraphElement, tag: XmlTagAttributes): void {
    const { collector } = this.rows
    if (open.of === 'edge') return
    collector.setPosition(open.row, numberOf(tag, gexfXmlAttributeNumbers.x), numberOf(tag, gexfXmlAttributeNumbers.y))
    const z = numberOf(tag, gexfXmlAttributeNumbers.z)
    if (z === 0 || Number.isNaN(z)) return
    collector.repair(
      'left out',
      message('formats', 'thirdDimension', { node: collector.ids.text(open.code) }),
      message('formats', 'thirdDimensionDropped'),
    )
  }

  readColour(open: OpenGraphElement, tag: XmlTagAttributes): void {
    if (this.ignoresNodeLook && open.of === 'node') return
    if (tag.has(gexfXmlAttributeNumbers.hex))
      return this.rows.putText(open, this.#column(open, 'color'), tag.text(gexfXmlAttributeNumbers.hex)!.toLowerCase())
    const hex = this.#hex
    if (
      writeHexColour(
        hex,
        numberOf(tag, gexfXmlAttributeNumbers.r),
        numberOf(tag, gexfXmlAttributeNumbers.g),
        numberOf(tag, gexfXmlAttributeNumbers.b),
      )
    )
      this.rows.putBytes(open, this.#column(open, 'color'), { bytes: hex, from: 0, to: hex.length })
  }

  readValue(open: OpenGraphElement, name: 'size' | 'thickness' | 'shape', tag: XmlTagAttributes): void {
    if (!tag.has(gexfXmlAttributeNumbers.value)) return
    if (this.ignoresNodeLook && open.of === 'node' && name === 'size') return
    this.rows.putValue(open, this.#column(open, name), tag, gexfXmlAttributeNumbers.value)
  }

  /** The column of a visual property, under another name if the file declares a column of the same name. */
  #column({ of }: OpenGraphElement, name: 'color' | 'size' | 'thickness' | 'shape') {
    const kind = name === 'size' || name === 'thickness' ? 'number' : 'text'
    return this.rows.column(of, this.declared[of].hasTitle(name) ? `viz ${name}` : name, kind)
  }
}

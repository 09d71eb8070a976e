import { growableDoubles, type GrowableArray } from '../collect/growableArray'
import { writeHexColour } from '../gexf/vizReader'
import type { OpenGraphElement, GraphElementStack } from '../xml/graphElementStack'

/** Keys whose numbers belong together: x and y are a position, r, g and b a colour. */
export const positionAndColourKeys = ['x', 'y', 'r', 'g', 'b'] as const
type PositionOrColourKey = (typeof positionAndColourKeys)[number]

/** Collects the components of positions and colours; components without their counterparts become columns. */
export class PositionAndColourCollector {
  readonly #numbers = {
    node: new Map<PositionOrColourKey, GrowableArray<Float64Array>>(),
    edge: new Map<PositionOrColourKey, GrowableArray<Float64Array>>(),
  }

  valuesOf(of: OpenGraphElement['of'], component: PositionOrColourKey): GrowableArray<Float64Array> {
    const own = this.#numbers[of]
    let numbers = own.get(component)
    if (!numbers) own.set(component, (numbers = growableDoubles()))
    return numbers
  }

  finish(rows: GraphElementStack): void {
    this.#join(rows, 'node', ['x', 'y'], (row, [x, y]) => {
      rows.collector.setPosition(row, x!, y!)
      return true
    })
    const hex = new Uint8Array(7)
    for (const of of ['node', 'edge'] as const)
      this.#join(rows, of, ['r', 'g', 'b'], (row, [red, green, blue]) => {
        if (!writeHexColour(hex, red!, green!, blue!)) return false
        const builder = rows.column(of, 'color')
        if (!builder.has(row)) builder.setBytes(row, hex, 0, hex.length)
        return true
      })
  }

  #join(
    rows: GraphElementStack,
    of: OpenGraphElement['of'],
    ...[names, take]: [readonly PositionOrColourKey[], (row: number, values: readonly number[]) => boolean]
  ): void {
    const own = names.map((name) => this.#numbers[of].get(name))
    const length = Math.max(0, ...own.map((each) => each?.length ?? 0))
    for (let row = 0; row < length; row++) {
      const values = own.map((each) => each?.at(row) ?? NaN)
      if (values.every((value) => !Number.isNaN(value)) && take(row, values)) continue
      values.forEach((value, at) => {
        const name = names[at]!
        if (!Number.isNaN(value)) rows.column(of, name, 'number').setNumber(row, value)
      })
    }
  }
}

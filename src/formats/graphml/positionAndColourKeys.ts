import { doubles, type Growing } from '../collect/growableArray'
import { putHex } from '../gexf/vizReader'
import type { OpenRow, OpenRows } from '../xml/graphElementStack'

/** Numbers that together make one thing: x and y a place, r, g and b a colour. */
export const channels = ['x', 'y', 'r', 'g', 'b'] as const
export type Channel = (typeof channels)[number]

/** Keeps such numbers until all are there; what is alone becomes a column after all. */
export class Channels {
  readonly #numbers = {
    node: new Map<Channel, Growing<Float64Array>>(),
    edge: new Map<Channel, Growing<Float64Array>>(),
  }

  of(of: OpenRow['of'], channel: Channel): Growing<Float64Array> {
    const own = this.#numbers[of]
    let numbers = own.get(channel)
    if (!numbers) own.set(channel, (numbers = doubles()))
    return numbers
  }

  end(rows: OpenRows): void {
    this.#join(rows, 'node', ['x', 'y'], (row, [x, y]) => {
      rows.collector.place(row, x!, y!)
      return true
    })
    const hex = new Uint8Array(7)
    for (const of of ['node', 'edge'] as const)
      this.#join(rows, of, ['r', 'g', 'b'], (row, [red, green, blue]) => {
        if (!putHex(hex, red!, green!, blue!)) return false
        const sink = rows.sink(of, 'color')
        if (!sink.has(row)) sink.bytes(row, hex, 0, hex.length)
        return true
      })
  }

  #join(
    rows: OpenRows,
    of: OpenRow['of'],
    ...[names, take]: [readonly Channel[], (row: number, values: readonly number[]) => boolean]
  ): void {
    const own = names.map((name) => this.#numbers[of].get(name))
    const length = Math.max(0, ...own.map((each) => each?.length ?? 0))
    for (let row = 0; row < length; row++) {
      const values = own.map((each) => each?.at(row) ?? NaN)
      if (values.every((value) => !Number.isNaN(value)) && take(row, values)) continue
      values.forEach((value, at) => {
        const name = names[at]!
        if (!Number.isNaN(value)) rows.sink(of, name, 'number').number(row, value)
      })
    }
  }
}

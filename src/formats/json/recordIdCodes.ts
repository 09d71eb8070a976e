import { NONE } from '../../model/columns'
import type { ByteTable } from '../collect/utf8StringTable'
import type { Collector } from '../collect/graphCollector'
import type { Field } from './jsonRecords'
import { TEXT } from './jsonScanner'
import type { Values } from './jsonValueReader'

/** The code of a record's id; undefined where it has none that is text or number, or an empty one. */
export type CodeOf = (record: number) => number | undefined

/** Where the end of an edge stands: it is an id, or the place of a node in the list. */
export interface End {
  readonly field: Field
  readonly byPlace: boolean
}

/** Codes that a collector gives to the ids of records: each text of a table is asked for once. */
export class Codes {
  readonly #known = new Map<ByteTable, Uint32Array>()

  /** Codes of the nodes by their place in the list; NONE where one was left out. */
  ofNodes: Uint32Array = new Uint32Array(0)

  constructor(readonly collector: Collector) {}

  of(field: Field, values: Values): CodeOf {
    if (field.cells.kind !== TEXT) return (record) => this.at(values, field.starts.at(record))
    const { cells } = field
    const { ids } = this.collector
    const known = this.#knownOf(cells.table)
    return (record) => {
      const code = cells.codeAt(record)
      if (code === NONE) return undefined
      if (known[code] === NONE) known[code] = cells.table.codeIn(ids, code)
      return known[code]
    }
  }

  /** The same for an end that stands in the first of these that a record has. */
  ofEnds(ends: readonly (End | undefined)[], values: Values): CodeOf {
    const all = ends
      .filter((end) => end !== undefined)
      .map(({ field, byPlace }) => ({
        starts: field.starts,
        codeOf: byPlace ? this.#byPlace(field, values) : this.of(field, values),
      }))
    return (record) => {
      for (const { starts, codeOf } of all) if (starts.at(record) !== 0) return codeOf(record)
      return undefined
    }
  }

  #byPlace({ starts }: Field, values: Values): CodeOf {
    return (record) => {
      const start = starts.at(record)
      if (!values.isNumber(start)) return this.at(values, start)
      const code = this.ofNodes[values.number(start)]
      return code === NONE ? undefined : code
    }
  }

  /** The code of the id that begins at a place. */
  at(values: Values, start: number): number | undefined {
    if (start === 0 || !(values.isText(start) || values.isNumber(start))) return undefined
    values.text(start)
    return values.to > values.from ? this.collector.code(values.source, values.from, values.to) : undefined
  }

  #knownOf(table: ByteTable): Uint32Array {
    let known = this.#known.get(table)
    if (!known) this.#known.set(table, (known = new Uint32Array(table.size).fill(NONE)))
    return known
  }
}

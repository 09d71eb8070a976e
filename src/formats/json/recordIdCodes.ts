import { NONE } from '../../model/columns'
import type { Utf8StringTable } from '../collect/utf8StringTable'
import type { GraphCollector } from '../collect/graphCollector'
import type { JsonField } from './jsonRecords'
import { JSON_TEXT } from './jsonScanner'
import type { JsonValueReader } from './jsonValueReader'

/** The code of a record's id; undefined where it has none that is text or number, or an empty one. */
export type IdCodeOfRecord = (record: number) => number | undefined

/** Where the end of an edge stands: it is an id, or the place of a node in the list. */
export interface EdgeEndField {
  readonly field: JsonField
  readonly byIndex: boolean
}

/** Codes that a collector gives to the ids of records: each text of a table is asked for once. */
export class RecordIdCodes {
  readonly #known = new Map<Utf8StringTable, Uint32Array>()

  /** Codes of the nodes by their place in the list; NONE where one was left out. */
  ofNodes: Uint32Array = new Uint32Array(0)

  constructor(readonly collector: GraphCollector) {}

  ofField(field: JsonField, values: JsonValueReader): IdCodeOfRecord {
    if (field.captured.kind !== JSON_TEXT) return (record) => this.at(values, field.offsets.at(record))
    const { captured } = field
    const { ids } = this.collector
    const known = this.#knownOf(captured.table)
    return (record) => {
      const code = captured.codeAt(record)
      if (code === NONE) return undefined
      if (known[code] === NONE) known[code] = captured.table.codeInTable(ids, code)
      return known[code]
    }
  }

  /** The same for an end that stands in the first of these that a record has. */
  ofEnds(ends: readonly (EdgeEndField | undefined)[], values: JsonValueReader): IdCodeOfRecord {
    const all = ends
      .filter((end) => end !== undefined)
      .map(({ field, byIndex }) => ({
        starts: field.offsets,
        codeOf: byIndex ? this.#ofIndexOrId(field, values) : this.ofField(field, values),
      }))
    return (record) => {
      for (const { starts, codeOf } of all) if (starts.at(record) !== 0) return codeOf(record)
      return undefined
    }
  }

  #ofIndexOrId({ offsets }: JsonField, values: JsonValueReader): IdCodeOfRecord {
    return (record) => {
      const start = offsets.at(record)
      if (!values.isNumber(start)) return this.at(values, start)
      const code = this.ofNodes[values.number(start)]
      return code === NONE ? undefined : code
    }
  }

  /** The code of the id that begins at a place. */
  at(values: JsonValueReader, start: number): number | undefined {
    if (start === 0 || !(values.isText(start) || values.isNumber(start))) return undefined
    values.findText(start)
    return values.to > values.from ? this.collector.codeOfBytes(values.source, values.from, values.to) : undefined
  }

  #knownOf(table: Utf8StringTable): Uint32Array {
    let known = this.#known.get(table)
    if (!known) this.#known.set(table, (known = new Uint32Array(table.size).fill(NONE)))
    return known
  }
}

import { NONE } from '../../model/columns'
import type { Utf8StringTable } from '../collect/utf8StringTable'
import type { GraphCollector } from '../collect/graphCollector'
import type { JsonField } from './jsonRecords'
import { JSON_KIND_TEXT } from './jsonScanner'
import type { JsonValueReader } from './jsonValueReader'

/** The code of a record's id; undefined unless it is a number or a text that is not empty. */
export type IdCodeOfRecord = (record: number) => number | undefined

/** A field with an end of edges: an id, or the index of a node. */
export interface EdgeEndField {
  readonly field: JsonField
  readonly byIndex: boolean
}

/** The collector's codes of the ids of records. Each text of a table is looked up once. */
export class RecordIdCodes {
  readonly #codesOfTable = new Map<Utf8StringTable, Uint32Array>()

  /** Codes of the nodes by index; NONE for one that was left out. */
  ofNodes: Uint32Array = new Uint32Array(0)

  constructor(readonly collector: GraphCollector) {}

  ofField(field: JsonField, values: JsonValueReader): IdCodeOfRecord {
    if (field.captured.kind !== JSON_KIND_TEXT) return (record) => this.at(values, field.offsets.at(record))
    const { captured } = field
    const { ids } = this.collector
    const collectorCodes = this.#codesOf(captured.table)
    return (record) => {
      const code = captured.codeAt(record)
      if (code === NONE) return undefined
      if (collectorCodes[code] === NONE) collectorCodes[code] = captured.table.codeInTable(ids, code)
      return collectorCodes[code]
    }
  }

  /** The same for the first of these fields that a record has. */
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

  /** The code of the id at an offset. */
  at(values: JsonValueReader, start: number): number | undefined {
    if (start === 0 || !(values.isText(start) || values.isNumber(start))) return undefined
    values.findText(start)
    return values.to > values.from ? this.collector.codeOfBytes(values.source, values.from, values.to) : undefined
  }

  #codesOf(table: Utf8StringTable): Uint32Array {
    let codes = this.#codesOfTable.get(table)
    if (!codes) this.#codesOfTable.set(table, (codes = new Uint32Array(table.size).fill(NONE)))
    return codes
  }
}

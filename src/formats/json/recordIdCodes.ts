import { message } from '../../messages/message'
import { NONE } from '../../model/columns'
import type { Utf8StringTable } from '../collect/utf8StringTable'
import type { GraphCollector } from '../collect/graphCollector'
import type { JsonField } from './jsonRecords'
import { JSON_KIND_BOOLEAN, JSON_KIND_NUMBER, JSON_KIND_TEXT } from './jsonScanner'
import type { JsonValueReader } from './jsonValueReader'

/** The code of a record's id; undefined unless it is a number, a boolean or a text that is not empty. */
export type IdCodeOfRecord = (record: number) => number | undefined

/** A field with an end of edges: an id, or the index of a node. */
export interface EdgeEndField {
  readonly field: JsonField
  readonly byIndex: boolean
}

/**
 * The collector's codes of the ids of records, which are the texts of their tokens: 1.0 is not 1. Each text of a table is
 * looked up once.
 */
export class RecordIdCodes {
  readonly #codesOfTable = new Map<Utf8StringTable, Uint32Array>()

  /** Codes of the nodes by index; NONE for one that was left out. */
  ofNodes: Uint32Array = new Uint32Array(0)

  /** The ids of nodes that are texts and read like another node's number or boolean: these get quotation marks. */
  readonly #quotedIds = new Map<string, string>()

  constructor(readonly collector: GraphCollector) {}

  /** Keeps nodes like 0 and "0" apart, if the list of nodes has both. */
  quoteClashingIds({ kinds, offsets }: JsonField, values: JsonValueReader): void {
    if (!(kinds & JSON_KIND_TEXT) || !(kinds & (JSON_KIND_NUMBER | JSON_KIND_BOOLEAN))) return
    const [texts, others] = [new Set<string>(), new Set<string>()]
    for (let record = 0; record < offsets.length; record++) {
      const start = offsets.at(record)
      if (start !== 0) (values.isText(start) ? texts : others).add(values.stringAsWritten(start))
    }
    for (const text of texts) {
      if (!others.has(text)) continue
      let quoted = `"${text}"`
      while (texts.has(quoted)) quoted = `"${quoted}"`
      this.#quotedIds.set(text, quoted)
      this.collector.repair('similar ids', quoted, message('valueTypes', 'idsQuoted'))
    }
  }

  ofField(field: JsonField, values: JsonValueReader): IdCodeOfRecord {
    if (field.captured.kind !== JSON_KIND_TEXT) return (record) => this.at(values, field.offsets.at(record))
    const { captured } = field
    const { ids } = this.collector
    const collectorCodes = this.#codesOf(captured.table)
    return (record) => {
      const code = captured.codeAt(record)
      if (code === NONE) return undefined
      if (collectorCodes[code] === NONE)
        collectorCodes[code] =
          this.#codeOfQuoted(() => captured.table.text(code)) ?? captured.table.codeInTable(ids, code)
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
    if (start === 0 || !(values.isText(start) || values.isNumber(start) || values.isBoolean(start))) return undefined
    values.findTextAsWritten(start)
    if (values.isText(start)) {
      const quoted = this.#codeOfQuoted(() => values.foundText)
      if (quoted !== undefined) return quoted
    }
    return values.to > values.from ? this.collector.codeOfBytes(values.source, values.from, values.to) : undefined
  }

  #codeOfQuoted(text: () => string): number | undefined {
    const quoted = this.#quotedIds.size === 0 ? undefined : this.#quotedIds.get(text())
    return quoted === undefined ? undefined : this.collector.codeOfId(quoted)
  }

  #codesOf(table: Utf8StringTable): Uint32Array {
    let codes = this.#codesOfTable.get(table)
    if (!codes) this.#codesOfTable.set(table, (codes = new Uint32Array(table.size).fill(NONE)))
    return codes
  }
}

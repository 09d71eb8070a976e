import type { CategoryColumn, Column } from '../../model/columns'
import { NONE, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { statementsByEdge } from '../../model/graph'
import { exportColumn } from '../io/exportColumn'
import type { ByteWriter } from '../io/byteWriter'
import { jsonCellsWriter, jsonCellWriter, jsonTextWriter, type JsonCellWriter } from '../json/jsonCellWriter'

/** Writes the record of a row. */
export type RecordWriter = (to: ByteWriter, row: number) => void

const encoder = new TextEncoder()
const texts = new Set(['family', 'given', 'ja', 'kana', 'acronym', 'summary'])

/** Whether a column is what the schema of records says of a field of its name; other columns of that name are attributes. */
function isOwn(name: string, column: Column): boolean {
  const isText = column.kind === 'text' || column.kind === 'category'
  if (texts.has(name)) return isText
  if (name === 'aliases') return column.kind === 'list'
  return name === 'wikidata' && isText && textsOf(column).every((text) => text === '' || /^Q\d+$/.test(text))
}

const textsOf = (column: Column): readonly string[] =>
  column.kind === 'category'
    ? column.dictionary
    : column.kind === 'text'
      ? Array.from({ length: column.offsets.length - 1 }, (_, row) => textAt(column, row))
      : []

/** Latitudes and longitudes by row, where the graph has them within their bounds. */
function coordinatesIn({ attributes }: Graph['nodes']): readonly [Float64Array, Float64Array] | undefined {
  const [latitude, longitude] = [attributes.get('latitude'), attributes.get('longitude')]
  if (latitude?.kind !== 'number' || longitude?.kind !== 'number') return undefined
  const within = (values: Float64Array, most: number) => values.every((value) => !(Math.abs(value) > most))
  return within(latitude.values, 90) && within(longitude.values, 180) ? [latitude.values, longitude.values] : undefined
}

/** Writes nodes as the records that they were built from (`nodeRecordAt`). */
export function nodeRecordWriter(graph: Graph): RecordWriter {
  const { id, type, label, x, y, attributes } = graph.nodes
  const [writeId, writeLabel, writeType] = [jsonTextWriter(id), jsonTextWriter(label), codeWriter(type)]
  const places = coordinatesIn(graph.nodes)
  const placed = (row: number) => places !== undefined && !Number.isNaN(places[0][row]! + places[1][row]!)
  const aside = (name: string, write: JsonCellWriter): JsonCellWriter =>
    places && (name === 'latitude' || name === 'longitude') ? (to, row) => !placed(row) && write(to, row) : write
  const columns = [...attributes].map(([name, column]) => ({
    own: isOwn(name, column),
    write: aside(name, jsonCellWriter(graph, exportColumn(name, column))),
  }))
  const writeOwn = jsonCellsWriter(columns.filter(({ own }) => own).map(({ write }) => write))
  const writeRest = objectWriter(columns.filter(({ own }) => !own).map(({ write }) => write))
  return (to, row) => {
    to.text('{"id":')
    writeId(to, row)
    to.text(',"type":')
    writeType(to, row)
    to.text(',"label":')
    writeLabel(to, row)
    writeOwn(to, row, true)
    if (placed(row)) {
      to.text(',"coordinates":[')
      to.number(places![0][row]!)
      to.text(',')
      to.number(places![1][row]!)
      to.text(']')
    }
    writePlace(to, ',"x":', x[row]!)
    writePlace(to, ',"y":', y[row]!)
    writeRest(to, row)
    to.text('}')
  }
}

function writePlace(to: ByteWriter, key: string, value: number): void {
  if (!Number.isFinite(value)) return
  to.text(key)
  to.number(value)
}

/** Writes `attributes` with the cells that there are, and nothing where there are none. */
function objectWriter(writers: readonly JsonCellWriter[]): RecordWriter {
  const write = jsonCellsWriter(writers)
  const key = encoder.encode(',"attributes":{')
  return (to, row) => {
    const before = to.length
    to.raw(key)
    const opened = to.length
    write(to, row)
    if (to.length === opened) to.length = before
    else to.text('}')
  }
}

/** Writes the text of each code in quotes, made ready once. */
function codeWriter({ codes, dictionary }: CategoryColumn): RecordWriter {
  const texts = [...dictionary, ''].map((text) => encoder.encode(JSON.stringify(text.toWellFormed())))
  return (to, row) => to.raw(texts[codes[row] === NONE ? dictionary.length : codes[row]!]!)
}

/** Writes edges; `evidence` says what the statements of one amount to, where it has any, as fields with a comma before them. */
export function edgeRecordWriter(graph: Graph, evidence: (row: number) => string): RecordWriter {
  const { id, source, target, predicate, attributes } = graph.edges
  const [writeId, writeEnd] = [jsonTextWriter(id), jsonTextWriter(graph.nodes.id)]
  const writePredicate = codeWriter(predicate)
  const writeRest = objectWriter(
    [...attributes].map(([name, column]) => jsonCellWriter(graph, exportColumn(name, column))),
  )
  const { offsets } = statementsByEdge(graph)
  const [beforeId, beforeSource, beforeTarget, beforePredicate, end] = [
    '{"id":',
    ',"source":',
    ',"target":',
    ',"predicate":',
    '}',
  ].map((text) => encoder.encode(text))
  return (to, row) => {
    to.raw(beforeId!)
    writeId(to, row)
    to.raw(beforeSource!)
    writeEnd(to, source[row]!)
    to.raw(beforeTarget!)
    writeEnd(to, target[row]!)
    to.raw(beforePredicate!)
    writePredicate(to, row)
    if (offsets[row] !== offsets[row + 1]) to.text(evidence(row))
    writeRest(to, row)
    to.raw(end!)
  }
}

import type { CategoryColumn, Column } from '../../model/columns'
import { NONE, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { edgeDirections } from '../../model/enumerations'
import { statementsByEdge } from '../../model/graph'
import { usualDirectionByCode } from '../../model/rowRecords'
import { exportColumn, hasCell } from '../io/exportColumn'
import type { ByteWriter } from '../io/byteWriter'
import { jsonCellsWriter, jsonCellWriter, jsonTextWriter, type JsonCellWriter } from '../json/jsonCellWriter'

/** Writes the record of a row as JSON. */
export type RecordWriter = (to: ByteWriter, row: number) => void

const encoder = new TextEncoder()
const texts = new Set(['family', 'given', 'ja', 'kana', 'acronym', 'summary', 'summary_ja'])

/** Whether a column is the field of its name in the schema of nodes; other columns of that name are attributes. */
function isNodeField(name: string, column: Column): boolean {
  const isText = column.kind === 'text' || column.kind === 'category'
  if (texts.has(name)) return isText
  if (name === 'aliases') return column.kind === 'list'
  if (name === 'ja_translated') return isText && textsOf(column).every((text) => text === '' || text === 'true')
  return name === 'wikidata' && isText && textsOf(column).every((text) => text === '' || /^Q\d+$/.test(text))
}

const textsOf = (column: Column): readonly string[] =>
  column.kind === 'category'
    ? column.dictionary
    : column.kind === 'text'
      ? Array.from({ length: column.offsets.length - 1 }, (_, row) => textAt(column, row))
      : []

/** Latitudes and longitudes by row; undefined if the graph has none or any is out of bounds. */
function coordinatesOf({ attributes }: Graph['nodes']): readonly [Float64Array, Float64Array] | undefined {
  const [latitude, longitude] = [attributes.get('latitude'), attributes.get('longitude')]
  if (latitude?.kind !== 'number' || longitude?.kind !== 'number') return undefined
  const areWithin = (values: Float64Array, max: number) => values.every((value) => !(Math.abs(value) > max))
  return areWithin(latitude.values, 90) && areWithin(longitude.values, 180)
    ? [latitude.values, longitude.values]
    : undefined
}

/** A writer for nodes, as the records that `nodeRecordAt` returns. */
export function nodeRecordWriter(graph: Graph): RecordWriter {
  const { id, type, label, x, y, attributes } = graph.nodes
  const [writeId, writeLabel, writeType] = [jsonTextWriter(id), jsonTextWriter(label), categoryWriter(type)]
  const coordinates = coordinatesOf(graph.nodes)
  const hasCoordinates = (row: number) =>
    coordinates !== undefined && !Number.isNaN(coordinates[0][row]! + coordinates[1][row]!)
  const unlessCoordinate = (name: string, write: JsonCellWriter): JsonCellWriter =>
    coordinates && (name === 'latitude' || name === 'longitude')
      ? (to, row) => !hasCoordinates(row) && write(to, row)
      : write
  const columns = [...attributes].map(([name, column]) => {
    const own = isNodeField(name, column)
    const isFlag = own && name === 'ja_translated'
    const write = isFlag ? flagWriter(name, column) : jsonCellWriter(graph, exportColumn(name, column))
    return { own, write: unlessCoordinate(name, write) }
  })
  const writeOwn = jsonCellsWriter(columns.filter(({ own }) => own).map(({ write }) => write))
  const writeRest = attributesWriter(columns.filter(({ own }) => !own).map(({ write }) => write))
  return (to, row) => {
    to.text('{"id":')
    writeId(to, row)
    to.text(',"type":')
    writeType(to, row)
    to.text(',"label":')
    writeLabel(to, row)
    writeOwn(to, row, true)
    if (hasCoordinates(row)) {
      to.text(',"coordinates":[')
      to.number(coordinates![0][row]!)
      to.text(',')
      to.number(coordinates![1][row]!)
      to.text(']')
    }
    writePosition(to, ',"x":', x[row]!)
    writePosition(to, ',"y":', y[row]!)
    writeRest(to, row)
    to.text('}')
  }
}

function writePosition(to: ByteWriter, key: string, value: number): void {
  if (!Number.isFinite(value)) return
  to.text(key)
  to.number(value)
}

/** A writer for the object `attributes`; writes nothing if a row has no cells. */
function attributesWriter(writers: readonly JsonCellWriter[]): RecordWriter {
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

/** Writes `true` under a key for the rows that have a cell. */
function flagWriter(name: string, column: Column): JsonCellWriter {
  const cell = encoder.encode(`${JSON.stringify(name)}:true`)
  return (to, row) => {
    if (!hasCell(column, row)) return false
    to.raw(cell)
    return true
  }
}

/** A writer for the category of a row as a JSON string; each text is escaped only once. */
function categoryWriter({ codes, dictionary }: CategoryColumn): RecordWriter {
  const texts = [...dictionary, ''].map((text) => encoder.encode(JSON.stringify(text.toWellFormed())))
  return (to, row) => to.raw(texts[codes[row] === NONE ? dictionary.length : codes[row]!]!)
}

/** A writer for edges. `evidence` returns the fields of an edge with statements, with a comma before them. */
export function edgeRecordWriter(graph: Graph, evidence: (row: number) => string): RecordWriter {
  const { id, source, target, predicate, direction, attributes } = graph.edges
  const usual = usualDirectionByCode(graph)
  const directionFields = edgeDirections.map((each) => encoder.encode(`,"direction":"${each}"`))
  const [writeId, writeEnd] = [jsonTextWriter(id), jsonTextWriter(graph.nodes.id)]
  const writePredicate = categoryWriter(predicate)
  const writeRest = attributesWriter(
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
    if (direction[row] !== (usual[predicate.codes[row]!] ?? 0)) to.raw(directionFields[direction[row]!]!)
    if (offsets[row] !== offsets[row + 1]) to.text(evidence(row))
    writeRest(to, row)
    to.raw(end!)
  }
}

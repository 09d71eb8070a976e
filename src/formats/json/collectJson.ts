import { message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'
import type { EdgeDirection } from '../../model/enumerations'
import type { InputFile } from '../io/inputFile'
import { RecordIdCodes, type IdCodeOfRecord, type EdgeEndField } from './recordIdCodes'
import {
  isNumberField,
  NO_ROW,
  tryTakeOverValues,
  writeFieldsAsColumns,
  type ColumnTarget,
} from './writeFieldsAsColumns'
import type { JsonField, JsonRecords } from './jsonRecords'
import { JSON_KIND_NUMBER, JSON_KIND_TEXT } from './jsonScanner'
import { JsonValueReader } from './jsonValueReader'

/** Whether the head has one of the lists of a graph in JSON, so that other JSON is not parsed just to be recognised. */
export const mayBeGraphJson = ({ head }: InputFile): boolean =>
  /^\s*\{/.test(head) && /"(nodes|links|edges|elements|relationships|relations)"\s*:\s*[[{]/.test(head)

/** A field by its path in the record: `jsonFieldAt(nodes, 'data', 'id')`. */
export const jsonFieldAt = (records: JsonRecords | undefined, ...path: readonly string[]): JsonField | undefined =>
  path.reduce<JsonField | undefined>((field, name) => field?.field(name), records?.root)

/** A field that says the direction of edges; `directionOf` gives undefined for a value that says none. */
export interface JsonDirectionField {
  readonly field: JsonField
  readonly directionOf: (values: JsonValueReader, start: number) => EdgeDirection | undefined
}

/** Where a dialect of JSON keeps the parts of a graph. */
export interface JsonGraphDialect {
  readonly title: unknown
  readonly nodes: JsonRecords | undefined
  readonly edges: JsonRecords | undefined
  /** For a single list of nodes and edges: which of its records are which. */
  readonly includes?: { readonly node: (at: number) => boolean; readonly edge: (at: number) => boolean } | undefined
  /** Names of objects in records whose fields become columns of their own names, without the name of the object. */
  readonly unfold?: readonly string[]
  readonly node: {
    /** If no node has one, their indexes in the list are their ids. */
    readonly id: JsonField | undefined
    /** The object with the attributes. */
    readonly cells: JsonField | undefined
    /** Fields that are not attributes. */
    readonly structure: readonly (JsonField | undefined)[]
    readonly x: JsonField | undefined
    readonly y: JsonField | undefined
    /** Whether y grows downwards, as on screens. */
    readonly downwards: boolean
  }
  readonly edge: {
    readonly id: JsonField | undefined
    /** The first of these fields that a record has is its end. */
    readonly source: readonly (EdgeEndField | undefined)[]
    readonly target: readonly (EdgeEndField | undefined)[]
    /** The direction of an edge that says none itself. */
    readonly direction: EdgeDirection
    /** The field that says the direction of an edge, and how; it becomes no column. */
    readonly ownDirection?: JsonDirectionField | undefined
    readonly cells: JsonField | undefined
    readonly structure: readonly (JsonField | undefined)[]
  }
}

/** Reads a graph in a dialect into a collector. Records without an id or an end are left out and reported. */
export function collectJson(collector: GraphCollector, dialect: JsonGraphDialect): void {
  if (typeof dialect.title === 'string' && dialect.title !== '') collector.title ??= dialect.title
  const codes = new RecordIdCodes(collector)
  if (dialect.nodes) codes.ofNodes = collectNodes(codes, dialect, dialect.nodes)
  if (dialect.edges) collectEdges(codes, dialect, dialect.edges)
  for (const records of [dialect.nodes, dialect.edges])
    for (const key of records?.droppedKeys ?? [])
      collector.repair('left out', `"${key.slice(0, 80)}"`, message('files', 'keysIgnored'))
}

/** Returns the code of each node's id by index in the list. */
function collectNodes(
  codes: RecordIdCodes,
  { node, includes, unfold }: JsonGraphDialect,
  nodes: JsonRecords,
): Uint32Array {
  const { collector } = codes
  const values = new JsonValueReader(nodes.json)
  if (node.id) codes.quoteClashingIds(node.id, values)
  const codeOf: IdCodeOfRecord = node.id ? codes.ofField(node.id, values) : (at) => collector.codeOfId(String(at))
  const rows = new Uint32Array(nodes.count).fill(NO_ROW)
  const codeByIndex = new Uint32Array(nodes.count).fill(NO_ROW)
  for (let at = 0; at < nodes.count; at++) {
    if (includes && !includes.node(at)) continue
    const code = codeOf(at)
    if (code === undefined) {
      const example = message('files', 'exampleNode', { number: at + 1 })
      collector.repair('left out', example, message('files', 'nodesWithoutIdIgnored'))
      continue
    }
    rows[at] = collector.addNode(code)
    codeByIndex[at] = collector.codeOfRow.at(rows[at]!)
  }
  const label = writeLabels(collector, node.cells, { values, rows, unfold })
  const positionFields = writePositions(collector, node, values, rows) ? [node.x, node.y] : []
  const excluded = new Set([label, ...positionFields, ...node.structure].filter((field) => field !== undefined))
  writeFieldsAsColumns(node.cells?.fields ?? [], excluded, { builders: collector.nodes, values, rows, unfold })
  return codeByIndex
}

/** Keys of labels, the best first, in the record itself or in an object of attributes. */
const labelKeys = ['label', 'name', 'caption', 'title', 'shared_name']

/** Fields that are only labels; the others stay columns too. */
const mereLabels = new Set(['label', 'name'])

/** Writes labels from the first of these keys. Returns the field that was used if it needs no column. */
function writeLabels(
  collector: GraphCollector,
  cells: JsonField | undefined,
  { values, rows, unfold = [] }: Omit<ColumnTarget, 'builders'>,
): JsonField | undefined {
  const objects = [cells, ...unfold.map((key) => cells?.field(key))]
  const field = labelKeys
    .flatMap((key) => objects.map((object) => object?.field(key)))
    .find((each) => each !== undefined && each.offsets.length > 0)
  if (!field) return undefined
  const used = mereLabels.has(field.name) ? field : undefined
  if (field.name === 'name') collector.guesses.push(message('files', 'labelsFromName'))
  if (field.kinds === JSON_KIND_TEXT && tryTakeOverValues(field, collector.labels, rows)) return used
  for (let at = 0; at < field.offsets.length; at++) {
    const [start, row] = [field.offsets.at(at), rows[at]!]
    if (start === 0 || row === NO_ROW || collector.labels.has(row)) continue
    values.findTextAsWritten(start)
    collector.labels.setBytes(row, values.source, values.from, values.to)
  }
  return used
}

/** Writes positions if x and y are numbers in the same records; whether they are. */
function writePositions(
  collector: GraphCollector,
  { x, y, downwards }: JsonGraphDialect['node'],
  values: JsonValueReader,
  rows: Uint32Array,
): boolean {
  if (!isNumberField(x) || !isNumberField(y) || x.offsets.length !== y.offsets.length) return false
  for (let at = 0; at < x.offsets.length; at++) if ((x.offsets.at(at) === 0) !== (y.offsets.at(at) === 0)) return false
  for (let at = 0; at < x.offsets.length; at++) {
    const row = rows[at]!
    if (x.offsets.at(at) === 0 || row === NO_ROW || !Number.isNaN(collector.x.at(row))) continue
    const height = numberAt(y, at, values)
    collector.setPosition(row, numberAt(x, at, values), downwards ? 0 - height : height)
  }
  return true
}

const numberAt = ({ captured, offsets }: JsonField, at: number, values: JsonValueReader): number =>
  captured.kind === JSON_KIND_NUMBER ? captured.numbers[at]! : values.number(offsets.at(at))

function collectEdges(codes: RecordIdCodes, { edge, includes, unfold }: JsonGraphDialect, edges: JsonRecords): void {
  const { collector } = codes
  const values = new JsonValueReader(edges.json)
  const [sourceOf, targetOf] = [codes.ofEnds(edge.source, values), codes.ofEnds(edge.target, values)]
  const rows = new Uint32Array(edges.count).fill(NO_ROW)
  const directionOf = directionReader(edge, values)
  for (const column of [collector.source, collector.target, collector.directions])
    column.reserve(collector.edgeCount + edges.count)
  for (let at = 0; at < edges.count; at++) {
    if (includes && !includes.edge(at)) continue
    const source = sourceOf(at)
    const target = targetOf(at)
    if (source === undefined || target === undefined) {
      const example = message('files', 'exampleEdge', { number: at + 1 })
      collector.repair('left out', example, message('files', 'edgesWithoutEndsIgnored'))
      continue
    }
    rows[at] = collector.addEdge(source, target, directionOf(at))
  }
  if (edge.id) writeIds(collector, edge.id, values, rows)
  const excluded = new Set([...edge.structure, edge.ownDirection?.field].filter((field) => field !== undefined))
  writeFieldsAsColumns(edge.cells?.fields ?? [], excluded, { builders: collector.edges, values, rows, unfold })
}

/** The direction of the edge in a record: what it says itself, else the dialect's. */
function directionReader(
  { direction, ownDirection: own }: JsonGraphDialect['edge'],
  values: JsonValueReader,
): (at: number) => EdgeDirection {
  if (!own) return () => direction
  return (at) => {
    const start = own.field.offsets.at(at)
    return (start === 0 ? undefined : own.directionOf(values, start)) ?? direction
  }
}

function writeIds(collector: GraphCollector, field: JsonField, values: JsonValueReader, rows: Uint32Array): void {
  if (field.kinds === JSON_KIND_TEXT && tryTakeOverValues(field, collector.edgeIds, rows)) return
  const { offsets } = field
  for (let at = 0; at < offsets.length; at++) {
    const start = offsets.at(at)
    if (start === 0 || rows[at] === NO_ROW || !(values.isText(start) || values.isNumber(start))) continue
    values.findTextAsWritten(start)
    collector.edgeIds.setBytes(rows[at]!, values.source, values.from, values.to)
  }
}

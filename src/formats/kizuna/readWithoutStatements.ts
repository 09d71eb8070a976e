import { agreementVerdicts } from '../../model/agreement'
import { buildGraph } from '../../model/buildGraph'
import type { CategoryColumn, Column, TextColumn } from '../../model/columns'
import { listColumn, NONE, numberColumn, textColumn } from '../../model/columns'
import { edgeDirections, type EdgeDirection } from '../../model/enumerations'
import type { EdgeTable, Graph, NodeTable } from '../../model/graph'
import { usualDirections } from '../../model/predicates'
import type { Schema } from '../../model/schema'
import { Utf8StringTable } from '../collect/utf8StringTable'
import type { InputFile } from '../io/inputFile'
import { jsonOutlineOf } from '../json/jsonOutline'
import type { JsonRecords } from '../json/jsonRecords'
import { ValidatedFields, FastPathRefusedError } from './validatedFields'
import { KizunaJson } from './kizunaJson'

/** Fields of nodes with text, in the order of the graph's columns. */
const texts = ['family', 'given', 'ja', 'kana', 'acronym', 'summary', 'summary_ja', 'wikidata'] as const
const nodeNames = ['id', 'type', 'label', ...texts, 'ja_translated', 'aliases', 'coordinates', 'x', 'y', 'attributes']
const edgeNames = [
  'id',
  'source',
  'target',
  'predicate',
  'direction',
  'corroboration',
  'conflict',
  'statements',
  'attributes',
]

/**
 * Reads Kizuna JSON without statements straight into columns, with the same result as record by record. Undefined if the
 * file has evidence or is invalid in any way: then the records are read one by one, which reports the fault.
 */
export function readKizunaWithoutStatements(
  file: InputFile,
): { readonly graph: Graph; readonly shape: KizunaJson } | undefined {
  const { lists, rest } = jsonOutlineOf(file)
  const [nodes, edges] = [lists.get('nodes'), lists.get('edges')]
  const parsed = KizunaJson.safeParse({ ...rest, nodes: [], edges: [] })
  if (!nodes || !edges || !parsed.success || !isBare(parsed.data)) return undefined
  try {
    const { schema, sources } = parsed.data
    const empty = buildGraph({ about: parsed.data.dataset, schema, nodes: [], sources })
    const table = nodeTable(
      nodes,
      schema.types.map(({ id }) => id),
    )
    const graph = {
      ...empty,
      nodes: table.nodes,
      edges: edgeTable(edges, { ids: table.ids, nodes: nodes.count }, schema),
    }
    return { graph, shape: parsed.data }
  } catch (error) {
    if (error instanceof FastPathRefusedError) return undefined
    throw error
  }
}

const isBare = ({ dataset, statements, figures, asserters, sources, disputes = [] }: KizunaJson): boolean =>
  statements.length + figures.length + disputes.length === 0 &&
  asserters === undefined &&
  dataset.asserters === undefined &&
  new Set(sources.map(({ id }) => id)).size === sources.length

function nodeTable(
  records: JsonRecords,
  types: readonly string[],
): { readonly nodes: NodeTable; readonly ids: Utf8StringTable } {
  const fields = new ValidatedFields(records, nodeNames)
  const { ids, column } = uniqueIds(fields)
  const attributes = new Map<string, Column>()
  for (const name of texts) {
    const text = fields.optionalText(name, name === 'wikidata' ? /^Q\d+$/ : undefined)
    if (text && text.bytes.length > 0) attributes.set(name, text)
  }
  const aliases = fields.optional('aliases', isTexts)
  if (aliases) attributes.set('aliases', listColumn(aliases))
  const translated = fields.optional('ja_translated', (value) => value === true)
  if (translated) attributes.set('ja_translated', textColumn(translated.map((each) => (each ? 'true' : undefined))))
  const coordinates = fields.optional('coordinates', isCoordinates)
  if (coordinates) {
    attributes.set('latitude', numberColumn(coordinates.map((pair) => pair?.[0])))
    attributes.set('longitude', numberColumn(coordinates.map((pair) => pair?.[1])))
  }
  const nodes: NodeTable = {
    count: records.count,
    id: column,
    type: fields.category('type', types),
    label: fields.text('label'),
    x: fields.positions('x'),
    y: fields.positions('y'),
    attributes: new Map([...attributes, ...fields.attributes()]),
  }
  return { nodes, ids }
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

const isWithin = (value: unknown, max: number): boolean => typeof value === 'number' && Math.abs(value) <= max
const isCoordinates = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && isWithin(value[0], 90) && isWithin(value[1], 180)

/** The ids of nodes, whose codes are their rows; `nodes` is their number, after which other texts may follow. */
interface NodeIds {
  readonly ids: Utf8StringTable
  readonly nodes: number
}

function edgeTable(records: JsonRecords, nodeIds: NodeIds, schema: Schema): EdgeTable {
  const fields = new ValidatedFields(records, edgeNames)
  const { column } = uniqueIds(fields)
  if (fields.has('statements')) fields.requireEmptyLists('statements')
  if (fields.has('corroboration')) fields.requireNumbers('corroboration')
  if (
    fields.has('conflict') &&
    fields.category('conflict', agreementVerdicts).dictionary.length > agreementVerdicts.length
  )
    throw new FastPathRefusedError()
  const predicates = schema.predicates.map(({ id }) => id)
  const predicate = fields.category('predicate', predicates)
  return {
    count: records.count,
    id: column,
    source: endRows(fields, 'source', nodeIds),
    target: endRows(fields, 'target', nodeIds),
    predicate,
    direction: directionsOf(fields, predicate, schema),
    attributes: fields.attributes(),
  }
}

/** The directions of edges: those that the file names, else the usual ones of their predicates. */
function directionsOf(fields: ValidatedFields, { codes, dictionary }: CategoryColumn, schema: Schema): Uint8Array {
  const usual = usualDirections(schema)
  const byCode = Uint8Array.from(dictionary, (id) => usual.get(id) ?? 0)
  const named = fields.optional('direction', isDirection)
  if (!named && !byCode.some((direction) => direction > 0)) return new Uint8Array(codes.length)
  return Uint8Array.from(codes, (code, row) => {
    const direction = named?.[row]
    return direction === undefined ? (byCode[code] ?? 0) : edgeDirections.indexOf(direction)
  })
}

const isDirection = (value: unknown): value is EdgeDirection =>
  typeof value === 'string' && (edgeDirections as readonly string[]).includes(value)

/** The ids of records, which must be distinct and not empty; their codes are the rows. */
function uniqueIds(fields: ValidatedFields): { readonly ids: Utf8StringTable; readonly column: TextColumn } {
  const captured = fields.captured('id')
  if (captured) {
    const { table, codes } = captured
    if (codes.some((code, row) => code !== row)) throw new FastPathRefusedError()
    return { ids: table, column: table.size === codes.length ? table.toColumn() : table.columnOfCodes(codes) }
  }
  const ids = new Utf8StringTable()
  fields.eachText('id', (row, source, [from, to]) => {
    if (from === to || ids.codeOfBytes(source, from, to) !== row) throw new FastPathRefusedError()
  })
  return { ids, column: ids.toColumn() }
}

/** The rows of the nodes at one end of the edges. */
function endRows(fields: ValidatedFields, name: string, { ids, nodes }: NodeIds): Uint32Array {
  const { count } = fields.records
  const captured = fields.captured(name)
  if (captured && captured.table === ids) {
    if (captured.codes.some((code) => code >= nodes)) throw new FastPathRefusedError()
    return captured.codes.slice()
  }
  const rows = new Uint32Array(count).fill(NONE)
  fields.eachText(name, (row, source, [from, to]) => {
    const code = ids.codeOfBytes(source, from, to)
    if (code >= nodes) throw new FastPathRefusedError()
    rows[row] = code
  })
  return rows
}

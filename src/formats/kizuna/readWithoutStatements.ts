import { agreementVerdicts } from '../../model/agreement'
import { buildGraph } from '../../model/buildGraph'
import type { Column, TextColumn } from '../../model/columns'
import { listColumn, NONE, numberColumn, textColumn } from '../../model/columns'
import type { EdgeTable, Graph, NodeTable } from '../../model/graph'
import { Utf8StringTable } from '../collect/utf8StringTable'
import type { InputFile } from '../io/inputFile'
import { jsonOutlineOf } from '../json/jsonOutline'
import type { JsonRecords } from '../json/jsonRecords'
import { ValidatedFields, FastPathRefusedError } from './validatedFields'
import { KizunaJson } from './kizunaJson'

/** Fields of nodes with text, in the order of the graph's columns. */
const texts = ['family', 'given', 'ja', 'kana', 'acronym', 'summary', 'summary_ja', 'wikidata'] as const
const nodeNames = ['id', 'type', 'label', ...texts, 'ja_translated', 'aliases', 'coordinates', 'x', 'y', 'attributes']
const edgeNames = ['id', 'source', 'target', 'predicate', 'corroboration', 'conflict', 'statements', 'attributes']

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
    const [types, predicates] = [schema.types, schema.predicates].map((all) => all.map(({ id }) => id))
    const table = nodeTable(nodes, types!)
    const graph = {
      ...empty,
      nodes: table.nodes,
      edges: edgeTable(edges, { ids: table.ids, nodes: nodes.count }, predicates!),
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

function edgeTable(records: JsonRecords, nodeIds: NodeIds, predicates: readonly string[]): EdgeTable {
  const fields = new ValidatedFields(records, edgeNames)
  const { column } = uniqueIds(fields)
  if (fields.has('statements')) fields.requireEmptyLists('statements')
  if (fields.has('corroboration')) fields.requireNumbers('corroboration')
  if (
    fields.has('conflict') &&
    fields.category('conflict', agreementVerdicts).dictionary.length > agreementVerdicts.length
  )
    throw new FastPathRefusedError()
  return {
    count: records.count,
    id: column,
    source: endRows(fields, 'source', nodeIds),
    target: endRows(fields, 'target', nodeIds),
    predicate: fields.category('predicate', predicates),
    attributes: fields.attributes(),
  }
}

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

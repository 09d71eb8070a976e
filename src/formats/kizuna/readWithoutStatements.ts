import { verdicts } from '../../model/agreement'
import { buildGraph } from '../../model/buildGraph'
import type { Column, TextColumn } from '../../model/columns'
import { listColumn, NONE, numberColumn } from '../../model/columns'
import type { EdgeTable, Graph, NodeTable } from '../../model/graph'
import { Utf8StringTable } from '../collect/utf8StringTable'
import type { InputFile } from '../io/inputFile'
import { jsonOutlineOf } from '../json/jsonOutline'
import type { JsonRecords } from '../json/jsonRecords'
import { ValidatedFields, FastPathRefusedError } from './validatedFields'
import { KizunaJson } from './kizunaJson'

/** Text columns of a node that the schema of records knows, in the order of the graph's columns. */
const texts = ['family', 'given', 'ja', 'kana', 'acronym', 'summary', 'wikidata'] as const
const nodeNames = ['id', 'type', 'label', ...texts, 'aliases', 'coordinates', 'x', 'y', 'attributes']
const edgeNames = ['id', 'source', 'target', 'predicate', 'corroboration', 'conflict', 'statements', 'attributes']

/**
 * Reads Kizuna JSON without statements straight into columns, to the very graph that its records would make. Undefined where
 * the file has evidence, or anything that is not as it must be: then the records are parsed one by one, and the fault is told.
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
  const own = new Map<string, Column>()
  for (const name of texts) {
    const text = fields.optionalText(name, name === 'wikidata' ? /^Q\d+$/ : undefined)
    if (text && text.bytes.length > 0) own.set(name, text)
  }
  const aliases = fields.optional('aliases', isTexts)
  if (aliases) own.set('aliases', listColumn(aliases))
  const coordinates = fields.optional('coordinates', isPlace)
  if (coordinates) {
    own.set('latitude', numberColumn(coordinates.map((place) => place?.[0])))
    own.set('longitude', numberColumn(coordinates.map((place) => place?.[1])))
  }
  const nodes: NodeTable = {
    count: records.count,
    id: column,
    type: fields.category('type', types),
    label: fields.text('label'),
    x: fields.places('x'),
    y: fields.places('y'),
    attributes: new Map([...own, ...fields.attributes()]),
  }
  return { nodes, ids }
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

const within = (value: unknown, most: number): boolean => typeof value === 'number' && Math.abs(value) <= most
const isPlace = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && within(value[0], 90) && within(value[1], 180)

/** Ids of nodes, of which the code is the row; other texts may stand behind them. */
interface Known {
  readonly ids: Utf8StringTable
  readonly nodes: number
}

function edgeTable(records: JsonRecords, known: Known, predicates: readonly string[]): EdgeTable {
  const fields = new ValidatedFields(records, edgeNames)
  const { column } = uniqueIds(fields)
  if (fields.has('statements')) fields.needsEmptyLists('statements')
  if (fields.has('corroboration')) fields.needsNumbers('corroboration')
  if (fields.has('conflict') && fields.category('conflict', verdicts).dictionary.length > verdicts.length)
    throw new FastPathRefusedError()
  return {
    count: records.count,
    id: column,
    source: ends(fields, 'source', known),
    target: ends(fields, 'target', known),
    predicate: fields.category('predicate', predicates),
    attributes: fields.attributes(),
  }
}

/** Ids, each once and none empty, and their rows as codes. */
function uniqueIds(fields: ValidatedFields): { readonly ids: Utf8StringTable; readonly column: TextColumn } {
  const taken = fields.taken('id')
  if (taken) {
    const { table, codes } = taken
    if (codes.some((code, row) => code !== row)) throw new FastPathRefusedError()
    return { ids: table, column: table.size === codes.length ? table.toColumn() : table.columnOfCodes(codes) }
  }
  const ids = new Utf8StringTable()
  fields.eachText('id', (row, source, [from, to]) => {
    if (from === to || ids.codeOfBytes(source, from, to) !== row) throw new FastPathRefusedError()
  })
  return { ids, column: ids.toColumn() }
}

function ends(fields: ValidatedFields, name: string, { ids, nodes }: Known): Uint32Array {
  const { count } = fields.records
  const taken = fields.taken(name)
  if (taken && taken.table === ids) {
    if (taken.codes.some((code) => code >= nodes)) throw new FastPathRefusedError()
    return taken.codes.slice()
  }
  const rows = new Uint32Array(count).fill(NONE)
  fields.eachText(name, (row, source, [from, to]) => {
    const code = ids.codeOfBytes(source, from, to)
    if (code >= nodes) throw new FastPathRefusedError()
    rows[row] = code
  })
  return rows
}

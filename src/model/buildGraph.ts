import type { Column } from './columns'
import { categoryColumn, listColumn, NONE, numberColumn, textColumn } from './columns'
import type { EdgeTable, FigureTable, Graph, NodeTable, StatementTable, ValueColumns } from './graph'
import type {
  DatasetInfo,
  AttributeValue,
  EdgeRecord,
  Dispute,
  Node,
  Source,
  Statement,
  StatementValue,
} from './records'
import type { Schema } from './schema'
import { edgeDirections, statementStatuses } from './enumerations'
import { usualDirections } from './predicates'

/** The records that a graph is built from; the reader that made them has checked their references. */
export interface DatasetRecords {
  readonly about: DatasetInfo
  readonly schema: Schema
  readonly nodes: readonly Node[]
  /** Edges without statements. */
  readonly edges?: readonly EdgeRecord[]
  readonly statements?: readonly Statement[]
  readonly sources?: readonly Source[]
  readonly disputes?: readonly Dispute[]
}

/** The id of the edge, or without an object the figure, that a statement belongs to. */
export const edgeOrFigureId = ({
  subject,
  predicate,
  object,
}: Pick<Statement, 'subject' | 'predicate' | 'object'>): string =>
  object === undefined ? `${subject}--${predicate}` : `${subject}--${predicate}--${object}`

/** Builds a graph: rows in the order of the records, edges and figures in the order of their first statements. */
export function buildGraph(records: DatasetRecords): Graph {
  const { about, schema, nodes, edges = [], statements = [], sources = [], disputes = [] } = records
  const nodeRow = new Map(nodes.map(({ id }, row) => [id, row]))
  const relationStatements = statements.filter(({ object }) => object !== undefined)
  const figureStatements = statements.filter(({ object }) => object === undefined)
  const firstByEdge = firstStatements(relationStatements)
  const firstByFigure = firstStatements(figureStatements)
  const allEdges: EdgeRecord[] = [
    ...[...firstByEdge.values()].map((each) => ({
      id: edgeOrFigureId(each),
      source: each.subject,
      target: each.object!,
      predicate: each.predicate,
    })),
    ...edges,
  ]
  const predicates = schema.predicates.map(({ id }) => id)
  const edgeRow = new Map(allEdges.map(({ id }, row) => [id, row]))
  const figureRow = new Map([...firstByFigure.keys()].map((id, row) => [id, row]))
  return {
    about,
    schema,
    nodes: nodeTable(nodes, schema),
    edges: edgeTable(allEdges, nodeRow, schema),
    figures: figureTable([...firstByFigure.values()], nodeRow, predicates),
    statements: statementTable(statements, { nodeRow, edgeRow, figureRow, sources }),
    sources,
    disputes,
  }
}

/** The first statement of each edge or figure, by its id. */
function firstStatements(statements: readonly Statement[]): Map<string, Statement> {
  const first = new Map<string, Statement>()
  for (const statement of statements) {
    const id = edgeOrFigureId(statement)
    if (!first.has(id)) first.set(id, statement)
  }
  return first
}

/** The text fields of a node record, each of which is an attribute column of the same name. */
const nodeTextFields = ['family', 'given', 'ja', 'kana', 'acronym', 'summary', 'summary_ja', 'wikidata'] as const

function nodeTable(nodes: readonly Node[], schema: Schema): NodeTable {
  const types = schema.types.map(({ id }) => id)
  const own = new Map<string, Column>()
  for (const name of nodeTextFields)
    if (nodes.some((node) => node[name])) own.set(name, textColumn(nodes.map((node) => node[name])))
  if (nodes.some(({ aliases }) => aliases)) own.set('aliases', listColumn(nodes.map(({ aliases }) => aliases)))
  if (nodes.some((node) => node.ja_translated))
    own.set('ja_translated', textColumn(nodes.map((node) => (node.ja_translated ? 'true' : undefined))))
  if (nodes.some(({ coordinates }) => coordinates)) {
    own.set('latitude', numberColumn(nodes.map(({ coordinates }) => coordinates?.[0])))
    own.set('longitude', numberColumn(nodes.map(({ coordinates }) => coordinates?.[1])))
  }
  return {
    count: nodes.length,
    id: textColumn(nodes.map(({ id }) => id)),
    type: categoryColumn(
      nodes.map(({ type }) => type),
      types,
    ),
    label: textColumn(nodes.map(({ label }) => label)),
    x: Float32Array.from(nodes, ({ x }) => x ?? NaN),
    y: Float32Array.from(nodes, ({ y }) => y ?? NaN),
    attributes: new Map([...own, ...buildAttributeColumns(nodes.map(({ attributes }) => attributes ?? {}))]),
  }
}

function edgeTable(edges: readonly EdgeRecord[], nodeRow: ReadonlyMap<string, number>, schema: Schema): EdgeTable {
  const predicates = schema.predicates.map(({ id }) => id)
  const usual = usualDirections(schema)
  return {
    count: edges.length,
    id: textColumn(edges.map(({ id }) => id)),
    source: Uint32Array.from(edges, ({ source }) => nodeRow.get(source)!),
    target: Uint32Array.from(edges, ({ target }) => nodeRow.get(target)!),
    predicate: categoryColumn(
      edges.map(({ predicate }) => predicate),
      predicates,
    ),
    direction: Uint8Array.from(edges, ({ direction, predicate }) =>
      direction === undefined ? (usual.get(predicate) ?? 0) : edgeDirections.indexOf(direction),
    ),
    attributes: buildAttributeColumns(edges.map(({ attributes }) => attributes ?? {})),
  }
}

function figureTable(
  firsts: readonly Statement[],
  nodeRow: ReadonlyMap<string, number>,
  predicates: readonly string[],
): FigureTable {
  return {
    count: firsts.length,
    id: textColumn(firsts.map(edgeOrFigureId)),
    subject: Uint32Array.from(firsts, ({ subject }) => nodeRow.get(subject)!),
    predicate: categoryColumn(
      firsts.map(({ predicate }) => predicate),
      predicates,
    ),
  }
}

/** Rows by id, for the references of statements. */
interface ReferencedRows {
  readonly nodeRow: ReadonlyMap<string, number>
  readonly edgeRow: ReadonlyMap<string, number>
  readonly figureRow: ReadonlyMap<string, number>
  readonly sources: readonly Source[]
}

function statementTable(statements: readonly Statement[], rows: ReferencedRows): StatementTable {
  const sourceRow = new Map(rows.sources.map(({ id }, row) => [id, row]))
  const rowOf = (byId: ReadonlyMap<string, number>, id: string | undefined) =>
    id === undefined ? NONE : (byId.get(id) ?? NONE)
  return {
    count: statements.length,
    id: textColumn(statements.map(({ id }) => id)),
    edge: Uint32Array.from(statements, (each) =>
      each.object === undefined ? NONE : rowOf(rows.edgeRow, edgeOrFigureId(each)),
    ),
    figure: Uint32Array.from(statements, (each) =>
      each.object === undefined ? rowOf(rows.figureRow, edgeOrFigureId(each)) : NONE,
    ),
    status: categoryColumn(
      statements.map(({ status }) => status),
      statementStatuses,
    ),
    negative: Uint8Array.from(statements, ({ polarity }) => (polarity === 'negative' ? 1 : 0)),
    by: Uint32Array.from(statements, ({ by }) => rowOf(rows.nodeRow, by)),
    source: Uint32Array.from(statements, ({ source }) => rowOf(sourceRow, source)),
    date: textColumn(statements.map(({ date }) => date)),
    locator: textColumn(statements.map(({ locator }) => locator)),
    note: textColumn(statements.map(({ note }) => note)),
    value: valueColumns(statements.map(({ value }) => value)),
    formula: textColumn(statements.map(({ derived }) => derived?.formula)),
    inputs: listColumn(statements.map(({ derived }) => derived?.inputs)),
    due: textColumn(statements.map(({ due }) => due)),
    outcomes: new Map(statements.flatMap(({ outcome }, row) => (outcome ? [[row, outcome] as const] : []))),
    research: listColumn(statements.map(({ research }) => research)),
  }
}

function valueColumns(values: readonly (StatementValue | undefined)[]): ValueColumns {
  const quantities = values.map((value) => (value && 'unit' in value ? value : undefined))
  return {
    kind: categoryColumn(values.map(kindOf), ['quantity', 'date', 'text', 'unknown']),
    amount: numberColumn(quantities.map((each) => each?.amount)),
    low: numberColumn(quantities.map((each) => each?.low)),
    high: numberColumn(quantities.map((each) => each?.high)),
    about: Uint8Array.from(quantities, (each) => (each?.about ? 1 : 0)),
    unit: categoryColumn(quantities.map((each) => each?.unit)),
    text: textColumn(
      values.map((value) =>
        value && 'date' in value ? value.date : value && 'text' in value ? value.text : undefined,
      ),
    ),
  }
}

function kindOf(value: StatementValue | undefined): string | undefined {
  if (value === undefined) return undefined
  if ('unit' in value) return 'quantity'
  if ('date' in value) return 'date'
  return 'text' in value ? 'text' : 'unknown'
}

/**
 * One column for each name in any record: numbers if all cells are numbers, lists if any is a list, categories if values
 * repeat, else text.
 */
export function buildAttributeColumns(
  records: readonly Readonly<Record<string, AttributeValue>>[],
): Map<string, Column> {
  const names = new Set(records.flatMap((record) => Object.keys(record)))
  return new Map([...names].map((name) => [name, columnOf(records.map((record) => record[name]))]))
}

function columnOf(cells: readonly (AttributeValue | undefined)[]): Column {
  const present = cells.filter((cell) => cell !== undefined)
  if (present.every((cell) => typeof cell === 'number')) return numberColumn(cells as readonly (number | undefined)[])
  if (present.some(Array.isArray))
    return listColumn(
      cells.map((cell) => (cell === undefined ? undefined : Array.isArray(cell) ? cell : [String(cell)])),
    )
  const texts = cells.map((cell) => (cell === undefined ? undefined : String(cell)))
  if (present.every((cell) => typeof cell === 'boolean')) return { ...categoryColumn(texts), datatype: 'boolean' }
  const distinct = new Set(texts)
  return distinct.size <= Math.max(12, present.length / 4) ? categoryColumn(texts) : textColumn(texts)
}

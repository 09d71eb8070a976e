import { categoryAt, cellAt, rowsOfGroup, listAt, NONE, textAt } from './columns'
import type { AttributeColumns, Graph } from './graph'
import { memoizeByGraph, statementsByEdge } from './graph'
import type { AttributeValue, EdgeRecord, Node, Statement, StatementValue } from './records'
import type { NodeFamily, NodeType, Predicate } from './schema'
import { edgeDirections, type Status } from './enumerations'
import { usualDirections } from './predicates'

/** Attribute columns that are fields of a node record under the same name. */
const recordFields = new Set([
  'family',
  'given',
  'ja',
  'kana',
  'acronym',
  'summary',
  'summary_ja',
  'wikidata',
  'aliases',
])
/** Attribute columns that are fields of a node record in another form. */
const convertedFields = new Set(['ja_translated', 'latitude', 'longitude'])

/** The node in a row as a record, equal to the one it was built from. */
export function nodeRecordAt(graph: Graph, row: number): Node {
  const { id, type, label, x, y, attributes } = graph.nodes
  const latitude = cell(attributes, 'latitude', row)
  const longitude = cell(attributes, 'longitude', row)
  const hasCoordinates = typeof latitude === 'number' && typeof longitude === 'number'
  const isTranslated = cell(attributes, 'ja_translated', row) === 'true'
  const isConverted = (name: string) =>
    convertedFields.has(name) && (name === 'ja_translated' ? isTranslated : hasCoordinates)
  return compact({
    id: textAt(id, row),
    type: categoryAt(type, row) ?? '',
    label: textAt(label, row),
    ...pick(attributes, row, (name) => recordFields.has(name)),
    ja_translated: isTranslated ? (true as const) : undefined,
    coordinates: hasCoordinates ? ([latitude, longitude] as [number, number]) : undefined,
    x: finite(x[row]!),
    y: finite(y[row]!),
    attributes: pickIfAny(attributes, row, (name) => !recordFields.has(name) && !isConverted(name)),
  })
}

/** The edge in a row as a record, without its statements. */
export function edgeRecordAt(graph: Graph, row: number): EdgeRecord {
  const { id, source, target, predicate, direction, attributes } = graph.edges
  const code = predicate.codes[row]!
  const usual = usualDirectionByCode(graph)[code] ?? 0
  return compact({
    id: textAt(id, row),
    source: textAt(graph.nodes.id, source[row]!),
    target: textAt(graph.nodes.id, target[row]!),
    predicate: categoryAt(predicate, row) ?? '',
    direction: direction[row] === usual ? undefined : edgeDirections[direction[row]!]!,
    attributes: pickIfAny(attributes, row, () => true),
  })
}

/** For each code of predicates the direction of an edge that names none. */
export const usualDirectionByCode = memoizeByGraph(({ edges, schema }): Uint8Array => {
  const usual = usualDirections(schema)
  return Uint8Array.from(edges.predicate.dictionary, (id) => usual.get(id) ?? 0)
})

/** Whether an edge has no statements, as in files without evidence. */
export const hasNoStatements = (graph: Graph, edge: number): boolean =>
  rowsOfGroup(statementsByEdge(graph), edge).length === 0

/** The statement in a row as a record, equal to the one it was built from. */
export function statementRecordAt(graph: Graph, row: number): Statement {
  const table = graph.statements
  const edge = table.edge[row]!
  const owner = edge === NONE ? figureKeysAt(graph, table.figure[row]!) : edgeRecordAt(graph, edge)
  const by = table.by[row]!
  const inputs = listAt(table.inputs, row)
  const research = listAt(table.research, row)
  return compact({
    id: textAt(table.id, row),
    subject: 'subject' in owner ? owner.subject : owner.source,
    predicate: owner.predicate,
    object: 'subject' in owner ? undefined : owner.target,
    value: statementValueAt(graph, row),
    status: categoryAt(table.status, row) as Status,
    polarity: table.negative[row] ? ('negative' as const) : undefined,
    by: by === NONE ? undefined : textAt(graph.nodes.id, by),
    date: textAt(table.date, row) || undefined,
    source: graph.sources[table.source[row]!]!.id,
    locator: textAt(table.locator, row) || undefined,
    note: textAt(table.note, row) || undefined,
    derived: inputs.length > 0 ? { formula: textAt(table.formula, row), inputs } : undefined,
    due: textAt(table.due, row) || undefined,
    outcome: table.outcomes.get(row),
    research: research.length > 0 ? research : undefined,
  })
}

/** The figure in a row: its id, its subject's id and its predicate. */
export const figureKeysAt = (graph: Graph, row: number): { id: string; subject: string; predicate: string } => ({
  id: textAt(graph.figures.id, row),
  subject: textAt(graph.nodes.id, graph.figures.subject[row]!),
  predicate: categoryAt(graph.figures.predicate, row) ?? '',
})

/** The value of a statement; undefined if it has none. */
export function statementValueAt({ statements: { value } }: Graph, row: number): StatementValue | undefined {
  switch (categoryAt(value.kind, row)) {
    case 'quantity':
      return compact({
        amount: finite(value.amount.values[row]!),
        low: finite(value.low.values[row]!),
        high: finite(value.high.values[row]!),
        about: value.about[row] ? true : undefined,
        unit: categoryAt(value.unit, row)!,
      })
    case 'date':
      return { date: textAt(value.text, row) }
    case 'text':
      return { text: textAt(value.text, row) }
    case 'unknown':
      return { unknown: true }
    default:
      return undefined
  }
}

/** The schema's predicates by id. */
export const predicatesById = memoizeByGraph(
  (graph): ReadonlyMap<string, Predicate> => new Map(graph.schema.predicates.map((each) => [each.id, each])),
)
/** The schema's node types by id. */
export const nodeTypesById = memoizeByGraph(
  (graph): ReadonlyMap<string, NodeType> => new Map(graph.schema.types.map((each) => [each.id, each])),
)
/** The schema's node families by id. */
export const nodeFamiliesById = memoizeByGraph(
  (graph): ReadonlyMap<string, NodeFamily> => new Map(graph.schema.families.map((each) => [each.id, each])),
)

/** The family of a node's type; empty if the schema does not declare the type. */
export const nodeFamilyAt = (graph: Graph, node: number): string =>
  nodeTypesById(graph).get(categoryAt(graph.nodes.type, node) ?? '')?.family ?? ''

const finite = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value)

function cell(attributes: AttributeColumns, name: string, row: number): AttributeValue | undefined {
  const column = attributes.get(name)
  return column && cellAt(column, row)
}

function pick(
  attributes: AttributeColumns,
  row: number,
  wanted: (name: string) => boolean,
): Record<string, AttributeValue> {
  const cells = [...attributes.keys()].filter(wanted).map((name) => [name, cell(attributes, name, row)])
  return Object.fromEntries(cells.filter(([, value]) => value !== undefined))
}

/** The wanted cells of a row; undefined if it has none of them. */
function pickIfAny(attributes: AttributeColumns, row: number, wanted: (name: string) => boolean) {
  const cells = pick(attributes, row, wanted)
  return Object.keys(cells).length > 0 ? cells : undefined
}

/** Drops undefined fields, so that records with equal content are deeply equal. */
function compact<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Row
}

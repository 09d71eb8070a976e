import { message } from '../../messages/message'
import { buildGraph, edgeOrFigureId } from '../../model/buildGraph'
import { categoryAt, categoryColumn, NONE, textAt, type CategoryColumn } from '../../model/columns'
import { edgeRowIndex, nodeRowIndex, type Graph } from '../../model/graph'
import type { Statement, StatementValue } from '../../model/records'
import type { Predicate } from '../../model/schema'
import type { InputFile } from '../io/inputFile'
import { duplicateId, unknownReference, type RecordKind } from '../io/referenceFaults'
import { kizunaTableKindOf, type KizunaTableKind } from './kizunaTable'
import {
  readAsserterTable,
  readDisputeTable,
  readEditorSourceId,
  readPredicateTable,
  kizunaTableFault,
  readSourceTable,
  readStatementTable,
  type RecordAtRow,
} from './kizunaTableRecords'

/**
 * Adds the evidence of Kizuna's own tables (statements, sources, disputes and predicates) to the graph of the tables of
 * nodes and edges. Returns the same graph if there is none. Throws a FileFault with the file and row of the first record
 * that is invalid or refers to a record that does not exist.
 */
export function addEvidenceTables(files: readonly InputFile[], graph: Graph): Graph {
  const table = (own: KizunaTableKind) => files.find((file) => kizunaTableKindOf(file) === own)
  const statements = readStatementTable(table('statements'))
  const sources = readSourceTable(table('sources'))
  const disputes = readDisputeTable(table('disputes'))
  if (statements.length + sources.length + disputes.length === 0) return graph
  const asserters = readAsserterTable(table('asserters'))
  const editors = readEditorSourceId(table('sources'))
  checkReferences({ statements, sources, disputes }, graph)
  const predicates = predicatesOf(graph, recordsOf(readPredicateTable(table('predicates'))), recordsOf(statements))
  const { id, count } = graph.nodes
  const built = buildGraph({
    about: { ...graph.about, ...(editors !== undefined && { editors }), ...(asserters.length > 0 && { asserters }) },
    schema: { ...graph.schema, predicates },
    nodes: Array.from({ length: count }, (_, row) => ({ id: textAt(id, row), type: '', label: '' })),
    statements: recordsOf(statements),
    sources: recordsOf(sources),
    disputes: recordsOf(disputes),
  })
  const edgeOfStatement = edgeRowsOf(statements, graph)
  // The column `figures` of the table of nodes only repeats what the statements say.
  const attributes = new Map([...graph.nodes.attributes].filter(([name]) => name !== 'figures'))
  return {
    ...built,
    nodes: { ...graph.nodes, attributes },
    edges: { ...graph.edges, predicate: predicateColumn(graph, edgeOfStatement, { statements, predicates }) },
    statements: { ...built.statements, edge: edgeOfStatement },
  }
}

const recordsOf = <Kind>(located: readonly RecordAtRow<Kind>[]): Kind[] => located.map(({ record }) => record)

interface Tables {
  readonly statements: readonly RecordAtRow<Statement>[]
  readonly sources: ReturnType<typeof readSourceTable>
  readonly disputes: ReturnType<typeof readDisputeTable>
}

/** Throws unless all ids are unique and every reference is to a record of the tables. */
function checkReferences({ statements, sources, disputes }: Tables, graph: Graph): void {
  const sourceIds = uniqueIds('source', sources)
  const statementIds = uniqueIds('statement', statements)
  uniqueIds('dispute', disputes)
  const nodes = nodeRowIndex(graph)
  for (const each of statements) {
    const { id, subject, object, value, by, source } = each.record
    for (const node of [subject, object, by])
      if (node !== undefined && !nodes.has(node))
        throw kizunaTableFault(each, unknownReference('statement', id, 'node', node))
    if (!sourceIds.has(source)) throw kizunaTableFault(each, unknownReference('statement', id, 'source', source))
    if (object === undefined && value === undefined)
      throw kizunaTableFault(each, message('readFaults', 'noObjectOrValue', { id }))
  }
  for (const each of disputes) {
    const { id, sides, also = [] } = each.record
    for (const named of [...also, ...sides.flatMap((side) => side.statements)])
      if (!statementIds.has(named)) throw kizunaTableFault(each, unknownReference('dispute', id, 'statement', named))
  }
}

function uniqueIds(kind: RecordKind, all: readonly RecordAtRow<{ readonly id: string }>[]): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const each of all) {
    const { id } = each.record
    if (ids.has(id)) throw kizunaTableFault(each, duplicateId(kind, id))
    ids.add(id)
  }
  return ids
}

/** The row of the edge that each statement is about; NONE if it is about a figure. */
function edgeRowsOf(statements: readonly RecordAtRow<Statement>[], graph: Graph): Uint32Array {
  const [nodes, edges] = [nodeRowIndex(graph), edgeRowIndex(graph)]
  const { source, target } = graph.edges
  return Uint32Array.from(statements, (each) => {
    const { id, subject, object } = each.record
    if (object === undefined) return NONE
    const edgeId = edgeOrFigureId(each.record)
    const edge = edges.get(edgeId)
    if (edge === undefined || source[edge] !== nodes.get(subject) || target[edge] !== nodes.get(object))
      throw kizunaTableFault(each, unknownReference('statement', id, 'edge', edgeId))
    return edge
  })
}

/** Predicates declared in the table, then those of edges, then those that only statements use. */
function predicatesOf(graph: Graph, declared: readonly Predicate[], statements: readonly Statement[]): Predicate[] {
  const all = new Map<string, Predicate>()
  for (const each of [...declared, ...graph.schema.predicates]) if (!all.has(each.id)) all.set(each.id, each)
  const any = graph.schema.families.map(({ id }) => id)
  for (const { predicate: id, object, value } of statements) {
    if (all.has(id)) continue
    const from = any.length > 0 ? any : ['any']
    all.set(
      id,
      object === undefined
        ? { id, label: id, from, value: kindOf(value) }
        : { id, label: id, inverse: `${id} (from)`, from, to: from },
    )
  }
  return [...all.values()]
}

const kindOf = (value: StatementValue | undefined): 'quantity' | 'date' | 'text' =>
  value && 'unit' in value ? 'quantity' : value && 'date' in value ? 'date' : 'text'

/** The predicates of edges; an edge with statements has the predicate of those. */
function predicateColumn(
  graph: Graph,
  edgeOfStatement: Uint32Array,
  { statements, predicates }: { statements: readonly RecordAtRow<Statement>[]; predicates: readonly Predicate[] },
): CategoryColumn {
  const ids = Array.from({ length: graph.edges.count }, (_, row) => categoryAt(graph.edges.predicate, row))
  statements.forEach(({ record }, at) => {
    const edge = edgeOfStatement[at]!
    if (edge !== NONE) ids[edge] = record.predicate
  })
  return categoryColumn(
    ids,
    predicates.map(({ id }) => id),
  )
}

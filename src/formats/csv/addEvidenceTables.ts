import { buildGraph, edgeOrFigureId } from '../../model/buildGraph'
import { categoryAt, categoryColumn, NONE, textAt, type CategoryColumn } from '../../model/columns'
import { edgeRowById, nodeRowById, type Graph } from '../../model/graph'
import type { Statement, StatementValue } from '../../model/records'
import type { Predicate } from '../../model/schema'
import { FileFault } from '../io/fileFault'
import type { InputFile } from '../io/inputFile'
import { kizunaTableKindOf, type KizunaTableKind } from './kizunaTable'
import {
  readAsserterIds,
  readDisputeTable,
  readEditorSourceId,
  readPredicateTable,
  kizunaTableRemedy,
  readSourceTable,
  readStatementTable,
  type RecordAtRow,
} from './kizunaTableRecords'

/**
 * The graph of Kizuna's own tables of nodes and edges, with the evidence that the tables beside them hold: statements,
 * sources, disputes, and what the schema says of predicates. The graph itself where no table holds any. Throws a FileFault
 * that names the file and the row of what is misshapen or refers to nothing.
 */
export function addEvidenceTables(files: readonly InputFile[], graph: Graph): Graph {
  const table = (own: KizunaTableKind) => files.find((file) => kizunaTableKindOf(file) === own)
  const statements = readStatementTable(table('statements'))
  const sources = readSourceTable(table('sources'))
  const disputes = readDisputeTable(table('disputes'))
  if (statements.length + sources.length + disputes.length === 0) return graph
  const asserters = readAsserterIds(table('asserters'))
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
  const carried = edgesCarried(statements, graph)
  // The lines that tell of figures in the table of nodes are the figures themselves again.
  const attributes = new Map([...graph.nodes.attributes].filter(([name]) => name !== 'figures'))
  return {
    ...built,
    nodes: { ...graph.nodes, attributes },
    edges: { ...graph.edges, predicate: retold(graph, carried, { statements, predicates }) },
    statements: { ...built.statements, edge: carried },
  }
}

const recordsOf = <Kind>(placed: readonly RecordAtRow<Kind>[]): Kind[] => placed.map(({ record }) => record)

interface Tables {
  readonly statements: readonly RecordAtRow<Statement>[]
  readonly sources: ReturnType<typeof readSourceTable>
  readonly disputes: ReturnType<typeof readDisputeTable>
}

const fault = ({ file, row }: RecordAtRow<unknown>, what: string): FileFault =>
  new FileFault(file, `row ${row}: ${what}`, kizunaTableRemedy)

/** Everything that names something must name what is in the tables, and each thing stands there once. */
function checkReferences({ statements, sources, disputes }: Tables, graph: Graph): void {
  const sourceIds = unique('source', sources)
  const statementIds = unique('statement', statements)
  unique('dispute', disputes)
  const nodes = nodeRowById(graph)
  for (const placed of statements) {
    const { id, subject, object, value, by, source } = placed.record
    for (const node of [subject, object, by])
      if (node !== undefined && !nodes.has(node))
        throw fault(placed, `statement "${id}" names "${node}", which is no node of the tables`)
    if (!sourceIds.has(source))
      throw fault(placed, `statement "${id}" is from "${source}", which is no source of the tables`)
    if (object === undefined && value === undefined) throw fault(placed, `statement "${id}" needs an object or a value`)
  }
  for (const placed of disputes) {
    const { id, sides, also = [] } = placed.record
    for (const named of [...also, ...sides.flatMap((side) => side.statements)])
      if (!statementIds.has(named))
        throw fault(placed, `dispute "${id}" names "${named}", which is no statement of the tables`)
  }
}

function unique(what: string, all: readonly RecordAtRow<{ readonly id: string }>[]): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const placed of all) {
    const { id } = placed.record
    if (ids.has(id)) throw fault(placed, `${what} "${id}" stands there twice`)
    ids.add(id)
  }
  return ids
}

/** The row of the edge that each statement is about, NONE where it is about a figure. */
function edgesCarried(statements: readonly RecordAtRow<Statement>[], graph: Graph): Uint32Array {
  const [nodes, edges] = [nodeRowById(graph), edgeRowById(graph)]
  const { source, target } = graph.edges
  return Uint32Array.from(statements, (placed) => {
    const { id, subject, object } = placed.record
    if (object === undefined) return NONE
    const edge = edges.get(edgeOrFigureId(placed.record))
    if (edge === undefined || source[edge] !== nodes.get(subject) || target[edge] !== nodes.get(object))
      throw fault(
        placed,
        `statement "${id}" is about "${edgeOrFigureId(placed.record)}", which is no edge of the tables`,
      )
    return edge
  })
}

/** What the tables say of predicates, then what the edges say, then those that only a statement names. */
function predicatesOf(graph: Graph, told: readonly Predicate[], statements: readonly Statement[]): Predicate[] {
  const all = new Map<string, Predicate>()
  for (const each of [...told, ...graph.schema.predicates]) if (!all.has(each.id)) all.set(each.id, each)
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

/** The predicates of edges: those that statements carry have the statements' own. */
function retold(
  graph: Graph,
  carried: Uint32Array,
  { statements, predicates }: { statements: readonly RecordAtRow<Statement>[]; predicates: readonly Predicate[] },
): CategoryColumn {
  const ids = Array.from({ length: graph.edges.count }, (_, row) => categoryAt(graph.edges.predicate, row))
  statements.forEach(({ record }, at) => {
    if (carried[at] !== NONE) ids[carried[at]!] = record.predicate
  })
  return categoryColumn(
    ids,
    predicates.map(({ id }) => id),
  )
}

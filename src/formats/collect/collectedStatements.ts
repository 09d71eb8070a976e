import { buildGraph, edgeOrFigureId } from '../../model/buildGraph'
import { categoryAt, textAt, textColumn } from '../../model/columns'
import type { Status } from '../../model/enumerations'
import type { Graph } from '../../model/graph'
import { isRelationPredicate } from '../../model/predicates'
import type { Source, Statement, StatementValue } from '../../model/records'

/** A statement about an edge that a reader found in a foreign file. */
export interface CollectedStatement {
  readonly id: string
  /** The collector's row of the edge. Statements with the same ends and relation are about the same edge. */
  readonly edge: number
  readonly status: Status
  readonly source: string
  readonly value?: StatementValue | undefined
  readonly date?: string | undefined
  readonly locator?: string | undefined
  readonly note?: string | undefined
}

/** What a reader collects of evidence: statements, and their sources by id. */
export class CollectedEvidence {
  readonly statements: CollectedStatement[] = []
  readonly sources = new Map<string, Source>()
}

/** The graph with the statements that were collected with it; `kept` are the collector's rows of its edges. */
export function withCollectedStatements(graph: Graph, evidence: CollectedEvidence, kept?: Uint32Array): Graph {
  if (evidence.statements.length === 0) return graph
  const rowOf = kept && new Map(Array.from(kept, (row, at) => [row, at]))
  const { nodes, edges } = graph
  const located = evidence.statements.flatMap((each) => {
    const edge = rowOf ? rowOf.get(each.edge) : each.edge
    return edge === undefined ? [] : [{ edge, record: recordOf(graph, each, edge) }]
  })
  const withAmount = new Set(located.flatMap(({ record }) => (record.value ? [record.predicate] : [])))
  const schema = {
    ...graph.schema,
    predicates: graph.schema.predicates.map((each) =>
      isRelationPredicate(each) && withAmount.has(each.id) ? { ...each, amount: 'money' as const } : each,
    ),
  }
  const built = buildGraph({
    about: graph.about,
    schema,
    nodes: Array.from({ length: nodes.count }, (_, row) => ({ id: textAt(nodes.id, row), type: '', label: '' })),
    statements: located.map(({ record }) => record),
    sources: [...evidence.sources.values()],
  })
  const ids = Array.from({ length: edges.count }, (_, row) => textAt(edges.id, row))
  for (const { edge, record } of located) ids[edge] = edgeOrFigureId(record)
  return {
    ...graph,
    schema,
    edges: { ...edges, id: textColumn(ids) },
    statements: { ...built.statements, edge: Uint32Array.from(located, ({ edge }) => edge) },
    sources: built.sources,
  }
}

function recordOf({ nodes, edges }: Graph, each: CollectedStatement, edge: number): Statement {
  const { id, status, source, value, date, locator, note } = each
  return {
    id,
    subject: textAt(nodes.id, edges.source[edge]!),
    predicate: categoryAt(edges.predicate, edge) ?? '',
    object: textAt(nodes.id, edges.target[edge]!),
    status,
    source,
    ...(value && { value }),
    ...(date !== undefined && { date }),
    ...(locator !== undefined && { locator }),
    ...(note !== undefined && { note }),
  }
}

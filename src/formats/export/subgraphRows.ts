import { NONE, textAt } from '../../model/columns'
import type { Dispute } from '../../model/records'
import type { Subgraph } from '../format'

/** The rows of every table that belong to a part, in the order of the graph. */
export interface SubgraphRows {
  readonly nodes: readonly number[]
  readonly edges: readonly number[]
  readonly figures: readonly number[]
  readonly statements: readonly number[]
  readonly sources: readonly number[]
  /** Nodes outside the part that assert a statement in it. */
  readonly asserters: readonly number[]
}

/**
 * The rows of a part: figures of its nodes that have statements, the statements about its edges and figures, and their
 * sources with the origins of those. The whole graph includes all sources.
 */
export function rowsOfSubgraph({ graph, nodes, edges }: Subgraph): SubgraphRows {
  const { figures, statements, sources } = graph
  const isWhole = nodes.every((included) => included === 1) && edges.every((included) => included === 1)
  const figuresWithStatements = new Set(statements.figure)
  const figureRows = rowsWhere(
    figures.count,
    (row) => nodes[figures.subject[row]!] === 1 && figuresWithStatements.has(row),
  )
  const statementRows = rowsWhere(statements.count, (row) => {
    const edge = statements.edge[row]!
    return edge === NONE ? nodes[figures.subject[statements.figure[row]!]!] === 1 : edges[edge] === 1
  })
  const by = new Set(statementRows.map((row) => statements.by[row]!))
  return {
    nodes: rowsWhere(nodes.length, (row) => nodes[row] === 1),
    edges: rowsWhere(edges.length, (row) => edges[row] === 1),
    figures: figureRows,
    statements: statementRows,
    sources: isWhole
      ? [...sources.keys()]
      : withOrigins(new Set(statementRows.map((row) => statements.source[row]!)), sources),
    asserters: rowsWhere(nodes.length, (row) => by.has(row) && nodes[row] === 0),
  }
}

const rowsWhere = (count: number, includes: (row: number) => boolean): number[] => {
  const rows: number[] = []
  for (let row = 0; row < count; row++) if (includes(row)) rows.push(row)
  return rows
}

function withOrigins(used: Set<number>, sources: Subgraph['graph']['sources']): number[] {
  const rowOf = new Map(sources.map(({ id }, row) => [id, row]))
  for (const row of used) {
    const origin = rowOf.get(sources[row]?.origin ?? '')
    if (origin !== undefined) used.add(origin)
  }
  return [...used].sort((one, other) => one - other)
}

/** The disputes with statements of a part, reduced to those statements. Sides without any are left out. */
export function disputesOfSubgraph({ graph }: Subgraph, { statements }: SubgraphRows): Dispute[] {
  if (graph.disputes.length === 0) return []
  const ids = new Set(statements.map((row) => textAt(graph.statements.id, row)))
  const inPart = (list: readonly string[]) => list.filter((id) => ids.has(id))
  return graph.disputes.flatMap((dispute) => {
    const sides = dispute.sides
      .map((side) => ({ ...side, statements: inPart(side.statements) }))
      .filter((side) => side.statements.length > 0)
    const also = inPart(dispute.also ?? [])
    const { also: _, ...rest } = dispute
    return sides.length > 0 ? [{ ...rest, sides, ...(also.length > 0 && { also }) }] : []
  })
}

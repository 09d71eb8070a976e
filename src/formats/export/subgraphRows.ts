import { NONE, textAt } from '../../model/columns'
import type { Dispute } from '../../model/records'
import type { Subgraph } from '../format'

/** The rows of every table that a part takes, in the graph's own order. */
export interface SubgraphRows {
  readonly nodes: readonly number[]
  readonly edges: readonly number[]
  readonly figures: readonly number[]
  readonly statements: readonly number[]
  readonly sources: readonly number[]
  /** Nodes outside of the part that assert a statement in it. */
  readonly asserters: readonly number[]
}

/** A part takes the figures of its nodes of which a statement speaks, the statements behind its edges and figures, and the sources with their origins; the whole takes all sources. */
export function rowsOfSubgraph({ graph, nodes, edges }: Subgraph): SubgraphRows {
  const { figures, statements, sources } = graph
  const whole = nodes.every((shown) => shown === 1) && edges.every((shown) => shown === 1)
  const spoken = new Set(statements.figure)
  const figureRows = chosen(figures.count, (row) => nodes[figures.subject[row]!] === 1 && spoken.has(row))
  const statementRows = chosen(statements.count, (row) => {
    const edge = statements.edge[row]!
    return edge === NONE ? nodes[figures.subject[statements.figure[row]!]!] === 1 : edges[edge] === 1
  })
  const by = new Set(statementRows.map((row) => statements.by[row]!))
  return {
    nodes: chosen(nodes.length, (row) => nodes[row] === 1),
    edges: chosen(edges.length, (row) => edges[row] === 1),
    figures: figureRows,
    statements: statementRows,
    sources: whole
      ? [...sources.keys()]
      : withOrigins(new Set(statementRows.map((row) => statements.source[row]!)), sources),
    asserters: chosen(nodes.length, (row) => by.has(row) && nodes[row] === 0),
  }
}

const chosen = (count: number, wanted: (row: number) => boolean): number[] => {
  const rows: number[] = []
  for (let row = 0; row < count; row++) if (wanted(row)) rows.push(row)
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

/** The disputes that statements of a part take sides in, with those statements alone; a side of which none is there goes. */
export function disputesOfSubgraph({ graph }: Subgraph, { statements }: SubgraphRows): Dispute[] {
  if (graph.disputes.length === 0) return []
  const ids = new Set(statements.map((row) => textAt(graph.statements.id, row)))
  const here = (list: readonly string[]) => list.filter((id) => ids.has(id))
  return graph.disputes.flatMap((dispute) => {
    const sides = dispute.sides
      .map((side) => ({ ...side, statements: here(side.statements) }))
      .filter((side) => side.statements.length > 0)
    const also = here(dispute.also ?? [])
    const { also: _, ...rest } = dispute
    return sides.length > 0 ? [{ ...rest, sides, ...(also.length > 0 && { also }) }] : []
  })
}

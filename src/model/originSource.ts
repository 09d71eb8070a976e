import type { Graph } from './graph'
import { memoizeByGraph } from './graph'

const sourcesById = memoizeByGraph((graph) => new Map(graph.sources.map((each) => [each.id, each])))

const originIds = memoizeByGraph((graph): readonly string[] => graph.sources.map(({ id }) => originOf(graph, id)))

/** The id of a statement's original source: its own source, or the one that this reprints or relays. */
export const originSourceId = (graph: Graph, statement: number): string =>
  originIds(graph)[graph.statements.source[statement]!]!

/** The source at the end of a chain of reprints; a circular chain ends before its first repeat. */
function originOf(graph: Graph, id: string): string {
  const visited = new Set<string>()
  let current = id
  for (
    let next = sourcesById(graph).get(current)?.origin;
    next && !visited.has(next);
    next = sourcesById(graph).get(current)?.origin
  ) {
    visited.add(next)
    current = next
  }
  return current
}

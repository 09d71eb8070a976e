import type { Graph } from './graph'
import { memoizeByGraph } from './graph'

const sourcesById = memoizeByGraph((graph) => new Map(graph.sources.map((each) => [each.id, each])))

const originIds = memoizeByGraph((graph): readonly string[] => graph.sources.map(({ id }) => followed(graph, id)))

/** The source that a statement goes back to: its own, or what that reprints or relays. */
export const originSourceId = (graph: Graph, statement: number): string =>
  originIds(graph)[graph.statements.source[statement]!]!

/** The source at the end of a chain of reprints; a chain that runs in a circle ends where it would begin anew. */
function followed(graph: Graph, id: string): string {
  const seen = new Set<string>()
  let at = id
  for (
    let next = sourcesById(graph).get(at)?.origin;
    next && !seen.has(next);
    next = sourcesById(graph).get(at)?.origin
  ) {
    seen.add(next)
    at = next
  }
  return at
}

import type { FilterMessages } from '../../messages/filter.en'
import { groupRowsByKey, rowsOfGroup, type CategoryColumn } from '../../model/columns'
import { edgeDirections } from '../../model/enumerations'
import { memoizeByPart, type Graph } from '../../model/graph'
import type { FilterKeyDefinition } from './filterKey'
import type { VisibleRows } from './masks'

type EdgeShapeKey = FilterKeyDefinition & { readonly id: keyof FilterMessages['keys'] }

const yesOrNo = (codes: Uint32Array): CategoryColumn => ({ kind: 'category', codes, dictionary: ['no', 'yes'] })

const loops = memoizeByPart(
  ({ edges }) => edges.source,
  ({ edges: { source, target } }) => yesOrNo(source.map((from, edge) => (from === target[edge] ? 1 : 0))),
)

const mutual = edgeDirections.indexOf('mutual')

const directions = memoizeByPart(
  ({ edges }) => edges.direction,
  ({ edges: { direction } }): CategoryColumn => ({
    kind: 'category',
    codes: Uint32Array.from(direction),
    dictionary: [...edgeDirections],
  }),
)

/**
 * Edges that point both ways: they are mutual themselves, or another edge leads back between the same two nodes. Edges are grouped by their
 * lower end; within a group, a stamp for each upper end says which ways were seen, so that time and space are linear.
 */
function mutualEdges(
  { nodes, edges: { source, target, direction } }: Graph,
  part: VisibleRows | undefined,
): CategoryColumn {
  const lower = source.map((from, edge) => Math.min(from, target[edge]!))
  const byLower = groupRowsByKey(lower, nodes.count)
  const upward = new Uint32Array(nodes.count)
  const downward = new Uint32Array(nodes.count)
  const codes = Uint32Array.from(direction, (number) => (number === mutual ? 1 : 0))
  for (let node = 0; node < nodes.count; node++) {
    const group = rowsOfGroup(byLower, node)
    for (const edge of group)
      if (!part || part.edges[edge] === 1) {
        if (source[edge] === node) upward[target[edge]!] = node + 1
        else downward[source[edge]!] = node + 1
      }
    for (const edge of group) {
      const upper = source[edge] === node ? target[edge]! : source[edge]!
      if (upper !== node && upward[upper] === node + 1 && downward[upper] === node + 1) codes[edge] = 1
    }
  }
  return yesOrNo(codes)
}

/** The keys about the ends of single edges: their direction, loops, and edges that point both ways. */
export const edgeShapeFilterKeys: readonly EdgeShapeKey[] = [
  { id: 'direction', of: 'edge', kind: 'words', values: directions },
  { id: 'loop', of: 'edge', kind: 'words', values: loops },
  {
    id: 'mutual',
    of: 'edge',
    kind: 'words',
    values: memoizeByPart(
      ({ edges }) => edges.direction,
      (graph) => mutualEdges(graph, undefined),
    ),
    valuesWithin: mutualEdges,
  },
]

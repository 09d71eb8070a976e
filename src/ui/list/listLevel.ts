import { NONE } from '../../model/columns'
import { nodeRows, type Graph } from '../../model/graph'
import { here, relationsOf, walkable, type Sight, type Walk } from '../../scene/listNavigation'

/** What stands in the list twin: rows of nodes, or of the edges of the node that was entered. */
export interface Level {
  readonly rows: Uint32Array
  /** Index of the row where the person stands. */
  readonly at: number
  /** The node whose relations are listed; undefined in the list of nodes. */
  readonly inside: string | undefined
}

/** The list around a place in the walk. */
export function levelOf(graph: Graph, sight: Sight, walk: Walk): Level {
  const spot = here(walk)
  if (spot && spot.relation >= 0)
    return { rows: relationsOf(graph, sight, spot.node), at: spot.relation, inside: spot.node }
  const rows = walkable(graph, sight)
  return { rows, at: Math.max(0, rows.indexOf(nodeRows(graph).get(spot?.node ?? '') ?? NONE)), inside: undefined }
}

/** Nothing is listed before it is looked at: sorting a large graph takes a while. */
export const unseen: Level = { rows: new Uint32Array(0), at: 0, inside: undefined }

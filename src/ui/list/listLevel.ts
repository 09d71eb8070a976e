import { NONE } from '../../model/columns'
import { nodeRowById, type Graph } from '../../model/graph'
import {
  currentNavigationStep,
  visibleRelationsOf,
  listedNodes,
  type NavigationView,
  type ListNavigation,
} from '../../scene/listNavigation'

/** What stands in the list: rows of nodes, or of the edges of the node that was entered. */
export interface ListLevel {
  readonly rows: Uint32Array
  /** Index of the row where the person stands. */
  readonly activeIndex: number
  /** The node whose relations are listed; undefined in the list of nodes. */
  readonly enteredNode: string | undefined
}

/** The list around a place in the walk. */
export function listLevelOf(graph: Graph, sight: NavigationView, walk: ListNavigation): ListLevel {
  const spot = currentNavigationStep(walk)
  if (spot && spot.relationIndex >= 0)
    return {
      rows: visibleRelationsOf(graph, sight, spot.node),
      activeIndex: spot.relationIndex,
      enteredNode: spot.node,
    }
  const rows = listedNodes(graph, sight)
  return {
    rows,
    activeIndex: Math.max(0, rows.indexOf(nodeRowById(graph).get(spot?.node ?? '') ?? NONE)),
    enteredNode: undefined,
  }
}

/** Nothing is listed before it is looked at: sorting a large graph takes a while. */
export const emptyListLevel: ListLevel = { rows: new Uint32Array(0), activeIndex: 0, enteredNode: undefined }

import { NONE } from '../../model/columns'
import { nodeRowIndex, type Graph } from '../../model/graph'
import {
  currentNavigationStep,
  visibleRelationsOf,
  listedNodes,
  type FilterAndTexts,
  type ListNavigation,
} from '../../scene/listNavigation'

/** The rows that the list shows: node rows, or edge rows of the entered node. */
export interface DrillDownLevel {
  readonly rows: Uint32Array
  /** Index of the active row. */
  readonly activeIndex: number
  /** The node whose relations are listed; undefined in the list of nodes. */
  readonly enteredNode: string | undefined
}

/** The list at a position of the navigation. */
export function drillDownLevelOf(graph: Graph, view: FilterAndTexts, navigation: ListNavigation): DrillDownLevel {
  const step = currentNavigationStep(navigation)
  if (step && step.relationIndex >= 0)
    return {
      rows: visibleRelationsOf(graph, view, step.node),
      activeIndex: step.relationIndex,
      enteredNode: step.node,
    }
  const rows = listedNodes(graph, view)
  return {
    rows,
    activeIndex: Math.max(0, rows.indexOf(nodeRowIndex(graph).get(step?.node ?? '') ?? NONE)),
    enteredNode: undefined,
  }
}

/** An empty list, used while the list is hidden: sorting a large graph takes time. */
export const emptyDrillDownLevel: DrillDownLevel = { rows: new Uint32Array(0), activeIndex: 0, enteredNode: undefined }

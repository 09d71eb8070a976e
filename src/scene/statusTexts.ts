import type { Texts } from '../messages/texts.en'
import { adjacency, edgeRowIndex, nodeRowIndex, type Graph } from '../model/graph'
import { isLargeGraph, maxFullyDrawn } from './canvas/canvasScene'
import { layoutStatusText } from './layouts/layoutRecords'
import { nodeLabelAt } from './text/nodeCard'
import { visibleRows } from './view/filterResult'
import type { Selection, View, Workspace } from './view/view'

/** The parts of the status line; a part without anything to report is empty. */
interface StatusTexts {
  readonly visibleText: string
  /** The button that clears the filter; empty if there is no filter. */
  readonly showAllText: string
  readonly selectionText: string
  readonly layoutText: string
  /** That the drawing of a large graph is simplified, and what that means. */
  readonly largeGraphText: string
  readonly largeGraphHint: string
}

/**
 * The status line: how much is shown and why, what is selected, and the layout.
 * @param progressText replaces the layout while something is being computed
 */
export const statusTexts = (
  { graph, view }: Workspace,
  texts: Texts,
  isForceRunning: boolean,
  progressText?: string,
): StatusTexts => ({
  visibleText: visibleTextOf(graph, view, texts),
  showAllText: view.filter.some(({ off }) => !off) ? texts.frame.showAll({ count: graph.nodes.count }) : '',
  selectionText: selectionTextOf(graph, view.selection, texts),
  layoutText: progressText ?? layoutTextOf({ graph, view }, texts, isForceRunning),
  largeGraphText: isLargeGraph(graph) ? texts.frame.largeGraph : '',
  largeGraphHint: isLargeGraph(graph) ? texts.frame.largeGraphHint(maxFullyDrawn) : '',
})

function visibleTextOf(graph: Graph, { filter, filteredOut }: View, { frame }: Texts): string {
  const { nodes, edges } = graph
  const steps = filter.filter(({ off }) => !off).length
  if (steps === 0) return frame.allShown({ nodes: nodes.count, edges: edges.count })
  const { nodeCount, edgeCount } = visibleRows(graph, filter)
  return frame.partShown({
    nodes: nodeCount,
    allNodes: nodes.count,
    edges: edgeCount,
    allEdges: edges.count,
    steps,
    dims: filteredOut === 'dim',
  })
}

function selectionTextOf(graph: Graph, { nodes, edges }: Selection, texts: Texts): string {
  if (nodes.length + edges.length > 1) return texts.frame.selectedCount({ nodes: nodes.length, edges: edges.length })
  const row = nodeRowIndex(graph).get(nodes[0] ?? '')
  if (row !== undefined)
    return texts.frame.selectedNode({ node: nodeLabelAt(graph, row, texts), neighbours: neighbourCount(graph, row) })
  const edge = edgeRowIndex(graph).get(edges[0] ?? '')
  if (edge === undefined) return ''
  return texts.frame.selectedEdge({
    source: nodeLabelAt(graph, graph.edges.source[edge]!, texts),
    target: nodeLabelAt(graph, graph.edges.target[edge]!, texts),
  })
}

function neighbourCount(graph: Graph, row: number): number {
  const { offsets, neighbours } = adjacency(graph)
  return new Set(neighbours.subarray(offsets[row], offsets[row + 1])).size
}

const layoutTextOf = (workspace: Workspace, texts: Texts, isForceRunning: boolean): string =>
  isForceRunning
    ? texts.layouts.forceRunning({ iterations: workspace.view.layout.iterations })
    : layoutStatusText(workspace, texts)

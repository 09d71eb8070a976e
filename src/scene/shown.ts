import type { Visible } from '../analysis/filter/apply'
import { throughLenses, visible, visibleAfterEach } from '../analysis/filter/apply'
import type { Filter } from '../analysis/filter/filter'
import { adjacency, edgeRows, nodeRows } from '../model/graph'
import type { Graph } from '../model/graph'
import { lensed, originalOf, supportOf } from '../model/lens'
import { memoised } from './memo'
import type { Selection, Workspace } from './view'

const visibleOnce = memoised(visible)
const lensedOnce = memoised(throughLenses)

/** What is left at the start and after each step. The same filter of the same graph is computed once; a lens that lies over it is not laid twice. */
export const stages = (graph: Graph, filter: Filter): readonly Visible[] => stagesOnce(originalOf(graph), filter)

const stagesOnce = memoised((graph: Graph, filter: Filter) => {
  const all = visibleAfterEach(graph, filter)
  last.set(filter, { graph, left: all.at(-1)! })
  return all
})
const last = new WeakMap<Filter, { graph: Graph; left: Visible }>()

/** What the view's filter leaves: that of its last step, since the steps are counted anyway. */
export const shown = (graph: Graph, filter: Filter): Visible => stages(graph, filter).at(-1)!

/** What any filter leaves; of the view's own it is known already. */
export function leftBy(graph: Graph, filter: Filter): Visible {
  const known = last.get(filter)
  return known?.graph === originalOf(graph) ? known.left : visibleOnce(originalOf(graph), filter)
}

/** The graph as the filter's lenses leave it: everything that is shown of it follows from the statements that count. */
export const seen = (graph: Graph, filter: Filter): Graph => lensedOnce(originalOf(graph), filter)

/** The workspace with its graph as it is seen; the same object for the same workspace. */
export const seenWorkspace = (workspace: Workspace): Workspace => {
  const graph = seen(workspace.graph, workspace.view.filter)
  return graph === workspace.graph ? workspace : withGraph(workspace, graph)
}
const withGraph = memoised((workspace: Workspace, graph: Graph): Workspace => ({ ...workspace, graph }))

/** What the statements of a document are about: their edges with both ends, and the nodes of their figures. */
export function litBySource(graph: Graph, source: string): Lit {
  const at = graph.sources.findIndex(({ id }) => id === source)
  const { nodes, edges } = supportOf(
    lensed(
      graph,
      Uint8Array.from(graph.statements.source, (each) => (each === at ? 1 : 0)),
    ),
  )
  return { any: at >= 0, nodes, edges }
}

/** One byte a row: what a selection lights up. Where nothing is lit, everything is at rest. */
export interface Lit {
  readonly any: boolean
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
}

/** Selected nodes light their edges and neighbours; selected edges light their ends. A figure lights its node alone. */
export const lit: (graph: Graph, selection: Selection) => Lit = memoised((graph: Graph, selection: Selection): Lit => {
  const nodes = new Uint8Array(graph.nodes.count)
  const edges = new Uint8Array(graph.edges.count)
  const { offsets, rows, neighbours } = adjacency(graph)
  for (const id of selection.nodes) {
    const row = nodeRows(graph).get(id)
    if (row === undefined) continue
    nodes[row] = 1
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) edges[rows[at]!] = nodes[neighbours[at]!] = 1
  }
  for (const id of selection.edges) {
    const row = edgeRows(graph).get(id)
    if (row === undefined) continue
    edges[row] = nodes[graph.edges.source[row]!] = nodes[graph.edges.target[row]!] = 1
  }
  return { any: selection.nodes.length + selection.edges.length > 0, nodes, edges }
})

import type { Texts } from '../messages/texts.en'
import { textAt } from '../model/columns'
import { adjacency, edgeRowById, nodeRowById, type Graph } from '../model/graph'
import { labelInLanguage } from '../model/nodeNames'
import { nodeRecordAt } from '../model/rowRecords'
import { groupThousands } from '../model/value'
import { isLargeGraph } from './canvas/canvasScene'
import { pluralize } from '../model/pluralize'
import { layoutRecordByName, layoutStatusText } from './layouts/layoutRecords'
import { visibleRows } from './view/filterResult'
import type { Selection, View, Workspace } from './view/view'

/** The status line in three parts; a part that has nothing to say is empty. */
interface StatusTexts {
  readonly visibleText: string
  /** What one click shows where the filter leaves something out: everything. */
  readonly showAllText: string
  readonly selectionText: string
  readonly layoutText: string
  /** That the graph is drawn plainly, as it is large, and what that means. */
  readonly largeGraphText: string
  readonly largeGraphHint: string
}

/** Said of a large graph in the line, and at more length when asked. */
const largeGraphTexts = {
  largeGraphText: 'Large graph, drawn plainly',
  largeGraphHint:
    'Above 3,000 nodes or 5,000 edges, lines are straight and fainter the more there are, and names stand at the hubs. What you point at or select is drawn in full.',
}
const noLargeGraphTexts = { largeGraphText: '', largeGraphHint: '' }

/** What is shown and why, what is selected, and what places the nodes. */
export const statusTexts = (
  { graph, view }: Workspace,
  texts: Texts,
  running: boolean,
  runningLayoutText?: string,
): StatusTexts => ({
  visibleText: visibleTextOf(graph, view),
  showAllText: view.filter.some(({ off }) => !off) ? `Show all ${groupThousands(graph.nodes.count)}` : '',
  selectionText: selectionTextOf(graph, view.selection, texts),
  layoutText: runningLayoutText ?? layoutTextOf({ graph, view }, texts, running),
  ...(isLargeGraph(graph) ? largeGraphTexts : noLargeGraphTexts),
})

function visibleTextOf(graph: Graph, { filter, filteredOut }: View): string {
  const { nodeCount, edgeCount } = visibleRows(graph, filter)
  const [nodes, edges] = [pluralize(graph.nodes.count, 'node'), pluralize(graph.edges.count, 'edge')]
  const steps = filter.filter(({ off }) => !off).length
  if (steps === 0) return `${graph.nodes.count === 1 ? '' : 'All '}${nodes}, ${edges}`
  const why = `by ${pluralize(steps, 'step')}${filteredOut === 'dim' ? ', the others dimmed' : ''}`
  return `${groupThousands(nodeCount)} of ${nodes}, ${groupThousands(edgeCount)} of ${edges} ${why}`
}

function selectionTextOf(graph: Graph, { nodes, edges }: Selection, texts: Texts): string {
  if (nodes.length + edges.length > 1) {
    const parts = [countUnlessNone(nodes.length, 'node'), countUnlessNone(edges.length, 'edge')].filter(
      (part) => part !== '',
    )
    return `${parts.join(' and ')} selected`
  }
  const node = nodeRowById(graph).get(nodes[0] ?? '')
  if (node !== undefined)
    return `${labelInLanguage(texts.language, nodeRecordAt(graph, node))} selected, ${countUnlessNone(neighboursAt(graph, node), 'neighbour') || 'no neighbours'}`
  const edge = edgeRowById(graph).get(edges[0] ?? '')
  if (edge === undefined) return ''
  const ends = [graph.edges.source[edge]!, graph.edges.target[edge]!].map((row) => textAt(graph.nodes.label, row))
  return `1 edge selected, ${ends.join(' to ')}`
}

function neighboursAt(graph: Graph, row: number): number {
  const { offsets, neighbours } = adjacency(graph)
  return new Set(neighbours.subarray(offsets[row], offsets[row + 1])).size
}

const countUnlessNone = (count: number, noun: string): string => (count === 0 ? '' : pluralize(count, noun))

function layoutTextOf(workspace: Workspace, texts: Texts, running: boolean): string {
  const { name, iterations } = workspace.view.layout
  return running
    ? `${layoutRecordByName(name).label} is running, ${iterations} rounds`
    : layoutStatusText(workspace, texts)
}

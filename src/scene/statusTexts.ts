import { textAt } from '../model/columns'
import { adjacency, edgeRows, nodeRows, type Graph } from '../model/graph'
import type { Language } from '../model/nodeNames'
import { labelIn } from '../model/nodeNames'
import { nodeAt } from '../model/rowRecords'
import { grouped } from '../model/value'
import { isLarge } from './canvas/canvasScene'
import { counted } from '../model/pluralize'
import { layoutNamed, layoutText } from './layouts/layoutRecords'
import { shown } from './view/filterResult'
import type { Selection, View, Workspace } from './view/view'

/** The status line in three parts; a part that has nothing to say is empty. */
export interface StatusLine {
  readonly shown: string
  /** What one click shows where the filter leaves something out: everything. */
  readonly all: string
  readonly selected: string
  readonly layout: string
  /** That the graph is drawn plainly, as it is large, and what that means. */
  readonly drawn: string
  readonly drawnHow: string
}

/** Said of a large graph in the line, and at more length when asked. */
const plainly = {
  drawn: 'Large graph, drawn plainly',
  drawnHow:
    'Above 3,000 nodes or 5,000 edges, lines are straight and fainter the more there are, and names stand at the hubs. What you point at or select is drawn in full.',
}
const fully = { drawn: '', drawnHow: '' }

/** What is shown and why, what is selected, and what places the nodes. */
export const statusLine = ({ graph, view }: Workspace, running: boolean, laying?: string): StatusLine => ({
  shown: shownLine(graph, view),
  all: view.filter.some(({ off }) => !off) ? `Show all ${grouped(graph.nodes.count)}` : '',
  selected: selectedLine(graph, view.selection, view.language),
  layout: laying ?? layoutLine({ graph, view }, running),
  ...(isLarge(graph) ? plainly : fully),
})

function shownLine(graph: Graph, { filter, ruledOut }: View): string {
  const { nodeCount, edgeCount } = shown(graph, filter)
  const [nodes, edges] = [counted(graph.nodes.count, 'node'), counted(graph.edges.count, 'edge')]
  const steps = filter.filter(({ off }) => !off).length
  if (steps === 0) return `${graph.nodes.count === 1 ? '' : 'All '}${nodes}, ${edges}`
  const why = `by ${counted(steps, 'step')}${ruledOut === 'dim' ? ', the others dimmed' : ''}`
  return `${grouped(nodeCount)} of ${nodes}, ${grouped(edgeCount)} of ${edges} ${why}`
}

function selectedLine(graph: Graph, { nodes, edges }: Selection, language: Language): string {
  if (nodes.length + edges.length > 1) {
    const parts = [some(nodes.length, 'node'), some(edges.length, 'edge')].filter((part) => part !== '')
    return `${parts.join(' and ')} selected`
  }
  const node = nodeRows(graph).get(nodes[0] ?? '')
  if (node !== undefined)
    return `${labelIn(language, nodeAt(graph, node))} selected, ${some(neighboursAt(graph, node), 'neighbour') || 'no neighbours'}`
  const edge = edgeRows(graph).get(edges[0] ?? '')
  if (edge === undefined) return ''
  const ends = [graph.edges.source[edge]!, graph.edges.target[edge]!].map((row) => textAt(graph.nodes.label, row))
  return `1 edge selected, ${ends.join(' to ')}`
}

function neighboursAt(graph: Graph, row: number): number {
  const { offsets, neighbours } = adjacency(graph)
  return new Set(neighbours.subarray(offsets[row], offsets[row + 1])).size
}

const some = (count: number, noun: string): string => (count === 0 ? '' : counted(count, noun))

function layoutLine(workspace: Workspace, running: boolean): string {
  const { name, iterations } = workspace.view.layout
  return running ? `${layoutNamed(name).label} is running, ${iterations} rounds` : layoutText(workspace)
}

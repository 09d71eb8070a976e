import type { Agreement } from '../model/agreement'
import { figureAgreements } from '../model/agreement'
import { groupAt, NONE, textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { statementsOfEdge, statementsOfFigure } from '../model/graph'
import type { Language } from '../model/nodeNames'
import { agreementAt } from '../model/edgeAgreement'
import { edgeSentence, figureTitle, plainText } from './text/sentences'
import type { Selection } from './view/view'

/** An edge or a figure: whatever statements are about. */
export interface Bundle {
  readonly kind: 'edge' | 'figure'
  readonly row: number
}

/** Every edge and figure that a statement is behind, edges first. */
export function bundlesOf(graph: Graph): Bundle[] {
  if (graph.statements.count === 0) return []
  const edges = statementsOfEdge(graph).offsets
  const figures = statementsOfFigure(graph).offsets
  const rows = (offsets: Uint32Array, count: number) =>
    Array.from({ length: count }, (_, row) => row).filter((row) => offsets[row + 1]! > offsets[row]!)
  return [
    ...rows(edges, graph.edges.count).map((row): Bundle => ({ kind: 'edge', row })),
    ...rows(figures, graph.figures.count).map((row): Bundle => ({ kind: 'figure', row })),
  ]
}

/** The edge or figure that a statement is about. */
export function bundleOf({ statements }: Graph, statement: number): Bundle {
  const edge = statements.edge[statement]!
  return edge === NONE ? { kind: 'figure', row: statements.figure[statement]! } : { kind: 'edge', row: edge }
}

export const statementsBehind = (graph: Graph, { kind, row }: Bundle): Uint32Array =>
  groupAt(kind === 'edge' ? statementsOfEdge(graph) : statementsOfFigure(graph), row)

export const agreementBehind = (graph: Graph, { kind, row }: Bundle): Agreement =>
  kind === 'edge' ? agreementAt(graph, row) : figureAgreements(graph)[row]!

export const idOf = (graph: Graph, { kind, row }: Bundle): string =>
  textAt(kind === 'edge' ? graph.edges.id : graph.figures.id, row)

/** An edge as a sentence, a figure as a noun: "Cost of Ohio gas plant". */
export const titleOf = (graph: Graph, { kind, row }: Bundle, language: Language): string =>
  plainText(kind === 'edge' ? edgeSentence(graph, row, language) : figureTitle(graph, row, language))

/** What is selected where an edge or figure is chosen: the edge, or the figure with its node. */
export function selectionOf(graph: Graph, bundle: Bundle): Selection {
  const id = idOf(graph, bundle)
  if (bundle.kind === 'edge') return { nodes: [], edges: [id] }
  return { nodes: [textAt(graph.nodes.id, graph.figures.subject[bundle.row]!)], edges: [], figure: id }
}

/** Whether an edge or figure is among what is shown: figures go with their nodes. */
export const isShown = (
  graph: Graph,
  { nodes, edges }: { readonly nodes: Uint8Array; readonly edges: Uint8Array },
  { kind, row }: Bundle,
): boolean => (kind === 'edge' ? edges[row] === 1 : nodes[graph.figures.subject[row]!] === 1)

import type { Texts } from '../messages/texts.en'
import type { Agreement } from '../model/agreement'
import { edgeAgreementAt, figureAgreements } from '../model/agreement'
import { rowsOfGroup, NONE, textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { statementsByEdge, statementsByFigure } from '../model/graph'
import { edgeSentence, figureTitle, sentenceText } from './text/sentences'
import type { Selection } from './view/view'

/** What statements are about: an edge or a figure, by its row. */
export interface EdgeOrFigure {
  readonly kind: 'edge' | 'figure'
  readonly row: number
}

/** Every edge and figure with at least one statement, edges first. */
export function statedEdgesAndFigures(graph: Graph): EdgeOrFigure[] {
  if (graph.statements.count === 0) return []
  const edges = statementsByEdge(graph).offsets
  const figures = statementsByFigure(graph).offsets
  const rows = (offsets: Uint32Array, count: number) =>
    Array.from({ length: count }, (_, row) => row).filter((row) => offsets[row + 1]! > offsets[row]!)
  return [
    ...rows(edges, graph.edges.count).map((row): EdgeOrFigure => ({ kind: 'edge', row })),
    ...rows(figures, graph.figures.count).map((row): EdgeOrFigure => ({ kind: 'figure', row })),
  ]
}

/** The edge or figure that a statement is about. */
export function edgeOrFigureOfStatement({ statements }: Graph, statement: number): EdgeOrFigure {
  const edge = statements.edge[statement]!
  return edge === NONE ? { kind: 'figure', row: statements.figure[statement]! } : { kind: 'edge', row: edge }
}

export const statementsOfEdgeOrFigure = (graph: Graph, { kind, row }: EdgeOrFigure): Uint32Array =>
  rowsOfGroup(kind === 'edge' ? statementsByEdge(graph) : statementsByFigure(graph), row)

export const agreementOfEdgeOrFigure = (graph: Graph, { kind, row }: EdgeOrFigure): Agreement =>
  kind === 'edge' ? edgeAgreementAt(graph, row) : figureAgreements(graph)[row]!

export const idOfEdgeOrFigure = (graph: Graph, { kind, row }: EdgeOrFigure): string =>
  textAt(kind === 'edge' ? graph.edges.id : graph.figures.id, row)

/** An edge as a sentence, a figure as a noun phrase: "Cost of Ohio gas plant". */
export const titleOfEdgeOrFigure = (graph: Graph, { kind, row }: EdgeOrFigure, texts: Texts): string =>
  sentenceText(kind === 'edge' ? edgeSentence(graph, row, texts) : figureTitle(graph, row, texts))

/** The selection that shows an edge or figure: the edge alone, or the figure with its node. */
export function selectionOfEdgeOrFigure(graph: Graph, edgeOrFigure: EdgeOrFigure): Selection {
  const id = idOfEdgeOrFigure(graph, edgeOrFigure)
  if (edgeOrFigure.kind === 'edge') return { nodes: [], edges: [id] }
  return { nodes: [textAt(graph.nodes.id, graph.figures.subject[edgeOrFigure.row]!)], edges: [], figure: id }
}

/** Whether an edge or figure is visible, given one byte a row; a figure is visible with its node. */
export const isEdgeOrFigureVisible = (
  graph: Graph,
  { nodes, edges }: { readonly nodes: Uint8Array; readonly edges: Uint8Array },
  { kind, row }: EdgeOrFigure,
): boolean => (kind === 'edge' ? edges[row] === 1 : nodes[graph.figures.subject[row]!] === 1)

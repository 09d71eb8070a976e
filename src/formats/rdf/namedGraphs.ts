import type { Quad } from 'n3'
import { message } from '../../messages/message'
import { categoryAt, cellAt, textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import type { GraphCollector } from '../collect/graphCollector'
import { withRelationStatements, type EdgeMention } from '../collect/withRelationStatements'
import { idFromIri, kizunaNamespaces } from './rdfNamespaces'

/** The column of edges with the names of their graphs. */
const namedGraphColumn = 'named graph'
/** An IRI has no space, so names can be told apart. */
const separator = '; '

/** Writes the graph of a triple into the row of its edge, beside the other graphs that have the same triple. */
export function addNamedGraph(collector: GraphCollector, row: number, { graph }: Quad): void {
  if (graph.termType === 'DefaultGraph') return
  const builder = collector.edges.column(namedGraphColumn)
  const before = builder.textAt(row)
  const name = idFromIri(graph.value, kizunaNamespaces.n)
  if (before?.split(separator).includes(name)) return
  builder.setText(row, before === undefined ? name : before + separator + name)
}

/** Reports values and types that stand in a named graph: they are kept, but not the graph that says them. */
export function reportValuesInNamedGraphs(
  collector: GraphCollector,
  quads: readonly Quad[],
  isEdge: (quad: Quad) => boolean,
): void {
  for (const quad of quads)
    if (quad.graph.termType !== 'DefaultGraph' && !isEdge(quad))
      collector.repair('left out', quad.graph.value, message('formats', 'rdfGraphOfValue'))
}

/**
 * Adds who says the edges: each named graph is a source, called by its label if the file describes it, else by its IRI, and
 * each edge in it is reported by this source. Edges of the default graph have no statement.
 */
export function addNamedGraphEvidence(_files: readonly unknown[], graph: Graph): Graph {
  const column = graph.edges.attributes.get(namedGraphColumn)
  if (!column) return graph
  const mentions: EdgeMention[] = []
  const taken = new Set<string>()
  for (let edge = 0; edge < graph.edges.count; edge++) {
    const names = cellAt(column, edge)
    // Statements give their edge its id, so of edges with the same parts only one can have statements.
    const parts = `${graph.edges.source[edge]} ${graph.edges.target[edge]} ${categoryAt(graph.edges.predicate, edge)}`
    if (names === undefined || taken.has(parts)) continue
    taken.add(parts)
    for (const document of String(names).split(separator)) mentions.push({ edge, document })
  }
  return withRelationStatements(
    graph,
    mentions,
    describedGraphs(graph, new Set(mentions.map(({ document }) => document))),
  )
}

/** The titles and addresses of graphs: the label of the node of the same id, if the file has one. */
function describedGraphs(graph: Graph, names: ReadonlySet<string>): Map<string, { title: string; url?: string }> {
  const titles = new Map(Array.from(names, (name) => [name, name]))
  for (let row = 0; row < graph.nodes.count; row++) {
    const id = textAt(graph.nodes.id, row)
    if (names.has(id)) titles.set(id, textAt(graph.nodes.label, row) || id)
  }
  return new Map(
    Array.from(titles, ([name, title]) => [name, { title, ...(/^https?:\/\//.test(name) ? { url: name } : {}) }]),
  )
}

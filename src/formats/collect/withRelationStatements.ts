import { buildGraph, edgeOrFigureId } from '../../model/buildGraph'
import { categoryAt, textAt, textColumn } from '../../model/columns'
import type { Graph } from '../../model/graph'
import type { Source, Statement } from '../../model/records'
import { IdGenerator } from './idGenerator'

/** That a document says what an edge says, and where in it. */
export interface EdgeMention {
  /** The row of the edge. */
  readonly edge: number
  /** A key of `documents`. */
  readonly document: string
  readonly locator?: string
}

/** What is known of a document, by the key that mentions use. */
export type MentionedDocuments = ReadonlyMap<string, Pick<Source, 'title'> & Partial<Pick<Source, 'date' | 'url'>>>

/**
 * The graph with a statement for each mention of an edge: reported by the document, at its locator. A document that has
 * no entry is called by its key. Edges with statements get the id that their statements give them.
 */
export function withRelationStatements(
  graph: Graph,
  mentions: readonly EdgeMention[],
  documents: MentionedDocuments,
): Graph {
  if (mentions.length === 0) return graph
  const ids = new IdGenerator()
  const sources = new Map<string, Source>()
  for (const { document } of mentions)
    if (!sources.has(document)) {
      const known = documents.get(document) ?? { title: document }
      sources.set(document, { id: ids.idFor(`${known.title} ${sources.size + 1}`), kind: 'document', ...known })
    }
  const partsOf = (edge: number) => ({
    subject: textAt(graph.nodes.id, graph.edges.source[edge]!),
    predicate: categoryAt(graph.edges.predicate, edge)!,
    object: textAt(graph.nodes.id, graph.edges.target[edge]!),
  })
  const statements = mentions.map(({ edge, document, locator }, at): Statement => ({
    id: `s${at + 1}`,
    ...partsOf(edge),
    status: 'reported',
    source: sources.get(document)!.id,
    ...(locator === undefined ? {} : { locator }),
  }))
  const mentioned = new Set(mentions.map(({ edge }) => edge))
  const built = buildGraph({
    about: graph.about,
    schema: graph.schema,
    nodes: Array.from({ length: graph.nodes.count }, (_, row) => ({
      id: textAt(graph.nodes.id, row),
      type: '',
      label: '',
    })),
    statements,
    sources: [...sources.values()],
  })
  const edgeIds = Array.from({ length: graph.edges.count }, (_, row) =>
    mentioned.has(row) ? edgeOrFigureId(partsOf(row)) : textAt(graph.edges.id, row),
  )
  return {
    ...built,
    nodes: graph.nodes,
    edges: { ...graph.edges, id: textColumn(edgeIds) },
    statements: { ...built.statements, edge: Uint32Array.from(mentions, ({ edge }) => edge) },
  }
}

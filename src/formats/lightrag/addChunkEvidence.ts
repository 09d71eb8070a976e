import { cellAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { withRelationStatements, type EdgeMention } from '../collect/withRelationStatements'
import type { InputFile } from '../io/inputFile'
import { firstOwnValue, idTextOf, isPlainObject, ownValue } from '../json/jsonCells'

/** The ids of chunks in a cell of LightRAG's GraphML (github.com/HKUDS/LightRAG, GRAPH_FIELD_SEP). */
const separator = '<SEP>'

/** Nothing: the nodes and edges are in the GraphML file that is opened with the chunks. */
export function collectLightragChunks(): void {
  return undefined
}

/**
 * Adds what LightRAG found its relations in: each chunk that an edge names in `source_id` is a statement of its document,
 * with the number of the chunk as locator. The text itself is not copied.
 */
export function addChunkEvidence(files: readonly InputFile[], graph: Graph): Graph {
  const column = graph.edges.attributes.get('source_id')
  if (!column) return graph
  const chunks = new Map(files.flatMap(({ json }) => (isPlainObject(json) ? Object.entries(json) : [])))
  const mentions: EdgeMention[] = []
  const taken = new Set<string>()
  for (let edge = 0; edge < graph.edges.count; edge++) {
    const ends = `${graph.edges.source[edge]} ${graph.edges.target[edge]}`
    const ids = String(cellAt(column, edge) ?? '').split(separator)
    if (taken.has(ends)) continue
    taken.add(ends)
    for (const id of ids) {
      const chunk = chunks.get(id)
      if (chunk === undefined) continue
      const index = ownValue(chunk, 'chunk_order_index')
      const document = idTextOf(firstOwnValue(chunk, ['file_path', 'full_doc_id'])) ?? 'chunks'
      mentions.push({ edge, document, locator: typeof index === 'number' ? `chunk ${index + 1}` : id })
    }
  }
  return withRelationStatements(graph, mentions, new Map())
}

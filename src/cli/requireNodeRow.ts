import { searchNodes } from '../analysis/search/searchNodes'
import { nodeRowIndex, type Graph } from '../model/graph'
import { InputFault } from './cliFaults'

/**
 * The row of the node with this id.
 * @throws InputFault if there is none, with the id of the node with the most similar name
 */
export function requireNodeRow(graph: Graph, id: string): number {
  const row = nodeRowIndex(graph).get(id)
  if (row !== undefined) return row
  const [similar] = searchNodes(graph, id, 1)
  throw new InputFault(
    `unknown node "${id}"; ${similar ? `did you mean "${similar.node}"?` : '"kizuna find TEXT" lists nodes with their ids'}`,
  )
}

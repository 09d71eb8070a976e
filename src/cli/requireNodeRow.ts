import { searchNodes } from '../analysis/search/searchNodes'
import { nodeRowById, type Graph } from '../model/graph'
import { InputFault } from './cliCommand'

/** The row of the node with this id; where there is none it is said, with the id of one that is called alike. */
export function requireNodeRow(graph: Graph, id: string): number {
  const row = nodeRowById(graph).get(id)
  if (row !== undefined) return row
  const [near] = searchNodes(graph, id, 1)
  throw new InputFault(`"${id}" is no node${near ? `; did you mean "${near.node}"?` : ''}`)
}

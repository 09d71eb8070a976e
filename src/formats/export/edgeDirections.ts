import { NONE, type CategoryColumn } from '../../model/columns'
import { edgeDirections, type EdgeDirection } from '../../model/enumerations'
import type { Graph } from '../../model/graph'
import { directionColumnNames } from '../collect/edgeDirectionColumn'
import type { Subgraph } from '../format'
import { exportColumn, type ExportColumn } from '../io/exportColumn'

/** The directions among the edges of a part, in the order of `edgeDirections`. */
export function directionsIn({ graph, edges }: Subgraph): readonly EdgeDirection[] {
  const used = new Uint8Array(edgeDirections.length)
  const { direction } = graph.edges
  for (let row = 0; row < edges.length; row++) if (edges[row] === 1) used[direction[row]!] = 1
  return edgeDirections.filter((_, number) => used[number] === 1)
}

/** Whether a part has edges, and all of them are undirected. */
export function isUndirected(part: Subgraph): boolean {
  const directions = directionsIn(part)
  return directions.length === 1 && directions[0] === 'undirected'
}

/** The directions that a file of a part says itself, of those that its format can say. */
export const saidDirections = (part: Subgraph, sayable: readonly EdgeDirection[]): readonly EdgeDirection[] =>
  part.allDirected && !isUndirected(part) ? [] : sayable

export const directionAt = ({ edges }: Graph, row: number): EdgeDirection => edgeDirections[edges.direction[row]!]!

/**
 * Directions that a format does not say itself, as a column of words; empty for directed edges. It has another name if the
 * graph has a column of its name.
 * @param said the directions that the format says itself
 */
export function directionColumn(graph: Graph, said: readonly EdgeDirection[]): ExportColumn {
  const words = edgeDirections.map((direction) => direction !== 'directed' && !said.includes(direction))
  const column: CategoryColumn = {
    kind: 'category',
    codes: Uint32Array.from(graph.edges.direction, (number) => (words[number] ? number : NONE)),
    dictionary: [...edgeDirections],
  }
  const name = directionColumnNames.find((each) => !graph.edges.attributes.has(each))
  return exportColumn(name ?? directionColumnNames[0], column)
}

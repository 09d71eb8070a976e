import type { EdgeDirection } from '../../model/enumerations'
import { jsonFieldAt, type JsonDirectionField } from './collectJson'
import type { JsonRecords } from './jsonRecords'
import type { JsonValueReader } from './jsonValueReader'

/**
 * The field of edges that says their direction: `undirected` or `directed`, true or false, as graphology and pages with d3
 * have them. Undefined if there is none.
 * @param path the object in a record that the field is in
 */
export function directionFieldIn(
  edges: JsonRecords | undefined,
  ...path: readonly string[]
): JsonDirectionField | undefined {
  const undirected = jsonFieldAt(edges, ...path, 'undirected')
  if (undirected) return { field: undirected, directionOf: flag('undirected', 'directed') }
  const directed = jsonFieldAt(edges, ...path, 'directed')
  if (directed) return { field: directed, directionOf: flag('directed', 'undirected') }
  return undefined
}

const flag =
  (ifTrue: EdgeDirection, ifFalse: EdgeDirection) =>
  (values: JsonValueReader, start: number): EdgeDirection =>
    values.isTrue(start) ? ifTrue : ifFalse

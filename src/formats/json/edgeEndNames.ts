import { jsonFieldAt } from './collectJson'
import { edgeListNames } from './jsonOutline'
import type { JsonRecords } from './jsonRecords'

/** Names of both ends of an edge, the most usual first. */
const edgeEndNames = [
  ['source', 'target'],
  ['from', 'to'],
  ['sourceId', 'targetId'],
  ['source_id', 'target_id'],
  ['fromId', 'toId'],
  ['from_id', 'to_id'],
  ['start', 'end'],
  ['startNode', 'endNode'],
  ['startNodeId', 'endNodeId'],
  ['start_node', 'end_node'],
  ['start_id', 'end_id'],
  ['_from', '_to'],
  ['_start', '_end'],
  ['subject', 'object'],
  ['head', 'tail'],
  ['src', 'dst'],
  ['src', 'tgt'],
  ['source', 'destination'],
  ['origin', 'destination'],
  ['node1', 'node2'],
  ['u', 'v'],
] as const

/** The names of the two fields that hold the ends of edges; undefined if no pair is there. */
export const endNamesOf = (edges: JsonRecords | undefined): readonly [string, string] | undefined =>
  edgeEndNames.find((names) =>
    names.every((name) => {
      const field = jsonFieldAt(edges, name)
      return field !== undefined && (field.offsets.length > 0 || field.objectCount > 0)
    }),
  )

/** The list of edges among the lists of a file: the first whose records have two ends, else the first that there is. */
export function edgeListIn(lists: ReadonlyMap<string, JsonRecords>): JsonRecords | undefined {
  const found = edgeListNames.flatMap((name) => lists.get(name) ?? [])
  return found.find((list) => endNamesOf(list) !== undefined) ?? found[0]
}

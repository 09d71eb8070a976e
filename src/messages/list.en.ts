import { plural } from './englishFormatter'

/** The list of the graph's nodes, and of a node's relations. */
export const listEn = {
  nodes: 'List of nodes',
  relationsOf: ({ node }: { node: string }) => `Relations of ${node}`,
  instructions:
    'Up and down move, right opens the relations and follows them, left goes back, space selects, letters jump to a name',
  keys: { move: 'move', follow: 'open, then follow', back: 'back', space: 'Space', select: 'select' },
  path: 'Path',
  allNodes: 'All nodes',
  nodeSummary: ({ type, relations }: { type: string; relations: number }) =>
    `${type}, ${plural(relations, 'relation')}`,
  relationSummary: ({ status, sources }: { status: string; sources: number }) =>
    `${status}, ${plural(sources, 'independent source')}`,
  noSource: 'no source given',
  contested: 'contested',
  pause: ', ',
  noNodes: 'No node passes the filter.',
  noRelations: 'None of its relations passes the filter.',
  sorting: ({ nodes }: { nodes: number }) => `Sorting ${plural(nodes, 'node')} …`,
}

export type ListMessages = typeof listEn

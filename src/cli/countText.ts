import type { Graph } from '../model/graph'

/** A count with its noun, without separators so that programs can read it: "1 node", "1204 nodes". */
export const countText = (count: number, noun: string): string => `${count} ${count === 1 ? noun : `${noun}s`}`

/** "461 nodes, 905 edges, ..." */
export const graphCountsText = ({ nodes, edges, figures, statements, sources }: Graph): string =>
  [
    countText(nodes.count, 'node'),
    countText(edges.count, 'edge'),
    countText(figures.count, 'figure'),
    countText(statements.count, 'statement'),
    countText(sources.length, 'source'),
  ].join(', ')

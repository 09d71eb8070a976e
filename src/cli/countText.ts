import type { Graph } from '../model/graph'

/** A number with its noun, as a program reads it too: "1 node", "1204 nodes". */
export const countText = (count: number, noun: string): string => `${count} ${count === 1 ? noun : `${noun}s`}`

/** How much there is of everything, in words. */
export const graphCountsText = ({ nodes, edges, figures, statements, sources }: Graph): string =>
  [
    countText(nodes.count, 'node'),
    countText(edges.count, 'edge'),
    countText(figures.count, 'figure'),
    countText(statements.count, 'statement'),
    countText(sources.length, 'source'),
  ].join(', ')

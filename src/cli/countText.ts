import type { Graph } from '../model/graph'

/** A number with its noun, as a program reads it too: "1 node", "1204 nodes". */
export const amount = (count: number, noun: string): string => `${count} ${count === 1 ? noun : `${noun}s`}`

/** How much there is of everything, in words. */
export const amountsIn = ({ nodes, edges, figures, statements, sources }: Graph): string =>
  [
    amount(nodes.count, 'node'),
    amount(edges.count, 'edge'),
    amount(figures.count, 'figure'),
    amount(statements.count, 'statement'),
    amount(sources.length, 'source'),
  ].join(', ')

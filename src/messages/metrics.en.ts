import { english, plural } from './englishFormatter'

/** Every metric by its id: its name, what a high value means, and how edges are counted. */
const metrics = {
  degree: {
    label: 'Degree',
    sentence: 'High if a node has many edges: in total, incoming or outgoing.',
    counting: 'Parallel edges count separately; a loop counts twice. The weighted degree is the sum of the weights.',
  },
  pagerank: {
    label: 'PageRank',
    sentence:
      'High if important nodes point to a node: the share of time that a random walk along the edges spends there.',
    counting: 'Weights of parallel edges add up; a loop leads back to its node. The values add up to 1.',
  },
  betweenness: {
    label: 'Betweenness',
    sentence: 'High if many shortest paths between other nodes lead through a node: a broker, or a bottleneck.',
    counting:
      'Paths are measured in steps, without weights. Parallel edges count once, loops not at all. 1 means every shortest path.',
  },
  closeness: {
    label: 'Closeness',
    sentence: 'High if a node is few steps from every other; nodes that it cannot be reached from lower the value.',
    counting:
      'Paths are measured in steps, without weights. Parallel edges count once, loops not at all. Harmonic closeness is the mean of 1 / steps.',
  },
  eigenvector: {
    label: 'Eigenvector centrality',
    sentence: 'High if the neighbours of a node are themselves well connected.',
    counting:
      'Direction is ignored; weights of parallel edges add up. The value is 0 outside the most strongly connected part.',
  },
  hits: {
    label: 'Hubs and authorities',
    sentence: 'A good hub points to good authorities; a good authority is pointed to by good hubs.',
    counting:
      'Edges are followed in their direction; weights of parallel edges add up. Hub values add up to 1, and so do authority values.',
  },
  clustering: {
    label: 'Clustering',
    sentence: 'High if the neighbours of a node are connected to each other; 0 if no two of them are.',
    counting: 'Direction is ignored. Parallel edges count once, loops not at all.',
  },
  core: {
    label: 'Core number',
    sentence:
      'High in the dense middle of the graph: the largest k for which a node belongs to a group where each has k neighbours in the group.',
    counting: 'Direction is ignored. Parallel edges count once, loops not at all.',
  },
  component: {
    label: 'Connected component',
    sentence: 'Nodes with the same number are connected by a path; 1 is the largest component.',
    counting: 'Direction is ignored.',
  },
  'strong-component': {
    label: 'Strongly connected component',
    sentence:
      'Nodes with the same number can reach each other in the direction of the edges; 1 is the largest component.',
    counting: 'Edges are followed in their direction.',
  },
  community: {
    label: 'Communities',
    sentence:
      'Nodes with the same number are more connected to each other than chance predicts; 1 is the largest community.',
    counting:
      'Direction is ignored; weights of parallel edges add up. Certainty is the share of runs that agree on a node: the run with the highest modularity is shown, and the communities of every other run are matched with it by their common members, largest overlap first.',
  },
  density: {
    label: 'Density',
    sentence:
      'The share of all possible connections between nodes that exist; 1 if every node is connected to every other.',
    counting:
      'The two directions between two nodes are two possible connections. Parallel edges count once, loops not at all.',
  },
  diameter: {
    label: 'Diameter (estimate)',
    sentence:
      'The number of steps of the longest shortest path in the largest component. A lower bound: the true diameter is at least this.',
    counting: 'Direction and weights are ignored.',
  },
  reciprocity: {
    label: 'Reciprocity',
    sentence: 'The share of edges with an edge in the opposite direction; 1 if every edge has one.',
    counting: 'Parallel edges count once, loops not at all.',
  },
  assortativity: {
    label: 'Degree assortativity',
    sentence:
      'Above 0 if well-connected nodes connect to each other; below 0 if they mostly connect to nodes with few edges.',
    counting: 'Direction is ignored. Parallel edges count once, loops not at all.',
  },
}

/** Metrics: their explanations, the panel that runs them, and what can be done with their results. */
export const metricsEn = {
  metrics,
  /** The columns of nodes that metrics add, by id. */
  columns: {
    degree: 'Degree',
    'degree-in': 'In-degree',
    'degree-out': 'Out-degree',
    'degree-weighted': 'Weighted degree',
    pagerank: 'PageRank',
    betweenness: 'Betweenness',
    closeness: 'Closeness',
    harmonic: 'Harmonic closeness',
    eigenvector: 'Eigenvector centrality',
    hub: 'Hub value',
    authority: 'Authority value',
    clustering: 'Clustering',
    core: 'Core number',
    component: 'Connected component',
    'strong-component': 'Strongly connected component',
    community: 'Community',
    'community-certainty': 'Certainty of the community',
  },
  /** Figures of the whole graph, by id. */
  statistics: {
    components: 'Number of components',
    largest: 'Share of nodes in the largest component',
    highest: 'Highest core number',
    average: 'Average clustering',
    transitivity: 'Transitivity (connected triples that form a triangle)',
    communities: 'Number of communities',
    modularity: 'Modularity',
    certainty: 'Mean certainty',
    density: 'Density',
    diameter: 'Diameter, at least',
    reciprocity: 'Reciprocity',
    assortativity: 'Degree assortativity',
    sources: 'Sampled source nodes',
  },
  parameters: {
    way: 'Direction of edges',
    sources: 'Sampled source nodes (0 = all up to 5,000, otherwise 500)',
    damping: 'Damping factor',
    resolution: 'Resolution (higher: smaller communities)',
    runs: 'Runs',
  },
  choices: { out: 'Follow', both: 'Ignore' },

  sampledNote: 'An estimate from the shortest paths of a random sample of nodes.',
  exactDiameterNote: ({ nodes, total }: { nodes: number; total: number }) =>
    `Exact, since the lower and the upper bound are equal. Computed for the largest component, ${english.integer(nodes)} of ${plural(total, 'node')}.`,
  boundedDiameterNote: ({ atMost, nodes, total }: { atMost: number; nodes: number; total: number }) =>
    `A lower bound; the diameter is at most ${english.integer(atMost)}. Computed for the largest component, ${english.integer(nodes)} of ${plural(total, 'node')}.`,
  noValue: 'none',

  title: 'Metrics',
  lead: 'See which nodes are central, which form groups, and how dense the graph is. Computed in your browser.',
  list: 'Metrics',
  /** Before and after the name of the column. */
  edgeCounting: {
    before:
      'Denied relations are not counted. Relations that read the same in both directions count in both. An edge column called ',
    after: ', if there is one, gives the weights.',
  },
  scope: 'Compute for',
  wholeGraph: 'Whole graph',
  filteredGraph: 'Filtered graph',
  filteredBy: ({ filter }: { filter: string }) => `Computed for: ${filter}.`,
  computing: ({ metric }: { metric: string }) => `Computing ${metric}`,
  cancel: 'Cancel',
  run: 'Run',
  runAgain: 'Run again',
  runMetric: ({ metric }: { metric: string }) => `Run: ${metric}`,
  runMetricAgain: ({ metric }: { metric: string }) => `Run again: ${metric}`,
  source: 'Source:',
  remove: 'Remove',
  removeMetric: ({ metric }: { metric: string }) => `Remove ${metric}`,
  removeHint: 'Also removes the colours, sizes and filter steps that use it',

  lowest: 'Lowest values',
  highestBy: ({ column }: { column: string }) => `Highest by ${column}`,
  lowestBy: ({ column }: { column: string }) => `Lowest by ${column}`,
  largestBy: ({ column }: { column: string }) => `Largest by ${column}`,
  allEqual: 'All nodes have the same value.',
  histogram: (args: { column: string; limit: string; count: number; total: number; highest: string }) =>
    `${args.column}: below ${args.limit} for ${english.integer(args.count)} of ${plural(args.total, 'node')}; the highest value is ${args.highest}`,
  sizeByThis: 'Size by this',
  colourByThis: 'Colour by this',
  sizeByColumn: ({ column }: { column: string }) => `Size by this: ${column}`,
  colourByColumn: ({ column }: { column: string }) => `Colour by this: ${column}`,
  atLeast: 'At least',
  columnAtLeast: ({ column }: { column: string }) => `${column}, at least`,
  filterByThis: 'Filter by this',
  filterByColumn: ({ column, count }: { column: string; count: number }) =>
    `Filter by this: ${column}, keeps ${plural(count, 'node')}`,
  filterByGroup: (args: { column: string; value: string; representative: string; count: number }) =>
    `Filter by this: ${args.column} ${args.value}, around ${args.representative}, ${plural(args.count, 'node')}`,
  keptNodes: ({ count }: { count: number }) => `keeps ${plural(count, 'node')}`,
  notANumber: 'Enter a number',
  nodeCount: ({ count }: { count: number }) => plural(count, 'node'),
  /** Before the best-connected node of a group. */
  around: 'around',
  smallerGroups: ({ count }: { count: number }) => `and ${english.integer(count)} smaller`,

  colourBy: 'Colour by',
  sizeBy: 'Size by',
  edgeCount: 'Number of edges',

  failedTitle: 'The metric was not computed',
  failedRemedy: 'Run it again, or only for the filtered graph.',
  unknownMetric: ({ id }: { id: string }) => `Unknown metric “${id}”.`,
}

export type MetricsMessages = typeof metricsEn

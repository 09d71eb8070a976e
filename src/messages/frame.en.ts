import { english, plural } from './englishFormatter'

/** The page around its panels: top bar, status line, tabs, sheets, and what stands in for an empty graph. */
export const frameEn = {
  panels: {
    graph: 'Graph',
    list: 'List',
    sources: 'Sources',
    issues: 'Open issues',
    money: 'Money',
    metrics: 'Metrics',
    filter: 'Filter',
    inspector: 'Inspector',
  },
  views: 'Views',
  loadingPanel: ({ panel }: { panel: string }) => `Loading ${panel.toLowerCase()}…`,
  closePanel: ({ panel }: { panel: string }) => `Close ${panel.toLowerCase()}`,
  expandSheet: 'Make this panel taller',
  shrinkSheet: 'Make this panel lower',
  panelButton: ({ panel }: { panel: string }) => `${panel} panel`,
  showPanel: ({ panel }: { panel: string }) => `Show the ${panel.toLowerCase()}`,
  hidePanel: ({ panel }: { panel: string }) => `Hide the ${panel.toLowerCase()}`,
  close: 'Close',

  skipToList: 'Read the graph as a list',
  openAnotherFile: 'Open another file',
  commands: 'Commands',
  commandsWithKeys: ({ keys }: { keys: string }) => `Commands (${keys})`,
  share: 'Share',
  open: 'Open',
  save: 'Save everything',
  whatWasRead: 'What was read',
  notKept: 'Not kept: save a project file',
  keptElsewhere: 'Open in another tab',
  export: 'Export',
  search: 'Search',
  menu: 'Menu',
  language: 'Language',
  theme: 'Theme',
  themes: { light: 'Light', dark: 'Dark', system: 'Match the system' },
  themeInMenu: ({ theme }: { theme: string }) => `Theme: ${theme.toLowerCase()}`,
  filterPrefix: 'Filter: ',
  everything: 'Everything',
  shownOfTotal: ({ shown, total }: { shown: number; total: number }) =>
    `${english.integer(shown)} of ${english.integer(total)}`,

  allShown: ({ nodes, edges }: { nodes: number; edges: number }) =>
    `${nodes === 1 ? '' : 'All '}${plural(nodes, 'node')}, ${plural(edges, 'edge')}`,
  partShown: (args: {
    nodes: number
    allNodes: number
    edges: number
    allEdges: number
    steps: number
    dims: boolean
  }) =>
    `${english.integer(args.nodes)} of ${plural(args.allNodes, 'node')}, ` +
    `${english.integer(args.edges)} of ${plural(args.allEdges, 'edge')} ` +
    `(${plural(args.steps, 'filter step')}${args.dims ? ', others dimmed' : ''})`,
  showAll: ({ count }: { count: number }) => `Show all ${english.integer(count)}`,
  selectedCount: ({ nodes, edges }: { nodes: number; edges: number }) =>
    `${[nodes > 0 ? plural(nodes, 'node') : '', edges > 0 ? plural(edges, 'edge') : ''].filter(Boolean).join(' and ')} selected`,
  selectedNode: ({ node, neighbours }: { node: string; neighbours: number }) =>
    `${node} selected, ${neighbours === 0 ? 'no neighbours' : plural(neighbours, 'neighbour')}`,
  selectedEdge: ({ source, target }: { source: string; target: string }) => `1 edge selected: ${source} to ${target}`,
  largeGraph: 'Large graph: simplified drawing',
  largeGraphHint: ({ nodes, edges }: { nodes: number; edges: number }) =>
    `Graphs with more than ${english.integer(nodes)} nodes or ${english.integer(edges)} edges are drawn with straight, ` +
    'fainter lines and with names only at the hubs. What you point at or select is drawn in full.',
  computingMetric: ({ metric, done }: { metric: string; done: number }) =>
    `Computing ${metric}, ${english.percent(Math.floor(100 * done) / 100)}`,

  emptyResult: 'Nothing left to show',
  emptyAfterStep: ({ step }: { step: number }) => `Nothing left after step ${english.integer(step)}`,
  emptyStep: 'No node passes it.',
  emptyTogether: 'No node passes it together with the steps above.',
  switchOffStep: ({ step }: { step: number }) => `Switch step ${english.integer(step)} off`,
  removeStep: 'Remove it',
  clearFilter: 'Clear all steps',
  emptyGraph: 'This file has no nodes',

  dropTitle: 'Drop the file to open it',
  dropHint: 'Any graph file; several files are opened as one graph. They stay on this computer.',
  noWebglTitle: 'This browser cannot draw the graph.',
  noWebglText:
    'WebGL is switched off or not supported. The list below has everything; filter, inspector and exports work as usual.',
  failure: {
    title: ({ part }: { part: string }) => `${part}: this part could not be shown`,
    notLoaded: 'It could not be loaded: the connection failed, or the program was updated since this page was opened.',
    programError: ({ detail }: { detail: string }) => `The program made an error: ${detail}`,
    graphStays: 'The graph and everything else on this page are still there.',
    tryAgain: 'Try again',
    reload: 'Load the page again',
    save: 'Save the work',
    copyReport: 'Copy a report',
    copied: 'Copied',
    parts: {
      page: 'Kizuna',
      topBar: 'Top bar',
      toolbar: 'Toolbar',
      legend: 'Legend',
      notices: 'Notices',
      canvas: 'Picture',
      dialog: 'Dialog',
      statusLine: 'Status line',
      timeline: 'Timeline',
    },
  },
  filterOfAddress: ({ fault, character }: { fault: string; character: number }) =>
    `The filter in the address was left out: ${fault} (character ${english.integer(character)}).`,
}

export type FrameMessages = typeof frameEn

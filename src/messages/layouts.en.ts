import { english, plural } from './englishFormatter'

const layouts = {
  prepared: { label: 'Automatic', description: 'The positions that came with the data' },
  force: { label: 'ForceAtlas2', description: 'Edges pull, nodes push apart; runs until you stop it' },
  circle: { label: 'Circle', description: 'All nodes on one circle, sorted by type' },
  grouped: { label: 'Grouped by type', description: 'One disc for each type' },
  grid: { label: 'Grid', description: 'In rows, sorted by type and name' },
  layered: { label: 'Layered', description: 'In layers, with edges pointing right' },
  radial: { label: 'Radial', description: 'Rings by distance from the selected node' },
  time: { label: 'Timeline', description: 'Dates or numbers from left to right, in lanes' },
  geo: { label: 'Map', description: 'By coordinates; other nodes near their neighbours' },
}
type Layout = keyof typeof layouts

/** The layouts, and what the layout menu and the status line say of them. */
export const layoutsEn = {
  ...layouts,
  menu: 'Layout',
  stopForce: 'Stop ForceAtlas2',
  stopLayout: 'Stop the layout',
  optionsHeading: 'Options',
  noOverlap: 'No overlap',
  noOverlapDescription: 'Moves nodes slightly so that none overlap',
  timeAxisHeading: 'Left to right by',
  /** The columns that statements give; a file's own columns go by their names. */
  timeColumns: { held: 'Date it holds or happened', known: 'Date first published' },

  /** The status line: "ForceAtlas2, 400 iterations". */
  forceStatus: ({ iterations, noOverlap }: { iterations: number; noOverlap: boolean }) =>
    `${layouts.force.label}, ${plural(iterations, 'iteration')}${noOverlap ? ', no overlap' : ''}`,
  forceRunning: ({ iterations }: { iterations: number }) =>
    `${layouts.force.label} running, ${plural(iterations, 'iteration')}`,
  /** "Radial layout around JBIC"; `centre` and `column` are empty if the layout has none. */
  status: (args: { layout: Layout; centre: string; column: string; noOverlap: boolean }) =>
    [
      `${layouts[args.layout]?.label} layout`,
      args.centre && ` around ${args.centre}`,
      args.column && `: ${args.column}`,
      args.noOverlap && ', no overlap',
    ]
      .filter(Boolean)
      .join(''),
  progress: ({ layout }: { layout: Layout }) => `${layouts[layout]?.label} layout`,
  progressWithStep: ({ layout, step }: { layout: Layout; step: string }) => `${layouts[layout]?.label} layout: ${step}`,
  placingNodes: ({ count }: { count: number }) => `placing ${plural(count, 'node')}`,
  removingOverlaps: ({ count }: { count: number }) => `removing ${plural(count, 'overlap')}`,

  noEdges: 'No edges are shown.',
  noDatesOrNumbers: 'No node has a date or a number.',
  noCoordinates: 'No node has coordinates.',
  noVisibleCoordinates: 'No visible node has coordinates.',
  tooLarge: ({ nodes, edges }: { nodes: number; edges: number }) =>
    `Works for up to ${english.integer(nodes)} nodes and ${english.integer(edges)} edges. Filter first.`,
  unavailableTitle: ({ layout }: { layout: Layout }) => `${layouts[layout]?.label} layout is not available here`,
  unavailableRemedy: 'The automatic layout is shown instead.',
  failedTitle: 'The layout stopped',
  failedRemedy: 'Choose another layout, or start it again.',
}

export type LayoutsMessages = typeof layoutsEn

import { english, plural } from './englishFormatter'

/** The canvas and what floats above it: tools, tooltip and legend. */
export const canvasEn = {
  tools: 'Canvas',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Fit',
  lasso: 'Lasso: draw around nodes to select them',
  description: ({ nodes, edges }: { nodes: number; edges: number }) =>
    `Graph of ${plural(nodes, 'node')} and ${plural(edges, 'edge')}. The list has the same as text.`,

  typeAndRelations: ({ type, relations }: { type: string; relations: number }) =>
    `${type}, ${plural(relations, 'relation')}`,
  noSource: 'No source given',
  independentSources: ({ count }: { count: number }) => plural(count, 'independent source'),
  andMore: ({ count }: { count: number }) => ` and ${english.integer(count)} more`,
  /** In pieces, since who contests it stands out. */
  contestedBy: <Piece>({ asserter }: { asserter: Piece }): readonly (string | Piece)[] => ['Contested by ', asserter],

  legend: 'Legend',
  showLegend: 'Show the legend',
  hideLegend: 'Hide the legend',
  nodes: 'Nodes',
  edges: 'Edges',
  moreTypes: ({ count }: { count: number }) => plural(count, 'more type'),
  lineEncoding: 'What lines show',
  lineEncodings: { status: 'How sure', origins: 'Number of sources' },
  widths: '1, 2, 3 or more sources',
  contestedEdge: 'Contested edge',
  asInFile: 'As in the file',
  /** Of nodes whose colours are those of the file. */
  fileColours: ({ column }: { column: string }) => `Colours of the file (${column})`,
  withoutColour: 'No colour',
  otherValues: 'Other or none',
  withoutNumber: 'No number',
  rampRange: ({ low, high }: { low: string; high: string }) => `From ${low} to ${high}`,
  noNumber: 'none',
}

export type CanvasMessages = typeof canvasEn

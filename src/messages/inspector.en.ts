import { english, plural } from './englishFormatter'

/** Degrees with two decimals (about a kilometre), and the half of the globe. */
const degrees = (value: number, positive: string, negative: string): string =>
  `${Math.abs(value).toFixed(2)}° ${value < 0 ? negative : positive}`

/** The inspector: what is selected, with the evidence for it. */
export const inspectorEn = {
  loading: 'Loading the selection…',
  clearSelection: 'Clear the selection',

  startHere: 'Start here',
  startIntroduction: 'Select a node or a relation to see who says so, where, since when, and who disagrees.',
  startKeys: {
    list: 'Read the graph as a list',
    search: 'Search names in English or Japanese',
    help: 'Show all keyboard shortcuts',
  },
  goodStarts: 'Good places to start',
  contestedRelations: 'Contested relations',
  shownNodes: ({ shown, total }: { shown: number; total: number }) =>
    `Showing ${english.integer(shown)} of ${plural(total, 'node')}.`,
  showEverything: 'Show everything',

  copyWithSources: 'Copy with sources',
  copied: 'Copied',
  copyBlocked: 'The browser does not allow copying',
  copyLink: 'Copy link',
  copyLinkHint: 'Copy a link to this view',
  zoomToSelection: 'Zoom to it',
  zoomToNeighbourhood: 'Zoom to the neighbourhood',
  zoomToNeighbourhoodHint: 'Zoom to this node and its neighbours',
  unpin: 'Release this node',
  unpinHint: 'This node stays where it was dragged: let the layout place it again',
  showOnlyThese: 'Show only these',
  showOnlyNeighbourhoodHint: 'Show only this node and its neighbours',
  showOnlyFacetHint: ({ name }: { name: string }) => `Show only what belongs to ${name}`,

  nodeCount: ({ count }: { count: number }) => plural(count, 'node'),
  relationCount: ({ count }: { count: number }) => plural(count, 'relation'),
  moreItems: ({ count }: { count: number }) => `and ${english.integer(count)} more`,
  showMoreOf: ({ count, total }: { count: number; total: number }) =>
    `Show ${english.integer(count)} more of ${english.integer(total)}`,

  selection: 'Selection',
  nodes: 'Nodes',
  relations: 'Relations',
  relationsBetween: 'Relations between them',
  connectedToAll: 'Connected to all of these',
  noneConnectedToAll: 'No node is connected to all of these.',

  ourTranslation: 'our translation',
  ourTranslationHint: 'The Japanese name is our own translation',
  sectorsAndPlaces: 'Sectors and places',
  coordinates: ({ latitude, longitude }: { latitude: number; longitude: number }) =>
    `${degrees(latitude, 'N', 'S')}, ${degrees(longitude, 'E', 'W')}`,
  fileColumns: 'Columns from the file',
  figures: 'Figures',
  otherFigures: <Piece>({ node }: { node: Piece }): readonly (string | Piece)[] => ['Other figures of ', node],
  noRelations: 'This node has no relations.',
  nodeWithType: ({ name, type }: { name: string; type: string }) => `${name} (${type})`,

  relationCrumb: ({ count }: { count: number }) =>
    count === 0 ? 'Relation without a source' : `Relation, ${plural(count, 'statement')}`,
  showRelation: 'Show this relation',
  noSourceGiven: 'no source given',
  contested: 'contested',
  varies: 'varies',
  moreStatements: ({ count }: { count: number }) => `${english.integer(count)} more`,

  statements: 'Statements',
  valuesOnOneAxis: 'Values on one axis',
  unitsNotConverted: ({ units }: { units: readonly string[] }) =>
    `Amounts in ${english.list(units)} are not converted; see the statements below.`,
  rangeInAll: ({ low, high, count }: { low: string; high: string; count: number }) =>
    `${low} to ${high} in ${count === 2 ? 'both' : 'all'}`,
  numberRange: ({ low, high }: { low: string; high: string }) => `${low} to ${high}`,
  numberWithUnit: ({ number, unit }: { number: string; unit: string }) => `${number} ${unit}`,

  fields: {
    status: 'Status',
    asserter: 'Who says so',
    date: 'When it applies',
    source: 'Source',
    locator: 'Where in the source',
    origin: 'Original source',
    computation: 'Calculation',
    note: 'Note',
    due: 'Due',
    outcome: 'Outcome',
  },
  asserterRoles: {
    quoted: 'quoted there',
    author: 'the author',
    publisher: 'the publisher',
    editors: 'the editors of the data set',
  },
  editorsOf: ({ name }: { name: string }) => `${name}'s editors`,
  asserterWithRole: ({ name, role }: { name: string; role: string }) => `${name} (${role})`,
  openSourcePage: 'Open web page:',
  sentenceInPart: ({ part, sentence }: { part: string; sentence: string }) => `${part}, sentence ${sentence}`,
  repeatsSource: ({ title }: { title: string }) => `Repeats ${title}`,
  appliesTo: ({ date }: { date: string }) => `for ${date}`,
  calculatedAs: ({ formula }: { formula: string }) => `calculated: ${formula}`,
  factSeparator: '; ',

  disputeLabel: ({ kind, title }: { kind: string; title: string }) => `${kind}: ${title}`,
  disputeKindNote: ({ kind }: { kind: string }) => kind.toLowerCase(),
  computedDispute: 'These statements contradict each other',
  computedDisputeReading: 'Found by comparing the statements; no one has recorded a reading yet.',
  affirms: ({ sentence }: { sentence: string }) => `Yes: ${sentence}`,
  denies: ({ sentence }: { sentence: string }) => `No: ${sentence}`,

  verdictTitles: {
    bare: 'No source given.',
    contested: 'Contested.',
    changed: 'Changed.',
    varies: 'Varies.',
    agreed: 'Agreed.',
    computed: 'Calculated.',
    single: 'One source.',
  },
  bareExplanation: 'This file gives no source for this relation.',
  contestedExplanation: 'These statements contradict each other. All are listed; we take no side.',
  changedExplanation: 'Later statements replace earlier ones.',
  agreedExplanation: ({ statements, sources }: { statements: number; sources: number }) =>
    `${plural(statements, 'statement')} from ${plural(sources, 'independent source')}.`,
  computedExplanation: 'No document states this value; it is calculated from others.',
  singleExplanation: ({ statements }: { statements: number }) =>
    statements === 1 ? 'A single statement says so.' : `${plural(statements, 'statement')}, all from the same origin.`,
  variesAtOneValue: ({ value }: { value: string }) => `The numbers differ only in precision; all of them fit ${value}.`,
  variesInRange: ({ low, high }: { low: string; high: string }) =>
    `The numbers differ; all of them fit a value between ${low} and ${high}.`,
  variesByDate: 'The values differ and apply to different dates.',
  variesInUnit: 'The values differ in unit or form and are not compared.',
  calculated: 'Calculated',
}

export type InspectorMessages = typeof inspectorEn

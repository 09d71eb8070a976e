import { english, plural, pluralForm } from './englishFormatter'

const { integer, list, quote } = english

/** "a.gexf", "a.gexf and b.gexf", "a.gexf and 3 more". */
const fileNames = (names: readonly string[]): string =>
  names.length < 3 ? list(names) : `${names[0]} and ${names.length - 1} more`

const repairNouns = {
  'similar ids': ['ID in two types', 'IDs in two types'],
  'duplicate nodes': ['duplicate node', 'duplicate nodes'],
  'duplicate edges': ['duplicate edge', 'duplicate edges'],
  'dangling edges': ['dangling edge', 'dangling edges'],
  'uneven rows': ['row of the wrong length', 'rows of the wrong length'],
  'broken quotes': ['broken quotation mark', 'broken quotation marks'],
  'cut off': ['cut off', 'cut off'],
  'left out': ['ignored', 'ignored'],
} as const

const roleNouns = {
  id: 'the ID',
  label: 'the name',
  type: 'the type',
  source: 'where an edge starts',
  target: 'where an edge ends',
  relation: 'the relation',
  weight: 'the weight',
  direction: 'the direction',
  sourceType: 'the type of the start',
  targetType: 'the type of the end',
  sourceLabel: 'the name of the start',
  targetLabel: 'the name of the end',
  amount: 'the amount',
  currency: 'the currency',
  date: 'the date',
  until: 'the end of the period',
  document: 'the source',
  locator: 'the place in the source',
  status: 'the status',
  note: 'the note',
} as const

export const filesEn = {
  openDialog: {
    title: 'Open a graph',
    introduction:
      'Choose one file, or several that belong together, or drop them anywhere on the page. Files are read in this browser and never leave it. gzip and zip are unpacked.',
    chooseFile: 'Choose a file',
    graphFile: 'Graph file',
    fromAddress: 'Or from an address',
    open: 'Open',
    /** Followed by the title of the data set. */
    openNow: 'Open now: ',
    counts: (counts: { nodes: number; edges: number; figures: number; statements: number; sources: number }) =>
      [
        plural(counts.nodes, 'node'),
        plural(counts.edges, 'edge'),
        counts.figures > 0 ? plural(counts.figures, 'figure') : '',
        counts.statements > 0 ? plural(counts.statements, 'statement') : '',
        counts.sources > 0 ? plural(counts.sources, 'source') : '',
      ]
        .filter((text) => text !== '')
        .join(', '),
    licence: ({ licence }: { licence: string }) => `Licence: ${licence}`,
    version: ({ version }: { version: string }) => `version ${version}`,
  },
  cancel: 'Cancel',

  downloading: 'Downloading',
  downloadingFile: ({ name }: { name: string }) => `Downloading ${name}`,
  reading: 'Reading',
  drawingGraph: ({ nodes, edges }: { nodes: number; edges: number }) =>
    `Drawing ${plural(nodes, 'node')} and ${plural(edges, 'edge')}`,
  writing: 'Writing the file',

  fileNames: ({ names }: { names: readonly string[] }) => fileNames(names),
  opened: ({ names }: { names: readonly string[] }) => `${fileNames(names)} ${names.length > 1 ? 'are' : 'is'} open`,
  openedDetails: (found: { nodes: number; edges: number; types: number; statements: number; repairs: number }) =>
    [
      `${plural(found.nodes, 'node')}, ${plural(found.edges, 'edge')}, ${plural(found.types, 'type')}.`,
      found.statements > 0
        ? `Backed by ${plural(found.statements, 'statement')}.`
        : 'There are no statements, so status, sources and agreement are not shown.',
      found.repairs > 0
        ? `${plural(found.repairs, 'problem')} in the file ${pluralForm(found.repairs, 'was', 'were')} repaired.`
        : '',
    ]
      .filter((text) => text !== '')
      .join(' '),
  showReport: 'Import report',
  notOpened: ({ names }: { names: readonly string[] }) =>
    `${fileNames(names)} ${names.length > 1 ? 'were' : 'was'} not opened`,
  /** `japaneseTitle` is '' if the data set has none. */
  staysOpen: ({ title, japaneseTitle }: { title: string; japaneseTitle: string }) =>
    `${title || japaneseTitle} stays open, unchanged.`,
  readingStopped: 'reading the file was stopped',
  positionInFile: ({
    file,
    line,
    column,
  }: {
    file?: string | undefined
    line?: number | undefined
    column?: number | undefined
  }) => {
    const parts = [
      file ?? '',
      line === undefined ? '' : `line ${integer(line)}`,
      column === undefined ? '' : `column ${integer(column)}`,
    ]
    const text = parts.filter((part) => part !== '').join(', ')
    return file === undefined ? text.charAt(0).toUpperCase() + text.slice(1) : text
  },

  report: {
    title: 'Import report',
    readAs: 'Read as',
    nodes: 'Nodes',
    nodesWithType: 'with a type',
    nodesWithPosition: 'with a position',
    edges: 'Edges',
    edgesWithRelation: 'with a relation',
    dated: 'With a date',
    sourced: 'With a source',
    none: 'none',
    all: 'all',
    share: ({ part, whole }: { part: number; whole: number }) => `${integer(part)} of ${integer(whole)}`,
    guesses: 'Guessed',
    gaps: 'What is missing',
    columns: 'Columns',
    columnOf: { node: 'of nodes', edge: 'of edges' },
    columnKinds: { category: 'Categories', text: 'Text', number: 'Numbers', list: 'Lists', skip: 'Ignore' },
    /** Followed by the name of the column; likewise `meaningOf` below. */
    columnKind: 'Kind of column',
    meaning: 'Meaning of columns',
    roles: { type: 'Type of nodes', predicate: 'Relation of edges', label: 'Name of nodes' },
    noRole: { type: 'None', predicate: 'None', label: 'None: show IDs' },
    asInFile: 'As in the file',
    columnNamed: ({ column }: { column: string }) => `Column ${column}`,
    columnGuessed: ({ column }: { column: string }) => `Guessed: column ${column}`,
    asRead: 'current reading',
    joinDuplicates: ({ count }: { count: number }) =>
      pluralForm(count, 'Merge it into one node', 'Merge each into one node'),
    separateDuplicates: 'Keep separate nodes',
    addMissing: ({ count }: { count: number }) => pluralForm(count, 'Add the missing node', 'Add the missing nodes'),
    dropDangling: ({ count }: { count: number }) => pluralForm(count, 'Ignore this edge', 'Ignore these edges'),
    readAgain: 'Read again with these choices',
    done: 'Done',
  },

  unparsedValues: ({ count, example }: { count: number; example: string }) =>
    count === 1
      ? `1 value is not a number and was left out: ${quote(example)}.`
      : `${integer(count)} values are not numbers and were left out, such as ${quote(example)}.`,

  chooseEdgeEnds: 'Choose the columns where edges start and end.',

  // Guesses of a report.
  typesFromColumn: ({ column }: { column: string }) => `Types of nodes are taken from the column ${quote(column)}.`,
  relationsFromColumn: ({ column }: { column: string }) => `Relations are taken from the column ${quote(column)}.`,
  relationsFromEdgeLabels: 'Relations are taken from the labels of edges.',
  labelsFromName: 'Labels of nodes are taken from “name”.',
  linkEndsAreIndexes: 'Links refer to nodes by their index in the list.',
  tableRowsGuessed: ({
    table,
    rows,
    header,
    columns,
  }: {
    table: string
    rows: 'nodes' | 'edges' | 'skip'
    header: boolean
    columns: readonly string[]
  }) => {
    const what = `${table}${header ? '' : ' (no header row)'}: each row is ${rows === 'edges' ? 'an edge' : 'a node'}`
    return columns.length === 0 ? `${what}.` : `${what}; ${columns.join(', ')}.`
  },
  columnRoleGuessed: ({ column, role }: { column: string; role: keyof typeof roleNouns }) =>
    `${quote(column)} is ${roleNouns[role]}`,
  rowsNumbered: ({ table }: { table: string }) => `${table}: no column holds IDs, so rows are numbered.`,
  decimalComma: ({ table, column }: { table: string; column: string }) =>
    `${table}: ${quote(column)} has numbers with a decimal comma.`,
  listsSeparated: ({ table, column, separator }: { table: string; column: string; separator: string }) =>
    `${table}: ${quote(column)} holds lists, separated by ${quote(separator)}.`,
  commentLinesSkipped: ({ table }: { table: string }) => `${table}: comment lines at the beginning were skipped.`,

  // Repairs of a report: how many, what was done, and examples.
  repairCount: ({ kind, count }: { kind: keyof typeof repairNouns; count: number }) => {
    const [one, other] = repairNouns[kind]
    return plural(count, one, other)
  },
  duplicateNodesJoined: 'Nodes with the same ID were merged; of two values, the first was kept.',
  duplicateNodesSeparated: 'Each later one became a separate node; edges go to the first.',
  duplicateEdgesRenamed: 'The later of two edges was given a new ID.',
  danglingEndsAdded: 'Missing nodes were added, without a type.',
  danglingEdgesDropped: 'Edges that lead to a missing node were left out.',
  unevenRowsFilled: 'Missing cells are empty; extra cells were ignored.',
  quotesKept: 'Quotation marks were taken literally.',
  rowsWithoutIdIgnored: 'Rows without an ID were ignored.',
  rowsWithoutEndIgnored: 'Rows without both ends were ignored.',
  nodesWithoutIdIgnored: 'Nodes that are not objects with an ID were ignored.',
  edgesWithoutEndsIgnored: 'Edges that are not objects with two ends were ignored.',
  keysIgnored: 'There are too many different keys; only the first ones were kept.',
  exampleEnd: ({ id }: { id: string }) => `ends at ${quote(id)}`,
  exampleRow: ({ table, row }: { table: string; row: number }) => `${table}, row ${integer(row)}`,
  exampleQuote: ({ row, detail }: { row: number; detail: string }) => `row ${integer(row)}: ${detail}`,
  exampleUnevenRow: (uneven: { table: string; line: number; cells: number; columns: number }) =>
    `${uneven.table}, line ${integer(uneven.line)}: ${plural(uneven.cells, 'cell')} instead of ${integer(uneven.columns)}`,
  exampleNode: ({ number }: { number: number }) => `node ${integer(number)}`,
  exampleEdge: ({ number }: { number: number }) => `edge ${integer(number)}`,

  // Gaps of a report or a table.
  noTypes: 'No column gives types of nodes: all nodes look the same.',
  noRelations: 'No column names the relation: every edge reads “related to”.',
  noPositions: 'No node has a position: a layout is computed.',
  fewPositions: ({ count }: { count: number }) =>
    `${plural(count, 'node has', 'nodes have')} no position: a layout is computed.`,
  missingPositions: ({ count }: { count: number }) =>
    count === 1
      ? '1 node has no position and is placed next to its neighbours.'
      : `${integer(count)} nodes have no position and are placed next to their neighbours.`,
  noDatesOnNodes: 'No node has a date or a number: the layout by time is not available.',
  noCoordinates: 'No latitude and longitude: the geographic layout is not available.',
  noSources: 'No sources and no statements: status, agreement and timelines are not shown.',
  noStatements: 'No statements: sources are shown as columns; status, agreement and timelines are not shown.',
  noIdColumn: 'No column holds IDs: rows are numbered, and edges can refer to them by number only.',
  namesAsIds: 'No column holds IDs: names are used instead, and rows with the same name are merged.',
  idsAsNames: 'No column holds names: nodes are shown by their IDs.',
  noPositionColumns: 'No positions: a layout is computed.',
  noWeights: 'No weights: every edge counts the same.',
  noDatesOnEdges: 'No dates: edges cannot be filtered by time.',
}

export type FilesMessages = typeof filesEn

import { english, plural, pluralForm } from './englishFormatter'

const { list, quote } = english

/** What is said of cells of a table of statements: how many, and the first of them. */
interface CellsOf {
  readonly kind: keyof typeof cellSentences
  readonly table: string
  readonly column: string
  readonly count: number
  readonly example: string
  readonly currency: string
  readonly order: 'day' | 'month'
}

const cellSentences = {
  assumedCurrency: ({ count, example, currency }: CellsOf) =>
    `${plural(count, 'amount')} without a currency, such as ${quote(example)}, ${pluralForm(count, 'was', 'were')} read as ${currency}, the only one in the column`,
  noCurrency: ({ count, example }: CellsOf) =>
    `${plural(count, 'amount')} ${pluralForm(count, 'has', 'have')} no currency, such as ${quote(example)}`,
  amountNotRead: ({ count, example }: CellsOf) =>
    `${plural(count, 'cell')} ${pluralForm(count, 'is not an amount and was', 'are not amounts and were')} kept in notes, such as ${quote(example)}`,
  amountAmbiguous: ({ count, example }: CellsOf) =>
    `${plural(count, 'amount')} such as ${quote(example)} ${pluralForm(count, 'was', 'were')} read with a thousands separator`,
  dateNotRead: ({ count, example }: CellsOf) =>
    `${plural(count, 'cell')} ${pluralForm(count, 'is not a date and was', 'are not dates and were')} kept in notes, such as ${quote(example)}`,
  dateAmbiguous: ({ count, example, order }: CellsOf) =>
    `${plural(count, 'date')} such as ${quote(example)} ${pluralForm(count, 'was', 'were')} read with the ${order} first`,
  statusNotRead: ({ count, example }: CellsOf) =>
    `${plural(count, 'cell')} ${pluralForm(count, 'is not a known status and was', 'are not known statuses and were')} kept in notes, such as ${quote(example)}; the status is “reported”`,
  noSource: ({ count }: CellsOf) =>
    `${plural(count, 'row')} ${pluralForm(count, 'names', 'name')} no source; the table itself is given as theirs`,
  otherType: ({ count, example }: CellsOf) =>
    `${plural(count, 'cell')} ${pluralForm(count, 'differs', 'differ')} from the type that an earlier row gave, such as ${quote(example)}; the first was kept`,
  inNote: ({ count, example }: CellsOf) =>
    `${plural(count, 'cell')} of further rows on the same edge ${pluralForm(count, 'was', 'were')} kept in notes, such as ${quote(example)}`,
}

export const tablesEn = {
  dialog: {
    title: ({ count }: { count: number }) => pluralForm(count, 'Describe this table', 'Describe these tables'),
    size: ({ columns, rows }: { columns: number; rows: number }) =>
      `${plural(columns, 'column')}, the first ${plural(rows, 'row')}. Read in this browser.`,
    rowKinds: {
      nodes: 'Each row is a node',
      edges: 'Each row is an edge',
      matrix: 'Adjacency matrix',
      lists: 'A node and its neighbours',
      skip: 'Ignore this table',
    },
    /** Followed by the name of the table. */
    rowsOf: 'Rows of',
    firstRowsOf: 'First rows of',
    edgesHaveDirection: 'Edges have a direction, from the first end to the second',
    hasHeader: 'The first row contains column names',
    meaningOf: 'Meaning of',
    encoding: 'Encoding',
    encodingFrom: { mark: 'said by the file', guess: 'guessed', default: 'valid', choice: 'chosen' },
    separator: 'Separator',
    separators: { ',': ', comma', ';': '; semicolon', '\t': 'tab', '|': '| bar', ' ': 'space' },
    quote: 'Quotation marks',
    quotes: { '"doubled': '" doubled', '"backslash': '\\" after a backslash', "'doubled": "' single", doubled: 'none' },
    header: 'First row',
    headers: { names: 'column names', cells: 'a row like the others' },
    currency: 'Amounts without a currency',
    noCurrency: 'have none',
    dateOrder: 'Dates like 4/6/2022',
    dateOrders: { auto: 'as in the column', day: 'day first', month: 'month first' },
    statements: 'Each row becomes a statement: with its source, date, amount and status.',
    remember: 'Remember for tables with these columns',
    remembered: 'These roles were chosen before, for a table with the same columns.',
    columnRoles: {
      id: 'ID',
      label: 'Name',
      type: 'Type',
      x: 'x position',
      y: 'y position',
      latitude: 'Latitude',
      longitude: 'Longitude',
      source: 'From',
      target: 'To',
      sourceType: 'Type of From',
      targetType: 'Type of To',
      sourceLabel: 'Name of From',
      targetLabel: 'Name of To',
      relation: 'Relation',
      weight: 'Weight',
      direction: 'Direction',
      amount: 'Amount',
      currency: 'Currency',
      date: 'Date or period',
      until: 'End of period',
      document: 'Source',
      locator: 'Place in source',
      status: 'Status',
      note: 'Note',
      column: 'Keep as a column',
      skip: 'Ignore',
    },
    paste: 'Paste a table',
    pasteHint: 'Rows from a spreadsheet, or an edge list. You can also paste anywhere on the page.',
    pastedText: 'Pasted text',
    openPasted: 'Open the pasted table',
    pastedName: 'pasted table.csv',
  },
  encodingGuessed: ({ table, encoding }: { table: string; encoding: string }) =>
    `${table}: the text is not UTF-8; it was read as ${encoding}, which gives the most likely letters.`,
  cellsWithoutWeight: 'Cells of a matrix that are not numbers were ignored.',
  emptyRowsIgnored: 'Empty rows were ignored.',
  matrixRead: ({ table, size, symmetric }: { table: string; size: number; symmetric: boolean }) =>
    `${table}: an adjacency matrix of ${plural(size, 'node')}${symmetric ? '; it is symmetric, so edges have no direction' : '; edges go from the row to the column'}.`,
  listsRead: ({ table, lines, symmetric }: { table: string; lines: number; symmetric: boolean }) =>
    `${table}: adjacency lists, ${plural(lines, 'line')}; ${symmetric ? 'every edge is there both ways, so edges have no direction' : 'edges go from the first cell of a line to the others'}.`,
  statementsRead: (read: { table: string; statements: number; edges: number; sources: number }) =>
    `${read.table}: each row is a statement: ${plural(read.statements, 'statement')} about ${plural(read.edges, 'edge')}, from ${plural(read.sources, 'source')}.`,
  cellsOf: (cells: CellsOf) => `${cells.table}, ${quote(cells.column)}: ${cellSentences[cells.kind](cells)}.`,
  idsKeptApart: ({ tables, example }: { tables: readonly string[]; example: string }) =>
    `${list(tables)} have the same IDs for different things, so the name of the table stands before each ID, as in ${quote(example)}.`,
  tablesRefer: ({ table, column, other }: { table: string; column: string; other: string }) =>
    `${table}: ${quote(column)} holds IDs of ${other}, so each cell is an edge to that row.`,
}

export type TablesMessages = typeof tablesEn

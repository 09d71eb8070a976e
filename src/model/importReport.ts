import { message, type Message } from '../messages/message'

/** What was found while files were read, for the person who opened them: counts, gaps, guesses and repairs. */
export interface ImportReport {
  /** Label of the format. */
  readonly format: string
  readonly nodes: number
  readonly edges: number
  /** Number of nodes with a type, of nodes with a position, and of edges with a predicate, as the file gives them. */
  readonly typedNodes: number
  readonly positionedNodes: number
  readonly edgesWithPredicate: number
  /** Number of nodes or edges with a date, and of statements or cells that name a source. */
  readonly datedItems: number
  readonly sourcedItems: number
  readonly columns: readonly ImportColumnReport[]
  /** Where types, relations and labels come from; undefined if the format defines all of them, so that there is no choice. */
  readonly roles?: readonly ColumnRoleReport[]
  /** What the file leaves open or has wrong, each repaired in a way that can be chosen. */
  readonly repairs: readonly Repair[]
  readonly guesses: readonly Message[]
  /** What the file lacks, and which features are not available for that reason. */
  readonly gaps: readonly Message[]
}

export interface ImportColumnReport {
  readonly of: 'node' | 'edge'
  readonly name: string
  readonly kind: 'category' | 'text' | 'number' | 'list'
  /** Number of rows that have a value. */
  readonly present: number
  /** Number of values that could not be read as the declared or chosen kind, and the first of them. */
  readonly unparsed?: { readonly count: number; readonly example: string } | undefined
}

/** Which columns can play a role. */
export interface ColumnRoleReport {
  /** The key of the role in `ImportOptions`. */
  readonly role: 'type' | 'predicate' | 'label'
  /** The column that is used if none is chosen. */
  readonly guess?: string | undefined
  /** The file gives it outside of its columns, which is used if no column is chosen. */
  readonly own: boolean
  /** Columns that can play the role, by their names in the file. */
  readonly columns: readonly string[]
}

/** A fault that does not keep a file from being opened. */
export interface Repair {
  readonly kind:
    | 'similar ids'
    | 'duplicate nodes'
    | 'duplicate edges'
    | 'dangling edges'
    | 'uneven rows'
    | 'broken quotes'
    | 'cut off'
    | 'left out'
  readonly count: number
  /** The first few, as they are in the file or described. */
  readonly examples: readonly (string | Message)[]
  /** What was done about them, as a sentence. */
  readonly how: Message
}

/** How many faults of which kind: "1 dangling edge", "3 duplicate nodes". */
export const describeRepair = ({ kind, count }: Repair): Message => message('files', 'repairCount', { kind, count })

/** How a file is read where it leaves a choice; whatever is not chosen is guessed. */
export interface ImportOptions {
  /** For an edge with an end that is not a node: add the node (nothing is lost), or leave the edge out. */
  readonly dangling?: 'add' | 'drop'
  /** For two nodes with one id: join their cells, keeping the first of two values; or make the later one a separate node. */
  readonly duplicates?: 'join' | 'apart'
  /** The column with the type of a node, the predicate of an edge, the label of a node; '' for none. */
  readonly type?: string
  readonly predicate?: string
  readonly label?: string
  /** Kinds of columns, by "node:name" or "edge:name"; `skip` leaves the column out. */
  readonly kinds?: Readonly<Record<string, 'category' | 'text' | 'number' | 'list' | 'skip'>>
  /** How tables are read, by file name. */
  readonly tables?: Readonly<Record<string, TableOptions>>
  /** The encoding of text files, by its name in the Encoding Standard; guessed if missing. */
  readonly encoding?: string
}

/** What a column of a table holds: `source` to `weight` are for tables of edges. */
export type ColumnRole =
  | 'label'
  | 'type'
  | 'x'
  | 'y'
  | 'latitude'
  | 'longitude'
  | 'source'
  | 'target'
  | 'sourceType'
  | 'targetType'
  | 'sourceLabel'
  | 'targetLabel'
  | 'relation'
  | 'direction'
  | 'weight'
  | 'id'
  | 'amount'
  | 'currency'
  | 'date'
  | 'until'
  | 'document'
  | 'locator'
  | 'status'
  | 'note'
  | 'column'
  | 'skip'

/** How one table is read; whatever is missing is guessed. */
export interface TableOptions {
  /** A row of a matrix is a node, and its cells are weights; a row of lists is a node and its neighbours. */
  readonly rows: 'nodes' | 'edges' | 'matrix' | 'lists' | 'skip'
  /** Whether the first row contains the column names. */
  readonly header?: boolean
  /** Roles by column name; columns that are missing here become columns of the graph. */
  readonly columns?: Readonly<Record<string, ColumnRole>>
  /** Edges have no direction; for a table of edges without a column that says it. */
  readonly undirected?: boolean
  /** By its name in the Encoding Standard. */
  readonly encoding?: string
  readonly separator?: TablePreview['separator']
  readonly quote?: '"' | "'" | ''
  /** How a quotation mark inside of quotation marks is written: twice, or after a backslash. */
  readonly escape?: 'doubled' | 'backslash'
  /** The currency of amounts that name none, as an ISO 4217 code; '' for none. */
  readonly currency?: string
  /** Whether 4/6/2022 is in June or in April; by the other dates of the column if missing. */
  readonly dateOrder?: 'day' | 'month'
  /** Columns whose cells are ids of another table's rows, with that table's file name; '' for none. */
  readonly references?: Readonly<Record<string, string>>
}

/** A table before it is read, for the person who is asked about its columns. */
export interface TablePreview {
  readonly name: string
  /** Kizuna wrote it, so that nothing has to be asked. */
  readonly own: boolean
  readonly separator: ',' | ';' | '\t' | '|' | ' '
  readonly quote: '"' | "'" | ''
  readonly escape: 'doubled' | 'backslash'
  readonly encoding: string
  /** Why the encoding is taken: the file says it, or it was guessed, or it is UTF-8. */
  readonly encodingFrom: 'mark' | 'guess' | 'default' | 'choice'
  readonly header: readonly string[]
  /** The first rows, cell by cell. */
  readonly rows: readonly (readonly string[])[]
  readonly guess: TableOptions
  /** The guessed role of each column, in the order of the header. */
  readonly columns: readonly ColumnRole[]
  /** What the table lacks, and which features are not available for that reason. */
  readonly gaps: readonly Message[]
}

import { pluralize } from './pluralize'

/** What was found while a file was read, for the person who opened it: counts, gaps, what was guessed, what was repaired. */
export interface ImportReport {
  /** Name of the format, as it is listed. */
  readonly format: string
  readonly nodes: number
  readonly edges: number
  /** Nodes that say their type, nodes with a place, edges that say their predicate. */
  readonly typedNodes: number
  readonly positionedNodes: number
  readonly edgesWithPredicate: number
  /** Nodes or edges that have a date, and statements or cells that name a source. */
  readonly datedItems: number
  readonly sourcedItems: number
  readonly columns: readonly ImportColumnReport[]
  /** Where types, relations and labels come from; undefined where the format says all of it, and nothing can be chosen. */
  readonly roles?: readonly ColumnRoleReport[]
  /** What the file leaves open or has wrong, each repaired in a way that can be chosen. */
  readonly repairs: readonly Repair[]
  /** What was guessed, in sentences. */
  readonly guesses: readonly string[]
  /** What the gaps switch off, in sentences. */
  readonly gaps: readonly string[]
}

export interface ImportColumnReport {
  readonly of: 'node' | 'edge'
  readonly name: string
  readonly kind: 'category' | 'text' | 'number' | 'list'
  /** Rows that have a value. */
  readonly present: number
  /** Values that could not be read as the kind that was declared or chosen, and the first of them. */
  readonly unparsed?: { readonly count: number; readonly example: string } | undefined
}

/** What a column may be taken for. */
export interface ColumnRoleReport {
  /** As `ImportOptions` calls it. */
  readonly role: 'type' | 'predicate' | 'label'
  /** The column that is taken where nothing is chosen. */
  readonly guess?: string | undefined
  /** The file says it beside its columns, where nothing is chosen. */
  readonly own: boolean
  /** Columns that can serve, as the file calls them. */
  readonly columns: readonly string[]
}

/** A fault that does not keep a file from being opened. */
export interface Repair {
  readonly kind:
    'duplicate nodes' | 'duplicate edges' | 'dangling edges' | 'uneven rows' | 'broken quotes' | 'cut off' | 'left out'
  readonly count: number
  /** The first few, as they stand in the file. */
  readonly examples: readonly string[]
  /** What was done about them. */
  readonly how: string
}

/** How many of which fault: "1 dangling edge", "3 left out". */
export const describeRepair = ({ kind, count }: Repair): string => pluralize(count, kind.replace(/s$/, ''), kind)

/** How a file is to be read where it leaves that open; what is not chosen is guessed. */
export interface ImportOptions {
  /** An edge whose end is no node: the node is added (nothing is lost), or the edge is left out. */
  readonly dangling?: 'add' | 'drop'
  /** A node that stands there twice: its cells are joined, the first of two values kept; or the later is a node of its own. */
  readonly duplicates?: 'join' | 'apart'
  /** Column that says the type of a node, the predicate of an edge, the label of a node; '' for none. */
  readonly type?: string
  readonly predicate?: string
  readonly label?: string
  /** Kinds of columns, by "node:name" or "edge:name"; `skip` leaves the column out. */
  readonly kinds?: Readonly<Record<string, 'category' | 'text' | 'number' | 'list' | 'skip'>>
  /** For tables: which file is which, and which columns are ids and ends. */
  readonly tables?: Readonly<Record<string, TableOptions>>
}

/** What a column of a table is: of nodes, of edges (source to weight), or of both. */
export type ColumnRole =
  | 'label'
  | 'type'
  | 'x'
  | 'y'
  | 'latitude'
  | 'longitude'
  | 'source'
  | 'target'
  | 'relation'
  | 'direction'
  | 'weight'
  | 'id'
  | 'date'
  | 'column'
  | 'skip'

/** How one table is read; what is not said is guessed. */
export interface TableOptions {
  readonly rows: 'nodes' | 'edges' | 'skip'
  /** Whether the first row names the columns. */
  readonly header?: boolean
  /** By name; columns that are not named here are columns of the graph. */
  readonly columns?: Readonly<Record<string, ColumnRole>>
}

/** A table before it is read: what a person is shown who is asked what its columns are. */
export interface TablePreview {
  readonly name: string
  /** Kizuna wrote it, so that nothing is to be asked. */
  readonly own: boolean
  readonly separator: ',' | ';' | '\t' | '|' | ' '
  readonly header: readonly string[]
  /** The first rows, as they stand there. */
  readonly rows: readonly (readonly string[])[]
  readonly guess: TableOptions
  /** What each column was taken for, in a word or two, in the order of the header. */
  readonly columns: readonly string[]
  /** What its gaps switch off, in sentences. */
  readonly gaps: readonly string[]
}

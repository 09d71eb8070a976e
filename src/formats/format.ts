import type { Graph } from '../model/graph'
import type { GraphCollector } from './collect/graphCollector'
import type { InputFile } from './io/inputFile'

/** How an export was made, for whoever opens the file. */
export interface ExportProvenance {
  readonly dataset: { readonly id: string; readonly title: string; readonly version?: string }
  /** The steps that were on, as text; empty where everything was taken. */
  readonly filter: string
  readonly scope: 'shown' | 'selected'
  /** The day of the export, YYYY-MM-DD, as the caller gives it. */
  readonly date: string
}

/** What of a graph is written: one byte a row, 1 where it is. Every edge has both its ends. */
export interface Subgraph {
  readonly graph: Graph
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
}

/** What a format cannot hold; the round trip of its law gives back everything else. */
export type FormatLoss =
  /** Ids of nodes are made anew. */
  | 'ids'
  /** Nodes and edges come in another order. */
  | 'order'
  /** Quotes, backslashes and control characters in names. */
  | 'signs'
  /** Statements, sources, figures, disputes; and where nothing else is said, the status of edges. */
  | 'evidence'
  | 'types'
  | 'predicates'
  | 'labels'
  /** Japanese names, aliases, summary, coordinates. */
  | 'names'
  | 'places'
  /** Columns of nodes; columns of edges. */
  | 'node columns'
  | 'edge columns'
  /** Lists come back as text. */
  | 'lists'
  /** Numbers come back as text, or texts that look like numbers as numbers. */
  | 'kinds'
  | 'edge ids'
  /** Two edges with the same ends and predicate come back as one. */
  | 'parallel edges'
  /** Nodes at which no edge ends are not written. */
  | 'lone nodes'
  /** The title of the graph. */
  | 'title'

/** A file type. Reading throws a FileFault; it gives a whole graph or none. */
export interface Format {
  readonly id: string
  readonly label: string
  /** Without the dot. */
  readonly extension: string
  readonly mime: string
  /** What it is good for, in a sentence. */
  readonly description: string
  /** Whether the content is of this format; the name counts only where the content cannot tell. */
  readonly recognises?: (file: InputFile) => boolean
  /** Reads what a foreign file holds into a collector; several files may fill one. */
  readonly collect?: (file: InputFile, collector: GraphCollector) => void | Promise<void>
  /** Adds what the files say beside the nodes and edges that were collected of them. */
  readonly addEvidence?: (files: readonly InputFile[], graph: Graph) => Graph
  /** Reads a file of Kizuna's own, with all its evidence. */
  readonly read?: (file: InputFile) => Graph
  readonly write?: (part: Subgraph, recipe: ExportProvenance) => Uint8Array | string
  /** Beside these, all but Kizuna JSON keep of the data set its title, and of types and bare relations the labels. */
  readonly losses?: readonly FormatLoss[]
}

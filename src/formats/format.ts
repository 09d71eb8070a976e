import type { FormatsMessages } from '../messages/formats.en'
import type { Graph } from '../model/graph'
import type { GraphCollector } from './collect/graphCollector'
import type { InputFile } from './io/inputFile'

/** How an export was made, for the reader of the file. */
export interface ExportProvenance {
  readonly dataset: { readonly id: string; readonly title: string; readonly version?: string }
  /** The active filter steps as text; empty if nothing was filtered. */
  readonly filter: string
  readonly scope: 'shown' | 'selected'
  /** The day of the export, YYYY-MM-DD, in the reader's time zone. */
  readonly date: string
}

/** The part of a graph to write: one byte a row, 1 for included. Both ends of every included edge are included. */
export interface Subgraph {
  readonly graph: Graph
  readonly nodes: Uint8Array
  readonly edges: Uint8Array
  /** How nodes look on the screen; absent if they look as in their file. */
  readonly look?: WrittenLook | undefined
  /**
   * Every edge of a part with edges of several directions is written as directed, with its direction in a column: for
   * programs that read no file of both kinds, such as networkx.
   */
  readonly allDirected?: boolean | undefined
}

/** Colours and sizes of nodes by row, for formats that can say how nodes look. */
export interface WrittenLook {
  /** Index into `colours`. */
  readonly colour: Uint8Array
  /** As `#rrggbb`. */
  readonly colours: readonly string[]
  /** In CSS pixels. */
  readonly radius: Float32Array
}

/** What a format cannot hold: the round trip in tests/formats/laws gives back everything else. */
export type FormatLoss = keyof FormatsMessages['losses']

/** The reader of a format. Both kinds throw a FileFault if the file is broken, and then give no graph at all. */
export type FormatReader =
  | {
      /** Reads the nodes and edges of a file into a collector; several files may fill one collector. */
      readonly collect: (file: InputFile, collector: GraphCollector) => void | Promise<void>
      /** Looks at all files of the format before they are read, where what one means depends on the others. */
      readonly prepare?: (files: readonly InputFile[], collector: GraphCollector) => void
      /** Adds the evidence in the files to the graph that was built from their nodes and edges. */
      readonly addEvidence?: (files: readonly InputFile[], graph: Graph) => Graph
    }
  | {
      /** Reads a whole graph with its evidence, from a file that cannot be joined with others. */
      readonly read: (file: InputFile) => Graph
    }

/** Writes a part of a graph as the content of a file. */
export type FormatWriter = (part: Subgraph, provenance: ExportProvenance) => Uint8Array | string

interface FormatDescription {
  /** Also the key of its description in the catalogue: `formats.descriptions[id]`. */
  readonly id: keyof FormatsMessages['descriptions']
  /** Its name, the same in every language. */
  readonly label: string
  /** Without the dot. */
  readonly extension: string
  readonly mime: string
  /**
   * In addition, every format except Kizuna JSON keeps only the title of a data set, and only the labels of types and of
   * relations without statements.
   */
  readonly losses?: readonly FormatLoss[]
}

/** What a format that can be opened has. */
interface Readable {
  /**
   * Whether the content is in this format. The name of the file decides only if the content cannot. Must be light: whatever
   * needs a parser loads it.
   */
  readonly recognises: (file: InputFile) => boolean | Promise<boolean>
  readonly loadReader: () => Promise<FormatReader>
}

/** What a format that can be exported has. */
interface Writable {
  readonly loadWriter: () => Promise<FormatWriter>
}

type Without<Part> = { readonly [Key in keyof Part]?: undefined }

/** A file type: a light description whose reader and writer are loaded on demand, so that lists of formats cost little. */
export type Format = FormatDescription & (Readable | Without<Readable>) & (Writable | Without<Writable>)
export type ReadableFormat = FormatDescription & Readable
export type WritableFormat = FormatDescription & Writable

import type { FacetChoice } from '../analysis/filter/filter'
import type { FilterFault } from '../analysis/filter/filterSyntax'
import type { SearchHit } from '../analysis/search/searchNodes'
import type { VisibleRows } from '../analysis/filter/applyFilter'
import type { MetricRequest } from '../analysis/metrics/metricRequest'
import type { CommandsMessages } from '../messages/commands.en'
import type { Language } from '../messages/language'
import type { ImportOptions } from '../model/importReport'
import type { LayoutName, PanelId, PinnedPositions, Selection, View } from '../scene/view/view'
import type { AddressPart } from '../scene/view/shortAddress'
import type { Session, SessionStore, WorkspaceStore } from './store'
import type { KeptWork } from './work/workStore'

/** What is exported, and as what. */
export interface ExportChoice {
  readonly format: string
  readonly scope: 'shown' | 'selected'
  /** Only for PNG: device pixels per CSS pixel. */
  readonly scale?: 1 | 2 | 4
  /** Every edge is written as directed, with its direction in a column; only for formats of graphs. */
  readonly allDirected?: boolean
}

/** The program without its user interface: two stores, and everything that a person can make it do. */
export interface App {
  readonly workspace: WorkspaceStore
  readonly session: SessionStore
  readonly commands: readonly AppCommand[]

  /** Changes the view. Every change is a step that Back returns to, unless it is `passing`, as while the camera moves. */
  readonly updateView: (change: (view: View) => View, passing?: 'passing') => void
  /** Selects; with `add`, adds to the selection, or removes what was selected already. */
  readonly select: (selection: Partial<Selection>, how?: { add?: boolean; zoomToNodes?: boolean }) => void
  /** Moves the camera so that these nodes (ids), or everything shown, fit the viewport. */
  readonly zoomToNodes: (nodes: readonly string[] | 'all') => void
  readonly zoom: (factor: number) => void
  readonly setFacetChoice: (key: string, value: string, choice: FacetChoice) => void
  /** Replaces the filter by a parsed text; a text that is invalid changes nothing, and its fault is returned. */
  readonly setFilterText: (text: string) => FilterFault | undefined
  /** Chooses a layout: `radial` with the selected node in the centre, `time` along a column. */
  readonly setLayout: (name: LayoutName, column?: string) => void
  /** Starts ForceAtlas2 from the current positions, or stops it; stops any other layout that is being computed. */
  readonly toggleForce: () => void
  /** Pins nodes, by id, at positions in units of the layout. */
  readonly pin: (pins: PinnedPositions) => void
  /** Lets go of the pins of some nodes. */
  readonly unpin: (nodes: readonly string[]) => void
  /** Computes a metric. Its results become columns of the nodes and replace earlier results of the same metric. */
  readonly runMetric: (request: MetricRequest) => void
  /** Removes the columns of a metric, and every colour, size and filter that uses them. */
  readonly removeMetric: (metric: string) => void
  /** Cancels the metric that is being computed, and those that wait. */
  readonly stopMetrics: () => void
  /** Brings a panel to the front, with `detail` open in it. */
  readonly setPanel: (panel: PanelId, detail?: string) => void
  /** Switches the language of the interface, and remembers it as the reader's choice. Settled when its texts are loaded. */
  readonly setLanguage: (language: Language) => Promise<void>
  readonly setTheme: (theme: 'light' | 'dark' | 'system') => void
  readonly hover: (item: { readonly node: string } | { readonly edge: string } | undefined) => void
  readonly search: (text: string) => Promise<readonly SearchHit[]>
  /** Opens files as one graph. If that fails, a notice says why and the open graph stays. Settled in either case. */
  readonly open: (files: readonly File[]) => Promise<void>
  /** Opens a file from an address of the same origin, or of one that allows it. */
  readonly openUrl: (address: string) => Promise<void>
  /** Reads the files that were opened last again, with other options. */
  readonly readAgain: (choices: ImportOptions) => Promise<void>
  /** Reads the tables that the person was asked about. */
  readonly readTables: (choices: ImportOptions) => Promise<void>
  /** Cancels the reading of files; the open graph stays. */
  readonly stopOpening: () => void
  readonly exportFile: (choice: ExportChoice) => Promise<void>
  /** The part of the graph that an export of this scope takes. */
  readonly exportedPart: (scope: ExportChoice['scope']) => VisibleRows
  /** Today in the reader's time zone, YYYY-MM-DD. */
  readonly today: () => string
  /** Copies the address, or says in a dialog why it would not give this view to somebody else. */
  readonly share: () => Promise<void>
  /** The work that this browser keeps. */
  readonly works: KeptWorks
  readonly openDialog: (dialog: Session['dialog']) => void
  readonly dismissNotice: () => void
  readonly runCommand: (id: CommandId) => void
}

/** What an address can give of this view to somebody else. */
export interface Sharing {
  /** Whether the data are on the web, so that an address opens them. */
  readonly isOnWeb: boolean
  readonly missing: readonly AddressPart[]
}

/** What can be done with the work that this browser keeps. */
export interface KeptWorks {
  /** Those that were used last first. Rejected if the browser keeps nothing. */
  readonly list: () => Promise<readonly KeptWork[]>
  /** Opens a work as it was left, in place of what is open. */
  readonly open: (id: string) => void
  readonly remove: (id: string) => Promise<void>
  /** Removes everything that the program keeps in this browser: works, attached texts and settings. */
  readonly forgetAll: () => Promise<void>
  /** Saves everything as one file: the whole graph, how it was read, and the view. */
  readonly saveProject: () => Promise<void>
  /** Whether an address gives this view to somebody else, and the parts that it is too short for. */
  readonly sharing: () => Sharing
  /** Copies the address as the browser shows it. */
  readonly copyShownAddress: () => Promise<void>
}

/** A command with a label of its own, or a layout, whose label is made of the layout's. */
export type CommandId = keyof CommandsMessages['labels'] | `layout-${LayoutName}`

/** Something that a person can do by menu, key or palette. Labels are in the catalogue `commands`; see `commandLabel`. */
export interface AppCommand {
  readonly id: CommandId
  /** The group in the palette and in the list of shortcuts. */
  readonly group: keyof CommandsMessages['groups']
  /** As KeyboardEvent.key, with "Mod+" for Ctrl or Cmd, and "Shift+". */
  readonly keys?: string
  readonly run: (app: App) => void
  /** Commands without it are always available. */
  readonly available?: (app: App) => boolean
}

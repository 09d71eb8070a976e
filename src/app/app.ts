import type { FacetChoice } from '../analysis/filter/filter'
import type { SearchHit } from '../analysis/search/searchNodes'
import type { VisibleRows } from '../analysis/filter/applyFilter'
import type { MetricRequest } from '../analysis/metrics/metricRequest'
import type { Language } from '../messages/language'
import type { ImportOptions } from '../model/importReport'
import type { LayoutName, PanelId, Selection, View } from '../scene/view/view'
import type { Session, SessionStore, WorkspaceStore } from './store'

/** What may leave the program as a file, and how it is drawn where it is a picture. */
export interface ExportChoice {
  readonly format: string
  readonly scope: 'shown' | 'selected'
  /** Device pixels a CSS pixel, for pictures made of pixels. */
  readonly scale?: 1 | 2 | 4
}

/** The program without its face: two stores, and everything that a person can make it do. */
export interface App {
  readonly workspace: WorkspaceStore
  readonly session: SessionStore
  readonly commands: readonly Command[]

  /** Changes the view; each change is a place that Back returns to, unless it is `passing` (the camera moving, say). */
  readonly updateView: (change: (view: View) => View, passing?: 'passing') => void
  /** Selects; with `add` it adds to what is selected, or takes away what already was. `frame` moves the camera there. */
  readonly select: (selection: Partial<Selection>, how?: { add?: boolean; zoomToNodes?: boolean }) => void
  /** Moves the camera so that these nodes (ids), or everything shown, fill the frame. */
  readonly zoomToNodes: (nodes: readonly string[] | 'all') => void
  readonly zoom: (factor: number) => void
  readonly setFacetChoice: (on: string, value: string, choice: FacetChoice) => void
  readonly setFilterText: (text: string) => { readonly at: number; readonly what: string } | undefined
  /** Chooses a layout: radial goes round what is selected, by time along a column. */
  readonly setLayout: (name: LayoutName, column?: string) => void
  /** Starts ForceAtlas2 from where the nodes are, or stops it; stops any layout's work. */
  readonly toggleForce: () => void
  readonly pin: (node: string, x: number, y: number) => void
  /** Measures the graph; the results are columns of its nodes, in the place of an earlier measure of the same metric. */
  readonly runMetric: (runMetric: MetricRequest) => void
  /** Takes a metric's columns away, with what colours, sizes and filters by them. */
  readonly removeMetric: (metric: string) => void
  /** Ends what is being measured, and forgets what waits. */
  readonly stopMetrics: () => void
  /** Brings a panel to the front, with what is opened in it. */
  readonly setPanel: (panel: PanelId, detail?: string) => void
  /** Switches the interface to a language, and remembers it as the reader's choice. Settled when its texts are loaded. */
  readonly setLanguage: (language: Language) => Promise<void>
  readonly setTheme: (theme: 'light' | 'dark' | 'system') => void
  readonly hover: (what: { readonly node: string } | { readonly edge: string } | undefined) => void
  readonly search: (text: string) => Promise<readonly SearchHit[]>
  /** Opens files as one graph; what cannot be read is said, and the graph that was open stays. Settled when it is over. */
  readonly open: (files: readonly File[]) => Promise<void>
  /** Opens what an address of the same origin, or one that allows it, answers with. */
  readonly openUrl: (address: string) => Promise<void>
  /** Reads the files that were opened last again, with other choices. */
  readonly readAgain: (choices: ImportOptions) => Promise<void>
  /** Reads the tables that a person was asked about. */
  readonly readTables: (choices: ImportOptions) => Promise<void>
  /** Gives up reading; the graph that was open stays. */
  readonly stopOpening: () => void
  readonly exportFile: (choice: ExportChoice) => Promise<void>
  /** The part of the graph that an export of this scope would take. */
  readonly exportedPart: (scope: ExportChoice['scope']) => VisibleRows
  /** The person's own calendar day, YYYY-MM-DD. */
  readonly today: () => string
  readonly copyAddress: () => Promise<void>
  readonly openDialog: (dialog: Session['dialog']) => void
  readonly dismissNotice: () => void
  readonly runCommand: (command: string) => void
}

/** Something that a person can make the program do, by menu, key or palette. */
export interface Command {
  readonly id: string
  /** What the palette and the shortcut sheet call it. */
  readonly label: string
  /** Where it stands in both. */
  readonly group: 'Find' | 'View' | 'Evidence' | 'Filter' | 'Layout' | 'Selection' | 'File'
  /** As KeyboardEvent.key, with "Mod+" for Ctrl or Cmd and "Shift+"; shown in the sheet as it is. */
  readonly keys?: string
  readonly run: (app: App) => void
  /** Absent: always. */
  readonly available?: (app: App) => boolean
}

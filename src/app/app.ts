import type { Choice } from '../analysis/filter/filter'
import type { Hit } from '../analysis/search/searchNodes'
import type { Visible } from '../analysis/filter/applyFilter'
import type { Measure } from '../analysis/metrics/metricRequest'
import type { Language } from '../model/nodeNames'
import type { ReadChoices } from '../model/importReport'
import type { LayoutName, Panel, Selection, View } from '../scene/view/view'
import type { Moment, MomentStore, WorkspaceStore } from './store'

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
  readonly moment: MomentStore
  readonly commands: readonly Command[]

  /** Changes the view; each change is a place that Back returns to, unless it is `passing` (the camera moving, say). */
  readonly look: (change: (view: View) => View, passing?: 'passing') => void
  /** Selects; with `add` it adds to what is selected, or takes away what already was. `frame` moves the camera there. */
  readonly select: (selection: Partial<Selection>, how?: { add?: boolean; frame?: boolean }) => void
  /** Moves the camera so that these nodes (ids), or everything shown, fill the frame. */
  readonly frame: (nodes: readonly string[] | 'all') => void
  readonly zoom: (factor: number) => void
  readonly choose: (on: string, value: string, choice: Choice) => void
  readonly setFilterText: (text: string) => { readonly at: number; readonly what: string } | undefined
  /** Chooses a layout: radial goes round what is selected, by time along a column. */
  readonly setLayout: (name: LayoutName, column?: string) => void
  /** Starts ForceAtlas2 from where the nodes are, or stops it; stops any layout's work. */
  readonly toggleForce: () => void
  readonly pin: (node: string, x: number, y: number) => void
  /** Measures the graph; the results are columns of its nodes, in the place of an earlier measure of the same metric. */
  readonly measure: (measure: Measure) => void
  /** Takes a metric's columns away, with what colours, sizes and filters by them. */
  readonly unmeasure: (metric: string) => void
  /** Ends what is being measured, and forgets what waits. */
  readonly stopMeasuring: () => void
  /** Brings a panel to the front, with what is opened in it. */
  readonly setPanel: (panel: Panel, detail?: string) => void
  readonly setLanguage: (language: Language) => void
  readonly setTheme: (theme: 'light' | 'dark' | 'system') => void
  readonly hover: (what: { readonly node: string } | { readonly edge: string } | undefined) => void
  readonly search: (text: string) => Promise<readonly Hit[]>
  /** Opens files as one graph; what cannot be read is said, and the graph that was open stays. Settled when it is over. */
  readonly open: (files: readonly File[]) => Promise<void>
  /** Opens what an address of the same origin, or one that allows it, answers with. */
  readonly openFrom: (address: string) => Promise<void>
  /** Reads the files that were opened last again, with other choices. */
  readonly readAgain: (choices: ReadChoices) => Promise<void>
  /** Reads the tables that a person was asked about. */
  readonly readTables: (choices: ReadChoices) => Promise<void>
  /** Gives up reading; the graph that was open stays. */
  readonly stopOpening: () => void
  readonly exportFile: (choice: ExportChoice) => Promise<void>
  /** The part of the graph that an export of this scope would take. */
  readonly part: (scope: ExportChoice['scope']) => Visible
  /** The person's own calendar day, YYYY-MM-DD. */
  readonly today: () => string
  readonly copyAddress: () => Promise<void>
  readonly openDialog: (dialog: Moment['dialog']) => void
  readonly dismiss: () => void
  readonly run: (command: string) => void
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

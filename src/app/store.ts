import { createStore, type StoreApi } from 'zustand/vanilla'
import type { JobFault } from '../jobs/job'
import type { Message } from '../messages/message'
import type { Texts } from '../messages/texts.en'
import type { LayoutGuides } from '../model/layoutGuides'
import type { ImportOptions, ImportReport, TablePreview } from '../model/importReport'
import type { MetricRunResult } from '../scene/metricResults'
import type { Camera, View, Workspace } from '../scene/view/view'
import type { KeptLayout } from './work/workStore'

/** UI state that is neither shared by address nor restored: hover, running jobs, notices. */
export interface Session {
  /** The texts of the interface in the reader's language. */
  readonly texts: Texts
  /** The node or edge under the pointer or at the keyboard's position in the list, by id. */
  readonly hovered?: { readonly node: string } | { readonly edge: string } | undefined
  /** ForceAtlas2 is running. */
  readonly forceRunning: boolean
  /** The current step of a layout that is computed in one go; undefined if none is running. */
  readonly layoutProgress?: Message | undefined
  /** The metric that is being computed, and its progress from 0 to 1. */
  readonly metricProgress?: { readonly metric: string; readonly done: number } | undefined
  /** Results of metrics, in the order of the view. */
  readonly metricResults?: readonly MetricRunResult[] | undefined
  /** The last thing that went wrong or was done, until it is dismissed. */
  readonly notice?: Notice | undefined
  /** The files that are being read, and the current step. */
  readonly openingProgress?: { readonly names: readonly string[]; readonly step: Message } | undefined
  /** The files that were opened last, with the report of reading them and the options they were read with. */
  readonly lastOpened?:
    { readonly names: readonly string[]; readonly report: ImportReport; readonly choices: ImportOptions } | undefined
  /** The address that the graph was opened from; undefined for local files and for the bundled data set. */
  readonly fileUrl?: string | undefined
  /** What this browser keeps of the work on files of this computer; undefined if the data are on the web. */
  readonly work?: WorkState | undefined
  /** Positions of a layout that were kept, which need not be computed again. */
  readonly keptLayout?: KeptLayout | undefined
  /** Tables whose columns the person has to describe before they are read. */
  readonly pendingTables?: readonly TablePreview[] | undefined
  /** The dialog that is open. */
  readonly dialog?: 'share' | 'export' | 'palette' | 'shortcuts' | 'open' | 'report' | 'tables' | undefined
  /** Positions from a layout, x and y in turn, by node row; undefined for the prepared ones. */
  readonly positions?: Float32Array | undefined
  /** Lines and labels behind the nodes that explain the positions. */
  readonly guides?: LayoutGuides | undefined
  /** The camera as drawn, also while it fits the frame to what is shown; and the aspect ratio of the canvas. */
  readonly viewport?: { readonly camera: Camera; readonly aspect: number } | undefined
  /** How often everything shown was asked to be fitted into the viewport, which the view alone does not tell. */
  readonly fitCount: number
  /** The timeline strip is open. */
  readonly clocksOpen?: boolean
  /** Whether the browser can draw the canvas. */
  readonly webgl: boolean
}

/** Whether the work with this id is kept: not yet, yes, not at all, or by another tab that has it open. */
export interface WorkState {
  /** Undefined if the browser keeps nothing. */
  readonly id?: string | undefined
  readonly state: 'keeping' | 'kept' | 'notKept' | 'elsewhere'
}

/** What happened, for the person to read; worded when it is shown, so that it follows the language. */
export interface Notice {
  readonly title: Message
  /** What else there is to know, for example what became of the graph that was open. */
  readonly details?: Message
  /** What went wrong; a notice without it reports something that was done. */
  readonly what?: Message
  /** File, line and column. */
  readonly where?: Message
  readonly excerpt?: NonNullable<JobFault['excerpt']>
  readonly remedy?: Message
  /** The dialog with more about it. */
  readonly moreDialog?: 'report'
  /** A file could not be opened: offers to choose another one. */
  readonly offersOtherFile?: boolean
  /** Something is not kept: offers to save it as a file. */
  readonly offersSaving?: boolean
}

/** The state shared by address: graph and view. */
export type WorkspaceStore = StoreApi<Workspace>
export type SessionStore = StoreApi<Session>

export const createWorkspaceStore = (workspace: Workspace): WorkspaceStore => createStore<Workspace>(() => workspace)
export const createSessionStore = (texts: Texts): SessionStore =>
  createStore<Session>(() => ({ texts, forceRunning: false, fitCount: 0, webgl: true }))

/** Changes the view, and leaves the graph as it is. */
export const updateView = (store: WorkspaceStore, change: (view: View) => View): void =>
  store.setState(({ view }) => ({ view: change(view) }))

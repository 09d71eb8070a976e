import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Texts } from '../messages/texts.en'
import type { LayoutGuides } from '../model/layoutGuides'
import type { ImportOptions, ImportReport, TablePreview } from '../model/importReport'
import type { MetricRunResult } from '../scene/metricResults'
import type { Camera, View, Workspace } from '../scene/view/view'

/** What is worthless tomorrow: what the pointer is over, running work, messages. */
export interface Session {
  /** The texts of the interface in the reader's language. */
  readonly texts: Texts
  /** What the pointer or the keyboard's walk is over, by id. */
  readonly hovered?: { readonly node: string } | { readonly edge: string } | undefined
  /** A layout is running. */
  readonly forceRunning: boolean
  /** What a layout that is computed in one go is doing, in words; undefined while none is. */
  readonly layoutProgress?: string | undefined
  /** What is being measured, and how far it is, from 0 to 1. */
  readonly metricProgress?: { readonly metric: string; readonly done: number } | undefined
  /** What was measured of the graph, in the order of the view. */
  readonly metricResults?: readonly MetricRunResult[] | undefined
  /** Something that went wrong or was done, for the person to read. */
  readonly notice?: Notice | undefined
  /** A file that is being read: its name, and what is being done in words. */
  readonly openingProgress?: { readonly name: string; readonly words: string } | undefined
  /** What was opened last: names, what was found, and the choices that it was read with. */
  readonly lastOpened?:
    { readonly names: readonly string[]; readonly report: ImportReport; readonly choices: ImportOptions } | undefined
  /** The address that the graph was opened from; undefined where it came from a disk or with the program. */
  readonly fileUrl?: string | undefined
  /** Tables of which the person is asked what is what. */
  readonly pendingTables?: readonly TablePreview[] | undefined
  /** Which dialog is open. */
  readonly dialog?: 'export' | 'palette' | 'shortcuts' | 'open' | 'report' | 'tables' | undefined
  /** Positions that a layout gives, by node row, x and y in turn; undefined while the prepared ones hold. */
  readonly positions?: Float32Array | undefined
  /** Lines and words behind the nodes that say what their places mean. */
  readonly guides?: LayoutGuides | undefined
  /** Where the canvas looks now, also while it fits the frame to what is shown; and its width over its height. */
  readonly viewport?: { readonly camera: Camera; readonly aspect: number } | undefined
  /** The strip of the two clocks is open. */
  readonly clocksOpen?: boolean
  /** Whether the browser can draw the canvas. */
  readonly webgl: boolean
}

/** A message in four parts: what happened, where, how to mend it, and what became of the graph that was open. */
export interface Notice {
  readonly title: string
  readonly aside?: string
  readonly what?: string
  readonly where?: string
  /** Lines of the file around the fault: number, text, and the columns (from 0) that are at fault. */
  readonly excerpt?: readonly {
    readonly line: number
    readonly text: string
    readonly bad?: readonly [number, number]
  }[]
  readonly remedy?: string
  /** The dialog that tells more. */
  readonly moreDialog?: 'report'
}

/** The workspace, and how it changes: by a function from the old whole to the new whole. */
export type WorkspaceStore = StoreApi<Workspace>
export type SessionStore = StoreApi<Session>

export const createWorkspaceStore = (workspace: Workspace): WorkspaceStore => createStore<Workspace>(() => workspace)
export const createSessionStore = (texts: Texts): SessionStore =>
  createStore<Session>(() => ({ texts, forceRunning: false, webgl: true }))

/** Changes the view alone. */
export const updateView = (store: WorkspaceStore, change: (view: View) => View): void =>
  store.setState(({ view }) => ({ view: change(view) }))

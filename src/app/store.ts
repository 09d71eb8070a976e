import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Camera, View, Workspace } from '../scene/view'

/** What is worthless tomorrow: what the pointer is over, running work, messages. */
export interface Moment {
  /** What the pointer or the keyboard's walk is over, by id. */
  readonly hover?: { readonly node: string } | { readonly edge: string } | undefined
  /** A layout is running. */
  readonly running: boolean
  /** Something that went wrong or was done, for the person to read. */
  readonly notice?: Notice | undefined
  /** Which dialog is open. */
  readonly dialog?: 'export' | 'palette' | 'shortcuts' | 'open' | undefined
  /** Positions that a layout gives, by node row, x and y in turn; undefined while the prepared ones hold. */
  readonly positions?: Float32Array | undefined
  /** Where the canvas looks now, also while it fits the frame to what is shown; and its width over its height. */
  readonly looking?: { readonly camera: Camera; readonly aspect: number } | undefined
  /** The strip of the two clocks is open. */
  readonly clocks?: boolean
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
}

/** The workspace, and how it changes: by a function from the old whole to the new whole. */
export type WorkspaceStore = StoreApi<Workspace>
export type MomentStore = StoreApi<Moment>

export const workspaceStore = (workspace: Workspace): WorkspaceStore => createStore<Workspace>(() => workspace)
export const momentStore = (): MomentStore => createStore<Moment>(() => ({ running: false, webgl: true }))

/** Changes the view alone. */
export const look = (store: WorkspaceStore, change: (view: View) => View): void =>
  store.setState(({ view }) => ({ view: change(view) }))

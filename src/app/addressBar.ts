import { message } from '../messages/message'
import { printAddress, parseAddress, unreadParameters } from '../scene/view/address'
import { restorableView, type RestorableView } from '../scene/view/restorableView'
import { expandQuery, shortenQuery } from '../scene/view/shortAddress'
import type { Graph } from '../model/graph'
import { initialViewOf } from './initialView'
import type { View } from '../scene/view/view'
import type { WorkspaceStore } from './store'

/** The browser's address bar. */
export interface AddressBar {
  /** The whole query, also where the browser shows a shorter one. */
  readonly query: () => string
  /** Writes a query; `shorten` gives what is shown of it in at most so many characters. */
  readonly write: (query: string, how: 'push' | 'replace', shorten?: Shorten) => void
  /** Calls back after Back or Forward; returns how to stop that. */
  readonly onPopState: (onNavigate: () => void) => () => void
  /** Writes pending addresses at once. */
  readonly flush?: () => void
}

export type Shorten = (maxLength: number) => string

export interface AddressBarSync {
  /** Makes the next change of the view an entry of the history, which Back returns from. */
  readonly pushNextChange: () => void
  /** Writes the address in place of the newest entry, after the data that it names have changed. */
  readonly rewrite: () => void
  readonly dispose: () => void
}

/** The view of the address on a graph; what is missing, malformed or not in the graph is taken from the graph's first view. */
export const readAddressBar = (bar: AddressBar, graph: Graph): RestorableView => viewOfQuery(bar.query(), graph)

/** The view of a query on a graph, and what of it could not be restored. */
export function viewOfQuery(written: string, graph: Graph): RestorableView {
  const { query, faults } = expandQuery(written, graph)
  const { view, fault } = parseAddress(query, initialViewOf(graph), graph)
  const restorable = restorableView(view, graph)
  const unread = unreadParameters(query).map(([key, value]) => message('work', 'unreadParameter', { key, value }))
  return { view: restorable.view, faults: [...(fault ? [fault] : []), ...unread, ...faults, ...restorable.faults] }
}

/** The address of the file that a query asks to open; undefined if it asks for none. */
export const fileUrlInQuery = (query: string): string | undefined => {
  const url = new URLSearchParams(query).get('open')
  // Older addresses used `open` for ids, which have no dot or slash.
  return url && /[./]/.test(url) ? url : undefined
}

/** The id of the work kept in this browser that a query names; undefined if it names none. */
export const workInQuery = (query: string): string | undefined => new URLSearchParams(query).get('work') || undefined

/** Which data an address names: a file on a server, work kept in this browser, or, with neither, the bundled data set. */
export interface NamedData {
  readonly fileUrl?: string | undefined
  readonly work?: string | undefined
}

const dataInQuery = (query: string): NamedData => ({ fileUrl: fileUrlInQuery(query), work: workInQuery(query) })

/** Whether a query names other data than the bundled data set. */
export const namesData = (query: string): boolean => (fileUrlInQuery(query) ?? workInQuery(query)) !== undefined

/** A query with the data that it is about. */
export const withNamedData = (query: string, { fileUrl, work }: NamedData): string =>
  [
    fileUrl && `open=${encodeURIComponent(fileUrl).replace(/%(2F|3A)/g, decodeURIComponent)}`,
    work && `work=${encodeURIComponent(work)}`,
    query,
  ]
    .filter(Boolean)
    .join('&')

/** What the address depends on besides the view. */
export interface AddressDefaults {
  /** The graph that is open. */
  readonly graph: () => Graph
  /** Which data are open. */
  readonly data: () => NamedData
  /** Opens the data that the address names, after Back or Forward came to other data. */
  readonly openNamedData: () => void
}

/** Keeps the address in step with the view, and the view with Back and Forward. */
export function syncAddressBar(
  store: WorkspaceStore,
  bar: AddressBar,
  { graph, data, openNamedData }: AddressDefaults,
): AddressBarSync {
  let pushesNext = false
  let isNavigating = false
  const write = (view: View, how: 'push' | 'replace') => {
    const query = withNamedData(printAddress(view, initialViewOf(graph())), data())
    const shorten: Shorten = (maxLength) => shortenQuery(query, graph(), maxLength).query
    if (query !== bar.query()) bar.write(query, how, shorten)
  }
  const unsubscribe = store.subscribe(({ view }, before) => {
    const how = pushesNext ? 'push' : 'replace'
    pushesNext = false
    if (isNavigating || view === before.view) return
    write(view, how)
  })
  const stopListening = bar.onPopState(() => {
    const named = dataInQuery(bar.query())
    const open = data()
    if (named.fileUrl !== open.fileUrl || named.work !== open.work) return openNamedData()
    isNavigating = true
    store.setState({ view: readAddressBar(bar, graph()).view })
    isNavigating = false
  })
  return {
    pushNextChange: () => (pushesNext = true),
    rewrite: () => write(store.getState().view, 'replace'),
    dispose: () => {
      unsubscribe()
      stopListening()
    },
  }
}

/**
 * Delay in ms before an address is written, as a new entry and in place of the newest one. Browsers ignore a page that writes
 * more than 200 addresses in half a minute.
 */
const delay = { push: 30, replace: 250 }

/**
 * An address bar that writes after the picture of a change was drawn: a new entry soon after it, and a few times a second
 * while the camera moves or a layout runs. Entries keep their order; pending ones are dropped on Back or Forward.
 */
export function throttledAddressBar({ query, write, onPopState }: AddressBar): Required<AddressBar> {
  let pending: { query: string; shorten: Shorten | undefined; readonly how: 'push' | 'replace' }[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const due = pending
    pending = []
    for (const each of due) write(each.query, each.how, each.shorten)
  }
  return {
    query: () => pending.at(-1)?.query ?? query(),
    write: (next, how, shorten) => {
      const last = pending.at(-1)
      if (how === 'replace' && last) Object.assign(last, { query: next, shorten })
      else pending.push({ query: next, how, shorten })
      if (how === 'push') clearTimeout(timer)
      timer = how === 'push' ? setTimeout(flush, delay.push) : (timer ?? setTimeout(flush, delay.replace))
    },
    onPopState: (onNavigate) =>
      onPopState(() => {
        clearTimeout(timer)
        timer = undefined
        pending = []
        onNavigate()
      }),
    flush,
  }
}

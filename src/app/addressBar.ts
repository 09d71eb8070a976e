import type { ParsedAddress } from '../scene/view/address'
import { printAddress, parseAddress } from '../scene/view/address'
import type { View } from '../scene/view/view'
import type { WorkspaceStore } from './store'

/** The part of the browser that holds the address. */
export interface AddressBar {
  readonly query: () => string
  readonly write: (query: string, how: 'push' | 'replace') => void
  /** Calls back when Back or Forward was used; returns how to stop that. */
  readonly onPopState: (walk: () => void) => () => void
  /** Writes at once what waits to be written. */
  readonly flush?: () => void
}

export interface ViewHistory {
  /** The next change of the view is a place that Back returns to. */
  readonly pushNextChange: () => void
  readonly dispose: () => void
}

/** What the address says, read against the data set's own first view. */
export const readAddressBar = (bar: AddressBar, first: View): ParsedAddress => parseAddress(bar.query(), first)

/** The address of the file that an address asks to open; undefined where it asks for none. */
export const fileUrlInQuery = (query: string): string | undefined => {
  const said = new URLSearchParams(query).get('open')
  return said && /[./]/.test(said) ? said : undefined
}

/** The query of a view of a graph that was opened from an address. */
const withOpen = (query: string, from: string | undefined): string =>
  [from && `open=${encodeURIComponent(from).replace(/%(2F|3A)/g, decodeURIComponent)}`, query].filter(Boolean).join('&')

/** What a history needs to know beside the view. */
export interface AddressDefaults {
  /** The view that the graph which is open now begins with. */
  readonly initialView: () => View
  /** Where that graph was loaded from. */
  readonly fileUrl: () => string | undefined
}

/** Keeps the address in step with the view, and the view with Back and Forward. */
export function syncAddressBar(
  store: WorkspaceStore,
  bar: AddressBar,
  { initialView: first, fileUrl: from }: AddressDefaults,
): ViewHistory {
  let marked = false
  let walking = false
  const unsubscribe = store.subscribe(({ view }, before) => {
    const how = marked ? 'push' : 'replace'
    marked = false
    if (walking || view === before.view) return
    const query = withOpen(printAddress(view, first()), from())
    if (query !== bar.query()) bar.write(query, how)
  })
  const stopWalks = bar.onPopState(() => {
    walking = true
    store.setState({ view: readAddressBar(bar, first()).view })
    walking = false
  })
  return {
    pushNextChange: () => (marked = true),
    dispose: () => {
      unsubscribe()
      stopWalks()
    },
  }
}

/**
 * So many milliseconds a new address waits, and one that replaces another: browsers stop listening to a page that writes
 * 200 in half a minute.
 */
const pause = { push: 30, replace: 250 }

/**
 * An address bar that writes when the picture that comes with a change is there: a new place soon after it, and while the
 * camera moves or a layout runs a few times a second. Places stay in their order; who walks back leaves what was not written.
 */
export function throttledAddressBar({ query, write, onPopState: onWalk }: AddressBar): Required<AddressBar> {
  let waiting: { query: string; readonly how: 'push' | 'replace' }[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const settle = () => {
    clearTimeout(timer)
    timer = undefined
    const due = waiting
    waiting = []
    for (const each of due) write(each.query, each.how)
  }
  return {
    query: () => waiting.at(-1)?.query ?? query(),
    write: (next, how) => {
      const last = waiting.at(-1)
      if (how === 'replace' && last) last.query = next
      else waiting.push({ query: next, how })
      if (how === 'push') clearTimeout(timer)
      timer = how === 'push' ? setTimeout(settle, pause.push) : (timer ?? setTimeout(settle, pause.replace))
    },
    onPopState: (walk) =>
      onWalk(() => {
        clearTimeout(timer)
        timer = undefined
        waiting = []
        walk()
      }),
    flush: settle,
  }
}

const browserWalks: AddressBar = {
  query: () => location.search.slice(1),
  write: (query, how) => {
    const address = `${location.pathname}${query && `?${query}`}`
    if (how === 'push') history.pushState(null, '', address)
    else history.replaceState(null, '', address)
  },
  onPopState: (walk) => {
    addEventListener('popstate', walk)
    return () => removeEventListener('popstate', walk)
  },
}

/** The browser's own address bar, written to before the page is left. */
export function browserAddressBar(): AddressBar {
  const bar = throttledAddressBar(browserWalks)
  addEventListener('pagehide', bar.flush)
  return bar
}

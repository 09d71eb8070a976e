import { throttledAddressBar, workInQuery, type AddressBar } from './addressBar'

/**
 * The whole query of the current entry of the history, if it was kept there: the browser's address may be shorter. It
 * survives a reload and comes back with Back and Forward, but not with a copied address.
 */
export function wholeQueryInState(): string | undefined {
  const query = (history.state as { readonly query?: unknown } | null)?.query
  return typeof query === 'string' ? query : undefined
}

/** Makes a query that of the current entry, without showing it. */
export const keepQueryInState = (query: string): void => history.replaceState({ query }, '')

/** Longer addresses are cut by mail programs and refused by servers. */
const maxAddressLength = 2000

/** How many characters of a query fit into an address of this page. */
export const maxQueryLength = (): number => maxAddressLength - `${location.origin}${location.pathname}?`.length

const addressOf = (query: string): string => `${location.pathname}${query && `?${query}`}`

/** The browser's own history, written to at once. */
const browserHistory: AddressBar = {
  query: () => wholeQueryInState() ?? location.search.slice(1),
  write: (query, how, shorten) => {
    const shown = query.length > maxQueryLength() && shorten ? shorten(maxQueryLength()) : query
    // The address of kept work without a view means the view that is kept; the entry means the first view.
    const state = shown === query && workInQuery(query) === undefined ? null : { query }
    if (how === 'push') history.pushState(state, '', addressOf(shown))
    else history.replaceState(state, '', addressOf(shown))
  },
  onPopState: (onNavigate) => {
    addEventListener('popstate', onNavigate)
    return () => removeEventListener('popstate', onNavigate)
  },
}

/** The browser's own address bar. Pending addresses are written before the page is left. */
export function browserAddressBar(): AddressBar {
  const bar = throttledAddressBar(browserHistory)
  addEventListener('pagehide', bar.flush)
  return bar
}

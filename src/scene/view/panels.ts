/** Every panel, those with a tab in the order of the tabs. To add one: see README.md of `scene`. */
export const panelIds = ['graph', 'list', 'sources', 'issues', 'money', 'metrics', 'filter', 'inspector'] as const
export type PanelId = (typeof panelIds)[number]

/**
 * Where a panel is on a wide window: `canvas` is the graph itself; `middle` covers the canvas; `beside` takes a part of its
 * width; `side` is a column at the edge of the window. On a narrow window every panel but the graph is a sheet.
 */
export type PanelPlace = 'canvas' | 'middle' | 'beside' | 'side'

interface PanelRecord {
  readonly place: PanelPlace
  /** Name of an icon of `ui/controls/Icon`. */
  readonly icon: string
  /** The key that opens the panel, as in `Command.keys`; panels without one have no command. */
  readonly key?: string
}

/** The panels; labels are in `texts.frame.panels`, loaders of their contents in `ui/frame/panelContents`. */
export const panels = {
  graph: { place: 'canvas', icon: 'layout', key: 'g' },
  list: { place: 'middle', icon: 'list', key: 'l' },
  sources: { place: 'beside', icon: 'document', key: 'r' },
  issues: { place: 'beside', icon: 'info', key: 'u' },
  money: { place: 'middle', icon: 'money', key: 'm' },
  metrics: { place: 'beside', icon: 'metrics', key: 'a' },
  filter: { place: 'side', icon: 'filter' },
  inspector: { place: 'side', icon: 'info' },
} as const satisfies Record<PanelId, PanelRecord>

/** Panels that have a tab in the top bar. */
export type TabPanelId = { [Id in PanelId]: (typeof panels)[Id]['place'] extends 'side' ? never : Id }[PanelId]

/** Panels whose content is shown in the middle of the page, over the canvas or beside it. */
export type MiddlePanelId = Exclude<TabPanelId, 'graph'>

const hasTab = (id: PanelId): id is TabPanelId => panels[id].place !== 'side'

/** The panels with a tab, in the order of the tabs. */
export const tabPanelIds: readonly TabPanelId[] = panelIds.filter(hasTab)

/** Whether a panel is shown in the middle of the page. */
export const isMiddlePanel = (id: PanelId): id is MiddlePanelId => hasTab(id) && id !== 'graph'

/** What the panels were called in older addresses. */
const formerPanelIds: Readonly<Record<string, PanelId>> = { ledger: 'issues', measures: 'metrics' }

/** The panel that an address names, also by a former name; undefined if there is none. */
export const parsePanelId = (name: string): PanelId | undefined =>
  panelIds.find((id) => id === name) ?? (Object.hasOwn(formerPanelIds, name) ? formerPanelIds[name] : undefined)

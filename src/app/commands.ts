import { negateClause, filterStep, filterTerm } from '../analysis/filter/filter'
import { idsWithNeighbours } from '../scene/export/exportScope'
import { layoutRecords } from '../scene/layouts/layoutRecords'
import { panelIds, panels, type PanelId } from '../scene/view/panels'
import { toggleNoOverlap, emptySelection } from '../scene/view/view'
import type { App, AppCommand } from './app'

const view = (app: App) => app.workspace.getState().view
const hasNodes = (app: App) => view(app).selection.nodes.length > 0
const hasSelection = (app: App) => hasNodes(app) || view(app).selection.edges.length > 0
const hasFilter = (app: App) => view(app).filter.length > 0

const findCommands: readonly AppCommand[] = [
  { id: 'palette', group: 'find', keys: 'Mod+k', run: (app) => app.openDialog('palette') },
  { id: 'search', group: 'find', keys: '/', run: (app) => focusOn(app, 'search') },
  { id: 'walk', group: 'find', keys: 'w', run: (app) => focusOn(app, 'walk') },
  { id: 'shortcuts', group: 'find', keys: '?', run: (app) => app.openDialog('shortcuts') },
]

/** Panels with a key have a command, and its label in the catalogue `commands`. */
type PanelWithKey = {
  [Id in PanelId]: (typeof panels)[Id] extends { readonly key: string } ? Id : never
}[PanelId]
const hasKey = (id: PanelId): id is PanelWithKey => 'key' in panels[id]

const panelCommands = panelIds.filter(hasKey).map((id): AppCommand => ({
  id,
  group: 'panels',
  keys: panels[id].key,
  run: (app) => app.setPanel(id),
}))

const viewCommands: readonly AppCommand[] = [
  { id: 'fit', group: 'view', keys: '0', run: (app) => app.zoomToNodes('all') },
  { id: 'zoom-in', group: 'view', keys: '+', run: (app) => app.zoom(1.4) },
  { id: 'zoom-out', group: 'view', keys: '-', run: (app) => app.zoom(1 / 1.4) },
  {
    id: 'clocks',
    group: 'view',
    keys: 't',
    run: (app) => app.session.setState(({ clocksOpen }) => ({ clocksOpen: clocksOpen !== true })),
  },
  {
    id: 'lines',
    group: 'view',
    keys: 'i',
    run: (app) =>
      app.updateView((now) => ({ ...now, lineEncoding: now.lineEncoding === 'status' ? 'origins' : 'status' })),
  },
  {
    id: 'language',
    group: 'view',
    keys: 'j',
    run: (app) => void app.setLanguage(app.session.getState().texts.language === 'en' ? 'ja' : 'en'),
  },
  { id: 'light', group: 'view', run: (app) => app.setTheme('light') },
  { id: 'dark', group: 'view', run: (app) => app.setTheme('dark') },
  { id: 'system', group: 'view', run: (app) => app.setTheme('system') },
]

const filterCommands: readonly AppCommand[] = [
  {
    id: 'clear-filter',
    group: 'filter',
    keys: 'Shift+X',
    available: hasFilter,
    run: (app) => app.updateView((now) => ({ ...now, filter: [] })),
  },
  {
    id: 'dim',
    group: 'filter',
    keys: 'd',
    run: (app) => app.updateView((now) => ({ ...now, filteredOut: now.filteredOut === 'hide' ? 'dim' : 'hide' })),
  },
  {
    id: 'only-around',
    group: 'filter',
    keys: 'o',
    available: hasNodes,
    run: (app) =>
      app.updateView((now) => ({
        ...now,
        filter: [...now.filter, filterStep(filterTerm('node', now.selection.nodes, 1))],
        camera: undefined,
      })),
  },
  {
    id: 'without',
    group: 'filter',
    keys: 'Shift+H',
    available: hasNodes,
    run: (app) =>
      app.updateView((now) => ({
        ...now,
        filter: [...now.filter, filterStep(negateClause(filterTerm('node', now.selection.nodes)))],
        selection: emptySelection,
      })),
  },
]

const layoutCommands: readonly AppCommand[] = [
  { id: 'force', group: 'layout', keys: 'f', run: (app) => app.toggleForce() },
  ...layoutRecords
    .filter(({ name }) => name !== 'force')
    .map(({ name, unavailableReason }): AppCommand => ({
      id: `layout-${name}`,
      group: 'layout',
      ...(unavailableReason && { available: (app) => unavailableReason(app.workspace.getState()) === undefined }),
      run: (app) => app.setLayout(name),
    })),
  {
    id: 'apart',
    group: 'layout',
    run: (app) => app.updateView((now) => ({ ...now, layout: toggleNoOverlap(now.layout) })),
  },
  {
    id: 'unpin',
    group: 'layout',
    available: (app) => Object.keys(view(app).pins).length > 0,
    run: (app) => app.updateView((now) => ({ ...now, pins: {} })),
  },
  {
    id: 'unpin-selection',
    group: 'layout',
    available: (app) => view(app).selection.nodes.some((id) => Object.hasOwn(view(app).pins, id)),
    run: (app) => app.unpin(view(app).selection.nodes),
  },
]

const selectionCommands: readonly AppCommand[] = [
  {
    id: 'frame-selection',
    group: 'selection',
    keys: 'Enter',
    available: hasNodes,
    run: (app) => {
      const { graph } = app.workspace.getState()
      app.zoomToNodes(idsWithNeighbours(graph, view(app).selection.nodes))
    },
  },
  {
    id: 'select-neighbours',
    group: 'selection',
    keys: 'n',
    available: hasNodes,
    run: (app) => app.select({ nodes: idsWithNeighbours(app.workspace.getState().graph, view(app).selection.nodes) }),
  },
  {
    id: 'clear-selection',
    group: 'selection',
    keys: 'Escape',
    available: hasSelection,
    run: (app) => app.select(emptySelection),
  },
]

const fileCommands: readonly AppCommand[] = [
  { id: 'export', group: 'file', keys: 'e', run: (app) => app.openDialog('export') },
  { id: 'open', group: 'file', keys: 'Mod+o', run: (app) => app.openDialog('open') },
  {
    id: 'report',
    group: 'file',
    available: (app) => app.session.getState().lastOpened !== undefined,
    run: (app) => app.openDialog('report'),
  },
  { id: 'save', group: 'file', keys: 'Mod+s', run: (app) => void app.works.saveProject() },
  { id: 'share', group: 'file', keys: 's', run: (app) => void app.share() },
]

/** Every command. To add one: a record in one of the lists above, and its label in both catalogues `commands`. */
export const commands: readonly AppCommand[] = [
  ...findCommands,
  ...panelCommands,
  ...viewCommands,
  ...filterCommands,
  ...layoutCommands,
  ...selectionCommands,
  ...fileCommands,
]

/**
 * Moves the focus to a part of the page, which marks itself with data-key-target. If the search field is hidden, as on a
 * phone, its sheet is opened first.
 */
function focusOn(app: App, target: 'search' | 'walk'): void {
  const find = () => document.querySelector<HTMLElement>(`[data-key-target="${target}"]`)
  if (find()?.offsetParent !== null) return find()?.focus()
  if (target === 'search') app.setPanel('filter')
  requestAnimationFrame(() => find()?.focus())
}

import { negateClause, filterStep, filterTerm } from '../analysis/filter/filter'
import { idsWithNeighbours } from '../scene/export/exportScope'
import { layoutRecords } from '../scene/layouts/layoutRecords'
import { toggleNoOverlap, emptySelection } from '../scene/view/view'
import type { App, Command } from './app'

const view = (app: App) => app.workspace.getState().view
const hasNodes = (app: App) => view(app).selection.nodes.length > 0
const hasSelection = (app: App) => hasNodes(app) || view(app).selection.edges.length > 0
const hasFilter = (app: App) => view(app).filter.length > 0

const find: readonly Command[] = [
  { id: 'palette', label: 'Commands and nodes', group: 'Find', keys: 'Mod+k', run: (app) => app.openDialog('palette') },
  { id: 'search', label: 'Search or filter', group: 'Find', keys: '/', run: (app) => focusOn(app, 'search') },
  { id: 'walk', label: 'Walk the graph as sentences', group: 'Find', keys: 'w', run: (app) => focusOn(app, 'walk') },
  { id: 'shortcuts', label: 'Keyboard shortcuts', group: 'Find', keys: '?', run: (app) => app.openDialog('shortcuts') },
]

const looks: readonly Command[] = [
  { id: 'fit', label: 'Fit everything in the frame', group: 'View', keys: '0', run: (app) => app.zoomToNodes('all') },
  { id: 'zoom-in', label: 'Zoom in', group: 'View', keys: '+', run: (app) => app.zoom(1.4) },
  { id: 'zoom-out', label: 'Zoom out', group: 'View', keys: '-', run: (app) => app.zoom(1 / 1.4) },
  { id: 'graph', label: 'Show the graph', group: 'View', keys: 'g', run: (app) => app.setPanel('graph') },
  { id: 'list', label: 'Show the list', group: 'View', keys: 'l', run: (app) => app.setPanel('list') },
  {
    id: 'measures',
    label: 'Measures: who is central, what belongs together',
    group: 'View',
    keys: 'a',
    run: (app) => app.setPanel('measures'),
  },
  {
    id: 'language',
    label: 'Labels in English or Japanese',
    group: 'View',
    keys: 'j',
    run: (app) => void app.setLanguage(app.session.getState().texts.language === 'en' ? 'ja' : 'en'),
  },
  { id: 'light', label: 'Light theme', group: 'View', run: (app) => app.setTheme('light') },
  { id: 'dark', label: 'Dark theme', group: 'View', run: (app) => app.setTheme('dark') },
  { id: 'system', label: 'Theme of the system', group: 'View', run: (app) => app.setTheme('system') },
]

const evidence: readonly Command[] = [
  {
    id: 'sources',
    label: 'Sources: every document',
    group: 'Evidence',
    keys: 'r',
    run: (app) => app.setPanel('sources'),
  },
  { id: 'ledger', label: 'Ledger of the unclear', group: 'Evidence', keys: 'u', run: (app) => app.setPanel('ledger') },
  { id: 'money', label: 'Money: amounts and flows', group: 'Evidence', keys: 'm', run: (app) => app.setPanel('money') },
  {
    id: 'clocks',
    label: 'Clocks: when it was published, when it holds',
    group: 'Evidence',
    keys: 't',
    run: (app) => app.session.setState(({ clocksOpen: clocks }) => ({ clocksOpen: clocks !== true })),
  },
  {
    id: 'lines',
    label: 'Lines by status or by number of origins',
    group: 'Evidence',
    keys: 'i',
    run: (app) =>
      app.updateView((now) => ({ ...now, lineEncoding: now.lineEncoding === 'status' ? 'origins' : 'status' })),
  },
]

const filters: readonly Command[] = [
  {
    id: 'clear-filter',
    label: 'Clear the filter',
    group: 'Filter',
    keys: 'Shift+X',
    available: hasFilter,
    run: (app) => app.updateView((now) => ({ ...now, filter: [] })),
  },
  {
    id: 'dim',
    label: 'Hide or dim what is ruled out',
    group: 'Filter',
    keys: 'd',
    run: (app) => app.updateView((now) => ({ ...now, filteredOut: now.filteredOut === 'hide' ? 'dim' : 'hide' })),
  },
  {
    id: 'only-around',
    label: 'Show only the selected and what is one step away',
    group: 'Filter',
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
    label: 'Hide the selected nodes',
    group: 'Filter',
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

const layouts: readonly Command[] = [
  { id: 'force', label: 'Start or stop ForceAtlas2', group: 'Layout', keys: 'f', run: (app) => app.toggleForce() },
  ...layoutRecords
    .filter(({ name }) => name !== 'force')
    .map(({ name, label, description, unavailableReason: missing }): Command => ({
      id: `layout-${name}`,
      label: `Layout: ${label.toLowerCase()} (${description})`,
      group: 'Layout',
      ...(missing && { available: (app) => missing(app.workspace.getState()) === undefined }),
      run: (app) => app.setLayout(name),
    })),
  {
    id: 'apart',
    label: 'Spread nodes apart, so that none overlap, or let them go back',
    group: 'Layout',
    run: (app) => app.updateView((now) => ({ ...now, layout: toggleNoOverlap(now.layout) })),
  },
  {
    id: 'unpin',
    label: 'Let dragged nodes go back to their places',
    group: 'Layout',
    available: (app) => Object.keys(view(app).pins).length > 0,
    run: (app) => app.updateView((now) => ({ ...now, pins: {} })),
  },
]

const selections: readonly Command[] = [
  {
    id: 'frame-selection',
    label: 'Frame the selected and their neighbours',
    group: 'Selection',
    keys: 'Enter',
    available: hasNodes,
    run: (app) => {
      const { graph } = app.workspace.getState()
      app.zoomToNodes(idsWithNeighbours(graph, view(app).selection.nodes))
    },
  },
  {
    id: 'select-neighbours',
    label: 'Select the neighbours too',
    group: 'Selection',
    keys: 'n',
    available: hasNodes,
    run: (app) => app.select({ nodes: idsWithNeighbours(app.workspace.getState().graph, view(app).selection.nodes) }),
  },
  {
    id: 'clear-selection',
    label: 'Clear the selection',
    group: 'Selection',
    keys: 'Escape',
    available: hasSelection,
    run: (app) => app.select(emptySelection),
  },
]

const files: readonly Command[] = [
  { id: 'export', label: 'Export', group: 'File', keys: 'e', run: (app) => app.openDialog('export') },
  { id: 'open', label: 'Open a file', group: 'File', keys: 'Mod+o', run: (app) => app.openDialog('open') },
  {
    id: 'report',
    label: 'What was read of the file that is open',
    group: 'File',
    available: (app) => app.session.getState().lastOpened !== undefined,
    run: (app) => app.openDialog('report'),
  },
  {
    id: 'share',
    label: 'Copy the address of this view',
    group: 'File',
    keys: 's',
    run: (app) => void app.copyAddress(),
  },
]

/** Every command. To add one, write its record in one of the lists above. */
export const commands: readonly Command[] = [
  ...find,
  ...looks,
  ...evidence,
  ...filters,
  ...layouts,
  ...selections,
  ...files,
]

/** The page's parts that keys lead to mark themselves with data-key-target; on a phone the search's sheet is opened first. */
function focusOn(app: App, target: 'search' | 'walk'): void {
  const find = () => document.querySelector<HTMLElement>(`[data-key-target="${target}"]`)
  if (find()?.offsetParent !== null) return find()?.focus()
  if (target === 'search') app.setPanel('filter')
  requestAnimationFrame(() => find()?.focus())
}

import { withKeysOfColumns } from '../analysis/filter/columnsByKey'
import { invalidFilterPart } from '../analysis/filter/filterValidation'
import { setFacetChoice } from '../analysis/filter/filter'
import { parseFilter } from '../analysis/filter/filterSyntax'
import { loadSameCatalogues, loadTexts } from '../messages/catalogues'
import type { Language } from '../messages/language'
import type { Texts } from '../messages/texts.en'
import type { Graph } from '../model/graph'
import { nodeRowIndex } from '../model/graph'
import { cameraFitting, layoutChoiceFor, preparedPositions, positionsWithPins } from '../scene/layouts/layoutRecords'
import { rowsInExportScope } from '../scene/export/exportScope'
import { idSet, toggleSelection } from '../scene/view/selection'
import { emptySelection, type PinnedPositions, type Workspace } from '../scene/view/view'
import type { App } from './app'
import { createYielder } from './yieldToMain'
import { commands } from './commands'
import type { GetToday } from './downloadExport'
import { syncAddressBar, readAddressBar, type AddressBar } from './addressBar'
import { browserAddressBar } from './browserHistory'
import { LayoutRunner } from './layoutRunner'
import { storeLanguage } from './languagePreference'
import { fetchFile } from './fetchFile'
import { metricActions, MetricRunner } from './metricRunner'
import { FileOpener, type FileOpenerEnvironment } from './fileOpener'
import { updateView, createSessionStore, createWorkspaceStore, type SessionStore, type WorkspaceStore } from './store'
import { unrestoredNotice } from './notices'
import { setTheme } from './themePreference'
import type { MakeWorker } from './startJob'
import { WorkFollower, type InitialWork } from './work/workFollower'
import type { OpenedFiles } from './work/workKeeper'
import type { KeptLayout } from './work/workStore'

/** What the app needs from its environment; tests pass replacements. */
export interface AppEnvironment {
  /** The texts of the interface in the initial language. */
  readonly texts: Texts
  readonly makeWorker: MakeWorker
  /** Settled when the next frame is drawn. */
  readonly nextFrame: () => Promise<void>
  readonly today: GetToday
  /** The browser's address bar if absent. */
  readonly addressBar?: AddressBar
  /** Fetches a file from an address; the browser's fetch if absent. */
  readonly fetchFile?: FileOpenerEnvironment['fetchFile']
  /** The files that the graph was read from; undefined for the bundled data set. */
  readonly opened?: OpenedFiles | undefined
  /** The kept work that the graph belongs to. */
  readonly work?: InitialWork | undefined
  /** Positions that need not be computed again. */
  readonly keptLayout?: KeptLayout | undefined
  /** Opens the data that the address names; loads the page again if absent. */
  readonly openNamedData?: () => void
}

/** Creates the app for a graph, with the view that the address bar describes. */
export function createApp(graph: Graph, environment: AppEnvironment): App {
  const { makeWorker, nextFrame, today, texts, opened } = environment
  const addressBar = environment.addressBar ?? browserAddressBar()
  const { view, faults } = readAddressBar(addressBar, graph)
  const workspace = createWorkspaceStore({ graph, view })
  const session = createSessionStore(texts)
  session.setState({ fileUrl: opened?.fileUrl, keptLayout: environment.keptLayout })
  if (faults.length > 0) session.setState({ notice: unrestoredNotice(faults) })
  const { history, follower } = followAddress(workspace, session, addressBar, environment)
  const layout = new LayoutRunner(workspace, session, { makeWorker, nextFrame })
  const openerEnvironment: FileOpenerEnvironment = {
    workspace,
    session,
    makeWorker,
    fetchFile: environment.fetchFile ?? fetchFile,
    onOpened: follower.onOpened,
    startLayout: () => layout.toggle(),
  }
  const opener = new FileOpener(openerEnvironment, opened)
  const change: App['updateView'] = (next, passing) => {
    if (!passing) history.pushNextChange()
    updateView(workspace, next)
  }
  const app: App = {
    workspace,
    session,
    commands,
    updateView: change,
    ...cameraActions(workspace, session, change),
    ...viewActions(workspace, change),
    toggleForce: () => {
      if (!session.getState().forceRunning) history.pushNextChange()
      layout.toggle()
      addressBar.flush?.()
    },
    ...metricActions(new MetricRunner(workspace, session, makeWorker), history.pushNextChange),
    setTheme,
    ...sessionActions(session),
    search: (text) => search(workspace, text),
    open: (files) => opener.open(files),
    openUrl: (address) => opener.openUrl(address),
    readAgain: opener.readAgain,
    readTables: opener.readAgain,
    stopOpening: opener.stop,
    exportFile: async (choice) => {
      const { downloadExport } = await import('./downloadExport')
      return downloadExport(choice, workspace.getState(), { session, makeWorker, date: today() })
    },
    today,
    exportedPart: (scope) => rowsInExportScope(workspace.getState(), scope),
    works: follower.works,
    share: () => share(app),
    runCommand: (id) => commands.find((command) => command.id === id)?.run(app),
  }
  return app
}

/** Keeps address, view and kept work in step. */
function followAddress(
  workspace: WorkspaceStore,
  session: SessionStore,
  addressBar: AddressBar,
  environment: AppEnvironment,
) {
  const { work, openNamedData = () => location.reload() } = environment
  const history = syncAddressBar(workspace, addressBar, {
    graph: () => workspace.getState().graph,
    data: () => ({ fileUrl: session.getState().fileUrl, work: session.getState().work?.id }),
    openNamedData,
  })
  const follower = new WorkFollower(workspace, session, history, { ...environment, addressBar })
  if (work) follower.resume(work)
  return { history, follower }
}

/** Switches once everything on the screen is loaded in the other language, so that nothing flickers. */
async function setLanguage(session: SessionStore, language: Language): Promise<void> {
  const { texts: before } = session.getState()
  const [texts] = await Promise.all([loadTexts[language](), loadSameCatalogues(before.language, language)])
  session.setState({ texts })
  storeLanguage(language)
}

const search = async (workspace: WorkspaceStore, text: string) =>
  (await import('../analysis/search/searchNodes')).searchNodesAsync(workspace.getState().graph, text, createYielder())

/** An address only gives the view to somebody else if the data are on the web and it is long enough. */
async function share({ works, openDialog }: Pick<App, 'works' | 'openDialog'>): Promise<void> {
  const { isOnWeb, missing } = works.sharing()
  if (isOnWeb && missing.length === 0) return works.copyShownAddress()
  openDialog('share')
}

const sessionActions = (session: SessionStore) =>
  ({
    setLanguage: (language) => setLanguage(session, language),
    hover: (hovered) => session.setState({ hovered }),
    openDialog: (dialog) => session.setState({ dialog }),
    dismissNotice: () => session.setState({ notice: undefined }),
  }) satisfies Partial<App>

function cameraActions(workspace: WorkspaceStore, session: SessionStore, change: App['updateView']) {
  const zoomToNodes: App['zoomToNodes'] = (nodes) => {
    const { graph } = workspace.getState()
    const rows = nodes === 'all' ? [] : nodes.flatMap((id) => nodeRowIndex(graph).get(id) ?? [])
    const aspect = session.getState().viewport?.aspect ?? 1
    const camera =
      rows.length > 0 ? cameraFitting(currentPositions(workspace.getState(), session), rows, aspect) : undefined
    change((view) => ({ ...view, camera }))
    // The view may be fitted already, but nodes may have been moved out of it.
    if (!camera) session.setState(({ fitCount }) => ({ fitCount: fitCount + 1 }))
  }
  const zoom: App['zoom'] = (factor) => {
    const camera = session.getState().viewport?.camera
    if (camera) change((view) => ({ ...view, camera: { ...camera, width: camera.width / factor } }), 'passing')
  }
  const select: App['select'] = (selection, { add = false, zoomToNodes: movesCamera = false } = {}) => {
    change((view) => ({
      ...view,
      selection: add ? toggleSelection(view.selection, selection) : { ...emptySelection, ...selection },
    }))
    if (movesCamera && selection.nodes?.length) zoomToNodes(selection.nodes)
  }
  return { zoomToNodes, zoom, select }
}

/** The positions at which nodes are drawn. */
const currentPositions = ({ graph, view }: Workspace, session: SessionStore): Float32Array =>
  positionsWithPins(graph, session.getState().positions ?? preparedPositions(graph, 'prepared')!, view.pins)

const withoutPins = (pins: PinnedPositions, nodes: readonly string[]): PinnedPositions =>
  Object.fromEntries(Object.entries(pins).filter(([id]) => !idSet(nodes).has(id)))

function viewActions(workspace: WorkspaceStore, change: App['updateView']) {
  return {
    setFacetChoice: (key, value, choice) =>
      change((view) => ({ ...view, filter: setFacetChoice(view.filter, key, value, choice) })),
    setFilterText: (text) => {
      const parsed = parseFilter(text)
      if ('fault' in parsed) return parsed.fault
      const { graph } = workspace.getState()
      const filter = withKeysOfColumns(graph, parsed.filter)
      const fault = invalidFilterPart(graph, filter)
      if (fault) return { at: Math.max(0, text.indexOf(fault.part)), what: fault.reason }
      change((view) => ({ ...view, filter }))
      return undefined
    },
    setLayout: (name, column) =>
      change((view) => ({ ...view, layout: layoutChoiceFor(workspace.getState(), name, column), camera: undefined })),
    pin: (pins) => change((view) => ({ ...view, pins: { ...view.pins, ...pins } })),
    unpin: (nodes) => change((view) => ({ ...view, pins: withoutPins(view.pins, nodes) })),
    setPanel: (panel, detail) =>
      change((view) => {
        const { detail: _, ...rest } = view
        return { ...rest, panel, ...(detail !== undefined && { detail }) }
      }),
  } satisfies Partial<App>
}

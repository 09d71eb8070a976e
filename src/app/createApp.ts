import { storeLanguage } from './languagePreference'
import { loadSameCatalogues, loadTexts } from '../messages/catalogues'
import type { Language } from '../messages/language'
import type { Texts } from '../messages/texts.en'
import { invalidFilterPart } from '../analysis/filter/filterValidation'
import { setFacetChoice } from '../analysis/filter/filter'
import { parseFilter } from '../analysis/filter/filterSyntax'
import type { Graph } from '../model/graph'
import { nodeRowById } from '../model/graph'
import { cameraFitting, layoutChoiceFor, preparedPositions, positionsWithPins } from '../scene/layouts/layoutRecords'
import { rowsInExportScope } from '../scene/export/exportScope'
import { toggleSelection } from '../scene/view/selection'
import { emptySelection, type Workspace } from '../scene/view/view'
import type { App } from './app'
import { createYielder } from './yieldToMain'
import { commands } from './commands'
import type { GetToday } from './downloadExport'
import { initialViewOf } from './initialView'
import { browserAddressBar, syncAddressBar, readAddressBar, type AddressBar } from './addressBar'
import { LayoutRunner } from './layoutRunner'
import { fetchFile as loadBlob } from './fetchFile'
import { metricActions, MetricRunner } from './metricRunner'
import { FileOpener, type FileOpenerEnvironment } from './fileOpener'
import { updateView, createSessionStore, createWorkspaceStore, type SessionStore, type WorkspaceStore } from './store'
import { setTheme } from './themePreference'
import type { MakeWorker } from './startJob'

/** What the program needs of the world around it. */
export interface AppEnvironment {
  /** The texts of the interface in the language that it begins with. */
  readonly texts: Texts
  readonly makeWorker: MakeWorker
  /** Settled when the next frame is drawn. */
  readonly nextFrame: () => Promise<void>
  readonly today: GetToday
  readonly addressBar?: AddressBar
  /** What an address answers with; the browser's own loading where it is not given. */
  readonly fetchFile?: FileOpenerEnvironment['fetchFile']
  /** The address that the graph was opened from. */
  readonly fileUrl?: string | undefined
}

/** Puts the program together around a graph. */
export function createApp(
  graph: Graph,
  {
    makeWorker,
    nextFrame: frame,
    today,
    addressBar: bar = browserAddressBar(),
    fetchFile: load = loadBlob,
    fileUrl: from,
    texts,
  }: AppEnvironment,
): App {
  const { view, fault } = readAddressBar(bar, initialViewOf(graph))
  const workspace = createWorkspaceStore({ graph, view })
  const moment = createSessionStore(texts)
  moment.setState({ fileUrl: from })
  if (fault) moment.setState({ notice: { title: 'Part of the address could not be read', what: fault } })
  const history = syncAddressBar(workspace, bar, {
    initialView: () => initialViewOf(workspace.getState().graph),
    fileUrl: () => moment.getState().fileUrl,
  })
  const layout = new LayoutRunner(workspace, moment, { makeWorker, nextFrame: frame })
  const layOut = () => void layout.toggle()
  const opener = new FileOpener({ workspace, session: moment, makeWorker, fetchFile: load, startLayout: layOut })
  const change: App['updateView'] = (next, passing) => {
    if (!passing) history.pushNextChange()
    updateView(workspace, next)
  }
  const app: App = {
    workspace,
    session: moment,
    commands,
    updateView: change,
    ...cameraActions(workspace, moment, change),
    ...viewActions(workspace, change),
    toggleForce: () => {
      if (!moment.getState().forceRunning) history.pushNextChange()
      layout.toggle()
      bar.flush?.()
    },
    ...metricActions(new MetricRunner(workspace, moment, makeWorker), history.pushNextChange),
    setTheme,
    ...sessionActions(moment),
    search: (text) => search(workspace, text),
    open: (files) => opener.open(files),
    openUrl: (address) => opener.openUrl(address),
    readAgain: opener.readAgain,
    readTables: opener.readAgain,
    stopOpening: opener.stop,
    exportFile: async (choice) => {
      const { downloadExport } = await import('./downloadExport')
      return downloadExport(choice, workspace.getState(), { session: moment, makeWorker, date: today() })
    },
    today,
    exportedPart: (scope) => rowsInExportScope(workspace.getState(), scope),
    copyAddress: () => copyAddress(bar, moment),
    runCommand: (id) => commands.find((command) => command.id === id)?.run(app),
  }
  return app
}

/** Switches when everything that is on the screen is loaded in the other language, so that nothing flickers. */
async function setLanguage(session: SessionStore, language: Language): Promise<void> {
  const { texts: before } = session.getState()
  const [texts] = await Promise.all([loadTexts[language](), loadSameCatalogues(before.language, language)])
  session.setState({ texts })
  storeLanguage(language)
}

const search = async (workspace: WorkspaceStore, text: string) =>
  (await import('../analysis/search/searchNodes')).searchNodesAsync(workspace.getState().graph, text, createYielder())

async function copyAddress(bar: AddressBar, session: SessionStore): Promise<void> {
  bar.flush?.()
  await navigator.clipboard.writeText(location.href)
  session.setState({ notice: { title: 'Address copied', aside: 'Who opens it sees this very view.' } })
}

const sessionActions = (session: SessionStore) =>
  ({
    setLanguage: (language) => setLanguage(session, language),
    hover: (hovered) => session.setState({ hovered }),
    openDialog: (dialog) => session.setState({ dialog }),
    dismissNotice: () => session.setState({ notice: undefined }),
  }) satisfies Partial<App>

function cameraActions(workspace: WorkspaceStore, moment: SessionStore, change: App['updateView']) {
  const zoomToNodes: App['zoomToNodes'] = (nodes) => {
    const { graph } = workspace.getState()
    const rows = nodes === 'all' ? [] : nodes.flatMap((id) => nodeRowById(graph).get(id) ?? [])
    const aspect = moment.getState().viewport?.aspect ?? 1
    const camera = rows.length > 0 ? cameraFitting(placesNow(workspace.getState(), moment), rows, aspect) : undefined
    change((view) => ({ ...view, camera }))
  }
  const zoom: App['zoom'] = (factor) => {
    const camera = moment.getState().viewport?.camera
    if (camera) change((view) => ({ ...view, camera: { ...camera, width: camera.width / factor } }), 'passing')
  }
  const select: App['select'] = (selection, { add = false, zoomToNodes: move = false } = {}) => {
    change((view) => ({
      ...view,
      selection: add ? toggleSelection(view.selection, selection) : { ...emptySelection, ...selection },
    }))
    if (move && selection.nodes?.length) zoomToNodes(selection.nodes)
  }
  return { zoomToNodes, zoom, select }
}

/** Where the nodes are drawn now. */
const placesNow = ({ graph, view }: Workspace, moment: SessionStore): Float32Array =>
  positionsWithPins(graph, moment.getState().positions ?? preparedPositions(graph, 'prepared')!, view.pins)

function viewActions(workspace: WorkspaceStore, change: App['updateView']) {
  return {
    setFacetChoice: (on, value, choice) =>
      change((view) => ({ ...view, filter: setFacetChoice(view.filter, on, value, choice) })),
    setFilterText: (text) => {
      const parsed = parseFilter(text)
      if ('fault' in parsed) return parsed.fault
      const fault = invalidFilterPart(workspace.getState().graph, parsed.filter)
      if (fault) return { at: text.indexOf(fault.part), what: fault.reason }
      change((view) => ({ ...view, filter: parsed.filter }))
      return undefined
    },
    setLayout: (name, column) =>
      change((view) => ({ ...view, layout: layoutChoiceFor(workspace.getState(), name, column), camera: undefined })),
    pin: (node, x, y) => change((view) => ({ ...view, pins: { ...view.pins, [node]: [x, y] } })),
    setPanel: (panel, detail) =>
      change((view) => {
        const { detail: _, ...rest } = view
        return { ...rest, panel, ...(detail !== undefined && { detail }) }
      }),
  } satisfies Partial<App>
}

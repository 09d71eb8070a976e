import { unknownIn } from '../analysis/filter/filterValidation'
import { choose } from '../analysis/filter/filter'
import { parseFilter } from '../analysis/filter/filterSyntax'
import type { Graph } from '../model/graph'
import { nodeRows } from '../model/graph'
import { cameraOn, choiceOf, placesIn, withPins } from '../scene/layouts/layoutRecords'
import { chosenPart } from '../scene/export/exportScope'
import { toggled } from '../scene/view/selection'
import { nothing, type Workspace } from '../scene/view/view'
import type { App } from './app'
import { breathing } from './yieldToMain'
import { commands } from './commands'
import type { Today } from './downloadExport'
import { firstViewOf } from './initialView'
import { browserBar, keepAddress, readBar, type AddressBar } from './addressBar'
import { LayoutKeeper } from './layoutRunner'
import { load as loadBlob } from './fetchFile'
import { measureActions, MeasureKeeper } from './metricRunner'
import { Opener, type OpenerParts } from './fileOpener'
import { look, momentStore, workspaceStore, type MomentStore, type WorkspaceStore } from './store'
import { setTheme } from './themePreference'
import type { MakeWorker } from './startJob'

/** What the program needs of the world around it. */
export interface World {
  readonly makeWorker: MakeWorker
  /** Settled when the next frame is drawn. */
  readonly frame: () => Promise<void>
  readonly today: Today
  readonly bar?: AddressBar
  /** What an address answers with; the browser's own loading where it is not given. */
  readonly load?: OpenerParts['load']
  /** The address that the graph was opened from. */
  readonly from?: string | undefined
}

/** Puts the program together around a graph. */
export function createApp(
  graph: Graph,
  { makeWorker, frame, today, bar = browserBar(), load = loadBlob, from }: World,
): App {
  const { view, fault } = readBar(bar, firstViewOf(graph))
  const workspace = workspaceStore({ graph, view })
  const moment = momentStore()
  moment.setState({ from })
  if (fault) moment.setState({ notice: { title: 'Part of the address could not be read', what: fault } })
  const history = keepAddress(workspace, bar, {
    first: () => firstViewOf(workspace.getState().graph),
    from: () => moment.getState().from,
  })
  const layout = new LayoutKeeper(workspace, moment, { makeWorker, frame })
  const layOut = () => void layout.toggle()
  const opener = new Opener({ workspace, moment, makeWorker, load, layOut })
  const change: App['look'] = (next, passing) => {
    if (!passing) history.mark()
    look(workspace, next)
  }
  const app: App = {
    workspace,
    moment,
    commands,
    look: change,
    ...cameraActions(workspace, moment, change),
    ...viewActions(workspace, change),
    toggleForce: () => {
      if (!moment.getState().running) history.mark()
      layout.toggle()
      bar.settle?.()
    },
    ...measureActions(new MeasureKeeper(workspace, moment, makeWorker), history.mark),
    setTheme,
    hover: (what) => moment.setState({ hover: what }),
    search: async (text) =>
      (await import('../analysis/search/searchNodes')).searchSoon(workspace.getState().graph, text, breathing()),
    open: (files) => opener.open(files),
    openFrom: (address) => opener.openFrom(address),
    readAgain: opener.readAgain,
    readTables: opener.readAgain,
    stopOpening: opener.stop,
    exportFile: async (choice) => {
      const { exportPart } = await import('./downloadExport')
      return exportPart(choice, workspace.getState(), { moment, makeWorker, date: today() })
    },
    today,
    part: (scope) => chosenPart(workspace.getState(), scope),
    copyAddress: async () => {
      bar.settle?.()
      await navigator.clipboard.writeText(location.href)
      moment.setState({ notice: { title: 'Address copied', aside: 'Who opens it sees this very view.' } })
    },
    openDialog: (dialog) => moment.setState({ dialog }),
    dismiss: () => moment.setState({ notice: undefined }),
    run: (id) => commands.find((command) => command.id === id)?.run(app),
  }
  return app
}

function cameraActions(workspace: WorkspaceStore, moment: MomentStore, change: App['look']) {
  const frame: App['frame'] = (nodes) => {
    const { graph } = workspace.getState()
    const rows = nodes === 'all' ? [] : nodes.flatMap((id) => nodeRows(graph).get(id) ?? [])
    const aspect = moment.getState().looking?.aspect ?? 1
    const camera = rows.length > 0 ? cameraOn(placesNow(workspace.getState(), moment), rows, aspect) : undefined
    change((view) => ({ ...view, camera }))
  }
  const zoom: App['zoom'] = (factor) => {
    const camera = moment.getState().looking?.camera
    if (camera) change((view) => ({ ...view, camera: { ...camera, width: camera.width / factor } }), 'passing')
  }
  const select: App['select'] = (selection, { add = false, frame: move = false } = {}) => {
    change((view) => ({ ...view, selection: add ? toggled(view.selection, selection) : { ...nothing, ...selection } }))
    if (move && selection.nodes?.length) frame(selection.nodes)
  }
  return { frame, zoom, select }
}

/** Where the nodes are drawn now. */
const placesNow = ({ graph, view }: Workspace, moment: MomentStore): Float32Array =>
  withPins(graph, moment.getState().positions ?? placesIn(graph, 'prepared')!, view.pins)

function viewActions(workspace: WorkspaceStore, change: App['look']) {
  return {
    choose: (on, value, choice) => change((view) => ({ ...view, filter: choose(view.filter, on, value, choice) })),
    setFilterText: (text) => {
      const parsed = parseFilter(text)
      if ('fault' in parsed) return parsed.fault
      const fault = unknownIn(workspace.getState().graph, parsed.filter)
      if (fault) return { at: text.indexOf(fault.part), what: fault.what }
      change((view) => ({ ...view, filter: parsed.filter }))
      return undefined
    },
    setLayout: (name, column) =>
      change((view) => ({ ...view, layout: choiceOf(workspace.getState(), name, column), camera: undefined })),
    pin: (node, x, y) => change((view) => ({ ...view, pins: { ...view.pins, [node]: [x, y] } })),
    setPanel: (panel, detail) =>
      change((view) => {
        const { detail: _, ...rest } = view
        return { ...rest, panel, ...(detail !== undefined && { detail }) }
      }),
    setLanguage: (language) => change((view) => ({ ...view, language })),
  } satisfies Partial<App>
}

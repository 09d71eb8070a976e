import type Sigma from 'sigma'
import type { App } from '../../../app/app'
import { breathing } from '../../../app/yieldToMain'
import { nodeLooks } from '../../../drawing/nodeStyles'
import type { Graph } from '../../../model/graph'
import { canvasScene } from '../../../scene/canvas/canvasScene'
import { placesIn } from '../../../scene/layouts/layoutRecords'
import { seen } from '../../../scene/view/filterResult'
import { frameNow, paletteNow } from '../canvasEnvironment'
import type { Drawing } from '../graphRenderer'
import type { Frame } from '../shaderParameters'
import { sigmaIn } from '../createSigma'
import { programs } from '../sigmaSettings'
import { Stage } from '../stage'
import { Large } from './bulkRenderer'

/** Steps that wait for the graphics card take longer where it is slow, so that they are not put together: milliseconds. */
const most = 5

/** Puts up the stage of a large graph with breaths between the steps; returns how to take it down, also before it stands. */
export function raise(element: HTMLElement, app: App, graph: Graph): () => void {
  const steps = raising(element, app, graph)
  const breathe = breathing(most)
  let stage: Stage | undefined
  let over = false
  const goOn = async () => {
    while (!over && !stage) {
      const turn = steps.next()
      if (turn.done) stage = turn.value
      else await breathe()
    }
  }
  void goOn()
  return () => {
    over = true
    if (stage) stage.end()
    else steps.return(undefined as never)
  }
}

/** The stage at once. */
export function raised(element: HTMLElement, app: App, graph: Graph): Stage {
  const steps = raising(element, app, graph)
  for (;;) {
    const turn = steps.next()
    if (turn.done) return turn.value
  }
}

/** The steps of putting up a stage: each asks for something that the next ones find done. */
function* raising(element: HTMLElement, app: App, graph: Graph): Generator<void, Stage> {
  const frame = frameNow()
  const sigma = sigmaIn(element, { enableEdgeEvents: false })
  let [stage, begun]: [Stage | undefined, boolean] = [undefined, false]
  try {
    // The grid knows what is under the pointer; sigma would wait for the graphics card until all is drawn.
    Object.assign(sigma, { getNodeAtPosition: () => null, getEdgeAtPoint: () => null })
    yield
    const drawing = yield* drawingOf(sigma, app, { graph, frame })
    stage = new Stage({ element, app, graph, sigma, frame, drawing })
    yield
    yield* stage.readying()
    stage.begin()
    begun = true
    return stage
  } finally {
    if (!begun) (stage ?? { end: () => sigma.kill() }).end()
  }
}

interface Ground {
  readonly graph: Graph
  readonly frame: Frame
}

/** Programs are compiled and columns go to the graphics card one by one. */
function* drawingOf(sigma: Sigma, app: App, { graph, frame }: Ground): Generator<void, Drawing> {
  const { nodeProgramClasses, edgeProgramClasses } = programs(frame)
  sigma.setSetting('nodeProgramClasses', nodeProgramClasses)
  yield
  sigma.setSetting('edgeProgramClasses', edgeProgramClasses)
  yield
  const large = new Large(sigma)
  yield
  large.follow(graph)
  yield
  large.place(app.moment.getState().positions ?? placesIn(graph, 'prepared'))
  yield
  const { view } = app.workspace.getState()
  const own = seen(graph, view.filter)
  const scene = canvasScene(graph, view, undefined)
  yield
  const looks = nodeLooks(own, scene.telling)
  yield* large.readying({ graph: own, scene, looks, palette: paletteNow() })
  return large
}

import type Sigma from 'sigma'
import type { App } from '../../../app/app'
import { createYielder } from '../../../app/yieldToMain'
import { nodeStyles } from '../../../drawing/nodeStyles'
import type { Graph } from '../../../model/graph'
import { canvasScene } from '../../../scene/canvas/canvasScene'
import { preparedPositions } from '../../../scene/layouts/layoutRecords'
import { lensedGraph } from '../../../scene/view/filterResult'
import { initialShaderParameters, currentPalette } from '../canvasEnvironment'
import type { GraphRenderer } from '../graphRenderer'
import type { ShaderParameters } from '../shaderParameters'
import { createSigma } from '../createSigma'
import { sigmaPrograms } from '../sigmaSettings'
import { Stage } from '../stage'
import { BulkRenderer } from './bulkRenderer'

/** Steps that wait for the graphics card take longer where it is slow, so that they are not put together: milliseconds. */
const most = 5

/** Puts up the stage of a large graph with breaths between the steps; returns how to take it down, also before it stands. */
export function mountLargeStage(element: HTMLElement, app: App, graph: Graph): () => void {
  const steps = raising(element, app, graph)
  const breathe = createYielder(most)
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
    if (stage) stage.unmount()
    else steps.return(undefined as never)
  }
}

/** The stage at once. */
export function mountLargeStageSync(element: HTMLElement, app: App, graph: Graph): Stage {
  const steps = raising(element, app, graph)
  for (;;) {
    const turn = steps.next()
    if (turn.done) return turn.value
  }
}

/** The steps of putting up a stage: each asks for something that the next ones find done. */
function* raising(element: HTMLElement, app: App, graph: Graph): Generator<void, Stage> {
  const frame = initialShaderParameters()
  const sigma = createSigma(element, { enableEdgeEvents: false })
  let [stage, begun]: [Stage | undefined, boolean] = [undefined, false]
  try {
    // The grid knows what is under the pointer; sigma would wait for the graphics card until all is drawn.
    Object.assign(sigma, { getNodeAtPosition: () => null, getEdgeAtPoint: () => null })
    yield
    const drawing = yield* drawingOf(sigma, app, { graph, frame })
    stage = new Stage({ element, app, graph, sigma, parameters: frame, renderer: drawing })
    yield
    yield* stage.prepareSteps()
    stage.drawFirst()
    begun = true
    return stage
  } finally {
    if (!begun) (stage ?? { unmount: () => sigma.kill() }).unmount()
  }
}

interface Ground {
  readonly graph: Graph
  readonly frame: ShaderParameters
}

/** Programs are compiled and columns go to the graphics card one by one. */
function* drawingOf(sigma: Sigma, app: App, { graph, frame }: Ground): Generator<void, GraphRenderer> {
  const { nodeProgramClasses, edgeProgramClasses } = sigmaPrograms(frame)
  sigma.setSetting('nodeProgramClasses', nodeProgramClasses)
  yield
  sigma.setSetting('edgeProgramClasses', edgeProgramClasses)
  yield
  const large = new BulkRenderer(sigma)
  yield
  large.setGraph(graph)
  yield
  large.setPositions(app.session.getState().positions ?? preparedPositions(graph, 'prepared'))
  yield
  const { view } = app.workspace.getState()
  const own = lensedGraph(graph, view.filter)
  const scene = canvasScene(graph, view, undefined)
  yield
  const looks = nodeStyles(own, scene.nodeEncoding)
  yield* large.prepareSteps({ graph: own, scene, nodeStyles: looks, palette: currentPalette() })
  return large
}

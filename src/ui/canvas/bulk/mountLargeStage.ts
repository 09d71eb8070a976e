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
import { createSigmaPrograms } from '../sigmaSettings'
import { Stage } from '../stage'
import { BulkRenderer } from './bulkRenderer'

/** Time budget in ms: small, since steps that wait for a slow graphics card take longer than they seem to. */
const stepBudget = 5

/** Mounts the stage of a large graph in steps that yield to the page. Returns how to unmount it, which works before it is mounted, too. */
export function mountLargeStage(element: HTMLElement, app: App, graph: Graph): () => void {
  const steps = mountSteps(element, app, graph)
  const yieldToMain = createYielder(stepBudget)
  let stage: Stage | undefined
  let isCancelled = false
  const mount = async () => {
    while (!isCancelled && !stage) {
      const turn = steps.next()
      if (turn.done) stage = turn.value
      else await yieldToMain()
    }
  }
  void mount()
  return () => {
    isCancelled = true
    if (stage) stage.unmount()
    else steps.return(undefined as never)
  }
}

/** Mounts the stage of a large graph at once. */
export function mountLargeStageSync(element: HTMLElement, app: App, graph: Graph): Stage {
  const steps = mountSteps(element, app, graph)
  for (;;) {
    const turn = steps.next()
    if (turn.done) return turn.value
  }
}

/** Mounts a stage in steps: each does something that later ones would otherwise wait for. */
function* mountSteps(element: HTMLElement, app: App, graph: Graph): Generator<void, Stage> {
  const parameters = initialShaderParameters()
  const sigma = createSigma(element, { enableEdgeEvents: false })
  let stage: Stage | undefined
  let isMounted = false
  try {
    // Hit tests use our grid; sigma would wait for the graphics card until everything is drawn.
    Object.assign(sigma, { getNodeAtPosition: () => null, getEdgeAtPoint: () => null })
    yield
    const renderer = yield* rendererSteps(sigma, app, { graph, parameters })
    stage = new Stage({ element, app, graph, sigma, parameters, renderer })
    yield
    yield* stage.prepareSteps()
    stage.drawFirst()
    isMounted = true
    return stage
  } finally {
    if (!isMounted) (stage ?? { unmount: () => sigma.kill() }).unmount()
  }
}

interface RendererInputs {
  readonly graph: Graph
  readonly parameters: ShaderParameters
}

/** Creates the renderer in steps: compiles programs and uploads columns one by one. */
function* rendererSteps(sigma: Sigma, app: App, { graph, parameters }: RendererInputs): Generator<void, GraphRenderer> {
  const { nodeProgramClasses, edgeProgramClasses } = createSigmaPrograms(parameters)
  sigma.setSetting('nodeProgramClasses', nodeProgramClasses)
  yield
  sigma.setSetting('edgeProgramClasses', edgeProgramClasses)
  yield
  const renderer = new BulkRenderer(sigma)
  yield
  renderer.setGraph(graph)
  yield
  renderer.setPositions(app.session.getState().positions ?? preparedPositions(graph, 'prepared'))
  yield
  const { view } = app.workspace.getState()
  const lensed = lensedGraph(graph, view.filter)
  const scene = canvasScene(graph, view, undefined)
  yield
  const styles = nodeStyles(lensed, scene.nodeEncoding)
  yield* renderer.prepareSteps({ graph: lensed, scene, nodeStyles: styles, palette: currentPalette() })
  return renderer
}

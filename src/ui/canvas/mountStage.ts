import type { App } from '../../app/app'
import type { Graph } from '../../model/graph'
import { isLargeGraph } from '../../scene/canvas/canvasScene'
import { initialShaderParameters } from './canvasEnvironment'
import { createSigma } from './createSigma'
import { SigmaRenderer } from './sigmaRenderer'
import { createSigmaPrograms } from './sigmaSettings'
import { Stage } from './stage'

/**
 * Mounts a stage for a graph: at once if the graph is small; otherwise after loading what draws large graphs, in steps between
 * which the page handles input. Returns how to unmount it, which works before it is mounted, too.
 */
export function mountStage(element: HTMLElement, app: App, graph: Graph): () => void {
  if (isLargeGraph(graph)) return mountSoon(element, app, graph)
  const parameters = initialShaderParameters()
  const sigma = createSigma(element, createSigmaPrograms(parameters))
  const stage = new Stage({ element, app, graph, sigma, parameters, renderer: new SigmaRenderer(sigma, graph) })
  stage.drawFirst()
  return () => stage.unmount()
}

function mountSoon(element: HTMLElement, app: App, graph: Graph): () => void {
  let unmount: (() => void) | undefined
  let isCancelled = false
  void import('./bulk/mountLargeStage').then(({ mountLargeStage }) => {
    if (!isCancelled) unmount = mountLargeStage(element, app, graph)
  })
  return () => {
    isCancelled = true
    unmount?.()
  }
}

import type { App } from '../../app/app'
import type { Graph } from '../../model/graph'
import { isLargeGraph } from '../../scene/canvas/canvasScene'
import { initialShaderParameters } from './canvasEnvironment'
import { createSigma } from './createSigma'
import { SigmaRenderer } from './sigmaRenderer'
import { sigmaPrograms } from './sigmaSettings'
import { Stage } from './stage'

/**
 * Puts up a stage for a graph: at once where it is small; else what draws large graphs is loaded, and the stage put up in
 * steps between which the page takes keys and clicks. Returns how to take it down, also before it stands.
 */
export function mountStage(element: HTMLElement, app: App, graph: Graph): () => void {
  if (isLargeGraph(graph)) return putUpSoon(element, app, graph)
  const frame = initialShaderParameters()
  const sigma = createSigma(element, sigmaPrograms(frame))
  const stage = new Stage({ element, app, graph, sigma, parameters: frame, renderer: new SigmaRenderer(sigma, graph) })
  stage.drawFirst()
  return () => stage.unmount()
}

function putUpSoon(element: HTMLElement, app: App, graph: Graph): () => void {
  let takeDown: (() => void) | undefined
  let over = false
  void import('./bulk/mountLargeStage').then(({ mountLargeStage }) => {
    if (!over) takeDown = mountLargeStage(element, app, graph)
  })
  return () => {
    over = true
    takeDown?.()
  }
}

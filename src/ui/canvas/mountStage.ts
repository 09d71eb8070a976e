import type { App } from '../../app/app'
import type { Graph } from '../../model/graph'
import { isLarge } from '../../scene/canvas/canvasScene'
import { frameNow } from './canvasEnvironment'
import { sigmaIn } from './createSigma'
import { Rich } from './sigmaRenderer'
import { programs } from './sigmaSettings'
import { Stage } from './stage'

/**
 * Puts up a stage for a graph: at once where it is small; else what draws large graphs is loaded, and the stage put up in
 * steps between which the page takes keys and clicks. Returns how to take it down, also before it stands.
 */
export function putUp(element: HTMLElement, app: App, graph: Graph): () => void {
  if (isLarge(graph)) return putUpSoon(element, app, graph)
  const frame = frameNow()
  const sigma = sigmaIn(element, programs(frame))
  const stage = new Stage({ element, app, graph, sigma, frame, drawing: new Rich(sigma, graph) })
  stage.begin()
  return () => stage.end()
}

function putUpSoon(element: HTMLElement, app: App, graph: Graph): () => void {
  let takeDown: (() => void) | undefined
  let over = false
  void import('./bulk/mountLargeStage').then(({ raise }) => {
    if (!over) takeDown = raise(element, app, graph)
  })
  return () => {
    over = true
    takeDown?.()
  }
}

import { useLayoutEffect, useReducer, useRef } from 'react'
import { graphBeforeLens } from '../../model/statementLens'
import { isLargeGraph } from '../../scene/canvas/canvasScene'
import { visibleRows } from '../../scene/view/filterResult'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { GuideBackground } from './GuideBackground'
import styles from './GraphCanvas.module.css'
import { mountStage } from './mountStage'

let isSupported: boolean | undefined

/** Whether the browser supports WebGL 2. Tested once; the context made for the test is released. */
function isWebglSupported(): boolean {
  if (isSupported !== undefined) return isSupported
  const context = document.createElement('canvas').getContext('webgl2')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  isSupported = context !== null
  return isSupported
}

/** The graph as a drawing, for mouse and touch; keyboard and screen reader have the list. */
export function GraphCanvas() {
  const app = useApp()
  const graph = useWorkspace((workspace) => graphBeforeLens(workspace.graph))
  const filter = useWorkspace(({ view }) => view.filter)
  const element = useRef<HTMLDivElement>(null)
  // A stage follows changes of its graph. Another data set, or the other way of drawing, needs a new stage.
  const stageKey = `${graph.about.id} ${isLargeGraph(graph)}`
  const [restoreCount, remount] = useReducer((count: number) => count + 1, 0)
  // A layout effect, so that the first picture of the page has the graph in it, unless the graph is large.
  useLayoutEffect(() => {
    if (!element.current) return undefined
    if (!isWebglSupported()) {
      app.session.setState({ webgl: false })
      return undefined
    }
    const unmount = mountStage(element.current, app, graphBeforeLens(app.workspace.getState().graph))
    const stop = watchContextLoss(element.current, remount)
    return () => {
      stop()
      unmount()
    }
  }, [app, stageKey, restoreCount])
  const texts = useTexts()
  const { nodeCount, edgeCount } = visibleRows(graph, filter)
  return (
    <div
      ref={element}
      className={styles['canvas']}
      role="img"
      aria-label={texts.canvas.description({ nodes: nodeCount, edges: edgeCount })}
      data-testid="canvas"
    >
      <GuideBackground />
    </div>
  )
}

/** The graphics card may drop everything it holds. Calls back when it is available again; returns how to stop. */
function watchContextLoss(element: HTMLElement, onRestored: () => void): () => void {
  // Without this the context is never restored.
  const onLost = (event: Event) => event.preventDefault()
  // These events do not bubble, but can be caught in the capture phase.
  element.addEventListener('webglcontextlost', onLost, true)
  element.addEventListener('webglcontextrestored', onRestored, true)
  return () => {
    element.removeEventListener('webglcontextlost', onLost, true)
    element.removeEventListener('webglcontextrestored', onRestored, true)
  }
}

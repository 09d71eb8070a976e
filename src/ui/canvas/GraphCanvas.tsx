import { useLayoutEffect, useReducer, useRef } from 'react'
import { pluralize } from '../../model/pluralize'
import { graphBeforeLens } from '../../model/statementLens'
import { isLargeGraph } from '../../scene/canvas/canvasScene'
import { visibleRows } from '../../scene/view/filterResult'
import { useApp, useWorkspace } from '../controls/useApp'
import { GuideBackground } from './GuideBackground'
import styles from './GraphCanvas.module.css'
import { mountStage } from './mountStage'

let able: boolean | undefined

/** Whether the browser can draw with WebGL at all; asked once, and what was made for asking is given back. */
function canDraw(): boolean {
  if (able !== undefined) return able
  const context = document.createElement('canvas').getContext('webgl2')
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  able = context !== null
  return able
}

/** The graph, drawn. For eyes and pointers; keyboard and screen reader have the list. */
export function GraphCanvas() {
  const app = useApp()
  const graph = useWorkspace((workspace) => graphBeforeLens(workspace.graph))
  const filter = useWorkspace(({ view }) => view.filter)
  const element = useRef<HTMLDivElement>(null)
  // A stage follows its graph by itself; another data set, or the other way to draw, begins anew.
  const kind = `${graph.about.id} ${isLargeGraph(graph)}`
  const [life, begin] = useReducer((lives: number) => lives + 1, 0)
  // Before the page is painted, so that its first picture has the graph in it, unless that is large.
  useLayoutEffect(() => {
    if (!element.current) return undefined
    if (!canDraw()) {
      app.session.setState({ webgl: false })
      return undefined
    }
    const takeDown = mountStage(element.current, app, graphBeforeLens(app.workspace.getState().graph))
    const stop = onRestored(element.current, begin)
    return () => {
      stop()
      takeDown()
    }
  }, [app, kind, life])
  const { nodeCount, edgeCount } = visibleRows(graph, filter)
  return (
    <div
      ref={element}
      className={styles['canvas']}
      role="img"
      aria-label={`Graph of ${pluralize(nodeCount, 'node')} and ${pluralize(edgeCount, 'edge')}; the list has the same as text`}
      data-testid="canvas"
    >
      <GuideBackground />
    </div>
  )
}

/** The graphics card may take back all it holds; when it is there again, everything is drawn anew. */
function onRestored(element: HTMLElement, begin: () => void): () => void {
  const lost = (event: Event) => event.preventDefault()
  const restored = () => begin()
  // Events of a canvas do not rise, but can be caught on their way down.
  element.addEventListener('webglcontextlost', lost, true)
  element.addEventListener('webglcontextrestored', restored, true)
  return () => {
    element.removeEventListener('webglcontextlost', lost, true)
    element.removeEventListener('webglcontextrestored', restored, true)
  }
}

import { useLayoutEffect, useRef } from 'react'
import { originalOf } from '../../model/lens'
import { shown } from '../../scene/shown'
import { useApp, useWorkspace } from '../useApp'
import styles from './GraphCanvas.module.css'
import { Stage } from './stage'

/** Whether the browser can draw with WebGL at all. */
const canDraw = (): boolean => document.createElement('canvas').getContext('webgl2') !== null

/** The graph, drawn. For eyes and pointers; keyboard and screen reader have the list twin. */
export function GraphCanvas() {
  const app = useApp()
  const graph = useWorkspace((workspace) => originalOf(workspace.graph))
  const filter = useWorkspace(({ view }) => view.filter)
  const element = useRef<HTMLDivElement>(null)
  // Before the page is painted, so that its first picture has the graph in it.
  useLayoutEffect(() => {
    if (!element.current) return undefined
    if (!canDraw()) {
      app.moment.setState({ webgl: false })
      return undefined
    }
    const stage = new Stage(element.current, app, graph)
    return () => stage.end()
  }, [app, graph])
  const { nodeCount, edgeCount } = shown(graph, filter)
  return (
    <div
      ref={element}
      className={styles['canvas']}
      role="img"
      aria-label={`Graph of ${nodeCount} nodes and ${edgeCount} edges; the list has the same as text`}
      data-testid="canvas"
    />
  )
}

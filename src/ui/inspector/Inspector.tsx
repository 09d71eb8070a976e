import { useLayoutEffect, useRef } from 'react'
import { edgeRows, figureRows, nodeRows } from '../../model/graph'
import { useWorkspace } from '../useApp'
import { EdgePanel } from './EdgePanel'
import { FigurePanel } from './FigurePanel'
import classes from './inspector.module.css'
import { ManyPanel } from './ManyPanel'
import { NodePanel } from './NodePanel'
import { NothingPanel } from './NothingPanel'

/** What is selected, with everything that stands behind it. */
export function Inspector() {
  const key = useWorkspace(({ view: { selection } }) =>
    [selection.figure, ...selection.nodes, ...selection.edges].filter(Boolean).join(' '),
  )
  const { region, follow } = useTitleAfterLinks(key)
  return (
    <div ref={region} className={classes.inspector} data-testid="inspector" onClickCapture={follow}>
      <Selected key={key} />
    </div>
  )
}

/**
 * Begins at the top of whatever is shown next. Who followed a link in here goes on reading at the new title, since the
 * link is gone; the focus of those who selected elsewhere stays where it is.
 */
function useTitleAfterLinks(key: string) {
  const region = useRef<HTMLDivElement>(null)
  const followed = useRef(false)
  useLayoutEffect(() => {
    const element = region.current
    if (!element) return
    element.scrollTop = 0
    if (followed.current) element.querySelector<HTMLElement>('h2')?.focus()
    followed.current = false
  }, [key])
  const follow = () => {
    followed.current = true
    // What the click changes is drawn before this runs; a click that selects nothing leads nowhere.
    setTimeout(() => (followed.current = false))
  }
  return { region, follow }
}

function Selected() {
  const graph = useWorkspace((workspace) => workspace.graph)
  const { nodes, edges, figure } = useWorkspace(({ view }) => view.selection)
  const nodeList = nodes.flatMap((id) => nodeRows(graph).get(id) ?? [])
  const edgeList = edges.flatMap((id) => edgeRows(graph).get(id) ?? [])
  const figureRow = figure === undefined ? undefined : figureRows(graph).get(figure)
  if (figureRow !== undefined) return <FigurePanel row={figureRow} />
  if (nodeList.length + edgeList.length > 1) return <ManyPanel nodes={nodeList} edges={edgeList} />
  if (nodeList.length === 1) return <NodePanel row={nodeList[0]!} />
  if (edgeList.length === 1) return <EdgePanel row={edgeList[0]!} />
  return <NothingPanel />
}

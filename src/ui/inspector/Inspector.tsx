import { useEffect, useRef } from 'react'
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
  const region = useRef<HTMLDivElement>(null)
  const before = useRef(key)
  useEffect(() => {
    const element = region.current
    if (!element || before.current === key) return
    before.current = key
    element.scrollTop = 0
    // Who followed a link in here goes on reading at the new title; the focus of others stays where it is.
    if (element.contains(document.activeElement) || element.dataset['held'] === 'true')
      element.querySelector<HTMLElement>('h2')?.focus()
  }, [key])
  return (
    <div ref={region} className={classes.inspector} data-testid="inspector">
      <Selected />
    </div>
  )
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

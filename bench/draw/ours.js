import { textsEn } from '../../src/messages/texts.en'
import { createApp } from '../../src/app/createApp'
import { parseFilter } from '../../src/analysis/filter/filterSyntax'
import { applyDiff, cellChange } from '../../src/model/graphDiff'
import { initialPositions } from '../../src/layout/positions'
import { mountLargeStageSync } from '../../src/ui/canvas/bulk/mountLargeStage'
import { columnGraph } from '../columns.js'
import { sectors } from '../graphs.js'
import { moved, timed } from './timed.js'

const half = parseFilter(`type:${sectors.slice(0, 6).join(',')}`).filter

/** Our canvas, in step with the two stores as in the program. */
export async function ours({ nodes, edges, turns }) {
  const graph = columnGraph(nodes, edges)
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve()))
  const makeWorker = () => {
    throw new Error('nothing here runs in a worker')
  }
  const app = createApp(graph, { texts: textsEn, makeWorker, nextFrame: frame, today: () => '2026-01-01' })
  const stage = mountLargeStageSync(document.getElementById('graph'), app, graph)
  const places = initialPositions(graph)
  const frames = Array.from({ length: turns + 1 }, (_, turn) => moved(places, turn))
  const edited = (turn) => applyDiff(graph, [cellChange(graph, 'node', 17 + turn, ['label', `Edited ${turn}`])])
  const times = await timed(
    {
      filter: () => {
        // Another filter each time, so that nothing is remembered from the time before.
        app.updateView((view) => ({ ...view, filter: half.map((step) => ({ ...step })) }))
      },
      all: () => {
        app.updateView((view) => ({ ...view, filter: [] }))
      },
      hover: (turn) => {
        app.hover({ node: `n${100 + turn}` })
      },
      leave: () => app.hover(undefined),
      select: (turn) => {
        app.select({ nodes: [`n${200 + turn}`] })
      },
      unselect: () => app.select({}),
      layout: (turn) => {
        app.session.setState({ forceRunning: true, positions: frames[turn] })
      },
      edit: (turn) => {
        app.workspace.setState({ graph: edited(turn) })
      },
      undo: () => {
        app.workspace.setState({ graph })
      },
    },
    turns,
  )
  stage.unmount()
  return times
}

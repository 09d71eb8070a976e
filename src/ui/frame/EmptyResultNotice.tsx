import { indexOfEmptyingStep, removeStep, toggleStep } from '../../scene/filter/filterStepRows'
import controls from '../controls/controls.module.css'
import classes from './EmptyResultNotice.module.css'
import { useApp, useSession, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'

/** Shown on the canvas if no node passes the filter: from which step on, and what can be done. */
export function EmptyResultNotice() {
  const app = useApp()
  const { frame } = useTexts()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  // A filter may use a column that a metric is still computing.
  const isComputing = useSession((session) => session.metricProgress !== undefined)
  if (graph.nodes.count === 0) return <EmptyGraph />
  if (isComputing) return null
  const index = indexOfEmptyingStep(graph, filter)
  if (index === undefined) return null
  const changeStep = (change: typeof removeStep) =>
    app.updateView((view) => ({ ...view, filter: change(view.filter, index) }))
  return (
    <section className={classes.nothing} aria-label={frame.emptyResult}>
      <h2>{frame.emptyAfterStep({ step: index + 1 })}</h2>
      <p>{index === 0 ? frame.emptyStep : frame.emptyTogether}</p>
      <p className={classes.ways}>
        <button type="button" className={controls.line} onClick={() => changeStep(toggleStep)}>
          {frame.switchOffStep({ step: index + 1 })}
        </button>
        <button type="button" className={controls.button} onClick={() => changeStep(removeStep)}>
          {frame.removeStep}
        </button>
        <button type="button" className={controls.button} onClick={() => app.runCommand('clear-filter')}>
          {frame.clearFilter}
        </button>
      </p>
    </section>
  )
}

function EmptyGraph() {
  const app = useApp()
  const { frame } = useTexts()
  return (
    <section className={classes.nothing} aria-label={frame.emptyResult}>
      <h2>{frame.emptyGraph}</h2>
      <p className={classes.ways}>
        <button type="button" className={controls.line} onClick={() => app.openDialog('open')}>
          {frame.openAnotherFile}
        </button>
      </p>
    </section>
  )
}

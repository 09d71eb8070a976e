import { indexOfEmptyingStep, removeStep, toggleStep } from '../../scene/filter/filterStepRows'
import controls from '../controls/controls.module.css'
import classes from './EmptyResultNotice.module.css'
import { useApp, useSession, useWorkspace } from '../controls/useApp'

/** Stands on the canvas where the filter leaves nothing: since which step, and the ways on. */
export function EmptyResultNotice() {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  // A filter may ask for a column that is still being measured.
  const measuring = useSession((session) => session.metricProgress !== undefined)
  if (graph.nodes.count === 0) return <EmptyGraph />
  if (measuring) return null
  const at = indexOfEmptyingStep(graph, filter)
  if (at === undefined) return null
  const without = (how: typeof removeStep) => app.updateView((view) => ({ ...view, filter: how(view.filter, at) }))
  return (
    <section className={classes.nothing} aria-label="Nothing is left">
      <h2>Nothing is left after step {at + 1}</h2>
      <p>{at === 0 ? 'No node passes it.' : 'No node passes it together with the steps above.'}</p>
      <p className={classes.ways}>
        <button type="button" className={controls.line} onClick={() => without(toggleStep)}>
          Switch step {at + 1} off
        </button>
        <button type="button" className={controls.button} onClick={() => without(removeStep)}>
          Remove it
        </button>
        <button type="button" className={controls.button} onClick={() => app.runCommand('clear-filter')}>
          Clear all steps
        </button>
      </p>
    </section>
  )
}

function EmptyGraph() {
  const app = useApp()
  return (
    <section className={classes.nothing} aria-label="Nothing to show">
      <h2>This file holds no nodes</h2>
      <p className={classes.ways}>
        <button type="button" className={controls.line} onClick={() => app.openDialog('open')}>
          Open another file
        </button>
      </p>
    </section>
  )
}

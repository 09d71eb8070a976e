import { lazy, Suspense, useState } from 'react'
import { counted } from '../../model/pluralize'
import { stepRows } from '../../scene/filter/filterStepRows'
import controls from '../controls/controls.module.css'
import { useApp, useWorkspace } from '../controls/useApp'
import classes from './FilterPanel.module.css'
import { StepRowView } from './FilterStepItem'
import steps from './FilterStepList.module.css'

const AddStep = lazy(async () => ({ default: (await import('./AddFilterStepForm')).AddStep }))

/** The steps of the filter, each with what is left after it, and ways to add, join and drop them. */
export function FilterSteps() {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const language = useWorkspace(({ view }) => view.language)
  const [adding, setAdding] = useState(false)
  return (
    <section className={classes.section} aria-labelledby="filter-heading">
      <header className={classes.header}>
        <h2 id="filter-heading">Filter</h2>
        <RuledOut />
      </header>
      <ol className={steps.list}>
        <li className={steps.step}>
          <span className={steps.dot} aria-hidden="true" />
          <span>Everything</span>
          <span className={steps.all}>
            {counted(graph.nodes.count, 'node')}, {counted(graph.edges.count, 'edge')}
          </span>
        </li>
        {stepRows(graph, filter, language).map((row) => (
          <StepRowView key={row.at} row={row} />
        ))}
      </ol>
      {adding ? (
        <Suspense fallback={null}>
          <AddStep onDone={() => setAdding(false)} />
        </Suspense>
      ) : (
        <div className={steps.ways}>
          <button type="button" className={controls.link} onClick={() => setAdding(true)}>
            Add a step
          </button>
          {filter.length > 0 && (
            <button type="button" className={steps.clear} onClick={() => app.run('clear-filter')}>
              Clear all
            </button>
          )}
        </div>
      )}
    </section>
  )
}

/** What becomes of the rest: it is hidden, or dimmed. */
function RuledOut() {
  const app = useApp()
  const ruledOut = useWorkspace(({ view }) => view.ruledOut)
  return (
    <div className={`${controls.choices} ${steps.ruledOut}`} role="group" aria-label="What the filter rules out">
      {(['hide', 'dim'] as const).map((mode) => (
        <button
          key={mode}
          type="button"
          className={controls.choice}
          aria-pressed={ruledOut === mode}
          onClick={() => app.look((view) => ({ ...view, ruledOut: mode }))}
        >
          {mode === 'hide' ? 'Hide' : 'Dim'}
        </button>
      ))}
    </div>
  )
}

import { useTexts } from '../controls/useTexts'
import { lazy, Suspense, useState } from 'react'
import { pluralize } from '../../model/pluralize'
import { filterStepRows } from '../../scene/filter/filterStepRows'
import controls from '../controls/controls.module.css'
import { useApp, useWorkspace } from '../controls/useApp'
import classes from './FilterPanel.module.css'
import { FilterStepItem } from './FilterStepItem'
import steps from './FilterStepList.module.css'

const AddStep = lazy(async () => ({ default: (await import('./AddFilterStepForm')).AddFilterStepForm }))

/** The steps of the filter, each with what is left after it, and ways to add, join and drop them. */
export function FilterStepList() {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const texts = useTexts()
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
            {pluralize(graph.nodes.count, 'node')}, {pluralize(graph.edges.count, 'edge')}
          </span>
        </li>
        {filterStepRows(graph, filter, texts).map((row) => (
          <FilterStepItem key={row.index} row={row} />
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
            <button type="button" className={steps.clear} onClick={() => app.runCommand('clear-filter')}>
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
  const ruledOut = useWorkspace(({ view }) => view.filteredOut)
  return (
    <div className={`${controls.choices} ${steps.ruledOut}`} role="group" aria-label="What the filter rules out">
      {(['hide', 'dim'] as const).map((mode) => (
        <button
          key={mode}
          type="button"
          className={controls.choice}
          aria-pressed={ruledOut === mode}
          onClick={() => app.updateView((view) => ({ ...view, filteredOut: mode }))}
        >
          {mode === 'hide' ? 'Hide' : 'Dim'}
        </button>
      ))}
    </div>
  )
}

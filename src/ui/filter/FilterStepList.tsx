import { Suspense, useRef, useState } from 'react'
import { lazyPart } from '../controls/lazyPart'
import { filterStepRows } from '../../scene/filter/filterStepRows'
import controls from '../controls/controls.module.css'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import panelClasses from './FilterPanel.module.css'
import { FilterStepItem } from './FilterStepItem'
import classes from './FilterStepList.module.css'
import { useStepOrder } from './useStepOrder'

const AddStep = lazyPart(async () => (await import('./AddFilterStepForm')).AddFilterStepForm)

/** The steps of the filter, each with the counts after it, and the controls to add and clear them. */
export function FilterStepList() {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const texts = useTexts()
  const [adding, setAdding] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const order = useStepOrder(list)
  return (
    <section className={panelClasses.section} aria-labelledby="filter-heading">
      <header className={panelClasses.header}>
        <h2 id="filter-heading">{texts.filter.title}</h2>
        <FilteredOutChoice />
      </header>
      <ol className={classes.list} ref={list}>
        <li className={classes.step}>
          <span className={classes.dot} aria-hidden="true" />
          <span>{texts.filter.everything}</span>
          <span className={classes.all}>
            {texts.filter.nodesAndEdges({ nodes: graph.nodes.count, edges: graph.edges.count })}
          </span>
        </li>
        {filterStepRows(graph, filter, texts).map((row) => (
          <FilterStepItem key={row.index} row={row} order={order} />
        ))}
      </ol>
      <p className="vh" role="status">
        {order.moved === undefined ? '' : texts.filter.stepMoved({ number: order.moved + 1, count: filter.length })}
      </p>
      {adding ? (
        <Suspense fallback={null}>
          <AddStep onDone={() => setAdding(false)} />
        </Suspense>
      ) : (
        <div className={classes.ways}>
          <button type="button" className={controls.link} onClick={() => setAdding(true)}>
            {texts.filter.addStep}
          </button>
          {filter.length > 0 && (
            <button type="button" className={classes.clear} onClick={() => app.runCommand('clear-filter')}>
              {texts.filter.clearAll}
            </button>
          )}
        </div>
      )}
    </section>
  )
}

/** Whether rows that do not pass the filter are hidden or dimmed. */
function FilteredOutChoice() {
  const app = useApp()
  const { filter: texts } = useTexts()
  const filteredOut = useWorkspace(({ view }) => view.filteredOut)
  return (
    <div className={`${controls.choices} ${classes.filteredOut}`} role="group" aria-label={texts.filteredOut}>
      {(['hide', 'dim'] as const).map((mode) => (
        <button
          key={mode}
          type="button"
          className={controls.choice}
          aria-pressed={filteredOut === mode}
          onClick={() => app.updateView((view) => ({ ...view, filteredOut: mode }))}
        >
          {mode === 'hide' ? texts.hide : texts.dim}
        </button>
      ))}
    </div>
  )
}

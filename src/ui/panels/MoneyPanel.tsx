import { lazy, Suspense, useState } from 'react'
import { statementRows } from '../../model/graph'
import { bundleOf, selectionOf } from '../../scene/edgeOrFigure'
import { groupings, moneyPage, type Grouping, type MoneyPage as Page } from '../../scene/money/moneyPage'
import { shown } from '../../scene/view/filterResult'
import controls from '../controls/controls.module.css'
import { useApp, useWorkspace } from '../controls/useApp'
import { groupingNames, MoneyTable } from './MoneyTable'
import classes from './panels.module.css'

const FlowPicture = lazy(async () => ({ default: (await import('./MoneyFlowDiagram')).FlowPicture }))

/** Amounts of money: what is announced, expected, committed and paid, apart; and from whom it goes to what. */
export function MoneyPanel() {
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const language = useWorkspace(({ view }) => view.language)
  const detail = useWorkspace(({ view }) => view.detail)
  const [measure, setMeasure] = useState<string>()
  const by = groupings.find((each) => each === detail) ?? 'project'
  const { nodes } = shown(graph, filter)
  const page = moneyPage(graph, { measure, by, language, nodes })
  if (page.measures.length === 0)
    return <p className={classes.none}>No statement of what is open gives an amount of money.</p>
  return (
    <div className={classes.panel}>
      <div className={classes.top}>
        <h2>Money</h2>
        <p className={classes.lead}>
          Amounts of what the filter leaves. Sums count no part beside its whole, and what two sources give once; where
          sources vary they are ranges. Currencies are not converted. An amount opens its statements.
        </p>
        <Choices page={page} by={by} onMeasure={setMeasure} />
      </div>
      <div className={classes.scroll}>
        <div className={classes.wide}>
          <MoneyTable page={page} by={by} />
        </div>
        <Unknown page={page} />
        <section className={classes.section} aria-label="Flow">
          <h3>From who provides to what is built</h3>
          <Suspense fallback={<p className={classes.none}>Drawing the flow …</p>}>
            <FlowPicture graph={graph} nodes={nodes} language={language} />
          </Suspense>
        </section>
      </div>
    </div>
  )
}

/** What is not known, in words: what documents say is not, and what none of them speaks of. */
function Unknown({ page: { unknown, silent, measures, measure } }: { readonly page: Page }) {
  const app = useApp()
  const label = measures.find(({ id }) => id === measure)?.label.toLowerCase()
  const open = (statement: string) => {
    const { graph } = app.workspace.getState()
    const row = statementRows(graph).get(statement)
    if (row !== undefined) app.select(selectionOf(graph, bundleOf(graph, row)))
  }
  if (unknown.length + silent.length === 0) return null
  return (
    <section className={classes.section} aria-label="What is not known">
      <h3>What is not known</h3>
      {unknown.length > 0 && (
        <ul>
          {unknown.map(({ text, statement }) => (
            <li key={statement}>
              <button type="button" className={controls.link} onClick={() => open(statement)}>
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
      {silent.length > 0 && (
        <details>
          <summary>
            No {label} is given for {silent.length} things of the same kinds
          </summary>
          <p>{silent.join('; ')}.</p>
        </details>
      )}
    </section>
  )
}

interface ChoicesProps {
  readonly page: Page
  readonly by: Grouping
  readonly onMeasure: (id: string) => void
}

/** How the amounts are put together, and which are looked at. */
function Choices({ page, by, onMeasure }: ChoicesProps) {
  const app = useApp()
  return (
    <div className={classes.tools}>
      <nav className={classes.lists} aria-label="Grouping">
        {groupings.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === by ? 'page' : undefined}
            onClick={() => app.setPanel('money', each)}
          >
            {groupingNames[each]}
          </button>
        ))}
      </nav>
      <select
        className={controls.field}
        aria-label="What is measured"
        value={page.measure}
        onChange={({ target }) => onMeasure(target.value)}
      >
        {page.measures.map(({ id, label, figures }) => (
          <option key={id} value={id}>
            {label} ({figures})
          </option>
        ))}
      </select>
    </div>
  )
}

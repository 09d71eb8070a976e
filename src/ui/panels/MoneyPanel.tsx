import { useTexts } from '../controls/useTexts'
import { lazy, Suspense, useState } from 'react'
import { statementRowById } from '../../model/graph'
import { edgeOrFigureOfStatement, selectionOfEdgeOrFigure } from '../../scene/edgeOrFigure'
import { moneyGroupings, moneyPage, type MoneyGrouping, type MoneyPage as Page } from '../../scene/money/moneyPage'
import { visibleRows } from '../../scene/view/filterResult'
import controls from '../controls/controls.module.css'
import { useApp, useWorkspace } from '../controls/useApp'
import { moneyGroupingLabels, MoneyTable } from './MoneyTable'
import classes from './panels.module.css'

const FlowPicture = lazy(async () => ({ default: (await import('./MoneyFlowDiagram')).MoneyFlowDiagram }))

/** Amounts of money: what is announced, expected, committed and paid, apart; and from whom it goes to what. */
export function MoneyPanel() {
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const texts = useTexts()
  const detail = useWorkspace(({ view }) => view.detail)
  const [measure, setMeasure] = useState<string>()
  const by = moneyGroupings.find((each) => each === detail) ?? 'project'
  const { nodes } = visibleRows(graph, filter)
  const page = moneyPage(graph, { amountKind: measure, grouping: by, texts, nodes })
  if (page.amountKinds.length === 0)
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
            <FlowPicture graph={graph} nodes={nodes} texts={texts} />
          </Suspense>
        </section>
      </div>
    </div>
  )
}

/** What is not known, in words: what documents say is not, and what none of them speaks of. */
function Unknown({ page: { unknownAmounts, labelsWithoutAmount, amountKinds, amountKind } }: { readonly page: Page }) {
  const app = useApp()
  const label = amountKinds.find(({ id }) => id === amountKind)?.label.toLowerCase()
  const open = (statement: string) => {
    const { graph } = app.workspace.getState()
    const row = statementRowById(graph).get(statement)
    if (row !== undefined) app.select(selectionOfEdgeOrFigure(graph, edgeOrFigureOfStatement(graph, row)))
  }
  if (unknownAmounts.length + labelsWithoutAmount.length === 0) return null
  return (
    <section className={classes.section} aria-label="What is not known">
      <h3>What is not known</h3>
      {unknownAmounts.length > 0 && (
        <ul>
          {unknownAmounts.map(({ text, statement }) => (
            <li key={statement}>
              <button type="button" className={controls.link} onClick={() => open(statement)}>
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
      {labelsWithoutAmount.length > 0 && (
        <details>
          <summary>
            No {label} is given for {labelsWithoutAmount.length} things of the same kinds
          </summary>
          <p>{labelsWithoutAmount.join('; ')}.</p>
        </details>
      )}
    </section>
  )
}

interface ChoicesProps {
  readonly page: Page
  readonly by: MoneyGrouping
  readonly onMeasure: (id: string) => void
}

/** How the amounts are put together, and which are looked at. */
function Choices({ page, by, onMeasure }: ChoicesProps) {
  const app = useApp()
  return (
    <div className={classes.tools}>
      <nav className={classes.lists} aria-label="Grouping">
        {moneyGroupings.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === by ? 'page' : undefined}
            onClick={() => app.setPanel('money', each)}
          >
            {moneyGroupingLabels[each]}
          </button>
        ))}
      </nav>
      <select
        className={controls.field}
        aria-label="What is measured"
        value={page.amountKind}
        onChange={({ target }) => onMeasure(target.value)}
      >
        {page.amountKinds.map(({ id, label, figures }) => (
          <option key={id} value={id}>
            {label} ({figures})
          </option>
        ))}
      </select>
    </div>
  )
}

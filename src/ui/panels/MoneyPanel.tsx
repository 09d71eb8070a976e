import { Suspense, useState } from 'react'
import { lazyPart } from '../controls/lazyPart'
import { statementRowIndex } from '../../model/graph'
import { labelInLanguage } from '../../model/nodeNames'
import { edgeOrFigureOfStatement, selectionOfEdgeOrFigure } from '../../scene/edgeOrFigure'
import { moneyGroupings, moneyPage, type MoneyGrouping, type MoneyPage } from '../../scene/money/moneyPage'
import { visibleRows } from '../../scene/view/filterResult'
import controls from '../controls/controls.module.css'
import { langAttribute } from '../controls/langAttribute'
import { useApp, useWorkspace } from '../controls/useApp'
import { useMessages, useTexts } from '../controls/useTexts'
import { MoneyTable } from './MoneyTable'
import classes from './panels.module.css'

const FlowDiagram = lazyPart(async () => (await import('./MoneyFlowDiagram')).MoneyFlowDiagram)

/** Amounts of money by certainty and stage in a table, what is unknown, and the flow from funders to projects. */
export function MoneyPanel() {
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const texts = useTexts()
  const messages = useMessages('money')
  const detail = useWorkspace(({ view }) => view.detail)
  const [amountKind, setAmountKind] = useState<string>()
  const grouping = moneyGroupings.find((each) => each === detail) ?? 'project'
  const { nodes } = visibleRows(graph, filter)
  const page = moneyPage(graph, { amountKind, grouping, texts, money: messages, nodes })
  if (page.amountKinds.length === 0) return <p className={classes.none}>{messages.noAmounts}</p>
  return (
    <div className={classes.panel}>
      <div className={classes.top}>
        <h2>{messages.heading}</h2>
        <p className={classes.lead}>{messages.explanation}</p>
        <Choices page={page} grouping={grouping} setAmountKind={setAmountKind} />
      </div>
      <div className={classes.scroll}>
        <div className={classes.wide}>
          <MoneyTable page={page} grouping={grouping} />
        </div>
        <UnknownAmounts page={page} />
        <section className={classes.section} aria-label={messages.flow}>
          <h3>{messages.flowHeading}</h3>
          <Suspense fallback={<p className={classes.none}>{messages.flowLoading}</p>}>
            <FlowDiagram graph={graph} nodes={nodes} />
          </Suspense>
        </section>
      </div>
    </div>
  )
}

/** The statements that an amount is unknown, and the nodes for which no statement gives one. */
function UnknownAmounts({ page }: { readonly page: MoneyPage }) {
  const app = useApp()
  const { language } = useTexts()
  const messages = useMessages('money')
  const { unknownAmounts, labelsWithoutAmount } = page
  const kind = page.amountKinds.find(({ id }) => id === page.amountKind)!
  const select = (statement: string) => {
    const { graph } = app.workspace.getState()
    const row = statementRowIndex(graph).get(statement)
    if (row !== undefined) app.select(selectionOfEdgeOrFigure(graph, edgeOrFigureOfStatement(graph, row)))
  }
  if (unknownAmounts.length + labelsWithoutAmount.length === 0) return null
  return (
    <section className={classes.section} aria-label={messages.unknownHeading}>
      <h3>{messages.unknownHeading}</h3>
      {unknownAmounts.length > 0 && (
        <ul>
          {unknownAmounts.map(({ text, statement }) => (
            <li key={statement}>
              <button
                type="button"
                className={controls.link}
                dir="auto"
                lang={langAttribute(text, language)}
                onClick={() => select(statement)}
              >
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
      {labelsWithoutAmount.length > 0 && (
        <details>
          <summary>
            {messages.nodesWithoutAmount({
              kind: labelInLanguage(language, kind),
              count: labelsWithoutAmount.length,
            })}
          </summary>
          <ul>
            {labelsWithoutAmount.map((label, index) => (
              <li key={index} dir="auto" lang={langAttribute(label, language)}>
                {label}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

interface ChoicesProps {
  readonly page: MoneyPage
  readonly grouping: MoneyGrouping
  readonly setAmountKind: (id: string) => void
}

/** How the amounts are grouped, and which kind is shown. */
function Choices({ page, grouping, setAmountKind }: ChoicesProps) {
  const app = useApp()
  const { language } = useTexts()
  const messages = useMessages('money')
  return (
    <div className={classes.tools}>
      <nav className={classes.lists} aria-label={messages.groupBy}>
        {moneyGroupings.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === grouping ? 'page' : undefined}
            onClick={() => app.setPanel('money', each)}
          >
            {messages.groupings[each]}
          </button>
        ))}
      </nav>
      <select
        className={controls.field}
        aria-label={messages.amountKind}
        value={page.amountKind}
        onChange={({ target }) => setAmountKind(target.value)}
      >
        {page.amountKinds.map((kind) => (
          <option key={kind.id} value={kind.id}>
            {messages.amountKindOption({ kind: labelInLanguage(language, kind), count: kind.figureCount })}
          </option>
        ))}
      </select>
    </div>
  )
}

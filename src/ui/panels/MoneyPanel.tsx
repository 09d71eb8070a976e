import { Fragment, lazy, Suspense, useState } from 'react'
import { statementRows } from '../../model/graph'
import { bundleOf, idOf, selectionOf } from '../../scene/bundles'
import {
  columnNames,
  groupings,
  moneyColumns,
  moneyPage,
  type Cells,
  type Grouping,
  type MoneyColumn,
  type MoneyGroup,
  type MoneyPage as Page,
} from '../../scene/money'
import { shown } from '../../scene/shown'
import type { Sum } from '../../scene/sums'
import controls from '../controls.module.css'
import { useApp, useWorkspace } from '../useApp'
import classes from './panels.module.css'

const groupingNames: Readonly<Record<Grouping, string>> = {
  project: 'By project',
  sector: 'By sector',
  source: 'By source',
}

const FlowPicture = lazy(async () => ({ default: (await import('./FlowPicture')).FlowPicture }))

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
          <Table page={page} by={by} />
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

function Table({ page, by }: { readonly page: Page; readonly by: Grouping }) {
  // What is committed and paid matters most where nobody says it: those columns stand even when they are empty.
  const staged = page.measure === page.measures[0]?.id
  const columns = moneyColumns.filter(
    (column) =>
      (staged && (column === 'committed' || column === 'disbursed')) ||
      page.groups.some(({ lines }) => lines.some(({ cells }) => cells[column].length > 0)),
  )
  return (
    <table className={classes.money}>
      <thead>
        <tr>
          <th scope="col">{groupingNames[by].slice(3)}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {columnNames[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.groups.map((group) => (
          <Group key={group.id} group={group} columns={columns} />
        ))}
        <Sums label="All of these" sums={page.total} columns={columns} />
      </tbody>
    </table>
  )
}

function Group({ group, columns }: { readonly group: MoneyGroup; readonly columns: readonly MoneyColumn[] }) {
  return (
    <Fragment>
      {group.label !== '' && (
        <tr className={classes.group}>
          <th scope="rowgroup" colSpan={columns.length + 1}>
            {group.label}
          </th>
        </tr>
      )}
      {group.lines.map(({ node, label, cells, within }) => (
        <tr key={node}>
          <th scope="row">{label}</th>
          {columns.map((column) => (
            <Cell key={column} sums={cells[column]} within={within.includes(column)} none="not stated" />
          ))}
        </tr>
      ))}
      {group.label !== '' && group.lines.length > 1 && <Sums label="Together" sums={group.sums} columns={columns} />}
    </Fragment>
  )
}

interface SumsProps {
  readonly label: string
  readonly sums: Cells
  readonly columns: readonly MoneyColumn[]
}

const Sums = ({ label, sums, columns }: SumsProps) => (
  <tr className={classes.sum}>
    <th scope="row">{label}</th>
    {columns.map((column) => (
      <Cell key={column} sums={sums[column]} within={false} none="nobody says" />
    ))}
  </tr>
)

interface CellProps {
  readonly sums: readonly Sum[]
  readonly within: boolean
  /** What stands where there is no amount. */
  readonly none: string
}

function Cell({ sums, within, none }: CellProps) {
  const app = useApp()
  const open = ({ statements }: Sum) => {
    const { graph } = app.workspace.getState()
    const bundles = new Map(
      statements.flatMap((id) => {
        const row = statementRows(graph).get(id)
        const bundle = row === undefined ? undefined : bundleOf(graph, row)
        return bundle ? [[idOf(graph, bundle), bundle] as const] : []
      }),
    )
    const selections = [...bundles.values()].map((bundle) => selectionOf(graph, bundle))
    if (selections.length === 1) app.select(selections[0]!)
    else app.select({ nodes: [...new Set(selections.flatMap(({ nodes }) => nodes))] })
  }
  return (
    <td>
      {sums.length === 0 && <span className={classes.silent}>{none}</span>}
      {sums.map((sum) => (
        <button
          key={sum.unit}
          type="button"
          className={within ? `${classes.amount} ${classes.within}` : classes.amount}
          title={within ? 'A part of another line; not counted in the sum' : undefined}
          onClick={() => open(sum)}
        >
          {within ? `(${sum.text})` : sum.text}
        </button>
      ))}
    </td>
  )
}

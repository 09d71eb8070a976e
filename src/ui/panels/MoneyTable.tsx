import { Fragment } from 'react'
import { statementRowById } from '../../model/graph'
import { edgeOrFigureOfStatement, idOfEdgeOrFigure, selectionOfEdgeOrFigure } from '../../scene/edgeOrFigure'
import {
  moneyColumnLabels,
  moneyColumns,
  type SumsByColumn,
  type MoneyGrouping,
  type MoneyColumn,
  type MoneyGroup,
  type MoneyPage as Page,
} from '../../scene/money/moneyPage'
import type { AmountRange } from '../../scene/money/amountRanges'
import { useApp } from '../controls/useApp'
import classes from './panels.module.css'

/** What the groupings are called. */
export const moneyGroupingLabels: Readonly<Record<MoneyGrouping, string>> = {
  project: 'By project',
  sector: 'By sector',
  source: 'By source',
}

/** What is announced, expected, committed and paid, line by line; on a phone each line is a block. */
export function MoneyTable({ page, by }: { readonly page: Page; readonly by: MoneyGrouping }) {
  // What is committed and paid matters most where nobody says it: those columns stand even when they are empty.
  const staged = page.amountKind === page.amountKinds[0]?.id
  const columns = moneyColumns.filter(
    (column) =>
      (staged && (column === 'committed' || column === 'disbursed')) ||
      page.groups.some(({ lines }) => lines.some(({ sums }) => sums[column].length > 0)),
  )
  return (
    <table className={classes.money}>
      <thead>
        <tr>
          <th scope="col">{moneyGroupingLabels[by].slice(3)}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {moneyColumnLabels[column]}
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
      {group.lines.map(({ node, label, sums, columnsCountedInWhole }) => (
        <tr key={node}>
          <th scope="row">{label}</th>
          {columns.map((column) => (
            <Cell
              key={column}
              column={column}
              sums={sums[column]}
              within={columnsCountedInWhole.includes(column)}
              none="not stated"
            />
          ))}
        </tr>
      ))}
      {group.label !== '' && group.lines.length > 1 && <Sums label="Together" sums={group.sums} columns={columns} />}
    </Fragment>
  )
}

interface SumsProps {
  readonly label: string
  readonly sums: SumsByColumn
  readonly columns: readonly MoneyColumn[]
}

const Sums = ({ label, sums, columns }: SumsProps) => (
  <tr className={classes.sum}>
    <th scope="row">{label}</th>
    {columns.map((column) => (
      <Cell key={column} column={column} sums={sums[column]} within={false} none="nobody says" />
    ))}
  </tr>
)

interface CellProps {
  readonly column: MoneyColumn
  readonly sums: readonly AmountRange[]
  readonly within: boolean
  /** What stands where there is no amount. */
  readonly none: string
}

/** The words of a range, each bound unbroken: "about USD 33bn", "to 40bn". */
const Bounds = ({ text }: { readonly text: string }) => {
  const [first, second] = text.split(' to ')
  return (
    <>
      <span className={classes.bound}>{first}</span>
      {second !== undefined && (
        <>
          {' '}
          <span className={classes.bound}>to {second}</span>
        </>
      )}
    </>
  )
}

function Cell({ column, sums, within, none }: CellProps) {
  const app = useApp()
  const open = ({ statements }: AmountRange) => {
    const { graph } = app.workspace.getState()
    const bundles = new Map(
      statements.flatMap((id) => {
        const row = statementRowById(graph).get(id)
        const bundle = row === undefined ? undefined : edgeOrFigureOfStatement(graph, row)
        return bundle ? [[idOfEdgeOrFigure(graph, bundle), bundle] as const] : []
      }),
    )
    const selections = [...bundles.values()].map((bundle) => selectionOfEdgeOrFigure(graph, bundle))
    if (selections.length === 1) app.select(selections[0]!)
    else app.select({ nodes: [...new Set(selections.flatMap(({ nodes }) => nodes))] })
  }
  return (
    <td data-column={moneyColumnLabels[column]} data-silent={sums.length === 0}>
      {sums.length === 0 && <span className={classes.silent}>{none}</span>}
      {sums.map((sum) => (
        <button
          key={sum.unit}
          type="button"
          className={within ? `${classes.amount} ${classes.within}` : classes.amount}
          title={within ? 'A part of another line; not counted in the sum' : undefined}
          onClick={() => open(sum)}
        >
          <Bounds text={within ? `(${sum.text})` : sum.text} />
        </button>
      ))}
    </td>
  )
}

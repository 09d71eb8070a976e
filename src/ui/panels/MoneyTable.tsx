import { Fragment } from 'react'
import { statementRows } from '../../model/graph'
import { bundleOf, idOf, selectionOf } from '../../scene/edgeOrFigure'
import {
  columnNames,
  moneyColumns,
  type Cells,
  type Grouping,
  type MoneyColumn,
  type MoneyGroup,
  type MoneyPage as Page,
} from '../../scene/money/moneyPage'
import type { Sum } from '../../scene/money/amountRanges'
import { useApp } from '../controls/useApp'
import classes from './panels.module.css'

/** What the groupings are called. */
export const groupingNames: Readonly<Record<Grouping, string>> = {
  project: 'By project',
  sector: 'By sector',
  source: 'By source',
}

/** What is announced, expected, committed and paid, line by line; on a phone each line is a block. */
export function MoneyTable({ page, by }: { readonly page: Page; readonly by: Grouping }) {
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
            <Cell
              key={column}
              column={column}
              sums={cells[column]}
              within={within.includes(column)}
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
  readonly sums: Cells
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
  readonly sums: readonly Sum[]
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
    <td data-column={columnNames[column]} data-silent={sums.length === 0}>
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

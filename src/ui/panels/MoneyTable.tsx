import { Fragment } from 'react'
import { statementRowIndex } from '../../model/graph'
import { edgeOrFigureOfStatement, idOfEdgeOrFigure, selectionOfEdgeOrFigure } from '../../scene/edgeOrFigure'
import {
  moneyColumns,
  type SumsByColumn,
  type MoneyGrouping,
  type MoneyColumn,
  type MoneyGroup,
  type MoneyPage,
} from '../../scene/money/moneyPage'
import { quantityOfRange, type AmountRange } from '../../scene/money/amountRanges'
import { langAttribute } from '../controls/langAttribute'
import { useApp } from '../controls/useApp'
import { useMessages, useTexts } from '../controls/useTexts'
import classes from './panels.module.css'

interface MoneyTableProps {
  readonly page: MoneyPage
  readonly grouping: MoneyGrouping
}

/** The amounts of each node by column; on a phone each row is a block. */
export function MoneyTable({ page, grouping }: MoneyTableProps) {
  const messages = useMessages('money')
  // Committed and paid amounts matter most if they are not stated: of the main kind these columns are shown even when empty.
  const hasStages = page.amountKind === page.amountKinds[0]?.id
  const columns = moneyColumns.filter(
    (column) =>
      (hasStages && (column === 'committed' || column === 'disbursed')) ||
      page.groups.some(({ lines }) => lines.some(({ sums }) => sums[column].length > 0)),
  )
  return (
    <table className={classes.money}>
      <thead>
        <tr>
          <th scope="col">{messages.rowHeaders[grouping]}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {messages.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.groups.map((group) => (
          <Group key={group.id} group={group} columns={columns} />
        ))}
        <SumRow label={messages.total} sums={page.total} columns={columns} />
      </tbody>
    </table>
  )
}

function Group({ group, columns }: { readonly group: MoneyGroup; readonly columns: readonly MoneyColumn[] }) {
  const { language } = useTexts()
  const messages = useMessages('money')
  return (
    <Fragment>
      {group.label !== '' && (
        <tr className={classes.group}>
          <th scope="rowgroup" colSpan={columns.length + 1} dir="auto" lang={langAttribute(group.label, language)}>
            {group.label}
          </th>
        </tr>
      )}
      {group.lines.map(({ node, label, sums, columnsCountedInWhole }) => (
        <tr key={node}>
          <th scope="row" dir="auto" lang={langAttribute(label, language)}>
            {label}
          </th>
          {columns.map((column) => (
            <Cell
              key={column}
              column={column}
              sums={sums[column]}
              isCountedInWhole={columnsCountedInWhole.includes(column)}
            />
          ))}
        </tr>
      ))}
      {group.label !== '' && group.lines.length > 1 && (
        <SumRow label={messages.subtotal} sums={group.sums} columns={columns} />
      )}
    </Fragment>
  )
}

interface SumRowProps {
  readonly label: string
  readonly sums: SumsByColumn
  readonly columns: readonly MoneyColumn[]
}

const SumRow = ({ label, sums, columns }: SumRowProps) => (
  <tr className={classes.sum}>
    <th scope="row">{label}</th>
    {columns.map((column) => (
      <Cell key={column} column={column} sums={sums[column]} isCountedInWhole={false} />
    ))}
  </tr>
)

/** Where a line may break within a range: before "to" in English, after the wave dash in Japanese. */
const boundBreak = /(?<= )(?=to )|(?<=～)/

/** An amount in words that breaks only between its bounds: "about USD 33bn", "to 40bn". */
const Bounds = ({ text }: { readonly text: string }) =>
  text.split(boundBreak).map((bound, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      <span className={classes.bound}>{bound}</span>
    </Fragment>
  ))

interface CellProps {
  readonly column: MoneyColumn
  readonly sums: readonly AmountRange[]
  readonly isCountedInWhole: boolean
}

function Cell({ column, sums, isCountedInWhole }: CellProps) {
  const messages = useMessages('money')
  const label = messages.columns[column]
  if (sums.length === 0)
    return (
      <td data-empty="true" data-prefix={messages.columnPrefix({ column: label })}>
        <span className={classes.notStated}>{messages.notStated}</span>
      </td>
    )
  return (
    <td data-column={label}>
      {sums.map((sum) => (
        <Amount key={sum.unit} sum={sum} isCountedInWhole={isCountedInWhole} />
      ))}
    </td>
  )
}

/** An amount that selects the figure whose statements give it or, if these are several, their nodes. */
function Amount({ sum, isCountedInWhole }: { readonly sum: AmountRange; readonly isCountedInWhole: boolean }) {
  const app = useApp()
  const { format } = useTexts()
  const messages = useMessages('money')
  const select = () => {
    const { graph } = app.workspace.getState()
    const edgesAndFigures = new Map(
      sum.statements.flatMap((id) => {
        const row = statementRowIndex(graph).get(id)
        const own = row === undefined ? undefined : edgeOrFigureOfStatement(graph, row)
        return own ? [[idOfEdgeOrFigure(graph, own), own] as const] : []
      }),
    )
    const selections = [...edgesAndFigures.values()].map((each) => selectionOfEdgeOrFigure(graph, each))
    if (selections.length === 1) app.select(selections[0]!)
    else app.select({ nodes: [...new Set(selections.flatMap(({ nodes }) => nodes))] })
  }
  const amount = format.quantity(quantityOfRange(sum))
  return (
    <button
      type="button"
      className={isCountedInWhole ? `${classes.amount} ${classes.within}` : classes.amount}
      title={isCountedInWhole ? messages.countedInWholeHint : undefined}
      onClick={select}
    >
      <Bounds text={isCountedInWhole ? messages.countedInWhole({ amount }) : amount} />
    </button>
  )
}

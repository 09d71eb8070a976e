import { useState } from 'react'
import type { ColumnRole, TableOptions, TablePreview } from '../../model/importReport'
import {
  missingRoleNotes,
  missingRoleMessage,
  columnRolesFor,
  columnRolesOf,
  columnRoleLabels,
  tableWithHeader,
  withHeaderRow,
  withColumnRole,
  withTableRowKind,
} from '../../model/tableOptions'
import controls from '../controls/controls.module.css'
import { useApp, useSession } from '../controls/useApp'
import { Dialog } from '../controls/Dialog'
import classes from '../controls/Dialog.module.css'
import own from './TableImportDialog.module.css'

type Choices = Readonly<Record<string, TableOptions>>

/** Tables before they are read: their first rows, what each column is, and what the gaps switch off. */
export function TableImportDialog() {
  const tables = useSession((session) => session.pendingTables)
  if (!tables) return null
  return (
    <Dialog title={tables.length === 1 ? 'What is in this table' : 'What is in these tables'}>
      <Tables tables={tables} />
    </Dialog>
  )
}

function Tables({ tables }: { readonly tables: readonly TablePreview[] }) {
  const app = useApp()
  const [choices, setChoices] = useState<Choices>(() =>
    Object.fromEntries(tables.map(({ name, guess }) => [name, guess])),
  )
  const hindered = tables.some((table) => hindranceOf(table, choices[table.name]!) !== undefined)
  const nothing = Object.values(choices).every(({ rows }) => rows === 'skip')
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        app.openDialog(undefined)
        void app.readTables({ tables: choices })
      }}
    >
      {tables.map((table) => (
        <Table
          key={table.name}
          table={table}
          choice={choices[table.name]!}
          change={(choice) => setChoices((now) => ({ ...now, [table.name]: choice }))}
        />
      ))}
      <div className={classes.go}>
        <button type="submit" className={controls.fill} disabled={hindered || nothing}>
          Open
        </button>
        <button type="button" className={controls.button} onClick={() => app.openDialog(undefined)}>
          Cancel
        </button>
      </div>
    </form>
  )
}

const hindranceOf = (table: TablePreview, choice: TableOptions): string | undefined =>
  missingRoleMessage(tableWithHeader(table, choice), choice)

interface TableProps {
  readonly table: TablePreview
  readonly choice: TableOptions
  readonly change: (choice: TableOptions) => void
}

const rowsWords = [
  ['nodes', 'Each row is a node'],
  ['edges', 'Each row is an edge'],
  ['skip', 'Leave this table out'],
] as const

function Table({ table, choice, change }: TableProps) {
  const hindrance = hindranceOf(table, choice)
  return (
    <fieldset className={own.table}>
      <legend>{table.name}</legend>
      <div className={own.rows} role="radiogroup" aria-label={`Rows of ${table.name}`}>
        {rowsWords.map(([rows, label]) => (
          <label key={rows} className={own.way}>
            <input
              type="radio"
              name={`rows ${table.name}`}
              checked={choice.rows === rows}
              onChange={() => change(choiceFor(table, choice, rows))}
            />
            {label}
          </label>
        ))}
      </div>
      {choice.rows !== 'skip' && (
        <>
          <label className={own.way}>
            <input
              type="checkbox"
              checked={choice.header ?? true}
              onChange={({ target }) => change(withHeaderRow(table, choice, target.checked))}
            />
            The first row names the columns
          </label>
          <Preview table={table} choice={choice} change={change} />
        </>
      )}
      {hindrance && (
        <p role="alert" className={own.hindrance}>
          {hindrance}
        </p>
      )}
      <ul className={own.gaps} aria-live="polite">
        {missingRoleNotes(tableWithHeader(table, choice), choice).map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </fieldset>
  )
}

/** The same table as rows of another kind: the guess where that is of this kind, else the roles that fit. */
const choiceFor = (table: TablePreview, choice: TableOptions, rows: TableOptions['rows']): TableOptions =>
  rows === table.guess.rows && choice.header === table.guess.header
    ? table.guess
    : withTableRowKind(choice, tableWithHeader(table, choice).header, rows)

/** The first rows, with a choice above each column. */
function Preview({ table, choice, change }: TableProps) {
  const { header, rows } = tableWithHeader(table, choice)
  const roles = columnRolesOf({ header }, choice)
  return (
    <div className={own.scroll} role="region" aria-label={`First rows of ${table.name}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {header.map((column, at) => (
              <th key={column} scope="col">
                <span className={own.column}>{column}</span>
                <select
                  className={controls.field}
                  aria-label={`What ${column} is`}
                  value={roles[at]}
                  onChange={({ target }) => change(withColumnRole(choice, column, target.value as ColumnRole))}
                >
                  {columnRolesFor(choice.rows).map((role) => (
                    <option key={role} value={role}>
                      {columnRoleLabels[role]}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {header.map((column, at) => (
                <td key={column} data-out={roles[at] === 'skip'}>
                  {cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

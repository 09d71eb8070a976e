import { useState } from 'react'
import type { ColumnRole, TableChoice, TablePreview } from '../../model/importReport'
import {
  gapsIn,
  hindranceIn,
  rolesFor,
  rolesIn,
  roleWords,
  shownTable,
  withHeader,
  withRole,
  withRows,
} from '../../model/tableOptions'
import controls from '../controls/controls.module.css'
import { useApp, useMoment } from '../controls/useApp'
import { Dialog } from '../controls/Dialog'
import classes from '../controls/Dialog.module.css'
import own from './TableImportDialog.module.css'

type Choices = Readonly<Record<string, TableChoice>>

/** Tables before they are read: their first rows, what each column is, and what the gaps switch off. */
export function TablesDialog() {
  const tables = useMoment((moment) => moment.tables)
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

const hindranceOf = (table: TablePreview, choice: TableChoice): string | undefined =>
  hindranceIn(shownTable(table, choice), choice)

interface TableProps {
  readonly table: TablePreview
  readonly choice: TableChoice
  readonly change: (choice: TableChoice) => void
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
              onChange={({ target }) => change(withHeader(table, choice, target.checked))}
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
        {gapsIn(shownTable(table, choice), choice).map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </fieldset>
  )
}

/** The same table as rows of another kind: the guess where that is of this kind, else the roles that fit. */
const choiceFor = (table: TablePreview, choice: TableChoice, rows: TableChoice['rows']): TableChoice =>
  rows === table.guess.rows && choice.header === table.guess.header
    ? table.guess
    : withRows(choice, shownTable(table, choice).header, rows)

/** The first rows, with a choice above each column. */
function Preview({ table, choice, change }: TableProps) {
  const { header, rows } = shownTable(table, choice)
  const roles = rolesIn({ header }, choice)
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
                  onChange={({ target }) => change(withRole(choice, column, target.value as ColumnRole))}
                >
                  {rolesFor(choice.rows).map((role) => (
                    <option key={role} value={role}>
                      {roleWords[role]}
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

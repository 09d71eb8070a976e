import { useId, useState } from 'react'
import type { Message } from '../../messages/message'
import type { ColumnRole, TableOptions, TablePreview } from '../../model/importReport'
import {
  missingRoleNotes,
  missingRoleMessage,
  columnRolesFor,
  columnRolesOf,
  tableWithHeader,
  withHeaderRow,
  withColumnRole,
  withTableRowKind,
} from '../../model/tableOptions'
import controls from '../controls/controls.module.css'
import { useApp, useSession } from '../controls/useApp'
import { MessageText } from '../controls/MessageText'
import { useMessages } from '../controls/useTexts'
import { Dialog } from '../controls/Dialog'
import classes from '../controls/Dialog.module.css'
import own from './TableImportDialog.module.css'

type Choices = Readonly<Record<string, TableOptions>>

/** Tables before they are read: their first rows, the role of each column, and what is missing. */
export function TableImportDialog() {
  const tables = useSession((session) => session.pendingTables)
  const { dialog: texts } = useMessages('tables')
  if (!tables) return null
  return (
    <Dialog title={texts.title({ count: tables.length })}>
      <Tables tables={tables} />
    </Dialog>
  )
}

function Tables({ tables }: { readonly tables: readonly TablePreview[] }) {
  const app = useApp()
  const { openDialog, cancel } = useMessages('files')
  const [choices, setChoices] = useState<Choices>(() =>
    Object.fromEntries(tables.map(({ name, guess }) => [name, guess])),
  )
  const isIncomplete = tables.some((table) => problemOf(table, choices[table.name]!) !== undefined)
  const isEmpty = Object.values(choices).every(({ rows }) => rows === 'skip')
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
          change={(choice) => setChoices((before) => ({ ...before, [table.name]: choice }))}
        />
      ))}
      <div className={classes.go}>
        <button type="submit" className={controls.fill} disabled={isIncomplete || isEmpty}>
          {openDialog.open}
        </button>
        <button type="button" className={controls.button} onClick={() => app.openDialog(undefined)}>
          {cancel}
        </button>
      </div>
    </form>
  )
}

const problemOf = (table: TablePreview, choice: TableOptions): Message | undefined =>
  missingRoleMessage(tableWithHeader(table, choice), choice)

interface TableProps {
  readonly table: TablePreview
  readonly choice: TableOptions
  readonly change: (choice: TableOptions) => void
}

function Table({ table, choice, change }: TableProps) {
  const { dialog: texts } = useMessages('tables')
  const id = useId()
  const problem = problemOf(table, choice)
  const gaps = missingRoleNotes(tableWithHeader(table, choice), choice)
  return (
    <fieldset className={own.table}>
      <legend id={`${id}name`} translate="no">
        {table.name}
      </legend>
      <span id={`${id}rows`} className="vh">
        {texts.rowsOf}
      </span>
      <div className={own.rows} role="radiogroup" aria-labelledby={`${id}rows ${id}name`}>
        {(['nodes', 'edges', 'skip'] as const).map((rows) => (
          <label key={rows} className={own.way}>
            <input
              type="radio"
              name={`rows ${table.name}`}
              checked={choice.rows === rows}
              onChange={() => change(choiceFor(table, choice, rows))}
            />
            {texts.rowKinds[rows]}
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
            {texts.hasHeader}
          </label>
          <DirectionChoice table={table} choice={choice} change={change} />
          <Preview table={table} choice={choice} change={change} />
        </>
      )}
      {problem && (
        <p role="alert" className={own.problem}>
          <MessageText message={problem} />
        </p>
      )}
      <ul className={own.gaps} aria-live="polite">
        {gaps.map((gap) => (
          <li key={gap.id}>
            <MessageText message={gap} />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** Whether edges have a direction, for a table of edges in which no column says it. */
function DirectionChoice({ table, choice, change }: TableProps) {
  const { dialog: texts } = useMessages('tables')
  const roles = columnRolesOf(tableWithHeader(table, choice), choice)
  if (choice.rows !== 'edges' || roles.includes('direction')) return null
  return (
    <label className={own.way}>
      <input
        type="checkbox"
        checked={choice.undirected !== true}
        onChange={({ target }) => change({ ...choice, undirected: !target.checked })}
      />
      {texts.edgesHaveDirection}
    </label>
  )
}

/** The options for rows of another kind: the guess if that is of this kind, otherwise the roles that fit. */
const choiceFor = (table: TablePreview, choice: TableOptions, rows: TableOptions['rows']): TableOptions =>
  rows === table.guess.rows && choice.header === table.guess.header
    ? table.guess
    : withTableRowKind(choice, tableWithHeader(table, choice).header, rows)

/** The first rows, with a choice above each column. */
function Preview({ table, choice, change }: TableProps) {
  const { dialog: texts } = useMessages('tables')
  const id = useId()
  const { header, rows } = tableWithHeader(table, choice)
  const roles = columnRolesOf({ header }, choice)
  return (
    <div className={own.scroll} role="region" aria-labelledby={`${id}rows`} tabIndex={0}>
      <span id={`${id}rows`} className="vh">
        {texts.firstRowsOf} <span translate="no">{table.name}</span>
      </span>
      <span id={`${id}meaning`} className="vh">
        {texts.meaningOf}
      </span>
      <table>
        <thead>
          <tr>
            {header.map((column, index) => (
              <th key={column} scope="col">
                <span id={`${id}${index}`} className={own.column} translate="no">
                  {column}
                </span>
                <select
                  className={controls.field}
                  aria-labelledby={`${id}meaning ${id}${index}`}
                  value={roles[index]}
                  onChange={({ target }) => change(withColumnRole(choice, column, target.value as ColumnRole))}
                >
                  {columnRolesFor(choice.rows).map((role) => (
                    <option key={role} value={role}>
                      {texts.columnRoles[role]}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody translate="no">
          {rows.map((cells, rowIndex) => (
            <tr key={rowIndex}>
              {header.map((column, index) => (
                <td key={column} data-out={roles[index] === 'skip'}>
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

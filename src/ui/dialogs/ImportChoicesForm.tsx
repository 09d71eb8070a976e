import { Fragment, useId, useState } from 'react'
import { isMessage, message } from '../../messages/message'
import {
  describeRepair,
  type ImportColumnReport,
  type Repair,
  type ImportOptions,
  type ImportReport,
  type ColumnRoleReport,
} from '../../model/importReport'
import controls from '../controls/controls.module.css'
import { useApp } from '../controls/useApp'
import { MessageText } from '../controls/MessageText'
import { useMessages, useTexts } from '../controls/useTexts'
import classes from '../controls/Dialog.module.css'
import { optionIndexOf, columnOptionsForRole, areChoicesEqual, withColumnKind, withRoleChoice } from './importChoices'
import own from './ImportReportDialog.module.css'

interface ChoicesProps {
  readonly report: ImportReport
  readonly before: ImportOptions
}

/** How the files can be read otherwise. Nothing happens until the form is submitted. */
export function ImportChoicesForm({ report, before }: ChoicesProps) {
  const app = useApp()
  const { report: texts, cancel } = useMessages('files')
  const [choices, setChoices] = useState(before)
  const changed = !areChoicesEqual(choices, before)
  const roles = report.roles?.filter((role) => columnOptionsForRole(role, texts).length > 1) ?? []
  return (
    <form
      className={own.form}
      onSubmit={(event) => {
        event.preventDefault()
        app.openDialog(undefined)
        if (changed) void app.readAgain(choices)
      }}
    >
      {report.repairs.map((repair) => (
        <RepairRow key={repair.kind} repair={repair} choices={choices} change={setChoices} />
      ))}
      {roles.length > 0 && (
        <fieldset className={own.part}>
          <legend>{texts.meaning}</legend>
          <div className={own.roles}>
            {roles.map((role) => (
              <RoleRow key={role.role} role={role} choices={choices} change={setChoices} />
            ))}
          </div>
        </fieldset>
      )}
      <Columns report={report} choices={choices} change={setChoices} before={before} />
      <div className={classes.go}>
        <button type="submit" className={controls.fill}>
          {changed ? texts.readAgain : texts.done}
        </button>
        {changed && (
          <button type="button" className={controls.button} onClick={() => app.openDialog(undefined)}>
            {cancel}
          </button>
        )}
      </div>
    </form>
  )
}

interface ChangeProps {
  readonly choices: ImportOptions
  readonly change: (to: (before: ImportOptions) => ImportOptions) => void
}

/** The repairs with a choice: its key in the options, and its values, of which the first holds if nothing is chosen. */
const repairChoices = {
  'duplicate nodes': { key: 'duplicates', values: ['join', 'apart'] },
  'dangling edges': { key: 'dangling', values: ['add', 'drop'] },
} as const

/** A fault that was repaired, and how else it can be repaired. */
function RepairRow({ repair, choices, change }: ChangeProps & { readonly repair: Repair }) {
  const { report: texts } = useMessages('files')
  const { format } = useTexts()
  const { kind, count, examples, how } = repair
  const choice = kind in repairChoices ? repairChoices[kind as keyof typeof repairChoices] : undefined
  const labels = {
    join: texts.joinDuplicates({ count }),
    apart: texts.separateDuplicates,
    add: texts.addMissing({ count }),
    drop: texts.dropDangling({ count }),
  }
  return (
    <fieldset className={own.part}>
      <legend>
        <MessageText message={describeRepair(repair)} />
      </legend>
      <p>
        <MessageText message={how} />{' '}
        <span className={own.examples}>
          {examples.map((each, index) => (
            <Fragment key={index}>
              {index > 0 && ', '}
              {isMessage(each) ? <MessageText message={each} /> : <span translate="no">{format.quote(each)}</span>}
            </Fragment>
          ))}
        </span>
      </p>
      {choice?.values.map((value, index) => (
        <label key={value} className={classes.option}>
          <input
            type="radio"
            name={kind}
            checked={(choices[choice.key] ?? choice.values[0]) === value}
            onChange={() => change((before) => ({ ...before, [choice.key]: index === 0 ? undefined : value }))}
          />
          <span>
            {labels[value]}
            {index === 0 && <small>{texts.asRead}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** The column that fills a role; at first the guessed one. */
function RoleRow({ role, choices, change }: ChangeProps & { readonly role: ColumnRoleReport }) {
  const { report: texts } = useMessages('files')
  const options = columnOptionsForRole(role, texts)
  return (
    <label className={own.role}>
      {texts.roles[role.role]}
      <select
        className={controls.field}
        value={optionIndexOf(options, choices[role.role])}
        onChange={({ target }) =>
          change((before) => withRoleChoice(before, role.role, options[Number(target.value)]!.choice))
        }
      >
        {options.map(({ column, label }, index) => (
          <option key={label} value={index} translate={column === undefined ? undefined : 'no'}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Every column with its kind, which can be changed if the format leaves it open, and with its values that were left out. */
function Columns({ report, choices, change, before }: ChangeProps & ChoicesProps) {
  const { report: texts } = useMessages('files')
  const share = useShareText()
  const { columns, nodes, edges, roles } = report
  if (columns.length === 0) return null
  const rows = columns.map((column) => (
    <li key={`${column.of}:${column.name}`}>
      <span className={own.name} translate="no">
        {column.name}
      </span>
      <span className={own.aside}>
        {texts.columnOf[column.of]}, {share(column.present, column.of === 'node' ? nodes : edges)}
      </span>
      {roles ? (
        <KindField column={column} choices={choices} change={change} before={before} />
      ) : (
        <span className={own.kind}>{texts.columnKinds[column.kind]}</span>
      )}
      {column.unparsed && (
        <span className={own.unread}>
          <MessageText message={message('files', 'unparsedValues', column.unparsed)} />
        </span>
      )}
    </li>
  ))
  const list = <ul className={own.columns}>{rows}</ul>
  return roles ? (
    <fieldset className={own.part}>
      <legend>{texts.columns}</legend>
      {list}
    </fieldset>
  ) : (
    <section className={own.part}>
      <h3>{texts.columns}</h3>
      {list}
    </section>
  )
}

const kinds = ['category', 'text', 'number', 'list', 'skip'] as const

interface KindProps extends ChangeProps {
  readonly column: ImportColumnReport
  readonly before: ImportOptions
}

function KindField({ column: { of, name, kind }, choices, change, before }: KindProps) {
  const { report: texts } = useMessages('files')
  const labelId = useId()
  const id = `${of}:${name}`
  const initial = before.kinds?.[id]
  // Choosing the initial kind again restores the initial choice, which may be none.
  const choose = (to: string) =>
    change((now) => withColumnKind(now, id, to === (initial ?? kind) ? initial : kinds.find((each) => each === to)))
  return (
    <>
      <span id={labelId} className="vh">
        {texts.columnKind} <span translate="no">{name}</span>
      </span>
      <select
        className={controls.field}
        aria-labelledby={labelId}
        value={choices.kinds?.[id] ?? kind}
        onChange={({ target }) => choose(target.value)}
      >
        {kinds.map((each) => (
          <option key={each} value={each}>
            {texts.columnKinds[each]}
          </option>
        ))}
      </select>
    </>
  )
}

/** A function that words a part of a whole: "none", "all", "3 of 12". */
export function useShareText(): (part: number, whole: number) => string {
  const { report: texts } = useMessages('files')
  return (part, whole) =>
    whole === 0 || part === 0 ? texts.none : part === whole ? texts.all : texts.share({ part, whole })
}

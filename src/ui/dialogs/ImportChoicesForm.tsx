import { useState } from 'react'
import { pluralize } from '../../model/pluralize'
import {
  describeRepair,
  type ImportColumnReport,
  type Repair,
  type ImportOptions,
  type ImportReport,
  type ColumnRoleReport,
} from '../../model/importReport'
import { groupThousands } from '../../model/value'
import controls from '../controls/controls.module.css'
import { useApp } from '../controls/useApp'
import classes from '../controls/Dialog.module.css'
import { optionIndexOf, roleOptions, areChoicesEqual, withColumnKind, withRoleChoice } from './importChoices'
import own from './ImportReportDialog.module.css'

interface ChoicesProps {
  readonly report: ImportReport
  readonly before: ImportOptions
}

/** What may be read otherwise; nothing happens before it is asked for. */
export function ImportChoicesForm({ report, before }: ChoicesProps) {
  const app = useApp()
  const [choices, setChoices] = useState(before)
  const changed = !areChoicesEqual(choices, before)
  const roles = report.roles?.filter((role) => roleOptions(role).length > 1) ?? []
  return (
    <form
      className={own.form}
      onSubmit={(event) => {
        event.preventDefault()
        app.openDialog(undefined)
        if (changed) void app.readAgain(choices)
      }}
    >
      {report.repairs.map((mended) => (
        <MendedRow key={mended.kind} mended={mended} choices={choices} change={setChoices} />
      ))}
      {roles.length > 0 && (
        <fieldset className={own.part}>
          <legend>What columns mean</legend>
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
          {changed ? 'Read again with these choices' : 'Fine'}
        </button>
        {changed && (
          <button type="button" className={controls.button} onClick={() => app.openDialog(undefined)}>
            Cancel
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

const ways = {
  'duplicate nodes': {
    key: 'duplicates',
    options: [
      ['join', 'Make one node of them', 'Make one node of each'],
      ['apart', 'Keep them apart', 'Keep them apart'],
    ],
  },
  'dangling edges': {
    key: 'dangling',
    options: [
      ['add', 'Add what is missing', 'Add what is missing'],
      ['drop', 'Leave this edge out', 'Leave these edges out'],
    ],
  },
} as const

/** A fault that was mended, with the ways that there are. */
function MendedRow({ mended, choices, change }: ChangeProps & { readonly mended: Repair }) {
  const { kind, count, examples, how } = mended
  const way = kind in ways ? ways[kind as keyof typeof ways] : undefined
  return (
    <fieldset className={own.part}>
      <legend>{describeRepair(mended)}</legend>
      <p>
        {how} <span className={own.examples}>{examples.map(quoted).join(', ')}</span>
      </p>
      {way?.options.map(([value, one, many], index) => (
        <label key={value} className={classes.option}>
          <input
            type="radio"
            name={kind}
            checked={(choices[way.key] ?? way.options[0][0]) === value}
            onChange={() => change((now) => ({ ...now, [way.key]: index === 0 ? undefined : value }))}
          />
          <span>
            {count === 1 ? one : many}
            {index === 0 && <small>as it was read</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** In quotes, but for what has some already. */
const quoted = (text: string): string => (text.includes('"') ? text : `“${text}”`)

const roleWords = { type: 'Type of nodes', predicate: 'Relation of edges', label: 'Label of nodes' } as const

/** Which column says something of its own; at first, what was guessed. */
function RoleRow({ role, choices, change }: ChangeProps & { readonly role: ColumnRoleReport }) {
  const options = roleOptions(role)
  return (
    <label className={own.role}>
      {roleWords[role.role]}
      <select
        className={controls.field}
        value={optionIndexOf(options, choices[role.role])}
        onChange={({ target }) =>
          change((now) => withRoleChoice(now, role.role, options[Number(target.value)]!.choice))
        }
      >
        {options.map(({ label }, at) => (
          <option key={label} value={at}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Every column with its kind, which can be chosen where the format leaves it open, and what could not be read in it. */
function Columns({ report, choices, change, before }: ChangeProps & ChoicesProps) {
  const { columns, nodes, edges, roles } = report
  if (columns.length === 0) return null
  const rows = columns.map((column) => (
    <li key={`${column.of}:${column.name}`}>
      <span className={own.name}>{column.name}</span>
      <span className={own.aside}>
        of {column.of}s, {shareText(column.present, column.of === 'node' ? nodes : edges)}
      </span>
      {roles ? (
        <KindField column={column} choices={choices} change={change} before={before} />
      ) : (
        <span className={own.kind}>{kindWords[column.kind]}</span>
      )}
      <Unread column={column} />
    </li>
  ))
  const list = <ul className={own.columns}>{rows}</ul>
  return roles ? (
    <fieldset className={own.part}>
      <legend>Columns</legend>
      {list}
    </fieldset>
  ) : (
    <section className={own.part}>
      <h3>Columns</h3>
      {list}
    </section>
  )
}

const kindWords = {
  category: 'categories',
  text: 'text',
  number: 'numbers',
  list: 'lists',
  skip: 'left out',
} as const
const kinds = Object.keys(kindWords) as (keyof typeof kindWords)[]

interface KindProps extends ChangeProps {
  readonly column: ImportColumnReport
  readonly before: ImportOptions
}

function KindField({ column: { of, name, kind }, choices, change, before }: KindProps) {
  const id = `${of}:${name}`
  const chosen = before.kinds?.[id]
  // Going back to what it was takes the choice back.
  const set = (to: string) =>
    change((now) => withColumnKind(now, id, to === (chosen ?? kind) ? chosen : kinds.find((each) => each === to)))
  return (
    <select
      className={controls.field}
      aria-label={`Kind of the column ${name}`}
      value={choices.kinds?.[id] ?? kind}
      onChange={({ target }) => set(target.value)}
    >
      {kinds.map((each) => (
        <option key={each} value={each}>
          {kindWords[each]}
        </option>
      ))}
    </select>
  )
}

function Unread({ column: { unparsed } }: { readonly column: ImportColumnReport }) {
  if (!unparsed) return null
  const { count, example } = unparsed
  return (
    <span className={own.unread}>
      {pluralize(count, 'value is no number and was', 'values are no numbers and were')} left out
      {count === 1 ? ': ' : ', such as '}“{example}”.
    </span>
  )
}

/** How much of a whole, in words. */
export const shareText = (part: number, whole: number): string =>
  whole === 0 || part === 0 ? 'none' : part === whole ? 'all' : `${groupThousands(part)} of ${groupThousands(whole)}`

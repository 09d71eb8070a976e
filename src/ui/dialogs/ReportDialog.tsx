import { useState } from 'react'
import type { ColumnReport, Mended, ReadChoices, Report } from '../../model/report'
import { grouped } from '../../model/value'
import controls from '../controls.module.css'
import { useApp, useMoment } from '../useApp'
import { Dialog } from './Dialog'
import classes from './dialog.module.css'
import own from './report.module.css'

/** What was found in the files that were opened last, and ways to read them otherwise. */
export function ReportDialog() {
  const opened = useMoment((moment) => moment.opened)
  if (!opened) return null
  return (
    <Dialog title={`What was read of ${opened.names.join(', ')}`}>
      <Found report={opened.report} />
      <Choices report={opened.report} before={opened.choices} />
    </Dialog>
  )
}

const share = (part: number, whole: number): string =>
  whole === 0 || part === 0 ? 'none' : part === whole ? 'all' : `${grouped(part)} of ${grouped(whole)}`

function Found({ report }: { readonly report: Report }) {
  const { format, nodes, edges, typed, placed, related, dated, sourced, guesses, gaps } = report
  const facts: readonly (readonly [string, string])[] = [
    ['Read as', format],
    ['Nodes', grouped(nodes)],
    ['with a type', share(typed, nodes)],
    ['with a place', share(placed, nodes)],
    ['Edges', grouped(edges)],
    ['with a relation', share(related, edges)],
    ['Dated', dated === 0 ? 'nothing' : grouped(dated)],
    ['Sourced', sourced === 0 ? 'nothing' : grouped(sourced)],
  ]
  return (
    <>
      <dl className={own.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="num">{value}</dd>
          </div>
        ))}
      </dl>
      <Sentences title="Guessed" lines={guesses} />
      <Sentences title="What its gaps switch off" lines={gaps} />
    </>
  )
}

function Sentences({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section className={own.part}>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

interface ChoicesProps {
  readonly report: Report
  readonly before: ReadChoices
}

/** What may be read otherwise; nothing happens before it is asked for. */
function Choices({ report, before }: ChoicesProps) {
  const app = useApp()
  const [choices, setChoices] = useState(before)
  const change = (part: ReadChoices) => setChoices((now) => ({ ...now, ...part }))
  const changed = JSON.stringify(choices) !== JSON.stringify(before)
  return (
    <form
      className={own.form}
      onSubmit={(event) => {
        event.preventDefault()
        app.openDialog(undefined)
        if (changed) void app.readAgain(choices)
      }}
    >
      {report.mended.map((mended) => (
        <MendedRow key={mended.kind} mended={mended} choices={choices} change={change} />
      ))}
      <Columns report={report} choices={choices} change={change} />
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
  readonly choices: ReadChoices
  readonly change: (part: ReadChoices) => void
}

const ways = {
  'duplicate nodes': {
    key: 'duplicates',
    options: [
      ['join', 'Make one node of them'],
      ['apart', 'Keep them apart'],
    ],
  },
  'dangling edges': {
    key: 'dangling',
    options: [
      ['add', 'Add the missing nodes'],
      ['drop', 'Leave these edges out'],
    ],
  },
} as const

/** A fault that was mended, with the ways that there are. */
function MendedRow({ mended, choices, change }: ChangeProps & { readonly mended: Mended }) {
  const { kind, count, examples, how } = mended
  const way = kind in ways ? ways[kind as keyof typeof ways] : undefined
  return (
    <fieldset className={own.part}>
      <legend>
        {grouped(count)} {kind}
      </legend>
      <p>
        {how} <span className={own.examples}>{examples.map((each) => `“${each}”`).join(', ')}</span>
      </p>
      {way?.options.map(([value, label], index) => (
        <label key={value} className={classes.option}>
          <input
            type="radio"
            name={kind}
            checked={(choices[way.key] ?? way.options[0][0]) === value}
            onChange={() => change({ [way.key]: value === way.options[0][0] ? undefined : value })}
          />
          <span>
            {label}
            {index === 0 && <small>as it was read</small>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

const kinds = [
  ['category', 'categories'],
  ['text', 'text'],
  ['number', 'numbers'],
  ['list', 'lists'],
  ['skip', 'left out'],
] as const

/** Every column with its kind, and what could not be read in it. */
function Columns({ report: { columns, nodes, edges }, choices, change }: ChangeProps & { readonly report: Report }) {
  if (columns.length === 0) return null
  const set = (key: string, kind: string) => {
    const { [key]: _, ...rest } = choices.kinds ?? {}
    change({ kinds: kind === '' ? rest : { ...rest, [key]: kind as NonNullable<ReadChoices['kinds']>[string] } })
  }
  return (
    <fieldset className={own.part}>
      <legend>Columns</legend>
      <ul className={own.columns}>
        {columns.map((column) => (
          <ColumnRow
            key={`${column.of}:${column.name}`}
            column={column}
            whole={column.of === 'node' ? nodes : edges}
            chosen={choices.kinds?.[`${column.of}:${column.name}`]}
            set={set}
          />
        ))}
      </ul>
    </fieldset>
  )
}

interface ColumnRowProps {
  readonly column: ColumnReport
  readonly whole: number
  readonly chosen: string | undefined
  readonly set: (key: string, kind: string) => void
}

function ColumnRow({ column: { of, name, kind, present, unread }, whole, chosen, set }: ColumnRowProps) {
  return (
    <li>
      <span className={own.name}>{name}</span>
      <span className={own.aside}>
        of {of}s, {share(present, whole)}
      </span>
      <select
        className={controls.field}
        aria-label={`Kind of the column ${name}`}
        value={chosen ?? kind}
        onChange={({ target }) => set(`${of}:${name}`, target.value === kind ? '' : target.value)}
      >
        {kinds.map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      {unread && (
        <span className={own.unread}>
          {grouped(unread.count)} values are no {kind === 'number' ? 'numbers' : kind}, such as “{unread.example}”, and
          were left out.
        </span>
      )}
    </li>
  )
}

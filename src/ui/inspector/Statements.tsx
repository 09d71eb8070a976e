import type { ReactNode } from 'react'
import type { Evidence } from '../../scene/evidence'
import { valueText } from '../../scene/sentences'
import { answersOf, type Answer } from './answers'
import classes from './inspector.module.css'

interface StatementsProps {
  readonly statements: readonly Evidence[]
  /** They cannot all hold. */
  readonly contested: boolean
}

/** Two or three statements side by side, more than that (or a single one) below each other. */
export const Statements = ({ statements, contested }: StatementsProps) =>
  statements.length === 2 || statements.length === 3 ? (
    <Sides statements={statements} contested={contested} />
  ) : (
    <StatementList statements={statements} />
  )

/** Statements one below the other, each with its answers. */
export const StatementList = ({ statements }: { readonly statements: readonly Evidence[] }) => (
  <ol className={classes.statements}>
    {statements.map((statement) => (
      <li key={statement.id}>
        {statement.value && <p className={classes.value}>{said(statement)}</p>}
        <dl className={classes.answers}>
          {answersOf(statement).map(({ name, what }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </li>
    ))}
  </ol>
)

const said = ({ value, negative }: Evidence): string =>
  `${negative ? 'not ' : ''}${value ? valueText(value) : 'not stated'}`

/** Statements in columns that share their rows; what differs is washed where they contest. */
function Sides({ statements, contested }: StatementsProps) {
  const columns = statements.map(answersOf)
  const names = [...new Set(columns.flatMap((answers) => answers.map(({ name }) => name)))]
  return (
    <table className={classes.sides}>
      <thead>
        <tr>
          {statements.map(({ id, source }) => (
            <th key={id} scope="col">
              <span className="vh">{source.title}</span>
            </th>
          ))}
        </tr>
      </thead>
      {statements.some(({ value }) => value) && <Values statements={statements} contested={contested} />}
      {names.map((name) => {
        const answers = columns.map((column) => column.find((each) => each.name === name))
        return <Row key={name} name={name} answers={answers} contested={contested} />
      })}
    </table>
  )
}

/** The values, large; in a quarrel those that are not the first one's are what quarrels. */
function Values({ statements, contested }: StatementsProps) {
  const differ = new Set(statements.map(said)).size > 1
  return (
    <tbody>
      <tr>
        {statements.map((each) => (
          <td key={each.id} className={classes.value}>
            <Washed on={contested && differ}>{said(each)}</Washed>
          </td>
        ))}
      </tr>
    </tbody>
  )
}

interface RowProps {
  readonly name: string
  /** One a statement; undefined where it leaves the question open. */
  readonly answers: readonly (Answer | undefined)[]
  readonly contested: boolean
}

/** A caption over the whole row, then a cell a statement. */
function Row({ name, answers, contested }: RowProps) {
  const differ = new Set(answers.map((answer) => answer?.stand)).size > 1
  return (
    <tbody>
      <tr className={classes.caption}>
        <th colSpan={answers.length} scope="rowgroup">
          {name}
        </th>
      </tr>
      <tr>
        {answers.map((answer, at) => (
          <td key={at}>
            <Washed on={contested && differ}>{answer ? answer.what : <Silence name={name} />}</Washed>
          </td>
        ))}
      </tr>
    </tbody>
  )
}

const Washed = ({ on, children }: { readonly on: boolean; readonly children: ReactNode }) =>
  on ? <span className={classes.differs}>{children}</span> : children

/** Most of what a statement leaves open it could have said; a note or a formula is no such thing. */
const Silence = ({ name }: { readonly name: string }) => (
  <span className={classes.soft}>{['Note', 'Computed', 'Corroboration'].includes(name) ? '–' : 'not stated'}</span>
)

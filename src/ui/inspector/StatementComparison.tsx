import type { ReactNode } from 'react'
import type { Evidence } from '../../scene/inspector/statementEvidence'
import { valueText } from '../../scene/text/sentences'
import { statementFields, type StatementField } from './statementFields'
import classes from './Inspector.module.css'

interface StatementsProps {
  readonly statements: readonly Evidence[]
  /** They cannot all hold. */
  readonly contested: boolean
}

/** Two or three statements side by side, more than that (or a single one) below each other. */
export const StatementComparison = ({ statements, contested }: StatementsProps) =>
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
        {statement.value && <p className={classes.value}>{valueOf(statement)}</p>}
        <dl className={classes.answers}>
          {statementFields(statement).map(({ name, content }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{content}</dd>
            </div>
          ))}
        </dl>
      </li>
    ))}
  </ol>
)

const valueOf = ({ value, negative }: Evidence): string =>
  `${negative ? 'not ' : ''}${value ? valueText(value) : 'not stated'}`

/** Statements in columns that share their rows; what they dispute is washed. */
function Sides({ statements, contested }: StatementsProps) {
  const columns = statements.map(statementFields)
  const names = order.filter((name) => columns.some((answers) => answers.some((each) => each.name === name)))
  const values = statements.map((each) => ({ text: valueOf(each), content: valueOf(each) }))
  const differ = new Set(values.map(({ text }) => text)).size > 1
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
      {statements.some(({ value }) => value) && (
        <tbody className={classes.values}>
          <Cells name="" cells={values} washed={contested && differ} />
        </tbody>
      )}
      {names.map((name) => {
        const answers = columns.map((column) => column.find((each) => each.name === name))
        return <Row key={name} name={name} answers={answers} contested={contested} />
      })}
    </table>
  )
}

const order = ['Status', 'Who says so', 'When it holds', 'Source', 'Place in it', 'Corroboration', 'Computed', 'Note']

interface RowProps {
  readonly name: string
  /** One a statement; undefined where it leaves the question open. */
  readonly answers: readonly (StatementField | undefined)[]
  readonly contested: boolean
}

/** A caption over the whole row, then a cell a statement. */
function Row({ name, answers, contested }: RowProps) {
  const sides = new Set(answers.map((answer) => answer?.side))
  return (
    <tbody>
      <tr className={classes.caption}>
        <th colSpan={answers.length} scope="rowgroup">
          {name}
        </th>
      </tr>
      <Cells name={name} cells={answers} washed={contested && sides.size > 1} />
    </tbody>
  )
}

interface CellsProps {
  readonly name: string
  readonly cells: readonly (Pick<StatementField, 'text' | 'content'> | undefined)[]
  readonly washed: boolean
}

/** What all statements say alike is said once, over all columns. */
function Cells({ name, cells, washed }: CellsProps) {
  const [first] = cells
  const alike = first !== undefined && cells.every((cell) => cell?.text === first.text)
  return (
    <tr>
      {alike ? (
        <td colSpan={cells.length}>{first.content}</td>
      ) : (
        cells.map((cell, at) => (
          <td key={at}>
            <Washed on={washed}>{cell ? cell.content : <Silence name={name} />}</Washed>
          </td>
        ))
      )}
    </tr>
  )
}

const Washed = ({ on, children }: { readonly on: boolean; readonly children: ReactNode }) =>
  on ? <span className={classes.differs}>{children}</span> : children

/** A statement leaves open when it holds, and where it stands; that it has no note or formula is no omission. */
const Silence = ({ name }: { readonly name: string }) => (
  <span className={classes.soft}>{['Note', 'Computed', 'Corroboration'].includes(name) ? '–' : 'not stated'}</span>
)

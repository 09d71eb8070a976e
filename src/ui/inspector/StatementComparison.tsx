import type { ReactNode } from 'react'
import type { Evidence } from '../../scene/inspector/statementEvidence'
import { useTexts } from '../controls/useTexts'
import { DataText } from './DataText'
import classes from './Inspector.module.css'
import { statedValue, statementFields, type StatementField, type StatementFieldId } from './statementFields'

interface StatementComparisonProps {
  readonly statements: readonly Evidence[]
  /** The statements contradict each other. */
  readonly contested: boolean
}

/** Two or three statements side by side; one, or more than three, below each other. */
export const StatementComparison = ({ statements, contested }: StatementComparisonProps) =>
  statements.length === 2 || statements.length === 3 ? (
    <SideBySide statements={statements} contested={contested} />
  ) : (
    <StatementList statements={statements} />
  )

/** Statements below each other, each with its fields. */
export function StatementList({ statements }: { readonly statements: readonly Evidence[] }) {
  const texts = useTexts()
  return (
    <ol className={classes.statements}>
      {statements.map((statement) => (
        <li key={statement.id}>
          {statement.value && (
            <p className={classes.value}>
              <DataText>{statedValue(statement, texts)}</DataText>
            </p>
          )}
          <dl className={classes.answers}>
            {statementFields(statement, texts).map(({ id, content }) => (
              <div key={id}>
                <dt>{texts.inspector.fields[id]}</dt>
                <dd>{content}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  )
}

/** The fields that statements side by side show, in order. */
const comparedFields: readonly StatementFieldId[] = [
  'status',
  'asserter',
  'date',
  'source',
  'locator',
  'origin',
  'computation',
  'note',
]

/** A table with a column for each statement; values and fields that contradict each other are marked. */
function SideBySide({ statements, contested }: StatementComparisonProps) {
  const texts = useTexts()
  const columns = statements.map((statement) => statementFields(statement, texts))
  const fields = comparedFields.filter((id) => columns.some((column) => column.some((field) => field.id === id)))
  const values = statements.map((statement) => {
    const text = statedValue(statement, texts)
    return { text, content: <DataText>{text}</DataText> }
  })
  const differ = new Set(values.map(({ text }) => text)).size > 1
  return (
    <table className={classes.sides}>
      <thead>
        <tr>
          {statements.map(({ id, sourceTitle }) => (
            <th key={id} scope="col">
              <DataText className="vh">{sourceTitle}</DataText>
            </th>
          ))}
        </tr>
      </thead>
      {statements.some(({ value }) => value) && (
        <tbody className={classes.values}>
          <Cells cells={values} differs={contested && differ} />
        </tbody>
      )}
      {fields.map((id) => {
        const cells = columns.map((column) => column.find((field) => field.id === id))
        return <FieldRow key={id} id={id} cells={cells} contested={contested} />
      })}
    </table>
  )
}

interface FieldRowProps {
  readonly id: StatementFieldId
  /** One for each statement; undefined if it leaves the field open. */
  readonly cells: readonly (StatementField | undefined)[]
  readonly contested: boolean
}

/** The field's name across the whole row, then a cell for each statement. */
function FieldRow({ id, cells, contested }: FieldRowProps) {
  const { inspector } = useTexts()
  const sides = new Set(cells.map((cell) => cell?.side))
  return (
    <tbody>
      <tr className={classes.caption}>
        <th colSpan={cells.length} scope="rowgroup">
          {inspector.fields[id]}
        </th>
      </tr>
      <Cells id={id} cells={cells} differs={contested && sides.size > 1} />
    </tbody>
  )
}

interface CellsProps {
  readonly id?: StatementFieldId
  readonly cells: readonly (Pick<StatementField, 'text' | 'content'> | undefined)[]
  readonly differs: boolean
}

/** A cell for each statement; a single one across all columns if their texts are equal. */
function Cells({ id, cells, differs }: CellsProps) {
  const [first] = cells
  const areEqual = first !== undefined && cells.every((cell) => cell?.text === first.text)
  return (
    <tr>
      {areEqual ? (
        <td colSpan={cells.length}>{first.content}</td>
      ) : (
        cells.map((cell, at) => (
          <td key={at}>
            <MarkedIf differs={differs}>{cell ? cell.content : <OpenField id={id} />}</MarkedIf>
          </td>
        ))
      )}
    </tr>
  )
}

const MarkedIf = ({ differs, children }: { readonly differs: boolean; readonly children: ReactNode }) =>
  differs ? <span className={classes.differs}>{children}</span> : children

/** Fields that a statement can do without; the others are omissions. */
const optionalFields: readonly (StatementFieldId | undefined)[] = ['note', 'computation', 'origin']

function OpenField({ id }: Pick<CellsProps, 'id'>) {
  const { terms } = useTexts()
  return <span className={classes.soft}>{optionalFields.includes(id) ? '–' : terms.noValueStated}</span>
}

import type { ReactNode } from 'react'
import type { Evidence } from '../../scene/evidence'
import { valueText } from '../../scene/sentences'
import { LineSign } from '../signs'
import { NodeLink } from './Head'
import classes from './inspector.module.css'

/** Statements one below the other, each with its answers. */
export const StatementList = ({ statements }: { readonly statements: readonly Evidence[] }) => (
  <ol className={classes.statements}>
    {statements.map((statement) => (
      <li key={statement.id}>
        {statement.value && <p className={classes.value}>{valueText(statement.value)}</p>}
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

/** Two or three statements side by side: they share rows, and what differs is washed where they contest. */
export function Sides({
  statements,
  contested,
}: {
  readonly statements: readonly Evidence[]
  readonly contested: boolean
}) {
  const columns = statements.map(answersOf)
  const names = [...new Set(columns.flatMap((answers) => answers.map(({ name }) => name)))]
  const hasValues = statements.some(({ value }) => value)
  return (
    <table className={classes.sides} style={{ '--n': statements.length } as React.CSSProperties}>
      <tbody>
        {hasValues && (
          <tr>
            {statements.map(({ id, value, negative }) => (
              <td key={id} className={classes.value} data-differs={contested}>
                {negative && 'not '}
                {value ? valueText(value) : 'not stated'}
              </td>
            ))}
          </tr>
        )}
        {names.map((name) => (
          <Row
            key={name}
            name={name}
            cells={columns.map((answers) => answers.find((each) => each.name === name)?.what)}
          />
        ))}
      </tbody>
    </table>
  )
}

/** A caption over the whole row, then a cell a statement. */
const Row = ({ name, cells }: { readonly name: string; readonly cells: readonly ReactNode[] }) => (
  <>
    <tr className={classes.caption}>
      <th colSpan={cells.length} scope="rowgroup">
        {name}
      </th>
    </tr>
    <tr>
      {cells.map((cell, at) => (
        <td key={at}>{cell ?? <span className={classes.soft}>not stated</span>}</td>
      ))}
    </tr>
  </>
)

interface Answer {
  readonly name: string
  readonly what: ReactNode
}

/** What a statement answers, question by question. */
function answersOf(statement: Evidence): Answer[] {
  const { statusName, line, negative, asserter, date, source, published, place, note, computation } = statement
  const said: (Answer | undefined)[] = [
    {
      name: 'Status',
      what: (
        <span className={classes.statusCell}>
          <LineSign line={line} /> {statusName}
          {negative && ', negative'}
        </span>
      ),
    },
    {
      name: 'Who says so',
      what: (
        <>
          {asserter.node ? <NodeLink id={asserter.node}>{asserter.name}</NodeLink> : asserter.name}
          <span className={classes.soft}>{asserter.role}</span>
        </>
      ),
    },
    date ? { name: 'When it holds', what: date } : undefined,
    {
      name: 'Source and place in it',
      what: (
        <>
          {source.url ? (
            <a href={source.url} target="_blank" rel="noreferrer">
              {source.title}
            </a>
          ) : (
            source.title
          )}
          <span className={classes.soft}>{[source.publisher, published].filter(Boolean).join(', ')}</span>
          {place && <span className={classes.soft}>{place}</span>}
        </>
      ),
    },
    computation ? { name: 'Computed', what: <span className="num">{computation.formula}</span> } : undefined,
    note ? { name: 'Note', what: note } : undefined,
  ]
  return said.filter((each) => each !== undefined)
}

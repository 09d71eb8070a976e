import { useId, type ReactNode } from 'react'
import type { Texts } from '../../messages/texts.en'
import type { Evidence, ExpectationOutcome, ValueComputation } from '../../scene/inspector/statementEvidence'
import { EdgeLineSample } from '../controls/graphSymbols'
import { Icon } from '../controls/Icon'
import { useApp } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { DataText } from './DataText'
import classes from './Inspector.module.css'
import { NodeLink, SourceLink } from './PanelHeader'

export type StatementFieldId = keyof Texts['inspector']['fields']

/** One field of a statement. */
export interface StatementField {
  readonly id: StatementFieldId
  readonly content: ReactNode
  /** The content as plain text: statements with equal texts share a cell. */
  readonly text: string
  /** The side that it takes in a dispute over polarity; fields without a side are never marked as differing. */
  readonly side?: 'for' | 'against'
}

/** A statement's value in words, negated if its polarity is negative. */
export function statedValue({ value, negative }: Pick<Evidence, 'value' | 'negative'>, texts: Texts): string {
  const stated = value ? texts.format.value(value) : texts.terms.noValueStated
  return negative ? texts.terms.negatedValue({ value: stated }) : stated
}

/** The fields of a statement, without those that it leaves open. */
export function statementFields(statement: Evidence, texts: Texts): StatementField[] {
  const { statusText, negative, asserter, source, computation, outcome } = statement
  const { inspector } = texts
  const role = inspector.asserterRoles[asserter.role]
  const relayed = statement.relayedTitle && inspector.repeatsSource({ title: statement.relayedTitle })
  const fields: (StatementField | undefined)[] = [
    { id: 'status', text: statusText, side: negative ? 'against' : 'for', content: <StatusField {...statement} /> },
    {
      id: 'asserter',
      text: `${asserter.name} ${role}`,
      content: (
        <>
          {asserter.node ? (
            <NodeLink id={asserter.node}>{asserter.name}</NodeLink>
          ) : (
            <DataText>{asserter.name}</DataText>
          )}
          <span className={classes.soft}>{role}</span>
        </>
      ),
    },
    plainField('date', statement.date),
    { id: 'source', text: source.id, content: <SourceField {...statement} /> },
    plainField('locator', statement.locatorText),
    plainField('origin', relayed),
    computation && {
      id: 'computation',
      text: computation.formula,
      content: <ComputationField computation={computation} />,
    },
    plainField('note', statement.note),
    plainField('due', statement.due),
    outcome && { id: 'outcome', text: outcome.reading, content: <OutcomeField outcome={outcome} /> },
  ]
  return fields.filter((each) => each !== undefined)
}

const plainField = (id: StatementFieldId, text: string | undefined): StatementField | undefined =>
  text ? { id, text, content: <DataText>{text}</DataText> } : undefined

const StatusField = ({ line, statusText }: Pick<Evidence, 'line' | 'statusText'>) => (
  <span className={classes.statusCell}>
    <EdgeLineSample line={line} />
    <span>{statusText}</span>
  </span>
)

/** The source with its publisher and date, and a link to its web page if it has one. */
function SourceField({ source, sourceTitle, published }: Pick<Evidence, 'source' | 'sourceTitle' | 'published'>) {
  const { inspector, terms } = useTexts()
  const id = useId()
  const details = [source.publisher, published].filter(Boolean).join(terms.listSeparator)
  return (
    <>
      <span id={`${id}title`}>
        <SourceLink id={source.id}>
          <DataText>{sourceTitle}</DataText>
        </SourceLink>
      </span>
      {source.url && (
        <>
          {' '}
          {/* Named by two elements, since the title can be in another language than the page. */}
          <a
            id={`${id}page`}
            href={source.url}
            target="_blank"
            rel="noreferrer"
            aria-label={inspector.openSourcePage}
            aria-labelledby={`${id}page ${id}title`}
          >
            <Icon name="external" size={12} />
          </a>
        </>
      )}
      {details !== '' && <DataText className={classes.soft}>{details}</DataText>}
    </>
  )
}

/** A formula with values in place of ids, and below it links to the figures that these are values of. */
function ComputationField({ computation: { formula, inputs } }: { readonly computation: ValueComputation }) {
  const app = useApp()
  const { terms } = useTexts()
  return (
    <>
      <span className="num" translate="no">
        {formula}
      </span>
      <ul className={classes.inputs}>
        {inputs.map(({ figure, node, title, value }) => (
          <li key={figure}>
            <button
              type="button"
              className={classes.nodeLink}
              onClick={() => app.select({ nodes: [node], figure })}
              onPointerEnter={() => app.hover({ node })}
              onPointerLeave={() => app.hover(undefined)}
            >
              <DataText>{title + terms.valueSeparator + value}</DataText>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The outcome of an expectation, with links to the statements that show it. */
function OutcomeField({
  outcome: { label, date, reading, laterStatements },
}: {
  readonly outcome: ExpectationOutcome
}) {
  const app = useApp()
  const { terms } = useTexts()
  return (
    <>
      {label}
      {date && terms.listSeparator + date}
      <DataText className={classes.soft}>{reading}</DataText>
      <ul className={classes.inputs}>
        {laterStatements.map(({ id, sentence, selection }) => (
          <li key={id}>
            <button type="button" className={classes.nodeLink} onClick={() => app.select(selection)}>
              <DataText>{sentence}</DataText>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

import { useTexts } from '../controls/useTexts'
import type { ReactNode } from 'react'
import type { ExpectationOutcome, ValueComputation, Evidence } from '../../scene/inspector/statementEvidence'
import { Icon } from '../controls/Icon'
import { EdgeLineSample } from '../controls/graphSymbols'
import { useApp } from '../controls/useApp'
import { NodeLink, SourceLink } from './PanelHeader'
import classes from './Inspector.module.css'
import { langAttribute } from '../controls/langAttribute'

/** One question that a statement answers. */
export interface StatementField {
  readonly name: string
  readonly content: ReactNode
  /** The answer without its looks: statements that say the same share a cell. */
  readonly text: string
  /** The side that it takes in a dispute over polarity; answers that take none are never washed. */
  readonly side?: 'for' | 'against'
}

/** What a statement answers, question by question; a question that it leaves open is left out. */
export function statementFields(statement: Evidence): StatementField[] {
  const {
    statusLabel,
    line,
    negative,
    asserter,
    date,
    source,
    published,
    locatorText,
    relayedTitle,
    note,
    computation,
    due,
    outcome,
  } = statement
  const status = negative ? `${statusLabel}, negative` : statusLabel
  const said: (StatementField | undefined)[] = [
    { name: 'Status', text: status, side: negative ? 'against' : 'for', content: <Status {...{ line, status }} /> },
    {
      name: 'Who says so',
      text: `${asserter.name} ${asserter.role}`,
      content: (
        <>
          {asserter.node ? <NodeLink id={asserter.node}>{asserter.name}</NodeLink> : asserter.name}
          <span className={classes.soft}>{asserter.role}</span>
        </>
      ),
    },
    plain('When it holds', date),
    { name: 'Source', text: source.id, content: <Document source={source} published={published} /> },
    plain('Place in it', locatorText),
    plain('Corroboration', relayedTitle && `repeats ${relayedTitle}`),
    computation && { name: 'Computed', text: computation.formula, content: <Formula computation={computation} /> },
    plain('Note', note),
    plain('Due', due),
    outcome && { name: 'Outcome', text: outcome.reading, content: <Told outcome={outcome} /> },
  ]
  return said.filter((each) => each !== undefined)
}

const plain = (name: string, text: string | undefined): StatementField | undefined =>
  text ? { name, text: text, content: text } : undefined

const Status = ({ line, status }: Pick<Evidence, 'line'> & { readonly status: string }) => (
  <span className={classes.statusCell}>
    <EdgeLineSample line={line} />
    <span>{status}</span>
  </span>
)

/** The source, with its address where it has one. */
function Document({ source, published }: Pick<Evidence, 'source' | 'published'>) {
  const texts = useTexts()
  const by = [source.publisher, published].filter(Boolean).join(', ')
  return (
    <>
      <SourceLink id={source.id}>
        <span lang={langAttribute(source.title, texts.language)}>{source.title}</span>
      </SourceLink>
      {source.url && (
        <>
          {' '}
          <a href={source.url} target="_blank" rel="noreferrer" aria-label={`Open the page of “${source.title}”`}>
            <Icon name="external" size={12} />
          </a>
        </>
      )}
      {by !== '' && <span className={classes.soft}>{by}</span>}
    </>
  )
}

/** A formula with its values put in; below it the figures that these are, which it leads to. */
function Formula({ computation: { formula, inputs } }: { readonly computation: ValueComputation }) {
  const app = useApp()
  return (
    <>
      <span className="num">{formula}</span>
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
              <span>
                {title}: {value}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What became of what was expected, with the statements that tell it. */
function Told({ outcome: { label, date, reading, laterStatements } }: { readonly outcome: ExpectationOutcome }) {
  const app = useApp()
  return (
    <>
      {label}
      {date && `, ${date}`}
      <span className={classes.soft}>{reading}</span>
      <ul className={classes.inputs}>
        {laterStatements.map(({ id, sentence, selection }) => (
          <li key={id}>
            <button type="button" className={classes.nodeLink} onClick={() => app.select(selection)}>
              <span>{sentence}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

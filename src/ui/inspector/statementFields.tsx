import type { ReactNode } from 'react'
import type { Came, Computation, Evidence } from '../../scene/inspector/statementEvidence'
import { Icon } from '../controls/Icon'
import { LineSign } from '../controls/graphSymbols'
import { useApp } from '../controls/useApp'
import { NodeLink, SourceLink } from './PanelHeader'
import classes from './Inspector.module.css'
import { langOf } from '../controls/langAttribute'

/** One question that a statement answers. */
export interface Answer {
  readonly name: string
  readonly what: ReactNode
  /** The answer without its looks: statements that say the same share a cell. */
  readonly says: string
  /** The side that it takes in a quarrel over polarity; answers that take none are never washed. */
  readonly side?: 'for' | 'against'
}

/** What a statement answers, question by question; a question that it leaves open is left out. */
export function answersOf(statement: Evidence): Answer[] {
  const {
    statusName,
    line,
    negative,
    asserter,
    date,
    source,
    published,
    place,
    relays,
    note,
    computation,
    due,
    outcome,
  } = statement
  const status = negative ? `${statusName}, negative` : statusName
  const said: (Answer | undefined)[] = [
    { name: 'Status', says: status, side: negative ? 'against' : 'for', what: <Status {...{ line, status }} /> },
    {
      name: 'Who says so',
      says: `${asserter.name} ${asserter.role}`,
      what: (
        <>
          {asserter.node ? <NodeLink id={asserter.node}>{asserter.name}</NodeLink> : asserter.name}
          <span className={classes.soft}>{asserter.role}</span>
        </>
      ),
    },
    plain('When it holds', date),
    { name: 'Source', says: source.id, what: <Document source={source} published={published} /> },
    plain('Place in it', place),
    plain('Corroboration', relays && `repeats ${relays}`),
    computation && { name: 'Computed', says: computation.formula, what: <Formula computation={computation} /> },
    plain('Note', note),
    plain('Due', due),
    outcome && { name: 'Outcome', says: outcome.reading, what: <Told outcome={outcome} /> },
  ]
  return said.filter((each) => each !== undefined)
}

const plain = (name: string, text: string | undefined): Answer | undefined =>
  text ? { name, says: text, what: text } : undefined

const Status = ({ line, status }: Pick<Evidence, 'line'> & { readonly status: string }) => (
  <span className={classes.statusCell}>
    <LineSign line={line} />
    <span>{status}</span>
  </span>
)

/** The source, with its address where it has one. */
function Document({ source, published }: Pick<Evidence, 'source' | 'published'>) {
  const by = [source.publisher, published].filter(Boolean).join(', ')
  return (
    <>
      <SourceLink id={source.id}>
        <span lang={langOf(source.title)}>{source.title}</span>
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
function Formula({ computation: { formula, inputs } }: { readonly computation: Computation }) {
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
function Told({ outcome: { name, date, reading, later } }: { readonly outcome: Came }) {
  const app = useApp()
  return (
    <>
      {name}
      {date && `, ${date}`}
      <span className={classes.soft}>{reading}</span>
      <ul className={classes.inputs}>
        {later.map(({ id, sentence, selection }) => (
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

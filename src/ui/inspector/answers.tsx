import type { ReactNode } from 'react'
import type { Computation, Evidence } from '../../scene/evidence'
import { LineSign } from '../signs'
import { useApp } from '../useApp'
import { NodeLink } from './Head'
import classes from './inspector.module.css'
import { langOf } from './lang'

/** One question that a statement answers. What holds the words that quarrel is marked where statements contest. */
export interface Answer {
  readonly name: string
  readonly what: ReactNode
  /** The answer's weight in a quarrel: where it differs among statements that contest, it is washed. */
  readonly stand?: string
}

/** What a statement answers, question by question; a question that it leaves open is left out. */
export function answersOf(statement: Evidence): Answer[] {
  const { statusName, line, negative, asserter, date, relays, note, computation } = statement
  const said: (Answer | undefined)[] = [
    {
      name: 'Status',
      stand: negative ? 'negative' : 'positive',
      what: (
        <span className={classes.statusCell}>
          <LineSign line={line} />
          <span>
            {statusName}
            {negative && ', negative'}
          </span>
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
    { name: 'Source and place', what: <Place statement={statement} /> },
    relays ? { name: 'Corroboration', what: `repeats ${relays}` } : undefined,
    computation ? { name: 'Computed', what: <Formula computation={computation} /> } : undefined,
    note ? { name: 'Note', what: note } : undefined,
  ]
  return said.filter((each) => each !== undefined)
}

/** The source, with its address where it has one, and where in it. */
function Place({ statement: { source, published, place } }: { readonly statement: Evidence }) {
  const title = <span lang={langOf(source.title)}>{source.title}</span>
  const of = [source.publisher, published].filter(Boolean).join(', ')
  return (
    <>
      {source.url ? (
        <a href={source.url} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
      {of !== '' && <span className={classes.soft}>{of}</span>}
      {place && <span className={classes.soft}>{place}</span>}
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

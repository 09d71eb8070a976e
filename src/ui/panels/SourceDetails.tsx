import { classNames } from '../../scene/text/valueLabels'
import { useMemo } from 'react'
import { textAt } from '../../model/columns'
import { readableDate } from '../../model/date'
import { originalOf } from '../../model/statementLens'
import type { Source } from '../../model/records'
import { bundleOf, idOf, selectionOf } from '../../scene/edgeOrFigure'
import { counted } from '../../model/pluralize'
import { evidenceOf } from '../../scene/inspector/statementEvidence'
import { nameIn } from '../../scene/text/valueLabels'
import { plainText, statementSentence } from '../../scene/text/sentences'
import { onlyIn, statementsIn } from '../../scene/sources/sources'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { LineSign } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import { AttachText, usePassages, type Passages } from './TextAttachment'
import classes from './panels.module.css'

/** One document: what is known of it, its statements in reading order, and, where a reader attached its text, the passages. */
export function SourceSheet({ source: at }: { readonly source: number }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => originalOf(workspace.graph))
  const source = graph.sources[at]!
  const rows = useMemo(() => statementsIn(graph, at), [graph, at])
  const only = useMemo(() => new Set(onlyIn(graph, at).map((bundle) => idOf(graph, bundle))), [graph, at])
  const passages = usePassages(graph, at)
  return (
    <div className={classes.panel}>
      <div className={classes.top}>
        <button type="button" className={`${controls.link} ${classes.back}`} onClick={() => app.setPanel('sources')}>
          <Icon name="back" size={14} /> All documents
        </button>
        <About source={source} />
        <p className={classes.lead}>
          {counted(rows.length, 'statement')}; {counted(only.size, 'edge or figure', 'edges and figures')} only here.
        </p>
      </div>
      <div className={classes.scroll}>
        <AttachText source={at} passages={passages} />
        <ol className={classes.rows} aria-label="Statements in reading order">
          {rows.map((row) => (
            <Row key={row} row={row} only={only} passages={passages} />
          ))}
        </ol>
      </div>
    </div>
  )
}

/** What is known of a document: who published it, when, of what class, after whom, and where it stands. */
function About({ source }: { readonly source: Source }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => originalOf(workspace.graph))
  const origin = graph.sources.find(({ id }) => id === source.origin)
  const author = source.author && nameIn(graph, 'en', 'node', source.author)
  const facts = [
    source.publisher,
    author !== source.publisher ? author : undefined,
    source.date && readableDate(source.date),
    source.reliability && classNames[source.reliability],
    source.kind,
    source.language,
  ]
  return (
    <>
      <h2 lang={source.language}>{source.title}</h2>
      <p className={classes.meta}>
        {facts.filter(Boolean).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {origin && (
        <p className={classes.lead}>
          After{' '}
          <button type="button" className={controls.link} onClick={() => app.setPanel('sources', origin.id)}>
            {origin.title}
          </button>
          : counted as one origin with it.
        </p>
      )}
      {source.note && <p className={classes.lead}>{source.note}</p>}
      {source.url && (
        <p className={classes.lead}>
          <a href={source.url} target="_blank" rel="noreferrer">
            {new URL(source.url).host}
          </a>
        </p>
      )}
    </>
  )
}

interface RowProps {
  readonly row: number
  readonly only: ReadonlySet<string>
  readonly passages: Passages
}

function Row({ row, only, passages }: RowProps) {
  const app = useApp()
  const graph = useWorkspace((workspace) => originalOf(workspace.graph))
  const language = useWorkspace(({ view }) => view.language)
  const selection = useWorkspace(({ view }) => view.selection)
  const bundle = bundleOf(graph, row)
  const id = idOf(graph, bundle)
  const { place, statusName, negative, line, asserter, date, note } = evidenceOf(graph, row, language)
  const passage = passages.of(textAt(graph.statements.locator, row))
  const chosen = selection.figure === id || selection.edges.includes(id)
  return (
    <li data-chosen={chosen}>
      <button
        type="button"
        className={classes.said}
        aria-current={chosen ? 'true' : undefined}
        onClick={() => app.select(selectionOf(graph, bundle))}
      >
        {plainText(statementSentence(graph, row, language))}
      </button>
      <span className={classes.place}>{place}</span>
      <span className={classes.meta}>
        <span className={classes.sure}>
          <LineSign line={line} width={20} /> {negative ? `${statusName}, negative` : statusName}
        </span>
        {asserter.role === 'as quoted there' && <span>says {asserter.name}</span>}
        {date && <span>for {date}</span>}
        {only.has(id) && <span className={classes.only}>only here</span>}
        {note && <span>{note}</span>}
      </span>
      {passage && (
        <blockquote className={classes.passage}>
          {passage.before}
          <mark>{passage.sentence}</mark>
          {passage.after}
        </blockquote>
      )}
    </li>
  )
}

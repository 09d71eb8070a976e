import { useTexts } from '../controls/useTexts'
import { reliabilityLabels } from '../../scene/text/valueLabels'
import { useMemo } from 'react'
import { textAt } from '../../model/columns'
import { formatDate } from '../../model/date'
import { graphBeforeLens } from '../../model/statementLens'
import type { Source } from '../../model/records'
import { edgeOrFigureOfStatement, idOfEdgeOrFigure, selectionOfEdgeOrFigure } from '../../scene/edgeOrFigure'
import { pluralize } from '../../model/pluralize'
import { evidenceOfStatement } from '../../scene/inspector/statementEvidence'
import { valueLabel } from '../../scene/text/valueLabels'
import { sentenceText, statementSentence } from '../../scene/text/sentences'
import { edgesAndFiguresOnlyFromSource, statementsInReadingOrder } from '../../scene/sources/sources'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { EdgeLineSample } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import { TextAttachment, useSourcePassages, type SourcePassages } from './TextAttachment'
import classes from './panels.module.css'

/** One document: what is known of it, its statements in reading order, and, where a reader attached its text, the passages. */
export function SourceDetails({ source: at }: { readonly source: number }) {
  const app = useApp()
  const graph = useWorkspace((workspace) => graphBeforeLens(workspace.graph))
  const source = graph.sources[at]!
  const rows = useMemo(() => statementsInReadingOrder(graph, at), [graph, at])
  const only = useMemo(
    () => new Set(edgesAndFiguresOnlyFromSource(graph, at).map((bundle) => idOfEdgeOrFigure(graph, bundle))),
    [graph, at],
  )
  const passages = useSourcePassages(graph, at)
  return (
    <div className={classes.panel}>
      <div className={classes.top}>
        <button type="button" className={`${controls.link} ${classes.back}`} onClick={() => app.setPanel('sources')}>
          <Icon name="back" size={14} /> All documents
        </button>
        <About source={source} />
        <p className={classes.lead}>
          {pluralize(rows.length, 'statement')}; {pluralize(only.size, 'edge or figure', 'edges and figures')} only
          here.
        </p>
      </div>
      <div className={classes.scroll}>
        <TextAttachment source={at} passages={passages} />
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
  const texts = useTexts()
  const graph = useWorkspace((workspace) => graphBeforeLens(workspace.graph))
  const origin = graph.sources.find(({ id }) => id === source.origin)
  const author = source.author && valueLabel(graph, texts, 'node', source.author)
  const facts = [
    source.publisher,
    author !== source.publisher ? author : undefined,
    source.date && formatDate(source.date),
    source.reliability && reliabilityLabels[source.reliability],
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
  readonly passages: SourcePassages
}

function Row({ row, only, passages }: RowProps) {
  const app = useApp()
  const texts = useTexts()
  const graph = useWorkspace((workspace) => graphBeforeLens(workspace.graph))
  const selection = useWorkspace(({ view }) => view.selection)
  const bundle = edgeOrFigureOfStatement(graph, row)
  const id = idOfEdgeOrFigure(graph, bundle)
  const { locatorText, statusLabel, negative, line, asserter, date, note } = evidenceOfStatement(graph, row, texts)
  const passage = passages.passageFor(textAt(graph.statements.locator, row))
  const chosen = selection.figure === id || selection.edges.includes(id)
  return (
    <li data-chosen={chosen}>
      <button
        type="button"
        className={classes.said}
        aria-current={chosen ? 'true' : undefined}
        onClick={() => app.select(selectionOfEdgeOrFigure(graph, bundle))}
      >
        {sentenceText(statementSentence(graph, row, texts))}
      </button>
      <span className={classes.place}>{locatorText}</span>
      <span className={classes.meta}>
        <span className={classes.sure}>
          <EdgeLineSample line={line} width={20} /> {negative ? `${statusLabel}, negative` : statusLabel}
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

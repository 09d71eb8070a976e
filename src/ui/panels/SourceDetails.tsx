import { useMemo } from 'react'
import type { SourcesMessages } from '../../messages/sources.en'
import { textAt } from '../../model/columns'
import { graphBeforeLens } from '../../model/statementLens'
import type { Source } from '../../model/records'
import { edgeOrFigureOfStatement, idOfEdgeOrFigure, selectionOfEdgeOrFigure } from '../../scene/edgeOrFigure'
import { statementDetails } from '../../scene/inspector/statementEvidence'
import { valueLabel } from '../../scene/text/valueLabels'
import { sentenceText, statementSentence } from '../../scene/text/sentences'
import {
  edgesAndFiguresOnlyFromSource,
  sourceTitleInLanguage,
  statementsInReadingOrder,
} from '../../scene/sources/sources'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { EdgeLineSample } from '../controls/graphSymbols'
import { langAttribute } from '../controls/langAttribute'
import { useApp, useWorkspace } from '../controls/useApp'
import { useMessages, useTexts } from '../controls/useTexts'
import { AttachTextDropZone, useSourcePassages, type SourcePassages } from './AttachTextDropZone'
import classes from './panels.module.css'

/** One source (by its row): its record, its statements in reading order and, if a reader attached its text, the passages. */
export function SourceDetails({ source: sourceRow }: { readonly source: number }) {
  const app = useApp()
  const messages = useMessages('sources')
  const graph = useWorkspace((workspace) => graphBeforeLens(workspace.graph))
  const rows = useMemo(() => statementsInReadingOrder(graph, sourceRow), [graph, sourceRow])
  const onlyHere = useMemo(
    () => new Set(edgesAndFiguresOnlyFromSource(graph, sourceRow).map((each) => idOfEdgeOrFigure(graph, each))),
    [graph, sourceRow],
  )
  const passages = useSourcePassages(graph, sourceRow)
  return (
    <div className={classes.panel}>
      <div className={classes.top}>
        <button type="button" className={`${controls.link} ${classes.back}`} onClick={() => app.setPanel('sources')}>
          <Icon name="back" size={14} /> {messages.allSources}
        </button>
        <SourceRecord source={graph.sources[sourceRow]!} />
        <p className={classes.lead}>
          {messages.statementsAndOnlyHere({ statements: rows.length, onlyHere: onlyHere.size })}
        </p>
      </div>
      <div className={classes.scroll}>
        <AttachTextDropZone source={sourceRow} passages={passages} />
        <ol className={classes.rows} aria-label={messages.statements}>
          {rows.map((row) => (
            <Row key={row} row={row} onlyHere={onlyHere} passages={passages} />
          ))}
        </ol>
      </div>
    </div>
  )
}

/** Title, publisher, author, date, kinds, language, original, note and address of a source. */
function SourceRecord({ source }: { readonly source: Source }) {
  const texts = useTexts()
  const messages = useMessages('sources')
  const graph = useWorkspace((workspace) => graphBeforeLens(workspace.graph))
  const { title, lang } = sourceTitleInLanguage(source, texts.language)
  const original = graph.sources.find(({ id }) => id === source.origin)
  const author = source.author && valueLabel(graph, texts, 'node', source.author)
  const facts = [
    source.publisher,
    author !== source.publisher ? author : undefined,
    source.date && texts.format.date(source.date),
    source.reliability && texts.terms.reliabilities[source.reliability],
    kindLabel(source.kind, messages),
    source.language && languageName(source.language, texts.language),
  ].filter((fact) => fact !== undefined && fact !== '')
  return (
    <>
      <h2 lang={lang}>{title}</h2>
      <p className={classes.meta}>
        {[...new Set(facts)].map((fact) => (
          <span key={fact} dir="auto" lang={langAttribute(fact!, texts.language)}>
            {fact}
          </span>
        ))}
      </p>
      {original && (
        <p className={classes.lead}>
          {messages.basedOn({ original: <SourceLink key="original" source={original} /> })}
        </p>
      )}
      {source.note && (
        <p className={classes.lead} dir="auto" lang={langAttribute(source.note, texts.language)}>
          {source.note}
        </p>
      )}
      {source.url && (
        <p className={classes.lead}>
          <a href={source.url} target="_blank" rel="noreferrer" translate="no">
            {new URL(source.url).host}
          </a>
        </p>
      )}
    </>
  )
}

function SourceLink({ source }: { readonly source: Source }) {
  const app = useApp()
  const { language } = useTexts()
  const { title, lang } = sourceTitleInLanguage(source, language)
  return (
    <button type="button" className={controls.link} lang={lang} onClick={() => app.setPanel('sources', source.id)}>
      {title}
    </button>
  )
}

/** Data sets may use any word as the kind of a source; a kind without a message stays as it is written. */
const kindLabel = (kind: string, { kinds }: SourcesMessages): string =>
  Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : kind

/** The name of a language by its BCP 47 tag; the tag itself if it is not valid. */
function languageName(tag: string, pageLanguage: string): string {
  try {
    return new Intl.DisplayNames(pageLanguage, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

interface RowProps {
  readonly row: number
  readonly onlyHere: ReadonlySet<string>
  readonly passages: SourcePassages
}

function Row({ row, onlyHere, passages }: RowProps) {
  const app = useApp()
  const texts = useTexts()
  const messages = useMessages('sources')
  const graph = useWorkspace((workspace) => graphBeforeLens(workspace.graph))
  const selection = useWorkspace(({ view }) => view.selection)
  const edgeOrFigure = edgeOrFigureOfStatement(graph, row)
  const id = idOfEdgeOrFigure(graph, edgeOrFigure)
  const { locatorText, statusText, line, asserter, date, note } = statementDetails(graph, row, texts)
  const sentence = sentenceText(statementSentence(graph, row, texts))
  const passage = passages.passageFor(textAt(graph.statements.locator, row))
  const isSelected = selection.figure === id || selection.edges.includes(id)
  return (
    <li data-chosen={isSelected}>
      <button
        type="button"
        className={classes.statement}
        dir="auto"
        lang={langAttribute(sentence, texts.language)}
        aria-current={isSelected ? 'true' : undefined}
        onClick={() => app.select(selectionOfEdgeOrFigure(graph, edgeOrFigure))}
      >
        {sentence}
      </button>
      <span className={classes.locator}>{locatorText}</span>
      <span className={classes.meta}>
        <span className={classes.status}>
          <EdgeLineSample line={line} width={20} /> {statusText}
        </span>
        {asserter.role === 'quoted' && <span>{messages.quoting({ name: asserter.name })}</span>}
        {date && <span>{messages.heldAt({ date })}</span>}
        {onlyHere.has(id) && <span className={classes.only}>{messages.onlyHere}</span>}
        {note && (
          <span dir="auto" lang={langAttribute(note, texts.language)}>
            {note}
          </span>
        )}
      </span>
      {passage && (
        <blockquote className={classes.passage} dir="auto" lang={langAttribute(passage.sentence, texts.language)}>
          {passage.before}
          <mark>{passage.sentence}</mark>
          {passage.after}
        </blockquote>
      )}
    </li>
  )
}

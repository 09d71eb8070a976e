import { Fragment, useLayoutEffect, useRef } from 'react'
import { edgeAgreements } from '../../model/agreement'
import { textAt } from '../../model/columns'
import { degrees, edgeRowIndex, nodeRowIndex } from '../../model/graph'
import type { Texts } from '../../messages/texts.en'
import { textInLanguage } from '../../model/nodeNames'
import { nodeRecordAt } from '../../model/rowRecords'
import { nodeCardById } from '../../scene/text/nodeCard'
import { surestStatement, surestOpposingStatement, type Evidence } from '../../scene/inspector/statementEvidence'
import { evidenceOfEdge } from '../../scene/inspector/nodeDetails'
import { edgeSentence } from '../../scene/text/sentences'
import { ContestedIcon, FamilyIcon, EdgeLineSample } from '../controls/graphSymbols'
import classes from './CanvasTooltip.module.css'
import { langAttribute } from '../controls/langAttribute'
import { useSession, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'

/** Describes what is under the pointer: what it is, how sure, who says so, where, and who disagrees. */
export function CanvasTooltip() {
  const hover = useSession((session) => session.hovered)
  const graph = useWorkspace((workspace) => workspace.graph)
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (element.current) keepInside(element.current)
  }, [hover])
  if (!hover) return null
  const row = 'node' in hover ? nodeRowIndex(graph).get(hover.node) : edgeRowIndex(graph).get(hover.edge)
  if (row === undefined) return null
  // Hidden from screen readers, which get the same from list and inspector; here it would only interrupt.
  return (
    <div ref={element} className={classes.tooltip} aria-hidden="true" data-testid="tooltip">
      {'node' in hover ? <NodeTip row={row} /> : <EdgeTip row={row} />}
    </div>
  )
}

/** To the right of the pointer and below it, or on the other side if there is no room, so that it is never under the pointer. */
function keepInside(element: HTMLElement): void {
  const container = element.parentElement
  if (!container) return
  const pointer = (name: string) => parseFloat(container.style.getPropertyValue(name)) || 0
  const { offsetWidth, offsetHeight, dataset } = element
  dataset['side'] = pointer('--hover-x') + offsetWidth + 24 > container.clientWidth ? 'left' : 'right'
  dataset['end'] = pointer('--hover-y') + offsetHeight + 28 > container.clientHeight ? 'above' : 'below'
}

function NodeTip({ row }: { readonly row: number }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const card = nodeCardById(graph, textAt(graph.nodes.id, row), texts)!
  const { summary, summary_ja } = nodeRecordAt(graph, row)
  const firstSentence = textInLanguage(texts.language, summary, summary_ja)?.split(/(?<=\.)\s|(?<=。)/)[0]
  return (
    <>
      <p className={classes.title}>
        <FamilyIcon family={card.family} type={card.type} size={12} />{' '}
        <b dir="auto" lang={langAttribute(card.label, texts.language)}>
          {card.label}
        </b>
      </p>
      <p className={classes.meta}>
        {texts.canvas.typeAndRelations({ type: card.typeLabel, relations: degrees(graph)[row]! })}
      </p>
      {firstSentence && (
        <p className={classes.summary} dir="auto" lang={langAttribute(firstSentence, texts.language)}>
          {firstSentence}
        </p>
      )}
    </>
  )
}

function EdgeTip({ row }: { readonly row: number }) {
  const graph = useWorkspace((workspace) => workspace.graph)
  const texts = useTexts()
  const { verdict, corroboration } = edgeAgreements(graph)[row]!
  const evidence = evidenceOfEdge(graph, row, texts)
  const first = surestStatement(evidence)
  const against = verdict === 'contested' ? surestOpposingStatement(evidence) : undefined
  return (
    <>
      <p>
        {edgeSentence(graph, row, texts).map(({ text, node }, index) =>
          node ? (
            <b key={index} dir="auto" lang={langAttribute(text, texts.language)}>
              {text}
            </b>
          ) : (
            text
          ),
        )}
      </p>
      {!first && <p className={classes.meta}>{texts.canvas.noSource}</p>}
      {first && (
        <p className={classes.meta}>
          <EdgeLineSample line={first.line} /> {first.statusLabel}
          <span>{texts.canvas.independentSources({ count: corroboration })}</span>
        </p>
      )}
      {first && (
        <p className={classes.meta}>
          {citationOf(first, texts)}
          {evidence.length > 1 && texts.canvas.andMore({ count: evidence.length - 1 })}
        </p>
      )}
      {against && (
        <p className={classes.against}>
          <ContestedIcon size={12} />
          <span>
            {texts.canvas.contestedBy({ asserter: <b>{citationOf(against, texts)}</b> }).map((piece, index) => (
              <Fragment key={index}>{piece}</Fragment>
            ))}
          </span>
        </p>
      )}
    </>
  )
}

/** Who says so, where in the source, and when. */
const citationOf = ({ asserter, locatorText, date, published }: Evidence, texts: Texts): string =>
  [asserter.name, locatorText, date ?? published].filter(Boolean).join(texts.terms.listSeparator)

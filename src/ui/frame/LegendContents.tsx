import { useEffect } from 'react'
import { facetChoiceOf } from '../../analysis/filter/filter'
import { labelInLanguage } from '../../model/nodeNames'
import { setFamilyChoice, setTypeChoice } from '../../scene/filter/typeChoice'
import { colourLegend, sizeLegend } from '../../scene/canvas/colourLegend'
import { legendEntries, type NodeKindEntry, type EdgeLineEntry } from '../../scene/canvas/legendEntries'
import { lineEncodings } from '../../scene/view/view'
import controls from '../controls/controls.module.css'
import classes from './LegendPanel.module.css'
import { LegendColours, LegendSizes } from './LegendColours'
import { ContestedIcon, FamilyIcon, EdgeLineSample, EdgeWidthSample } from '../controls/graphSymbols'
import { langAttribute } from '../controls/langAttribute'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'

/** The entries of the legend, each with the number of nodes or edges that are shown. */
export function LegendContents() {
  const texts = useTexts()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const colour = useWorkspace(({ view }) => view.colour)
  const size = useWorkspace(({ view }) => view.size)
  const { kinds, omittedKindCount } = legendEntries(graph, filter)
  const colours = colourLegend(graph, { filter, colour, size }, texts)
  const sizes = sizeLegend(graph, { colour, size }, texts)
  // The canvas labels keep clear of the legend, so they are placed anew.
  useEffect(() => void dispatchEvent(new Event('resize')), [])
  return (
    <div className={classes.columns}>
      {colours ? (
        <LegendColours legend={colours} />
      ) : (
        <ul className={classes.kinds} aria-label={texts.canvas.nodes}>
          {kinds.map((kind) => (
            <Kind key={kind.value} kind={kind} />
          ))}
          {omittedKindCount > 0 && (
            <li className={classes.rest}>{texts.canvas.moreTypes({ count: omittedKindCount })}</li>
          )}
        </ul>
      )}
      {sizes && <LegendSizes {...sizes} />}
      <Lines />
    </div>
  )
}

function Lines() {
  const { canvas } = useTexts()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const { lines, contestedEdgeCount, showsWidths } = legendEntries(graph, filter)
  if (lines.length === 0) return null
  return (
    <ul className={classes.lines} aria-label={canvas.edges}>
      {showsWidths && <LineEncodingChoice />}
      {lines.map((line) => (
        <Line key={line.value} line={line} />
      ))}
      {contestedEdgeCount > 0 && <Contested count={contestedEdgeCount} />}
      {showsWidths && (
        <li className={classes.row}>
          <EdgeWidthSample />
          {canvas.widths}
        </li>
      )}
    </ul>
  )
}

function LineEncodingChoice() {
  const app = useApp()
  const { canvas } = useTexts()
  const lineEncoding = useWorkspace(({ view }) => view.lineEncoding)
  return (
    <li className={classes.row} role="group" aria-label={canvas.lineEncoding}>
      {lineEncodings.map((each) => (
        <button
          key={each}
          type="button"
          className={controls.choice}
          aria-pressed={lineEncoding === each}
          onClick={() => app.updateView((view) => ({ ...view, lineEncoding: each }))}
        >
          {canvas.lineEncodings[each]}
        </button>
      ))}
    </li>
  )
}

function Kind({ kind }: { readonly kind: NodeKindEntry }) {
  const app = useApp()
  const texts = useTexts()
  const setChoice = kind.key === 'family' ? setFamilyChoice : setTypeChoice
  const next = kind.choice === 'free' || kind.choice === 'some' ? 'wanted' : 'free'
  const toggle = () => {
    const { graph } = app.workspace.getState()
    app.updateView((view) => ({ ...view, filter: setChoice(graph, view.filter, kind.value, next) }))
  }
  const label = labelInLanguage(texts.language, kind)
  return (
    <li>
      <button type="button" className={classes.row} aria-pressed={kind.choice === 'wanted'} onClick={toggle}>
        <FamilyIcon family={kind.key === 'family' ? kind.value : ''} type={kind.value} />
        <span className={classes.name} dir="auto" lang={langAttribute(label, texts.language)}>
          {label}
        </span>
        <span className={classes.count}>{texts.format.integer(kind.count)}</span>
      </button>
    </li>
  )
}

function Line({ line }: { readonly line: EdgeLineEntry }) {
  const app = useApp()
  const texts = useTexts()
  const next = line.choice === 'free' ? 'wanted' : 'free'
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        aria-pressed={line.choice === 'wanted'}
        onClick={() => app.setFacetChoice('line', line.value, next)}
      >
        <EdgeLineSample line={line.value} />
        <span className={classes.name}>{texts.terms.lineStyles[line.value]}</span>
        <span className={classes.count}>{texts.format.integer(line.count)}</span>
      </button>
    </li>
  )
}

function Contested({ count }: { readonly count: number }) {
  const app = useApp()
  const texts = useTexts()
  const isWanted = useWorkspace(({ view }) => facetChoiceOf(view.filter, 'verdict', 'contested') === 'wanted')
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        aria-pressed={isWanted}
        onClick={() => app.setFacetChoice('verdict', 'contested', isWanted ? 'free' : 'wanted')}
      >
        <span className={classes.mark}>
          <ContestedIcon />
        </span>
        <span className={classes.name}>{texts.canvas.contestedEdge}</span>
        <span className={classes.count}>{texts.format.integer(count)}</span>
      </button>
    </li>
  )
}

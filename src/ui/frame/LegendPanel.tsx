import { useTexts } from '../controls/useTexts'
import { useState } from 'react'
import { facetChoiceOf } from '../../analysis/filter/filter'
import { pluralize } from '../../model/pluralize'
import { labelInLanguage } from '../../model/nodeNames'
import { setFamilyChoice, setTypeChoice } from '../../scene/filter/typeChoice'
import { visibleRows } from '../../scene/view/filterResult'
import { colourLegend, sizeLegend } from '../../scene/canvas/colourLegend'
import { legendEntries, type NodeKindEntry, type EdgeLineEntry } from '../../scene/canvas/legendEntries'
import { Icon } from '../controls/Icon'
import controls from '../controls/controls.module.css'
import classes from './LegendPanel.module.css'
import { LegendColours, LegendSizes } from './LegendColours'
import { ContestedIcon, FamilyIcon, EdgeLineSample, EdgeWidthSample } from '../controls/graphSymbols'
import { useApp, useWorkspace } from '../controls/useApp'
import { isWideScreen } from '../controls/useNarrowScreen'

/** A map of more nodes than this wants the legend's room for itself; the rail has the same signs with their counts. */
const few = 60

/** What the signs on the canvas mean, and how often each is there. A click wants one alone, another frees it. */
export function LegendPanel() {
  const { graph, view } = useApp().workspace.getState()
  const [open, setOpen] = useState(() => isWideScreen() && visibleRows(graph, view.filter).nodeCount <= few)
  return (
    <section className={classes.legend} aria-label="Legend" data-floating>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={open}
        title={open ? 'Hide the legend' : 'Show the legend'}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? 'down' : 'legend'} size={12} />
        Legend
      </button>
      {open && <Entries />}
    </section>
  )
}

function Entries() {
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const { colour, size } = useTold()
  const { kinds, omittedKindCount, lines, contestedEdgeCount, showsWidths } = legendEntries(graph, filter)
  const colours = colourLegend(graph, { filter, colour, size })
  const sizes = sizeLegend(graph, { colour, size })
  const app = useApp()
  const told = useWorkspace(({ view }) => view.lineEncoding)
  return (
    <div className={classes.columns}>
      {colours ? (
        <LegendColours legend={colours} />
      ) : (
        <ul className={classes.kinds} aria-label="Nodes">
          {kinds.map((kind) => (
            <Kind key={kind.value} kind={kind} />
          ))}
          {omittedKindCount > 0 && <li className={classes.rest}>{pluralize(omittedKindCount, 'more type')}</li>}
        </ul>
      )}
      {sizes && <LegendSizes {...sizes} />}
      {lines.length > 0 && (
        <ul className={classes.lines} aria-label="Edges">
          {showsWidths && (
            <li className={classes.row} role="group" aria-label="What lines tell">
              {(['status', 'origins'] as const).map((each) => (
                <button
                  key={each}
                  type="button"
                  className={controls.choice}
                  aria-pressed={told === each}
                  onClick={() => app.updateView((view) => ({ ...view, lineEncoding: each }))}
                >
                  {each === 'status' ? 'How sure' : 'How many origins'}
                </button>
              ))}
            </li>
          )}
          {lines.map((line) => (
            <Line key={line.value} line={line} />
          ))}
          {contestedEdgeCount > 0 && <Contested count={contestedEdgeCount} />}
          {showsWidths && (
            <li className={classes.row}>
              <EdgeWidthSample />
              1, 2, 3 or more origins
            </li>
          )}
        </ul>
      )}
    </div>
  )
}

/** What colours and sizes tell in the view. */
function useTold() {
  const colour = useWorkspace(({ view }) => view.colour)
  const size = useWorkspace(({ view }) => view.size)
  return { colour, size }
}

function Kind({ kind }: { readonly kind: NodeKindEntry }) {
  const app = useApp()
  const texts = useTexts()
  const change = kind.key === 'family' ? setFamilyChoice : setTypeChoice
  const next = kind.choice === 'free' || kind.choice === 'some' ? 'wanted' : 'free'
  const toggle = () => {
    const { graph } = app.workspace.getState()
    app.updateView((view) => ({ ...view, filter: change(graph, view.filter, kind.value, next) }))
  }
  return (
    <li>
      <button type="button" className={classes.row} aria-pressed={kind.choice === 'wanted'} onClick={toggle}>
        <FamilyIcon family={kind.key === 'family' ? kind.value : ''} type={kind.value} />
        <span className={classes.name}>{labelInLanguage(texts.language, kind)}</span>
        <span className={classes.count}>{kind.count}</span>
      </button>
    </li>
  )
}

function Line({ line }: { readonly line: EdgeLineEntry }) {
  const app = useApp()
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
        <span className={classes.name}>{line.label}</span>
        <span className={classes.count}>{line.count}</span>
      </button>
    </li>
  )
}

function Contested({ count }: { readonly count: number }) {
  const app = useApp()
  const wanted = useWorkspace(({ view }) => facetChoiceOf(view.filter, 'verdict', 'contested') === 'wanted')
  return (
    <li>
      <button
        type="button"
        className={classes.row}
        aria-pressed={wanted}
        onClick={() => app.setFacetChoice('verdict', 'contested', wanted ? 'free' : 'wanted')}
      >
        <span className={classes.mark}>
          <ContestedIcon />
        </span>
        <span className={classes.name}>Contested edge</span>
        <span className={classes.count}>{count}</span>
      </button>
    </li>
  )
}

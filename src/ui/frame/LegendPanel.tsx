import { useState } from 'react'
import { visibleRows } from '../../scene/view/filterResult'
import { Icon } from '../controls/Icon'
import { useApp } from '../controls/useApp'
import { isWideScreen } from '../controls/useNarrowScreen'
import { useTexts } from '../controls/useTexts'
import { deferredPart } from './deferredPart'
import classes from './LegendPanel.module.css'

const LegendContents = deferredPart((parts) => parts.LegendContents)

/** With more nodes than this the legend starts closed: the graph needs its space, and the filter has the same symbols. */
const maxNodesForOpenLegend = 60

/** The meaning of shapes, colours and lines on the canvas. A click on an entry filters by it, another click undoes that. */
export function LegendPanel() {
  const { graph, view } = useApp().workspace.getState()
  const { canvas } = useTexts()
  const [isOpen, setOpen] = useState(
    () => isWideScreen() && visibleRows(graph, view.filter).nodeCount <= maxNodesForOpenLegend,
  )
  return (
    <section className={classes.legend} aria-label={canvas.legend} data-floating>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={isOpen}
        title={isOpen ? canvas.hideLegend : canvas.showLegend}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={isOpen ? 'down' : 'legend'} size={12} />
        {canvas.legend}
      </button>
      {isOpen && <LegendContents />}
    </section>
  )
}

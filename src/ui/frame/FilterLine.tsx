import { shortFilterText } from '../../scene/filter/filterStepRows'
import { visibleRows } from '../../scene/view/filterResult'
import { Icon } from '../controls/Icon'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import classes from './TopBar.module.css'

/** On a phone: the filter in a few words, and how much passes it; opens the filter. */
export function FilterLine() {
  const app = useApp()
  const texts = useTexts()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const isOpen = useWorkspace(({ view }) => view.panel === 'filter')
  const { nodeCount } = visibleRows(graph, filter)
  return (
    <button
      type="button"
      className={classes.filterLine}
      aria-expanded={isOpen}
      onClick={() => app.setPanel(isOpen ? 'graph' : 'filter')}
    >
      <Icon name="filter" size={20} />
      <span className="vh">{texts.frame.filterPrefix}</span>
      <span className={classes.inShort}>{shortFilterText(graph, filter, texts) || texts.frame.everything}</span>
      <span className="num">{texts.frame.shownOfTotal({ shown: nodeCount, total: graph.nodes.count })}</span>
    </button>
  )
}

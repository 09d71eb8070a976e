import { labelIn } from '../../model/nodeNames'
import { grouped } from '../../model/value'
import { filterInShort } from '../../scene/filter/filterStepRows'
import { shown } from '../../scene/view/filterResult'
import controls from '../controls/controls.module.css'
import { Brand, Icon } from '../controls/Icon'
import { Menu, type MenuItem } from '../controls/Menu'
import { useApp, useWorkspace } from '../controls/useApp'
import { Skip } from './SkipLink'
import { themeItems, useChosenTheme } from './themeMenu'
import classes from './TopBar.module.css'
import { viewTabs } from './viewTabs'

/** The top bar of a phone: what is open, search, menu; below it the filter in a few words. */
export function PhoneBar() {
  const app = useApp()
  const about = useWorkspace(({ graph }) => graph.about)
  const language = useWorkspace(({ view }) => view.language)
  const search = () => {
    app.setPanel('filter')
    requestAnimationFrame(() => app.run('search'))
  }
  return (
    <header className={classes.phone}>
      <Skip />
      <div className={classes.title}>
        <span className={classes.brand}>
          <Brand size={22} />
          <span className="vh">Kizuna</span>
        </span>
        <h1>{labelIn(language, { label: about.title, ja: about.title_ja })}</h1>
        <button type="button" className={controls.square} aria-label="Search" onClick={search}>
          <Icon name="search" size={20} />
        </button>
        <PhoneMenu />
      </div>
      <FilterLine />
    </header>
  )
}

/** What the filter asks, and how much it leaves; opens the filter. */
function FilterLine() {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const filter = useWorkspace(({ view }) => view.filter)
  const language = useWorkspace(({ view }) => view.language)
  const open = useWorkspace(({ view }) => view.panel === 'filter')
  const { nodeCount } = shown(graph, filter)
  return (
    <button
      type="button"
      className={classes.filterLine}
      aria-expanded={open}
      onClick={() => app.setPanel(open ? 'graph' : 'filter')}
    >
      <Icon name="filter" size={20} />
      <span className="vh">Filter: </span>
      <span className={classes.inShort}>{filterInShort(graph, filter, language) || 'Everything'}</span>
      <span className="num">
        {grouped(nodeCount)} of {grouped(graph.nodes.count)}
      </span>
    </button>
  )
}

function PhoneMenu() {
  const app = useApp()
  const language = useWorkspace(({ view }) => view.language)
  const theme = useChosenTheme()
  const items = (): readonly MenuItem[] => [
    ...viewTabs.map(({ panel, label }): MenuItem => ({ label, run: () => app.setPanel(panel) })),
    { label: 'Commands', icon: 'command', run: () => app.openDialog('palette') },
    { label: 'Share', icon: 'share', run: () => app.run('share') },
    { label: 'Open', icon: 'open', run: () => app.openDialog('open') },
    { label: 'Export', icon: 'export', run: () => app.openDialog('export') },
    { label: 'Labels in English', checked: language === 'en', run: () => app.setLanguage('en') },
    { label: 'Labels in Japanese', checked: language === 'ja', run: () => app.setLanguage('ja') },
    ...themeItems(app, theme).map((item) => ({ ...item, label: `Theme: ${item.label.toLowerCase()}` })),
  ]
  return (
    <Menu label="Menu" items={items} className={controls.square}>
      <Icon name="menu" size={20} />
    </Menu>
  )
}

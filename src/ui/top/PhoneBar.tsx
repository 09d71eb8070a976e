import { useTexts } from '../controls/useTexts'
import { labelInLanguage } from '../../model/nodeNames'
import { groupThousands } from '../../model/value'
import { filterSummary } from '../../scene/filter/filterStepRows'
import { visibleRows } from '../../scene/view/filterResult'
import controls from '../controls/controls.module.css'
import { Logo, Icon } from '../controls/Icon'
import { Menu, type MenuItem } from '../controls/Menu'
import { useApp, useWorkspace } from '../controls/useApp'
import { SkipLink } from './SkipLink'
import { themeMenuItems, useChosenTheme } from './themeMenu'
import classes from './TopBar.module.css'
import { viewTabs } from './viewTabs'

/** The top bar of a phone: what is open, search, menu; below it the filter in a few words. */
export function PhoneBar() {
  const app = useApp()
  const about = useWorkspace(({ graph }) => graph.about)
  const texts = useTexts()
  const search = () => {
    app.setPanel('filter')
    requestAnimationFrame(() => app.runCommand('search'))
  }
  return (
    <header className={classes.phone}>
      <SkipLink />
      <div className={classes.title}>
        <span className={classes.brand}>
          <Logo size={22} />
          <span className="vh">Kizuna</span>
        </span>
        <h1>{labelInLanguage(texts.language, { label: about.title, ja: about.title_ja })}</h1>
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
  const texts = useTexts()
  const open = useWorkspace(({ view }) => view.panel === 'filter')
  const { nodeCount } = visibleRows(graph, filter)
  return (
    <button
      type="button"
      className={classes.filterLine}
      aria-expanded={open}
      onClick={() => app.setPanel(open ? 'graph' : 'filter')}
    >
      <Icon name="filter" size={20} />
      <span className="vh">Filter: </span>
      <span className={classes.inShort}>{filterSummary(graph, filter, texts) || 'Everything'}</span>
      <span className="num">
        {groupThousands(nodeCount)} of {groupThousands(graph.nodes.count)}
      </span>
    </button>
  )
}

function PhoneMenu() {
  const app = useApp()
  const texts = useTexts()
  const theme = useChosenTheme()
  const items = (): readonly MenuItem[] => [
    ...viewTabs.map(({ panel, label }): MenuItem => ({ label, run: () => app.setPanel(panel) })),
    { label: 'Commands', icon: 'command', run: () => app.openDialog('palette') },
    { label: 'Share', icon: 'share', run: () => app.runCommand('share') },
    { label: 'Open', icon: 'open', run: () => app.openDialog('open') },
    { label: 'Export', icon: 'export', run: () => app.openDialog('export') },
    { label: 'Labels in English', checked: texts.language === 'en', run: () => app.setLanguage('en') },
    { label: 'Labels in Japanese', checked: texts.language === 'ja', run: () => app.setLanguage('ja') },
    ...themeMenuItems(app, theme).map((item) => ({ ...item, label: `Theme: ${item.label.toLowerCase()}` })),
  ]
  return (
    <Menu label="Menu" items={items} className={controls.square}>
      <Icon name="menu" size={20} />
    </Menu>
  )
}

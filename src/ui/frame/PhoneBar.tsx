import { labelInLanguage } from '../../model/nodeNames'
import { panels, tabPanelIds } from '../../scene/view/panels'
import controls from '../controls/controls.module.css'
import { Logo, Icon } from '../controls/Icon'
import { langAttribute } from '../controls/langAttribute'
import { Menu, type MenuItem } from '../controls/Menu'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { deferredPart } from './deferredPart'
import { LanguageChoice } from './LanguageChoice'
import { SkipLink } from './SkipLink'
import { themeMenuItems, useChosenTheme } from './themeMenu'
import classes from './TopBar.module.css'

const FilterLine = deferredPart((parts) => parts.FilterLine)

/** The top bar of a phone: title, search and menu; below them the filter in a few words, and the language. */
export function PhoneBar() {
  const app = useApp()
  const about = useWorkspace(({ graph }) => graph.about)
  const texts = useTexts()
  const title = labelInLanguage(texts.language, { label: about.title, ja: about.title_ja })
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
          <span className="vh" translate="no">
            Kizuna
          </span>
        </span>
        <h1 dir="auto" lang={langAttribute(title, texts.language)}>
          {title}
        </h1>
        <button type="button" className={controls.square} aria-label={texts.frame.search} onClick={search}>
          <Icon name="search" size={20} />
        </button>
        <PhoneMenu />
      </div>
      <div className={classes.second}>
        <FilterLine />
        <LanguageChoice />
      </div>
    </header>
  )
}

function PhoneMenu() {
  const app = useApp()
  const { frame } = useTexts()
  const theme = useChosenTheme()
  const items = (): readonly MenuItem[] => [
    ...tabPanelIds.map((panel): MenuItem => ({
      label: frame.panels[panel],
      icon: panels[panel].icon,
      run: () => app.setPanel(panel),
    })),
    { label: frame.commands, icon: 'command', run: () => app.openDialog('palette') },
    { label: frame.share, icon: 'share', run: () => app.runCommand('share') },
    { label: frame.save, icon: 'export', run: () => app.runCommand('save') },
    { label: frame.open, icon: 'open', run: () => app.openDialog('open') },
    { label: frame.export, icon: 'export', run: () => app.openDialog('export') },
    ...themeMenuItems(app, theme, frame).map((item) => ({ ...item, label: frame.themeInMenu({ theme: item.label }) })),
  ]
  return (
    <Menu label={frame.menu} items={items} className={controls.square}>
      <Icon name="menu" size={20} />
    </Menu>
  )
}

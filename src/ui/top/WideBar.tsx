import { useTexts } from '../controls/useTexts'
import { labelInLanguage } from '../../model/nodeNames'
import controls from '../controls/controls.module.css'
import { Logo, Icon, type IconName } from '../controls/Icon'
import { shortcutKeyLabels } from '../controls/shortcutKeyLabels'
import { Menu } from '../controls/Menu'
import { useApp, useWorkspace } from '../controls/useApp'
import { SkipLink } from './SkipLink'
import { themeMenuItems, useChosenTheme } from './themeMenu'
import classes from './TopBar.module.css'
import { viewTabs } from './viewTabs'

/** The top bar of a wide window. */
export function WideBar() {
  const app = useApp()
  return (
    <header className={classes.top}>
      <SkipLink />
      <h1 className={classes.brand}>
        <Logo />
        Kizuna
      </h1>
      <DataSet />
      <Views />
      <div className={classes.acts}>
        <button
          type="button"
          className={controls.button}
          aria-label={`Commands (${shortcutKeyLabels('Mod+k').join(' ')})`}
          onClick={() => app.openDialog('palette')}
        >
          <span className={classes.word}>Commands</span> <kbd>{shortcutKeyLabels('Mod+k').join(' ')}</kbd>
        </button>
        <Languages />
        <ThemeMenu />
        <Act icon="share" label="Share" onClick={() => app.runCommand('share')} />
        <Act icon="open" label="Open" onClick={() => app.openDialog('open')} />
        <button type="button" className={controls.line} onClick={() => app.openDialog('export')}>
          <Icon name="export" />
          Export
        </button>
      </div>
    </header>
  )
}

interface ActProps {
  readonly icon: IconName
  readonly label: string
  readonly onClick: () => void
}

const Act = ({ icon, label, onClick }: ActProps) => (
  <button type="button" className={controls.button} aria-label={label} title={label} onClick={onClick}>
    <Icon name={icon} />
    <span className={classes.word}>{label}</span>
  </button>
)

function DataSet() {
  const app = useApp()
  const about = useWorkspace(({ graph }) => graph.about)
  const texts = useTexts()
  return (
    <button
      type="button"
      className={classes.dataset}
      title="What is open, and how to open something else"
      onClick={() => app.openDialog('open')}
    >
      <span>{labelInLanguage(texts.language, { label: about.title, ja: about.title_ja })}</span>
      <Icon name="down" size={12} />
    </button>
  )
}

function Views() {
  const app = useApp()
  const panel = useWorkspace(({ view }) => view.panel)
  return (
    <nav className={classes.views} aria-label="Views">
      {viewTabs.map(({ panel: own, label }) => {
        const here =
          own === 'graph' ? viewTabs.every((tab) => tab.panel === 'graph' || tab.panel !== panel) : own === panel
        return (
          <button
            key={own}
            type="button"
            className={classes.view}
            aria-current={here ? 'page' : undefined}
            onClick={() => app.setPanel(own)}
          >
            {label}
          </button>
        )
      })}
    </nav>
  )
}

function Languages() {
  const app = useApp()
  const texts = useTexts()
  return (
    <div className={controls.choices} role="group" aria-label="Language of labels">
      {(['en', 'ja'] as const).map((each) => (
        <button
          key={each}
          type="button"
          className={controls.choice}
          lang={each}
          aria-pressed={texts.language === each}
          aria-label={each === 'en' ? 'English' : '日本語'}
          onClick={() => app.setLanguage(each)}
        >
          {each === 'en' ? 'EN' : '日本語'}
        </button>
      ))}
    </div>
  )
}

function ThemeMenu() {
  const app = useApp()
  const theme = useChosenTheme()
  return (
    <Menu label="Theme" items={() => themeMenuItems(app, theme)} className={controls.square}>
      <Icon name="theme" />
    </Menu>
  )
}

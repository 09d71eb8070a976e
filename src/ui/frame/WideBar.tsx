import { labelInLanguage } from '../../model/nodeNames'
import { tabPanelIds } from '../../scene/view/panels'
import controls from '../controls/controls.module.css'
import { Logo, Icon, type IconName } from '../controls/Icon'
import { langAttribute } from '../controls/langAttribute'
import { shortcutKeyLabels } from '../controls/shortcutKeyLabels'
import { Menu } from '../controls/Menu'
import { useApp, useWorkspace } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import { LanguageChoice } from './LanguageChoice'
import { SkipLink } from './SkipLink'
import { themeMenuItems, useChosenTheme } from './themeMenu'
import classes from './TopBar.module.css'

/** The top bar of a wide window. */
export function WideBar() {
  const app = useApp()
  const { frame } = useTexts()
  const keys = shortcutKeyLabels('Mod+k').join(' ')
  return (
    <header className={classes.top}>
      <SkipLink />
      <h1 className={classes.brand} translate="no">
        <Logo />
        Kizuna
      </h1>
      <DataSetButton />
      <Views />
      <div className={classes.acts}>
        <button
          type="button"
          className={controls.button}
          aria-label={frame.commandsWithKeys({ keys })}
          onClick={() => app.openDialog('palette')}
        >
          <span className={classes.word}>{frame.commands}</span> <kbd>{keys}</kbd>
        </button>
        <LanguageChoice />
        <ThemeMenu />
        <TextButton icon="share" label={frame.share} onClick={() => app.runCommand('share')} />
        <TextButton icon="open" label={frame.open} onClick={() => app.openDialog('open')} />
        <button type="button" className={controls.line} onClick={() => app.openDialog('export')}>
          <Icon name="export" />
          {frame.export}
        </button>
      </div>
    </header>
  )
}

interface TextButtonProps {
  readonly icon: IconName
  readonly label: string
  readonly onClick: () => void
}

/** A button whose text is shown only where there is room. */
const TextButton = ({ icon, label, onClick }: TextButtonProps) => (
  <button type="button" className={controls.button} aria-label={label} title={label} onClick={onClick}>
    <Icon name={icon} />
    <span className={classes.word}>{label}</span>
  </button>
)

/** The title of what is open; opens the dialog for another file. */
function DataSetButton() {
  const app = useApp()
  const about = useWorkspace(({ graph }) => graph.about)
  const texts = useTexts()
  const title = labelInLanguage(texts.language, { label: about.title, ja: about.title_ja })
  return (
    <button
      type="button"
      className={classes.dataset}
      title={texts.frame.openAnotherFile}
      onClick={() => app.openDialog('open')}
    >
      <span dir="auto" lang={langAttribute(title, texts.language)}>
        {title}
      </span>
      <Icon name="down" size={12} />
    </button>
  )
}

/** The tabs. On a wide window the graph is also there if the filter or the inspector was opened. */
function Views() {
  const app = useApp()
  const { frame } = useTexts()
  const panel = useWorkspace(({ view }) => view.panel)
  const current = tabPanelIds.find((id) => id === panel) ?? 'graph'
  return (
    <nav className={classes.views} aria-label={frame.views}>
      {tabPanelIds.map((id) => (
        <button
          key={id}
          type="button"
          className={classes.view}
          aria-current={id === current ? 'page' : undefined}
          onClick={() => app.setPanel(id)}
        >
          {frame.panels[id]}
        </button>
      ))}
    </nav>
  )
}

function ThemeMenu() {
  const app = useApp()
  const { frame } = useTexts()
  const theme = useChosenTheme()
  return (
    <Menu label={frame.theme} items={() => themeMenuItems(app, theme, frame)} className={controls.square}>
      <Icon name="theme" />
    </Menu>
  )
}

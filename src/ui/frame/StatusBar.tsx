import { useTexts } from '../controls/useTexts'
import { statusTexts } from '../../scene/statusTexts'
import controls from '../controls/controls.module.css'
import classes from './StatusBar.module.css'
import { useApp, useSession, useWorkspace } from '../controls/useApp'

/** What is shown of all and why, what is selected, and what places the nodes; everything is one click away. */
export function StatusBar() {
  const app = useApp()
  const workspace = useWorkspace((all) => all)
  const texts = useTexts()
  const running = useSession((session) => session.forceRunning)
  const laying = useSession((session) => session.layoutProgress)
  const measuring = useSession(
    (session) =>
      session.metricProgress &&
      `Measuring ${session.metricProgress.metric}, ${Math.floor(100 * session.metricProgress.done)} %`,
  )
  const { visibleText, showAllText, selectionText, layoutText, largeGraphText, largeGraphHint } = statusTexts(
    workspace,
    texts,
    running,
    laying ?? measuring,
  )
  return (
    <>
      <p role="status" className={classes.line}>
        <span>{visibleText}</span>
        <span className={classes.selected}>{selectionText}</span>
        {largeGraphText !== '' && (
          <span className={classes.drawn} title={largeGraphHint}>
            {largeGraphText}
          </span>
        )}
      </p>
      {showAllText !== '' && (
        <button
          type="button"
          className={`${controls.link} ${classes.all}`}
          onClick={() => app.runCommand('clear-filter')}
        >
          {showAllText}
        </button>
      )}
      <p className={classes.layout}>{layoutText}</p>
    </>
  )
}

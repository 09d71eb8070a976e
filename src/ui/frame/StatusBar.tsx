import { catalogueLookup } from '../../messages/catalogues'
import { formatMessage } from '../../messages/message'
import { useTexts } from '../controls/useTexts'
import { statusTexts } from '../../scene/statusTexts'
import controls from '../controls/controls.module.css'
import classes from './StatusBar.module.css'
import { useApp, useSession, useWorkspace } from '../controls/useApp'

/** How much of the graph is shown and why, what is selected, and the layout. */
export function StatusBar() {
  const app = useApp()
  const workspace = useWorkspace((all) => all)
  const texts = useTexts()
  const isRunning = useSession((session) => session.forceRunning)
  const layoutProgress = useSession((session) => session.layoutProgress)
  const metricProgress = useSession((session) => session.metricProgress)
  // Progress of layouts is in the catalogues that are always loaded.
  const progress = layoutProgress
    ? formatMessage(layoutProgress, catalogueLookup(texts))
    : metricProgress && texts.frame.computingMetric(metricProgress)
  const { visibleText, showAllText, selectionText, layoutText, largeGraphText, largeGraphHint } = statusTexts(
    workspace,
    texts,
    isRunning,
    progress,
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
      <FileState />
      <p className={classes.layout}>{layoutText}</p>
    </>
  )
}

/** Of an opened file: that it is not kept, and the way to the report of reading it. */
function FileState() {
  const app = useApp()
  const { frame } = useTexts()
  const state = useSession((session) => session.work?.state)
  const hasReport = useSession((session) => session.lastOpened !== undefined)
  const button = (text: string, run: () => void) => (
    <button type="button" className={`${controls.link} ${classes.all}`} onClick={run}>
      {text}
    </button>
  )
  return (
    <>
      {state === 'notKept' && button(frame.notKept, () => app.runCommand('save'))}
      {state === 'elsewhere' && <p className={classes.layout}>{frame.keptElsewhere}</p>}
      {hasReport && button(frame.whatWasRead, () => app.runCommand('report'))}
    </>
  )
}

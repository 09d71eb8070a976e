import { statusLine } from '../../scene/statusTexts'
import controls from '../controls/controls.module.css'
import classes from './StatusBar.module.css'
import { useApp, useMoment, useWorkspace } from '../controls/useApp'

/** What is shown of all and why, what is selected, and what places the nodes; everything is one click away. */
export function StatusLine() {
  const app = useApp()
  const workspace = useWorkspace((all) => all)
  const running = useMoment((moment) => moment.running)
  const laying = useMoment((moment) => moment.laying)
  const measuring = useMoment(
    (moment) =>
      moment.measuring && `Measuring ${moment.measuring.metric}, ${Math.floor(100 * moment.measuring.done)} %`,
  )
  const { shown, all, selected, layout, drawn, drawnHow } = statusLine(workspace, running, laying ?? measuring)
  return (
    <>
      <p role="status" className={classes.line}>
        <span>{shown}</span>
        <span className={classes.selected}>{selected}</span>
        {drawn !== '' && (
          <span className={classes.drawn} title={drawnHow}>
            {drawn}
          </span>
        )}
      </p>
      {all !== '' && (
        <button type="button" className={`${controls.link} ${classes.all}`} onClick={() => app.run('clear-filter')}>
          {all}
        </button>
      )}
      <p className={classes.layout}>{layout}</p>
    </>
  )
}

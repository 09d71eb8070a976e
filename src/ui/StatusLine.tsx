import { statusLine } from '../scene/status'
import classes from './status.module.css'
import { useMoment, useWorkspace } from './useApp'

/** What is shown of all and why, what is selected, and what places the nodes. */
export function StatusLine() {
  const workspace = useWorkspace((all) => all)
  const running = useMoment((moment) => moment.running)
  const { shown, selected, layout } = statusLine(workspace, running)
  return (
    <>
      <p role="status" className={classes.line}>
        <span>{shown}</span>
        <span className={classes.selected}>{selected}</span>
      </p>
      <p className={classes.layout}>{layout}</p>
    </>
  )
}

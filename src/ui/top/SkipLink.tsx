import { useApp } from '../controls/useApp'
import classes from './TopBar.module.css'

/** The first tab stop: past all panels, to the graph as sentences. Seen only while it has the focus. */
export function Skip() {
  const app = useApp()
  return (
    <button type="button" className={classes.skip} onClick={() => app.run('walk')}>
      Walk the graph as sentences
    </button>
  )
}

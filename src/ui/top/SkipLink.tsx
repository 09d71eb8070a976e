import { useApp } from '../controls/useApp'
import classes from './TopBar.module.css'

/** The first tab stop: past all panels, to the graph as sentences. Seen only while it has the focus. */
export function SkipLink() {
  const app = useApp()
  return (
    <button type="button" className={classes.skip} onClick={() => app.runCommand('walk')}>
      Walk the graph as sentences
    </button>
  )
}

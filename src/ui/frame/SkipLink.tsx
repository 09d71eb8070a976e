import { useApp } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import classes from './TopBar.module.css'

/** The first tab stop: skips all panels and goes to the graph as a list. Visible only while it has the focus. */
export function SkipLink() {
  const app = useApp()
  const { frame } = useTexts()
  return (
    <button type="button" className={classes.skip} onClick={() => app.runCommand('walk')}>
      {frame.skipToList}
    </button>
  )
}

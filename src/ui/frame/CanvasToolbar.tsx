import { useEffect, useState } from 'react'
import { lassoDone, lassoEvent } from '../canvas/lasso'
import { Layouts, Running } from './LayoutMenu'
import classes from '../controls/ToolButton.module.css'
import { Tool } from '../controls/ToolButton'
import { useApp } from '../controls/useApp'

/** What can be done with the canvas: zoom, fit, lasso, and what places the nodes. */
export function Tools() {
  const app = useApp()
  return (
    <div className={classes.tools} role="group" aria-label="Canvas" data-floating>
      <Tool icon="plus" label="Zoom in" wide onClick={() => app.zoom(1.4)} />
      <Tool icon="minus" label="Zoom out" wide onClick={() => app.zoom(1 / 1.4)} />
      <Tool icon="fit" label="Fit" onClick={() => app.frame('all')} />
      <Lasso />
      <Layouts />
      <Running />
    </div>
  )
}

/** Held down until the canvas says that the stroke is over. */
function Lasso() {
  const [armed, setArmed] = useState(false)
  useEffect(() => {
    const done = () => setArmed(false)
    addEventListener(lassoDone, done)
    return () => removeEventListener(lassoDone, done)
  }, [])
  const toggle = () => {
    setArmed(!armed)
    dispatchEvent(new CustomEvent(lassoEvent, { detail: !armed }))
  }
  return <Tool icon="lasso" label="Lasso: draw around nodes to select them" pressed={armed} onClick={toggle} />
}

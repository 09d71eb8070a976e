import { useEffect, useState } from 'react'
import { lassoDoneEvent, lassoArmEvent } from '../canvas/lasso'
import { LayoutMenu, StopLayoutButton } from './LayoutMenu'
import classes from '../controls/ToolButton.module.css'
import { ToolButton } from '../controls/ToolButton'
import { useApp } from '../controls/useApp'

/** What can be done with the canvas: zoom, fit, lasso, and what places the nodes. */
export function CanvasToolbar() {
  const app = useApp()
  return (
    <div className={classes.tools} role="group" aria-label="Canvas" data-floating>
      <ToolButton icon="plus" label="Zoom in" wide onClick={() => app.zoom(1.4)} />
      <ToolButton icon="minus" label="Zoom out" wide onClick={() => app.zoom(1 / 1.4)} />
      <ToolButton icon="fit" label="Fit" onClick={() => app.zoomToNodes('all')} />
      <Lasso />
      <LayoutMenu />
      <StopLayoutButton />
    </div>
  )
}

/** Held down until the canvas says that the stroke is over. */
function Lasso() {
  const [armed, setArmed] = useState(false)
  useEffect(() => {
    const done = () => setArmed(false)
    addEventListener(lassoDoneEvent, done)
    return () => removeEventListener(lassoDoneEvent, done)
  }, [])
  const toggle = () => {
    setArmed(!armed)
    dispatchEvent(new CustomEvent(lassoArmEvent, { detail: !armed }))
  }
  return <ToolButton icon="lasso" label="Lasso: draw around nodes to select them" pressed={armed} onClick={toggle} />
}

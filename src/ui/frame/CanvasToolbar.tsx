import { useEffect, useState } from 'react'
import { lassoDoneEvent, lassoArmEvent } from '../canvas/lassoEvents'
import { LayoutMenu, StopLayoutButton } from './LayoutMenu'
import classes from '../controls/ToolButton.module.css'
import { ToolButton } from '../controls/ToolButton'
import { useApp } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'

/** The tools of the canvas: zoom, fit, lasso and layout. */
export function CanvasToolbar() {
  const app = useApp()
  const { canvas } = useTexts()
  return (
    <div className={classes.tools} role="group" aria-label={canvas.tools} data-floating>
      <ToolButton icon="plus" label={canvas.zoomIn} wide onClick={() => app.zoom(1.4)} />
      <ToolButton icon="minus" label={canvas.zoomOut} wide onClick={() => app.zoom(1 / 1.4)} />
      <ToolButton icon="fit" label={canvas.fit} onClick={() => app.zoomToNodes('all')} />
      <LassoButton />
      <LayoutMenu />
      <StopLayoutButton />
    </div>
  )
}

/** Stays pressed until the canvas reports that the line was drawn. */
function LassoButton() {
  const { canvas } = useTexts()
  const [isArmed, setArmed] = useState(false)
  useEffect(() => {
    const onDone = () => setArmed(false)
    addEventListener(lassoDoneEvent, onDone)
    return () => removeEventListener(lassoDoneEvent, onDone)
  }, [])
  const toggle = () => {
    setArmed(!isArmed)
    dispatchEvent(new CustomEvent(lassoArmEvent, { detail: !isArmed }))
  }
  return <ToolButton icon="lasso" label={canvas.lasso} pressed={isArmed} onClick={toggle} />
}

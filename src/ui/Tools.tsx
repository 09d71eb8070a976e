import { useEffect, useState } from 'react'
import { layoutRecords } from '../scene/places'
import { lassoDone, lassoEvent } from './canvas/lasso'
import { Icon, type IconName } from './icons'
import { Menu, type MenuItem } from './Menu'
import classes from './tools.module.css'
import { useApp, useMoment, useWorkspace } from './useApp'

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

interface ToolProps {
  readonly icon: IconName
  readonly label: string
  readonly onClick: () => void
  readonly pressed?: boolean
  /** Left out on a phone, where fingers do the same. */
  readonly wide?: boolean
}

const Tool = ({ icon, label, onClick, pressed, wide }: ToolProps) => (
  <button
    type="button"
    className={wide ? `${classes.tool} ${classes.wide}` : classes.tool}
    aria-label={label}
    title={label}
    aria-pressed={pressed}
    onClick={onClick}
  >
    <Icon name={icon} />
  </button>
)

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

function Layouts() {
  const app = useApp()
  const chosen = useWorkspace(({ view }) => view.layout.name)
  const running = useMoment((moment) => moment.running)
  const items: readonly MenuItem[] = layoutRecords.map(({ name, label }) => {
    const force = name === 'force'
    const start = () => (running ? undefined : app.toggleForce())
    return { label, checked: chosen === name, run: force ? start : () => app.setLayout(name) }
  })
  return (
    <Menu label="Layout" items={items} side="left" className={classes.tool}>
      <Icon name="layout" />
    </Menu>
  )
}

/** A layout that runs can be stopped. */
function Running() {
  const app = useApp()
  const running = useMoment((moment) => moment.running)
  return running ? <Tool icon="stop" label="Stop ForceAtlas2" onClick={() => app.toggleForce()} /> : null
}

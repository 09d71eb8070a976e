import { useEffect, useRef } from 'react'
import { GraphCanvas } from './canvas/GraphCanvas'
import { Message } from './dialogs/Message'
import classes from './frame.module.css'
import { Legend } from './Legend'
import { NothingLeft } from './NothingLeft'
import { Sheet } from './Sheet'
import { Tools } from './Tools'
import { Tooltip } from './Tooltip'
import { Twin } from './twin/Twin'
import { useMoment, useWorkspace } from './useApp'
import { useNarrow } from './useNarrow'

/** The canvas with what floats above it, or the list in its place. */
export function Middle() {
  const webgl = useMoment((moment) => moment.webgl)
  const list = useWorkspace(({ view }) => view.panel === 'list')
  const narrow = useNarrow()
  const stage = useResized()
  if (!webgl) return <WithoutCanvas />
  return (
    <main className={classes.middle}>
      <div ref={stage} className={classes.stage} inert={list && !narrow}>
        <GraphCanvas />
        <Legend />
        <Tools />
        <NothingLeft />
        <Twin variant="walker" />
        <Tooltip />
      </div>
      {list && (
        <Sheet panel="list" label="List" className={classes.list}>
          <Twin variant="panel" />
        </Sheet>
      )}
      <Message />
    </main>
  )
}

/** The canvas fits itself when the window changes; panels and sheets change its room without that. */
function useResized() {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const observer = new ResizeObserver(() => dispatchEvent(new Event('resize')))
    if (element.current) observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return element
}

/** Where the browser cannot draw the graph, everything is there as text. */
const WithoutCanvas = () => (
  <main className={classes.middle}>
    <div className={classes.instead}>
      <p className={classes.note}>
        <strong>This browser cannot draw the graph here.</strong> WebGL is switched off or not supported. Nothing is
        missing from the list below; filter, inspector and exports work as always.
      </p>
      <Twin variant="panel" />
    </div>
    <Message />
  </main>
)

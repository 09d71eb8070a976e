import { useEffect, useState } from 'react'
import type { App } from '../../app/app'
import classes from './DropTarget.module.css'
import { useApp } from '../controls/useApp'

/** Shows that a file which is dragged over the page may be dropped, and opens it. */
export function DropTarget() {
  const app = useApp()
  const [over, setOver] = useState(false)
  useEffect(() => keepDrop(app, setOver), [app])
  if (!over) return null
  return (
    <div className={classes.drop}>
      <p>
        <strong>Drop the file to open it</strong>
        Any graph file; several make one graph. It stays on this computer.
      </p>
    </div>
  )
}

/**
 * Entering and leaving are said for each element on the way; the drag is over when as many were left as entered. A part of
 * the page that takes files itself says so (`data-takes-files`), and is seen while the drag is over it.
 */
function keepDrop(app: App, show: (over: boolean) => void): () => void {
  const ending = new AbortController()
  const { signal } = ending
  let entered = 0
  const files = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const count = (by: number) => (event: DragEvent) => {
    if (!files(event)) return
    entered = Math.max(0, entered + by)
    show(entered > 0)
  }
  addEventListener('dragenter', count(1), { signal })
  addEventListener('dragleave', count(-1), { signal })
  const hold = (event: DragEvent) => {
    if (!files(event)) return
    event.preventDefault()
    show(!(event.target instanceof Element && event.target.closest('[data-takes-files]')))
  }
  addEventListener('dragover', hold, { signal, capture: true })
  // Also where a part of the page takes the file for itself, and stops the event on its way.
  const over = () => {
    entered = 0
    show(false)
  }
  addEventListener('drop', over, { signal, capture: true })
  addEventListener(
    'drop',
    (event) => {
      if (!files(event)) return
      event.preventDefault()
      void app.open([...event.dataTransfer!.files])
    },
    { signal },
  )
  return () => ending.abort()
}

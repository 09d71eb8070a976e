import { useEffect, useState } from 'react'
import type { App } from '../../app/app'
import classes from './DropTarget.module.css'
import { useApp } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'

/** Shows that a file dragged over the page can be dropped, and opens it. */
export function DropTarget() {
  const app = useApp()
  const { frame } = useTexts()
  const [isOver, setOver] = useState(false)
  useEffect(() => watchDrops(app, setOver), [app])
  if (!isOver) return null
  return (
    <div className={classes.drop}>
      <p>
        <strong>{frame.dropTitle}</strong>
        {frame.dropHint}
      </p>
    </div>
  )
}

/**
 * Opens dropped files; returns how to stop. Every element on the way reports entering and leaving, so the drag has left
 * the page when both counts are equal. A part of the page that takes files itself has `data-takes-files`, and is not covered
 * while the drag is over it.
 */
function watchDrops(app: App, show: (isOver: boolean) => void): () => void {
  const controller = new AbortController()
  const { signal } = controller
  let entered = 0
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  const count = (by: number) => (event: DragEvent) => {
    if (!hasFiles(event)) return
    entered = Math.max(0, entered + by)
    show(entered > 0)
  }
  addEventListener('dragenter', count(1), { signal })
  addEventListener('dragleave', count(-1), { signal })
  const allowDrop = (event: DragEvent) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    show(!(event.target instanceof Element && event.target.closest('[data-takes-files]')))
  }
  addEventListener('dragover', allowDrop, { signal, capture: true })
  // In the capture phase, since a part of the page that takes the file stops the event.
  const end = () => {
    entered = 0
    show(false)
  }
  addEventListener('drop', end, { signal, capture: true })
  addEventListener(
    'drop',
    (event) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      void app.open([...event.dataTransfer!.files])
    },
    { signal },
  )
  return () => controller.abort()
}

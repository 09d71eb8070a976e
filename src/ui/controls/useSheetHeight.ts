import { useState, type PointerEvent } from 'react'

/** The height of a sheet, and the handlers of its head that change it. */
interface SheetHeight {
  /** In CSS pixels while it is dragged; undefined at one of its two fixed heights. */
  readonly height: number | undefined
  readonly tall: boolean
  readonly toggle: () => void
  readonly dragHandlers: {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
    readonly onPointerUp: () => void
    readonly onPointerCancel: () => void
  }
}

interface Drag {
  readonly startY: number
  readonly height: number
  readonly moved: number
}

/** A sheet has two fixed heights, half of the window and nearly all of it; dragged down far enough it closes. */
export function useSheetHeight(close: () => void): SheetHeight {
  const [tall, setTall] = useState(false)
  const [drag, setDrag] = useState<Drag>()
  const height = drag && drag.moved !== 0 ? Math.max(0, drag.height - drag.moved) : undefined
  const release = () => {
    setDrag(undefined)
    if (height === undefined) return
    if (height < innerHeight * 0.28) return close()
    setTall(height > innerHeight * 0.62)
  }
  return {
    height,
    tall,
    toggle: () => setTall(!tall),
    dragHandlers: {
      onPointerDown: (event) => {
        if (event.target instanceof Element && event.target.closest('button')) return
        event.currentTarget.setPointerCapture(event.pointerId)
        const sheet = event.currentTarget.parentElement!.getBoundingClientRect()
        setDrag({ startY: event.clientY, height: sheet.height, moved: 0 })
      },
      onPointerMove: ({ clientY }) => setDrag((now) => now && { ...now, moved: clientY - now.startY }),
      onPointerUp: release,
      onPointerCancel: () => setDrag(undefined),
    },
  }
}

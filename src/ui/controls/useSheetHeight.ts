import { useState, type PointerEvent } from 'react'

/** How far a sheet is drawn up, and what its head does with a finger. */
interface SheetHeight {
  /** In CSS pixels while a finger holds it; undefined while it rests at one of its heights. */
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

interface Held {
  readonly from: number
  readonly height: number
  readonly moved: number
}

/** A sheet rests at half of the window or nearly all of it; drawn down far enough it closes. */
export function useSheetHeight(close: () => void): SheetHeight {
  const [tall, setTall] = useState(false)
  const [held, setHeld] = useState<Held>()
  const height = held && held.moved !== 0 ? Math.max(0, held.height - held.moved) : undefined
  const release = () => {
    setHeld(undefined)
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
        const own = event.currentTarget.parentElement!.getBoundingClientRect()
        setHeld({ from: event.clientY, height: own.height, moved: 0 })
      },
      onPointerMove: ({ clientY }) => setHeld((now) => now && { ...now, moved: clientY - now.from }),
      onPointerUp: release,
      onPointerCancel: () => setHeld(undefined),
    },
  }
}

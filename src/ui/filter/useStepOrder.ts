import { useEffect, useState, type PointerEvent, type RefObject } from 'react'
import { moveStep } from '../../scene/filter/filterStepRows'
import { useApp, useWorkspace } from '../controls/useApp'

/** The order of the filter's steps as it is changed: which step is open, which one is dragged, and where it would stand. */
export interface StepOrder {
  /** Index of the step whose options are open. */
  readonly openStep: number | undefined
  readonly setOpenStep: (index: number | undefined) => void
  /** Moves a step and keeps the focus on it. */
  readonly move: (from: number, to: number) => void
  /** The new index of the step that was moved last; undefined before. */
  readonly moved: number | undefined
  /** Whether a step is dragged, or the dragged one would stand above or below it. */
  readonly dropMark: (index: number) => 'grip' | 'above' | 'below' | undefined
  /** Handlers of the part of a step by which it is dragged. */
  readonly grip: (index: number) => GripHandlers
}

type GripHandlers = Record<
  'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel',
  (event: PointerEvent) => void
>

interface Drag {
  readonly from: number
  /** The index that the step would have. */
  readonly to: number
}

/**
 * Moves steps by keyboard, by buttons and by dragging them.
 * @param list the element with the steps
 */
export function useStepOrder(list: RefObject<HTMLOListElement | null>): StepOrder {
  const app = useApp()
  const count = useWorkspace(({ view }) => view.filter.length)
  const [openStep, setOpenStep] = useState<number>()
  const [moved, setMoved] = useState<number>()
  const [drag, setDrag] = useState<Drag>()
  const [focused, setFocused] = useState<{ readonly index: number }>()
  useEffect(() => {
    if (focused) list.current?.querySelector<HTMLElement>(`[data-step="${focused.index}"]`)?.focus()
  }, [focused, list])
  const move = (from: number, to: number) => {
    if (from === to || to < 0 || to >= count) return
    app.updateView((view) => ({ ...view, filter: moveStep(view.filter, from, to) }))
    setOpenStep((open) => (open === undefined ? undefined : indexAfterMove(open, from, to)))
    setMoved(to)
    setFocused({ index: to })
  }
  return {
    openStep: openStep !== undefined && openStep < count ? openStep : undefined,
    setOpenStep,
    move,
    moved,
    dropMark: (index) => {
      if (!drag) return undefined
      if (index === drag.from) return 'grip'
      return index === drag.to ? (drag.to < drag.from ? 'above' : 'below') : undefined
    },
    grip: (index) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setDrag({ from: index, to: index })
      },
      onPointerMove: (event) => setDrag((old) => old && { ...old, to: indexAtHeight(list.current, event.clientY) }),
      onPointerUp: () => {
        setDrag(undefined)
        if (drag) move(drag.from, drag.to)
      },
      onPointerCancel: () => setDrag(undefined),
    }),
  }
}

/** The index of a step after another one, or itself, was moved. */
function indexAfterMove(index: number, from: number, to: number): number {
  if (index === from) return to
  if (from < index && index <= to) return index - 1
  return to <= index && index < from ? index + 1 : index
}

/** The index of the step at a height of the window, in CSS pixels; above and below all steps, the first and the last. */
function indexAtHeight(list: HTMLOListElement | null, y: number): number {
  const ends = [...(list?.querySelectorAll('[data-drop-place]') ?? [])].map(
    (item) => item.getBoundingClientRect().bottom,
  )
  const index = ends.findIndex((bottom) => y < bottom)
  return index < 0 ? Math.max(0, ends.length - 1) : index
}

import { useLayoutEffect, useRef, useState } from 'react'
import type { ListLevel } from './listLevel'

/** Rows drawn before the first that is seen, and in all: more than the tallest window shows. */
const before = 15
const drawn = 90

/** Which rows of a long list are drawn: those that are scrolled to. Rows are all `row` CSS pixels high. */
export function useVirtualRows({ rows, activeIndex, enteredNode }: ListLevel, row: number) {
  const scroller = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const element = scroller.current
    // Asking where an empty list is scrolled to would lay out the whole page.
    if (!element || rows.length === 0) return
    const [high, low] = [activeIndex * row, (activeIndex + 1) * row - element.clientHeight]
    // What one stands on is seen whole, with as little movement as will do; the scroll that follows draws it.
    if (element.scrollTop > high) element.scrollTo({ top: high })
    else if (element.scrollTop < low) element.scrollTo({ top: low })
  }, [activeIndex, enteredNode, row, rows.length])
  const from = Math.max(0, Math.min(Math.floor(top / row) - before, rows.length - drawn))
  return {
    scroller,
    from,
    to: Math.min(rows.length, from + drawn),
    look: () => setTop(scroller.current?.scrollTop ?? 0),
  }
}

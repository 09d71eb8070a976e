import { useLayoutEffect, useRef, useState } from 'react'
import type { DrillDownLevel } from './drillDownLevel'

/** Rows rendered above the visible ones, and in all: more than the tallest window shows. */
const rowsBefore = 15
const renderedRows = 90

/** The range of rows of a long list to render, by its scroll position. All rows are `rowHeight` CSS pixels high. */
export function useVirtualRows({ rows, activeIndex, enteredNode }: DrillDownLevel, rowHeight: number) {
  const scroller = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const element = scroller.current
    // Reading the scroll position of an empty list would lay out the whole page for nothing.
    if (!element || rows.length === 0) return
    const [maxTop, minTop] = [activeIndex * rowHeight, (activeIndex + 1) * rowHeight - element.clientHeight]
    // Scrolls just enough to show the whole active row; the scroll event then renders it.
    if (element.scrollTop > maxTop) element.scrollTo({ top: maxTop })
    else if (element.scrollTop < minTop) element.scrollTo({ top: minTop })
  }, [activeIndex, enteredNode, rowHeight, rows.length])
  const from = Math.max(0, Math.min(Math.floor(top / rowHeight) - rowsBefore, rows.length - renderedRows))
  return {
    scroller,
    from,
    to: Math.min(rows.length, from + renderedRows),
    onScroll: () => setTop(scroller.current?.scrollTop ?? 0),
  }
}

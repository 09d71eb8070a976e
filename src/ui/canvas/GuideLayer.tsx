import { memo, useEffect, useRef, useState } from 'react'
import { formatPathNumber } from '../../drawing/geometry'
import { guideLabelBoxes } from '../../drawing/guideLabelBoxes'
import type { LayoutGuides as GuidesData } from '../../model/layoutGuides'
import { langAttribute } from '../controls/langAttribute'
import { useSession } from '../controls/useApp'
import { useTexts } from '../controls/useTexts'
import type { ViewportSize } from './camera'
import styles from './GuideLayer.module.css'

/** The land, lines and labels behind the nodes that explain their positions. */
export function GuideLayer({ guides }: { readonly guides: GuidesData }) {
  const { language } = useTexts()
  const viewport = useSession((session) => session.viewport)
  const [element, size] = useSize()
  if (!viewport) return <div ref={element} className={styles['guides']} />
  const { x, y, width } = viewport.camera
  const height = width / viewport.aspect
  const [left, top] = [x - width / 2, y + height / 2]
  const labels = guideLabelBoxes(guides, (point) => ({
    x: ((point.x - left) / width) * size.width,
    y: ((top - point.y) / height) * size.height,
  }))
  return (
    <div ref={element} className={styles['guides']}>
      <svg className={styles['lines']} viewBox={`${left} ${-top} ${width} ${height}`} preserveAspectRatio="none">
        <Lines guides={guides} />
      </svg>
      {labels.map(({ text, left: labelLeft, top: labelTop, right, bottom }) => (
        <span
          key={`${text} ${labelLeft} ${labelTop}`}
          className={styles['word']}
          dir="auto"
          lang={langAttribute(text, language)}
          style={{ left: labelLeft, top: labelTop, width: right - labelLeft, height: bottom - labelTop }}
        >
          {text}
        </span>
      ))}
    </div>
  )
}

/** The size of an element in CSS pixels, kept up to date. */
function useSize() {
  const element = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<ViewportSize>({ width: 0, height: 0 })
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    if (element.current) observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return [element, size] as const
}

/** In units of the layout, so that a moving camera does not change it. */
const Lines = memo(function Lines({ guides: { land, lines, rings } }: { readonly guides: GuidesData }) {
  return (
    <>
      {land && <path d={pathOf(land.areas, 'z')} fillRule="evenodd" data-land />}
      {land && <path d={pathOf(land.coasts)} data-coast />}
      <path d={pathOf(lines)} />
      {rings.map(({ x, y, radius }) => (
        <circle key={radius} cx={x} cy={-y} r={radius} />
      ))}
    </>
  )
})

const pathOf = (lines: readonly Float32Array[], end = ''): string =>
  lines
    .map((line) => `M${Array.from(line, (value, at) => formatPathNumber(at % 2 ? -value : value)).join(' ')}${end}`)
    .join('')

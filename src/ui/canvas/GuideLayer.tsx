import { memo, useEffect, useRef, useState } from 'react'
import { formatPathNumber } from '../../drawing/geometry'
import { guideLabelBoxes } from '../../drawing/guideLabelBoxes'
import type { LayoutGuides as GuidesData } from '../../model/layoutGuides'
import { useSession } from '../controls/useApp'
import type { ViewportSize } from './camera'
import styles from './GuideLayer.module.css'

/** The land, lines and words behind the nodes that say what their places mean. */
export function GuideLayer({ guides }: { readonly guides: GuidesData }) {
  const looking = useSession((session) => session.viewport)
  const [element, size] = useSize()
  if (!looking) return <div ref={element} className={styles['guides']} />
  const { x, y, width } = looking.camera
  const height = width / looking.aspect
  const [left, top] = [x - width / 2, y + height / 2]
  const words = guideLabelBoxes(guides, (place) => ({
    x: ((place.x - left) / width) * size.width,
    y: ((top - place.y) / height) * size.height,
  }))
  return (
    <div ref={element} className={styles['guides']}>
      <svg className={styles['lines']} viewBox={`${left} ${-top} ${width} ${height}`} preserveAspectRatio="none">
        <Lines guides={guides} />
      </svg>
      {words.map((word) => (
        <span
          key={`${word.text} ${word.left} ${word.top}`}
          className={styles['word']}
          style={{ left: word.left, top: word.top, width: word.right - word.left, height: word.bottom - word.top }}
        >
          {word.text}
        </span>
      ))}
    </div>
  )
}

/** An element's size in CSS pixels, as it changes. */
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

/** In units of the layout, so that a camera that moves changes nothing here. */
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

import { useEffect, useMemo, useRef, useState } from 'react'
import type { Guides as GuidesData } from '../../layout/plan'
import { useMoment } from '../useApp'
import { guideBoxes } from './around'
import type { Size } from './camera'
import styles from './Guides.module.css'

/** The lines and words behind the nodes that say what their places mean, where the layout has any. */
export function Guides() {
  const guides = useMoment((moment) => moment.guides)
  const looking = useMoment((moment) => moment.looking)
  const [element, size] = useSize()
  if (!guides || !looking) return <div ref={element} className={styles['guides']} />
  const { x, y, width } = looking.camera
  const height = width / looking.aspect
  const [left, top] = [x - width / 2, y + height / 2]
  const words = guideBoxes(guides, (place) => ({
    x: ((place.x - left) / width) * size.width,
    y: ((top - place.y) / height) * size.height,
  }))
  return (
    <div ref={element} className={styles['guides']} aria-hidden="true" data-guides>
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
  const [size, setSize] = useState<Size>({ width: 0, height: 0 })
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    if (element.current) observer.observe(element.current)
    return () => observer.disconnect()
  }, [])
  return [element, size] as const
}

const Lines = ({ guides }: { readonly guides: GuidesData }) => {
  const path = useMemo(() => guides.lines.map(pathOf).join(''), [guides])
  return (
    <>
      <path d={path} />
      {guides.rings.map(({ x, y, radius }) => (
        <circle key={radius} cx={x} cy={-y} r={radius} />
      ))}
    </>
  )
}

const pathOf = (line: Float32Array): string =>
  Array.from(
    { length: line.length / 2 },
    (_, at) => `${at === 0 ? 'M' : 'L'}${line[2 * at]!} ${-line[2 * at + 1]!}`,
  ).join('')

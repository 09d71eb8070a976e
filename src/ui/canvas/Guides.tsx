import { useMemo } from 'react'
import type { GuideWord, Guides as GuidesData } from '../../layout/plan'
import type { Camera } from '../../scene/view'
import { useMoment } from '../useApp'
import { stuck } from './around'
import styles from './Guides.module.css'

/** The lines and words behind the nodes that say what their places mean, where the layout has any. */
export function Guides() {
  const guides = useMoment((moment) => moment.guides)
  const looking = useMoment((moment) => moment.looking)
  if (!guides || !looking) return null
  const { camera, aspect } = looking
  const frame = {
    left: camera.x - camera.width / 2,
    top: camera.y + camera.width / aspect / 2,
    ...sizeOf(camera, aspect),
  }
  return (
    <div className={styles['guides']} aria-hidden="true" data-guides>
      <svg
        className={styles['lines']}
        viewBox={`${frame.left} ${-frame.top} ${frame.width} ${frame.height}`}
        preserveAspectRatio="none"
      >
        <Lines guides={guides} />
      </svg>
      {guides.words.map((word) => (
        <Word key={`${word.text} ${word.x} ${word.y}`} word={word} frame={frame} />
      ))}
    </div>
  )
}

const sizeOf = ({ width }: Camera, aspect: number) => ({ width, height: width / aspect })

interface Frame {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
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

/** At its place, or at the edge of the frame that it sticks to. */
function Word({ word: { x, y, text, stick }, frame }: { readonly word: GuideWord; readonly frame: Frame }) {
  const left = `${((x - frame.left) / frame.width) * 100}%`
  const top = `${((frame.top - y) / frame.height) * 100}%`
  const style = {
    left: stick === 'left' ? `max(${left}, ${stuck.left}px)` : left,
    top: stick === 'top' ? `max(${top}, ${stuck.top}px)` : top,
  }
  return (
    <span className={styles['word']} data-stick={stick} style={style}>
      {text}
    </span>
  )
}

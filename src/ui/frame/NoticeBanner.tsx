import { useEffect, useState } from 'react'
import type { Notice } from '../../app/store'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { useApp, useSession } from '../controls/useApp'
import classes from './NoticeBanner.module.css'

/** What went wrong or was done, over the canvas; the page below stays as it is. */
export function NoticeBanner() {
  const notice = useSession((session) => session.notice)
  const done = notice?.what === undefined ? notice : undefined
  return (
    <>
      <div aria-live="polite">{done && <Done key={done.title} notice={done} />}</div>
      {notice && !done && <Trouble notice={notice} />}
      <div aria-live="polite">
        <Opening />
      </div>
    </>
  )
}

/** A file is being read: what is being done, and a way to give up. */
function Opening() {
  const app = useApp()
  const opening = useSession((session) => session.openingProgress)
  if (!opening) return null
  return (
    <div className={classes.done}>
      <p>
        <strong>{opening.name}</strong> {opening.words} …
      </p>
      <button type="button" className={controls.button} onClick={app.stopOpening}>
        Cancel
      </button>
    </div>
  )
}

interface Noticed {
  readonly notice: Notice
}

/** Long enough to be read twice. */
const readingTime = 7000

/** Something was done: said in a line that goes by itself, but not from under the pointer or the focus. */
function Done({ notice: { title, aside, moreDialog } }: Noticed) {
  const app = useApp()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return undefined
    const timer = setTimeout(app.dismissNotice, readingTime)
    return () => clearTimeout(timer)
  }, [app, held])
  return (
    <div
      className={classes.done}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>
        <strong>{title}</strong> {aside}
      </p>
      {moreDialog && (
        <button
          type="button"
          className={controls.button}
          onClick={() => (app.dismissNotice(), app.openDialog(moreDialog))}
        >
          What was read
        </button>
      )}
      <Close />
    </div>
  )
}

const Close = () => {
  const app = useApp()
  return (
    <button
      type="button"
      className={`${controls.small} ${classes.close}`}
      aria-label="Dismiss"
      onClick={app.dismissNotice}
    >
      <Icon name="close" />
    </button>
  )
}

/** Something went wrong: what, where, how to mend it, and the ways on. */
function Trouble({ notice }: Noticed) {
  const { title, aside, what, where, excerpt, remedy } = notice
  return (
    <section className={classes.message} role="alert">
      <h2>{title}</h2>
      {aside && <p className={classes.aside}>{aside}</p>}
      <Close />
      <dl>
        <dt>What</dt>
        <dd>{sentence(what ?? '')}</dd>
        {where && (
          <>
            <dt>Where</dt>
            <dd>{where}</dd>
          </>
        )}
        {excerpt && <Excerpt lines={excerpt} />}
        {remedy && (
          <>
            <dt>Remedy</dt>
            <dd>{remedy}</dd>
          </>
        )}
      </dl>
      <Ways notice={notice} />
    </section>
  )
}

const sentence = (text: string): string => {
  const whole = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.!?。]$/.test(whole) ? whole : `${whole}.`
}

/** Lines of the file around the fault, which is underlined. */
const Excerpt = ({ lines }: { readonly lines: NonNullable<Notice['excerpt']> }) => (
  <dd className={classes.excerpt}>
    {lines.map(({ line, text, bad: [from, to] = [text.length, text.length] }) => (
      <div key={line}>
        <span className={classes.number}>{line}</span>
        {text.slice(0, from)}
        {to > from && <mark>{text.slice(from, to) || ' '}</mark>}
        {text.slice(to)}
      </div>
    ))}
  </dd>
)

function Ways({ notice }: Noticed) {
  const app = useApp()
  const { title, aside, what, where, remedy } = notice
  const text = [title, aside, what, where, remedy].filter(Boolean).join('\n')
  return (
    <div className={classes.ways}>
      {isAboutFile(notice) && (
        <button type="button" className={controls.fill} onClick={() => (app.dismissNotice(), app.openDialog('open'))}>
          Choose another file
        </button>
      )}
      <button type="button" className={controls.line} onClick={app.dismissNotice}>
        Dismiss
      </button>
      <button type="button" className={controls.button} onClick={() => void navigator.clipboard.writeText(text)}>
        <Icon name="copy" />
        Copy this message
      </button>
    </div>
  )
}

/** A file that was not opened is told by what the message says became of the graph that was. */
const isAboutFile = ({ aside = '' }: Notice): boolean => aside.endsWith('stays open, unchanged.')

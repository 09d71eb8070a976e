import { Suspense, useEffect, useState } from 'react'
import type { Notice, Session } from '../../app/store'
import controls from '../controls/controls.module.css'
import { Icon } from '../controls/Icon'
import { MessageText } from '../controls/MessageText'
import { useApp, useSession } from '../controls/useApp'
import { useMessages, useMessageText } from '../controls/useTexts'
import classes from './NoticeBanner.module.css'

/** What was done or went wrong, over the canvas; the page below stays as it is. */
export function NoticeBanner() {
  const notice = useSession((session) => session.notice)
  const openingProgress = useSession((session) => session.openingProgress)
  const isFault = notice?.what !== undefined
  // The live regions are there before their texts, so that screen readers announce these; texts are loaded when needed.
  return (
    <>
      <div aria-live="polite">
        <Suspense fallback={null}>
          {notice && !isFault && <DoneNotice key={JSON.stringify(notice)} notice={notice} />}
        </Suspense>
      </div>
      <Suspense fallback={null}>{notice && isFault && <FaultNotice notice={notice} />}</Suspense>
      <div aria-live="polite">
        <Suspense fallback={null}>{openingProgress && <OpeningNotice progress={openingProgress} />}</Suspense>
      </div>
    </>
  )
}

/** The current step of reading files, and a way to cancel it. */
function OpeningNotice({ progress: { names, step } }: { readonly progress: NonNullable<Session['openingProgress']> }) {
  const app = useApp()
  const { cancel, fileNames } = useMessages('files')
  return (
    <div className={classes.done}>
      <p>
        <strong translate="no">{fileNames({ names })}</strong> <MessageText message={step} />…
      </p>
      <button type="button" className={controls.button} onClick={app.stopOpening}>
        {cancel}
      </button>
    </div>
  )
}

interface NoticeProps {
  readonly notice: Notice
}

/** Milliseconds: long enough to read a notice twice. */
const displayTime = 7000

/** Something was done: one line that disappears by itself, except under the pointer or the focus. */
function DoneNotice({ notice: { title, details, moreDialog } }: NoticeProps) {
  const app = useApp()
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return undefined
    const timer = setTimeout(app.dismissNotice, displayTime)
    return () => clearTimeout(timer)
  }, [app, isHeld])
  return (
    <div
      className={classes.done}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>
        <strong>
          <MessageText message={title} />
        </strong>{' '}
        {details && <MessageText message={details} />}
      </p>
      {moreDialog && <ReportButton dialog={moreDialog} />}
      <CloseButton />
    </div>
  )
}

function ReportButton({ dialog }: { readonly dialog: NonNullable<Notice['moreDialog']> }) {
  const app = useApp()
  const { showReport } = useMessages('files')
  const open = () => {
    app.dismissNotice()
    app.openDialog(dialog)
  }
  return (
    <button type="button" className={controls.button} onClick={open}>
      {showReport}
    </button>
  )
}

function CloseButton() {
  const app = useApp()
  const { dismiss } = useMessages('errors')
  return (
    <button
      type="button"
      className={`${controls.small} ${classes.close}`}
      aria-label={dismiss}
      onClick={app.dismissNotice}
    >
      <Icon name="close" />
    </button>
  )
}

/** Something went wrong: what, where, and what to do about it. */
function FaultNotice({ notice }: NoticeProps) {
  const { title, details, what, where, excerpt, remedy } = notice
  const errors = useMessages('errors')
  return (
    <section className={classes.message} role="alert">
      <h2>
        <MessageText message={title} />
      </h2>
      {details && (
        <p className={classes.aside}>
          <MessageText message={details} />
        </p>
      )}
      <CloseButton />
      <dl>
        <dt>{errors.problem}</dt>
        <dd>{what && <MessageText message={what} asSentence />}</dd>
        {where && (
          <>
            <dt>{errors.where}</dt>
            <dd>
              <MessageText message={where} />
            </dd>
          </>
        )}
        {excerpt && <Excerpt lines={excerpt} />}
        {remedy && (
          <>
            <dt>{errors.remedy}</dt>
            <dd>
              <MessageText message={remedy} asSentence />
            </dd>
          </>
        )}
      </dl>
      <Actions notice={notice} />
    </section>
  )
}

/** Lines of the file around the fault, which is marked. */
const Excerpt = ({ lines }: { readonly lines: NonNullable<Notice['excerpt']> }) => (
  <dd className={classes.excerpt} translate="no">
    {lines.map(({ line, text, highlight: [from, to] = [text.length, text.length] }) => (
      <div key={line}>
        <span className={classes.number}>{line}</span>
        {text.slice(0, from)}
        {to > from && <mark>{text.slice(from, to) || ' '}</mark>}
        {text.slice(to)}
      </div>
    ))}
  </dd>
)

function SaveButton() {
  const app = useApp()
  const { saveProject } = useMessages('work')
  return (
    <button type="button" className={controls.fill} onClick={() => void app.works.saveProject()}>
      {saveProject}
    </button>
  )
}

function Actions({ notice }: NoticeProps) {
  const app = useApp()
  const { chooseAnotherFile, dismiss, copyMessage } = useMessages('errors')
  const { title, details, what, where, remedy, offersOtherFile, offersSaving } = notice
  const messages = [title, details, what, where, remedy].filter((each) => each !== undefined)
  const textOf = useMessageText(messages)
  const chooseFile = () => {
    app.dismissNotice()
    app.openDialog('open')
  }
  return (
    <div className={classes.ways}>
      {offersSaving && <SaveButton />}
      {offersOtherFile && (
        <button type="button" className={controls.fill} onClick={chooseFile}>
          {chooseAnotherFile}
        </button>
      )}
      <button type="button" className={controls.line} onClick={app.dismissNotice}>
        {dismiss}
      </button>
      <button
        type="button"
        className={controls.button}
        onClick={() => void navigator.clipboard.writeText(messages.map(textOf).join('\n'))}
      >
        <Icon name="copy" />
        {copyMessage}
      </button>
    </div>
  )
}

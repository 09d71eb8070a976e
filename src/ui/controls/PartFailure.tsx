import { useState } from 'react'
import { errorDetail, failureReport, isLoadFailure } from '../../app/failureReport'
import controls from './controls.module.css'
import { Icon } from './Icon'
import classes from './PartFailure.module.css'
import { useApp } from './useApp'
import { useTexts } from './useTexts'

interface PartFailureProps {
  readonly part: string
  readonly error: unknown
  readonly onRetry: () => void
}

/** Says that a part of the page failed and why, that the graph is still there, and what can be done. */
export function PartFailure({ part, error, onRetry }: PartFailureProps) {
  const app = useApp()
  const { failure } = useTexts().frame
  const [isCopied, setCopied] = useState(false)
  const notLoaded = isLoadFailure(error)
  const copy = () =>
    void navigator.clipboard.writeText(failureReport(part, error)).then(
      () => setCopied(true),
      () => undefined,
    )
  return (
    <div className={classes.failure} role="alert">
      <h2>{failure.title({ part })}</h2>
      <p>{notLoaded ? failure.notLoaded : failure.programError({ detail: errorDetail(error) })}</p>
      <p>{failure.graphStays}</p>
      <div className={classes.ways}>
        <button type="button" className={controls.fill} onClick={onRetry}>
          {failure.tryAgain}
        </button>
        {notLoaded && (
          <button type="button" className={controls.line} onClick={() => location.reload()}>
            {failure.reload}
          </button>
        )}
        <button type="button" className={controls.line} onClick={() => void app.works.saveProject()}>
          {failure.save}
        </button>
        <button type="button" className={controls.button} onClick={copy}>
          <Icon name="copy" />
          {isCopied ? failure.copied : failure.copyReport}
        </button>
      </div>
    </div>
  )
}

import { useState, type ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { retryFailedCatalogues } from '../../messages/catalogues'
import { LoadAttemptContext, nextLoadAttempt } from './lazyPart'
import { PartFailure } from './PartFailure'

interface PartBoundaryProps {
  /** What the part is called for people. */
  readonly part: string
  /** Shown besides the failure: what the part's content can be had from in another way. */
  readonly instead?: ReactNode
  /** A part that failed is tried anew when this changes, such as the selection that it shows. */
  readonly resetKey?: unknown
  /** Puts the failure where the part was, such as into a dialog. */
  readonly wrap?: (failure: ReactNode) => ReactNode
  readonly children: ReactNode
}

/** Keeps the failure of a part to that part: its place says what failed and offers to try again; the rest of the page stays. */
export function PartBoundary({ part, instead, resetKey, wrap = (failure) => failure, children }: PartBoundaryProps) {
  const [attempt, setAttempt] = useState(0)
  const retry = () => {
    retryFailedCatalogues()
    setAttempt(nextLoadAttempt())
  }
  return (
    <LoadAttemptContext value={attempt}>
      <ErrorBoundary
        resetKeys={[attempt, resetKey]}
        fallbackRender={({ error }) => (
          <>
            {wrap(<PartFailure part={part} error={error} onRetry={retry} />)}
            {instead}
          </>
        )}
      >
        {children}
      </ErrorBoundary>
    </LoadAttemptContext>
  )
}

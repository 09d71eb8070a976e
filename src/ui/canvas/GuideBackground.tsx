import { lazy, Suspense } from 'react'
import { useSession } from '../controls/useApp'
import styles from './GuideBackground.module.css'

const Guides = lazy(async () => ({ default: (await import('./GuideLayer')).GuideLayer }))

/** Room for what stands behind the nodes, and that where the layout has any. It is there from the start, so that it stays below. */
export function GuideBackground() {
  const guides = useSession((session) => session.guides)
  return (
    <div className={styles['behind']} aria-hidden="true" data-guides>
      {guides && (
        <Suspense fallback={null}>
          <Guides guides={guides} />
        </Suspense>
      )}
    </div>
  )
}

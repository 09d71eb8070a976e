import { lazy, Suspense } from 'react'
import { useMoment } from '../controls/useApp'
import styles from './GuideBackground.module.css'

const Guides = lazy(async () => ({ default: (await import('./GuideLayer')).Guides }))

/** Room for what stands behind the nodes, and that where the layout has any. It is there from the start, so that it stays below. */
export function Behind() {
  const guides = useMoment((moment) => moment.guides)
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

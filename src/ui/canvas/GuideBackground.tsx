import { Suspense } from 'react'
import { lazyPart } from '../controls/lazyPart'
import { useSession } from '../controls/useApp'
import styles from './GuideBackground.module.css'

const Guides = lazyPart(async () => (await import('./GuideLayer')).GuideLayer)

/** The guides behind the nodes, if the layout has any. The element is always there, so that it stays below the canvases of sigma. */
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

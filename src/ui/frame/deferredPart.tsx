import { Suspense, useDeferredValue, type ComponentType } from 'react'
import { lazyPart } from '../controls/lazyPart'
import type * as DeferredParts from './deferredParts'

/**
 * A part of the page that the first picture does without. All of them come in one script, which is loaded when the first
 * picture has been drawn; until it is there, nothing is shown in the part's place.
 */
export function deferredPart(choose: (parts: typeof DeferredParts) => ComponentType): ComponentType {
  const Part = lazyPart(async () => choose(await import('./deferredParts')))
  return function Deferred() {
    const isAfterFirstPicture = useDeferredValue(true, false)
    return (
      isAfterFirstPicture && (
        <Suspense fallback={null}>
          <Part />
        </Suspense>
      )
    )
  }
}

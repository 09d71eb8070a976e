import { useEffect, useState } from 'react'
import type { completeFilterText } from '../../scene/filter/filterCompletion'

let loaded: typeof completeFilterText | undefined

/** The completion of the filter's text, loaded after the first picture; undefined until then. */
export function useFilterCompletion(): typeof completeFilterText | undefined {
  const [complete, setComplete] = useState(() => loaded)
  useEffect(() => {
    if (loaded) return
    void import('../../scene/filter/filterCompletion').then((module) => {
      loaded = module.completeFilterText
      setComplete(() => loaded)
    })
  }, [])
  return complete
}

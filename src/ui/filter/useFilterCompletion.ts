import { useEffect, useState } from 'react'
import type { completionsForFilterText } from '../../scene/filter/filterCompletion'

let loaded: typeof completionsForFilterText | undefined

/** The completion of the filter's text, loaded after the first picture; undefined until then. */
export function useFilterCompletion(): typeof completionsForFilterText | undefined {
  const [complete, setComplete] = useState(() => loaded)
  useEffect(() => {
    if (loaded) return
    void import('../../scene/filter/filterCompletion').then((module) => {
      loaded = module.completionsForFilterText
      setComplete(() => loaded)
    })
  }, [])
  return complete
}

import { useEffect, useState } from 'react'
import type { Hit } from '../../analysis/search/searchNodes'
import { useApp, useWorkspace } from './useApp'

/** Nodes that a search finds; `pending` while they are of an older text. */
export interface Hits {
  readonly hits: readonly Hit[]
  readonly pending: boolean
}

/** Searches for a text as it is written; an answer that comes too late is dropped. No text finds nothing. */
export function useHits(text: string): Hits {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const [found, setFound] = useState<{ readonly text: string; readonly hits: readonly Hit[] }>({ text: '', hits: [] })
  useEffect(() => {
    if (text === '') return undefined
    let wanted = true
    void app.search(text).then((hits) => wanted && setFound({ text, hits }))
    return () => {
      wanted = false
    }
  }, [app, graph, text])
  const pending = found.text !== text
  return { hits: text === '' ? [] : found.hits, pending }
}

import { useEffect, useState } from 'react'
import type { SearchHit } from '../../analysis/search/searchNodes'
import { useApp, useWorkspace } from './useApp'

/** Nodes that a search found; `pending` while they belong to an earlier text. */
interface NodeSearchResult {
  readonly hits: readonly SearchHit[]
  readonly pending: boolean
}

/** Searches for a text as it is written; an answer that comes too late is dropped. No text finds nothing. */
export function useNodeSearch(text: string): NodeSearchResult {
  const app = useApp()
  const graph = useWorkspace((workspace) => workspace.graph)
  const [found, setFound] = useState<{ readonly text: string; readonly hits: readonly SearchHit[] }>({
    text: '',
    hits: [],
  })
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

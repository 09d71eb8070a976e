import { useEffect, useState } from 'react'
import { inBreaths } from '../../analysis/incremental'
import { breathing } from '../../app/yieldToMain'
import type { Graph } from '../../model/graph'
import { headsInParts, type FacetHead } from '../../scene/filter/facetDefinitions'

/** Up to so many rows are looked through at once: nobody would see it happen. */
const quick = 10_000

/**
 * The facets of a graph. Those of a large one are found out in turns with whatever else the page does; those that the same
 * data set had before, as when a column was added, stay meanwhile.
 */
export function useHeads(graph: Graph): readonly FacetHead[] {
  const heads = headsInParts(graph)
  const data = graph.about.id
  const [held, hold] = useState<{ readonly data: string; readonly found: readonly FacetHead[] }>()
  const small = graph.nodes.count + graph.edges.count <= quick
  const found = small ? heads.whole() : heads.done()
  useEffect(() => {
    if (small) return undefined
    let here = true
    void inBreaths(heads, breathing()).then((all) => here && hold({ data, found: all }))
    return () => {
      here = false
    }
  }, [heads, data, small])
  return found ?? (held?.data === data ? held.found : [])
}

import { useEffect, useState } from 'react'
import { runWithPauses } from '../../analysis/incremental'
import { createYielder } from '../../app/yieldToMain'
import type { Graph } from '../../model/graph'
import { incrementalFacetDefinitions, type FacetDefinition } from '../../scene/filter/facetDefinitions'

/** Up to so many rows are looked through at once: nobody would see it happen. */
const quick = 10_000

/**
 * The facets of a graph. Those of a large one are found out in turns with whatever else the page does; those that the same
 * data set had before, as when a column was added, stay meanwhile.
 */
export function useGraphFacets(graph: Graph): readonly FacetDefinition[] {
  const heads = incrementalFacetDefinitions(graph)
  const data = graph.about.id
  const [held, hold] = useState<{ readonly data: string; readonly found: readonly FacetDefinition[] }>()
  const small = graph.nodes.count + graph.edges.count <= quick
  const found = small ? heads.finish() : heads.resultIfDone()
  useEffect(() => {
    if (small) return undefined
    let here = true
    void runWithPauses(heads, createYielder()).then((all) => here && hold({ data, found: all }))
    return () => {
      here = false
    }
  }, [heads, data, small])
  return found ?? (held?.data === data ? held.found : [])
}

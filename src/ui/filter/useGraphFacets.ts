import { useEffect, useState } from 'react'
import { runWithPauses } from '../../analysis/incremental'
import { createYielder } from '../../app/yieldToMain'
import type { Graph } from '../../model/graph'
import { incrementalFacetDefinitions, type FacetDefinition } from '../../scene/filter/facetDefinitions'

/** Maximum number of rows that are read at once, without pauses. */
const maxRowsAtOnce = 10_000

/**
 * The facets of a graph. For a large graph they are computed in slices; meanwhile, the facets that the same data set had
 * before (as when a column is added) stay.
 */
export function useGraphFacets(graph: Graph): readonly FacetDefinition[] {
  const definitions = incrementalFacetDefinitions(graph)
  const dataset = graph.about.id
  const [previous, setPrevious] = useState<{ readonly dataset: string; readonly facets: readonly FacetDefinition[] }>()
  const isSmall = graph.nodes.count + graph.edges.count <= maxRowsAtOnce
  const facets = isSmall ? definitions.finish() : definitions.resultIfDone()
  useEffect(() => {
    if (isSmall) return undefined
    let mounted = true
    void runWithPauses(definitions, createYielder()).then((all) => mounted && setPrevious({ dataset, facets: all }))
    return () => {
      mounted = false
    }
  }, [definitions, dataset, isSmall])
  return facets ?? (previous?.dataset === dataset ? previous.facets : [])
}

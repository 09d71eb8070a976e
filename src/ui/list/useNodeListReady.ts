import { useEffect, useState } from 'react'
import { inBreaths } from '../../analysis/incremental'
import { breathing } from '../../app/yieldToMain'
import type { Graph } from '../../model/graph'
import type { Language } from '../../model/nodeNames'
import { listing } from '../../scene/listNavigation'

/** Up to so many nodes are sorted at once: nobody would see it happen. */
const quick = 5000

/** Whether the list of nodes is in order; while it is wanted and is not, it is sorted in turns with whatever else the page does. */
export function useListed(graph: Graph, language: Language, wanted: boolean): boolean {
  const [, draw] = useState<object>()
  const list = listing(graph, language)
  const ready = list.done() !== undefined || graph.nodes.count <= quick
  useEffect(() => {
    if (!wanted || ready) return undefined
    let here = true
    void inBreaths(list, breathing()).then(() => here && draw({}))
    return () => {
      here = false
    }
  }, [list, wanted, ready])
  return ready
}

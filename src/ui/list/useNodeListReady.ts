import { useEffect, useState } from 'react'
import { runWithPauses } from '../../analysis/incremental'
import { createYielder } from '../../app/yieldToMain'
import type { Graph } from '../../model/graph'
import type { Texts } from '../../messages/texts.en'
import { incrementalNodeOrder } from '../../scene/listNavigation'

/** Maximum number of nodes that are sorted at once, without pauses. */
const maxNodesAtOnce = 5000

/** Whether the list of nodes is sorted. While it is `wanted` and not ready, it is sorted in slices. */
export function useNodeListReady(graph: Graph, texts: Texts, wanted: boolean): boolean {
  const [, rerender] = useState<object>()
  const order = incrementalNodeOrder(graph, texts)
  const ready = order.resultIfDone() !== undefined || graph.nodes.count <= maxNodesAtOnce
  useEffect(() => {
    if (!wanted || ready) return undefined
    let mounted = true
    void runWithPauses(order, createYielder()).then(() => mounted && rerender({}))
    return () => {
      mounted = false
    }
  }, [order, wanted, ready])
  return ready
}

import { useEffect, useState } from 'react'
import { runWithPauses } from '../../analysis/incremental'
import { createYielder } from '../../app/yieldToMain'
import type { Graph } from '../../model/graph'
import type { Texts } from '../../messages/texts.en'
import { incrementalNodeOrder } from '../../scene/listNavigation'

/** Up to so many nodes are sorted at once: nobody would see it happen. */
const quick = 5000

/** Whether the list of nodes is in order; while it is wanted and is not, it is sorted in turns with whatever else the page does. */
export function useNodeListReady(graph: Graph, texts: Texts, wanted: boolean): boolean {
  const [, draw] = useState<object>()
  const list = incrementalNodeOrder(graph, texts)
  const ready = list.resultIfDone() !== undefined || graph.nodes.count <= quick
  useEffect(() => {
    if (!wanted || ready) return undefined
    let here = true
    void runWithPauses(list, createYielder()).then(() => here && draw({}))
    return () => {
      here = false
    }
  }, [list, wanted, ready])
  return ready
}

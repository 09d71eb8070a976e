import { MultiDirectedGraph } from 'graphology'
import { useEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import Sigma from 'sigma'

/** What the page reads of the data set. */
interface File {
  readonly nodes: readonly { readonly id: string; readonly label: string; readonly x: number; readonly y: number }[]
  readonly edges: readonly { readonly id: string; readonly source: string; readonly target: string }[]
}

/** The peer of the bench: the same graph in sigma as its documentation shows it, in React, and nothing else. */
function Graph() {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let sigma: Sigma | undefined
    void fetch('./data.json')
      .then((answer) => answer.json() as Promise<File>)
      .then(({ nodes, edges }) => {
        const graph = new MultiDirectedGraph()
        for (const { id, label, x, y } of nodes) graph.addNode(id, { label, x, y, size: 8, color: '#1d7ab7' })
        for (const { id, source, target } of edges)
          graph.addEdgeWithKey(id, source, target, { size: 1.4, color: '#999' })
        sigma = new Sigma(graph, element.current!)
        sigma.once('afterRender', () => performance.mark('kizuna:first-drawn'))
        sigma.refresh()
      })
    return () => sigma?.kill()
  }, [])
  return <div id="graph" ref={element} />
}

createRoot(document.getElementById('root')!).render(<Graph />)

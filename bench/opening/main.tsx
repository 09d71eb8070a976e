import { MultiDirectedGraph } from 'graphology'
import { parse } from 'graphology-gexf/browser'
import { inferSettings } from 'graphology-layout-forceatlas2'
import ForceLayout from 'graphology-layout-forceatlas2/worker'
import { useEffect, useRef } from 'react'
import { createRoot } from 'react-dom/client'
import Sigma from 'sigma'

/** The peer of opening a file: graphology's own reader and sigma in React, as their documentation shows them. */
function Graph() {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    let sigma: Sigma | undefined
    const file = new URLSearchParams(location.search).get('open')!
    void fetch(file)
      .then((answer) => answer.text())
      .then((text) => {
        const graph = parse(MultiDirectedGraph as never, text) as unknown as MultiDirectedGraph
        graph.forEachNode((node) => graph.mergeNodeAttributes(node, { size: 4, color: '#1d7ab7', type: 'circle' }))
        sigma = new Sigma(graph, element.current!, { allowInvalidContainer: true })
        sigma.once('afterRender', () => performance.mark('kizuna:first-drawn'))
        sigma.refresh()
        // sigma draws each of its frames by itself, as it hears of the nodes' new places.
        const settings = inferSettings(graph)
        Object.assign(globalThis, { layOut: () => new ForceLayout(graph, { settings }).start() })
      })
    return () => sigma?.kill()
  }, [])
  return <div id="graph" ref={element} />
}

createRoot(document.getElementById('root')!).render(<Graph />)

import { createWriteStream } from 'node:fs'
import { relations, sampleGraph, sectors } from '../graphs.js'

/** A GEXF file of a sample graph, with three columns of nodes and two of edges. */
export async function writeSample(path, nodes, edges) {
  const graph = sampleGraph(nodes, edges, 7)
  const labels = graph.labels()
  const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
  const out = createWriteStream(path)
  out.write(
    '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">' +
      '<graph defaultedgetype="directed"><attributes class="node"><attribute id="0" title="type" type="string"/>' +
      '<attribute id="1" title="year" type="integer"/><attribute id="2" title="score" type="double"/></attributes>' +
      '<attributes class="edge"><attribute id="0" title="relation" type="string"/></attributes><nodes>\n',
  )
  for (let node = 0; node < nodes; node++)
    out.write(
      `<node id="n${node}" label="${escape(labels[node])}"><attvalues><attvalue for="0" value="${sectors[graph.type[node]]}"/>` +
        `<attvalue for="1" value="${graph.year[node]}"/><attvalue for="2" value="${graph.score[node].toFixed(6)}"/></attvalues>` +
        `<viz:position x="${(graph.x[node] * 1000).toFixed(2)}" y="${(graph.y[node] * 1000).toFixed(2)}"/></node>\n`,
    )
  out.write('</nodes><edges>\n')
  for (let edge = 0; edge < edges; edge++)
    out.write(
      `<edge id="${edge}" source="n${graph.source[edge]}" target="n${graph.target[edge]}" weight="${graph.weight[edge]}">` +
        `<attvalues><attvalue for="0" value="${relations[graph.relation[edge]]}"/></attvalues></edge>\n`,
    )
  out.end('</edges></graph></gexf>\n')
  await new Promise((resolve) => out.on('finish', resolve))
}

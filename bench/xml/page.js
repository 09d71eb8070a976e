import { MultiGraph } from 'graphology'
import * as gexf from 'graphology-gexf/browser'
import * as graphml from 'graphology-graphml/browser'
import { GraphCollector } from '../../src/formats/collect/graphCollector'
import { graphFromCollector } from '../../src/formats/collect/graphFromCollector'
import { InputFile } from '../../src/formats/io/inputFile'
import { collectGexf } from '../../src/formats/gexf/read'
import { collectGraphml } from '../../src/formats/graphml/read'
import { textAt } from '../../src/model/columns'
import { samplePart, written } from './sample.js'

/** Everything is done on the page's main thread, ours and the peer's: graphology's readers need DOMParser. */
const formats = {
  gexf: { collect: collectGexf, peer: gexf },
  graphml: { collect: collectGraphml, peer: graphml },
}
let part
let model
const files = {}

/** Fetches the file that is read. */
window.load = async (kind) => {
  files[kind] = new Uint8Array(await (await fetch(`./sample.${kind}`)).arrayBuffer())
}

/** Makes the graph that is written, and the same in graphology for its writer. */
window.prepare = (nodeCount, edgeCount) => {
  part = samplePart(nodeCount, edgeCount)
  const { nodes, edges } = part.graph
  model = new MultiGraph({ type: 'directed' })
  const types = nodes.type
  const [year, score] = ['year', 'score'].map((name) => nodes.attributes.get(name).values)
  const weight = edges.attributes.get('weight').values
  for (let row = 0; row < nodes.count; row++)
    model.addNode(textAt(nodes.id, row), {
      label: textAt(nodes.label, row),
      x: nodes.x[row],
      y: nodes.y[row],
      sector: types.dictionary[types.codes[row]],
      year: year[row],
      score: score[row],
    })
  for (let row = 0; row < edges.count; row++)
    model.addDirectedEdgeWithKey(
      textAt(edges.id, row),
      textAt(nodes.id, edges.source[row]),
      textAt(nodes.id, edges.target[row]),
      { relation: edges.predicate.dictionary[edges.predicate.codes[row]], weight: weight[row] },
    )
}

function readOurs(kind) {
  const collector = new GraphCollector('sample')
  formats[kind].collect(new InputFile('sample', files[kind]), collector)
  return graphFromCollector(collector, kind).graph.edges.count
}

const readPeer = (kind) => formats[kind].peer.parse(MultiGraph, new TextDecoder().decode(files[kind])).size

const works = {
  'read ours': readOurs,
  'read peer': readPeer,
  'write ours': (kind) => new Blob([written(kind, part)]).size,
  'write peer': (kind) => new Blob([formats[kind].peer.write(model)]).size,
}

/** Milliseconds that a work takes. Throws where it gives nothing. */
window.timed = (kind, work) => {
  const start = performance.now()
  const result = works[work](kind)
  const time = performance.now() - start
  if (!(result > 0)) throw new Error(`${work} of ${kind} gave ${result}`)
  return time
}

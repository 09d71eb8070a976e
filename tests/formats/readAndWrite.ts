import type { ExportProvenance, Subgraph } from '../../src/formats/format'
import { writableFormats } from '../../src/formats/formats'
import { readFiles } from '../../src/formats/readFiles'
import type { ImportOptions } from '../../src/model/importReport'
import type { Graph } from '../../src/model/graph'

const encoder = new TextEncoder()
const writers = new Map(
  await Promise.all(writableFormats.map(async (format) => [format.id, await format.loadWriter()] as const)),
)

/** A whole graph as what is written. */
export const wholeGraph = (graph: Graph): Subgraph => ({
  graph,
  nodes: new Uint8Array(graph.nodes.count).fill(1),
  edges: new Uint8Array(graph.edges.count).fill(1),
})

/** A part of a graph as the bytes of a file. */
export function writeAs(id: string, part: Subgraph, provenance: ExportProvenance): Uint8Array {
  const content = writers.get(id as (typeof writableFormats)[number]['id'])!(part, provenance)
  return typeof content === 'string' ? encoder.encode(content) : content
}

/** The graph in a file. */
export const readGraph = async (bytes: Uint8Array, name: string, options?: ImportOptions): Promise<Graph> =>
  (await readFiles([{ name, bytes }], options)).graph

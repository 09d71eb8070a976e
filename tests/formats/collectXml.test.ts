import fc from 'fast-check'
import { MultiGraph } from 'graphology'
import { write as graphologyGexf } from 'graphology-gexf'
import { describe, expect, it } from 'vitest'
import { FileFault } from '../../src/formats/io/fileFault'
import type { Subgraph, ExportProvenance } from '../../src/formats/format'
import { writeGexf } from '../../src/formats/gexf/write'
import { writeGraphml } from '../../src/formats/graphml/write'
import { readGraph } from './readAndWrite'
import type { Graph } from '../../src/model/graph'
import { edgeRecordAt, nodeRecordAt } from '../../src/model/rowRecords'
import { aGraph, printable } from '../arbitraries'

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const recipe: ExportProvenance = { dataset: { id: 's', title: 'S' }, filter: '', scope: 'shown', date: '' }
const whole = (graph: Graph): Subgraph => ({
  graph,
  nodes: new Uint8Array(graph.nodes.count).fill(1),
  edges: new Uint8Array(graph.edges.count).fill(1),
})

/** The same file with a processing instruction, which the fast parser leaves to the strict one. */
function slowly(bytes: Uint8Array): Uint8Array {
  const declared = decoder.decode(bytes.subarray(0, 100)).startsWith('<?xml')
  const at = declared ? bytes.indexOf(0x3e) + 1 : 0
  return Uint8Array.of(...bytes.subarray(0, at), ...encoder.encode('<?slow x?>'), ...bytes.subarray(at))
}

/** The content of a file; undefined if it is refused. */
async function read(bytes: Uint8Array): Promise<object | undefined> {
  try {
    const graph = await readGraph(bytes, 'x')
    return {
      schema: graph.schema,
      title: graph.about.title,
      nodes: Array.from({ length: graph.nodes.count }, (_, row) => nodeRecordAt(graph, row)),
      edges: Array.from({ length: graph.edges.count }, (_, row) => edgeRecordAt(graph, row)),
    }
  } catch (error) {
    if (error instanceof FileFault) return undefined
    throw error
  }
}

/** A graph as graphology writes it; an empty id it leaves out. */
const byGraphology = fc
  .record({
    nodes: fc.uniqueArray(
      fc.tuple(
        printable.filter((id) => id !== ''),
        printable,
        fc.double({ noNaN: true }),
        fc.boolean(),
      ),
      {
        minLength: 1,
        maxLength: 6,
        selector: ([id]) => id,
      },
    ),
    edges: fc.array(fc.tuple(fc.nat(), fc.nat(), printable, fc.boolean()), { maxLength: 6 }),
  })
  .map(({ nodes, edges }) => {
    const graph = new MultiGraph()
    for (const [id, label, score, good] of nodes) graph.addNode(id, { label, score, good, kind: label, x: 1, y: -2 })
    const id = (at: number) => nodes[at % nodes.length]![0]
    for (const [from, to, said, directed] of edges)
      if (directed) graph.addDirectedEdge(id(from), id(to), { said, weight: 2 })
      else graph.addUndirectedEdge(id(from), id(to), { said })
    return encoder.encode((graphologyGexf as unknown as (graph: MultiGraph) => string)(graph))
  })
const aFile = fc.oneof(
  aGraph(printable).map((graph) => writeGexf(whole(graph), recipe)),
  aGraph(printable).map((graph) => writeGraphml(whole(graph), recipe)),
  byGraphology,
)

describe('a file that the fast parser reads', () => {
  it('is read as the strict parser reads it', () =>
    fc.assert(
      fc.asyncProperty(aFile, async (bytes) => {
        const all = await read(slowly(bytes))
        expect(all).toBeDefined()
        expect(await read(bytes)).toEqual(all)
      }),
      { numRuns: 60 },
    ))

  it('is read as the strict parser reads it, or refused by both, whatever byte is changed', () =>
    fc.assert(
      fc.asyncProperty(
        aFile,
        fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(255), fc.constantFrom(...encoder.encode('<>&"\'/= a0')))), {
          minLength: 1,
          maxLength: 3,
        }),
        async (bytes, changes) => {
          const spoilt = bytes.slice()
          // What comes before the root tells the format, and whether there is a declaration.
          for (const [place, byte] of changes) spoilt[120 + (place % (spoilt.length - 120))] = byte
          expect(await read(spoilt)).toEqual(await read(slowly(spoilt)))
        },
      ),
      { numRuns: 150 },
    ))
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFiles } from '../../src/formats/readFiles'
import { textAt } from '../../src/model/columns'
import { edgeRecordAt, statementRecordAt } from '../../src/model/rowRecords'
import { summaryOf } from '../samples/summary'

/** Ids, edges and sources of RDF. */
async function outcomeOf(bytes: Uint8Array, name: string) {
  const result = await readFiles([{ name, bytes }])
  const { graph } = result
  const titles = new Map(graph.sources.map(({ id, title }) => [id, title]))
  const rows = (count: number) => Array.from({ length: count }, (_, row) => row)
  return {
    ids: rows(graph.nodes.count).map((row) => textAt(graph.nodes.id, row)),
    labels: rows(graph.nodes.count).map((row) => textAt(graph.nodes.label, row)),
    edges: rows(graph.edges.count).map((row) => {
      const { source, predicate, target } = edgeRecordAt(graph, row)
      return [source, predicate, target].join(' ')
    }),
    said: rows(graph.statements.count).map((row) => {
      const { subject, object, source } = statementRecordAt(graph, row)
      return `${titles.get(source)}: ${subject} ${object}`
    }),
    sources: graph.sources,
    repairs: summaryOf(result, name).repairs,
  }
}
const readCase = (name: string) => outcomeOf(new Uint8Array(readFileSync(`tests/cases/${name}`)), name)
const readText = (text: string, name: string) => outcomeOf(new TextEncoder().encode(text), name)

describe('JSON-LD without a base', () => {
  it('keeps relative ids as they stand', async () => {
    const { ids, labels, edges } = await readCase('relative-ids.jsonld')
    expect(ids).toEqual(['a', 'b'])
    expect(labels).toEqual(['Ida', 'Jon'])
    expect(edges).toEqual(['a knows b'])
  })
  it('resolves them where it has a base', async () => {
    const text = '{"@context":{"@vocab":"http://v/","@base":"http://example.org/d/"},"@id":"a","knows":{"@id":"../b"}}'
    expect((await readText(text, 'x.jsonld')).ids).toEqual(['http://example.org/d/a', 'http://example.org/b'])
  })
})

describe('named graphs', () => {
  it('are the sources of their edges', async () => {
    const { edges, said, sources } = await readCase('named-graphs.nq')
    expect(edges).toHaveLength(2)
    expect(said).toEqual([
      'http://example.org/paper1: http://example.org/a http://example.org/b',
      'http://example.org/paper2: http://example.org/b http://example.org/c',
    ])
    expect(sources.map(({ url }) => url)).toEqual(['http://example.org/paper1', 'http://example.org/paper2'])
  })
  it('make one edge with several statements of a triple that stands in several, under their labels', async () => {
    const text = `@prefix : <http://x/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      :g1 rdfs:label "First paper" . :a :knows :b . :g1 { :a :knows :b } :g2 { :a :knows :b . :b :knows :c . :a :age 4 }`
    const { edges, said, repairs } = await readText(text, 'x.trig')
    expect(edges).toEqual(['http://x/a knows http://x/b', 'http://x/b knows http://x/c'])
    expect(said).toEqual([
      'First paper: http://x/a http://x/b',
      'http://x/g2: http://x/a http://x/b',
      'http://x/g2: http://x/b http://x/c',
    ])
    expect(JSON.stringify(repairs)).toContain('http://x/g2')
  })
  it('of JSON-LD are sources as well', async () => {
    const text =
      '{"@context":{"@vocab":"http://v/"},"@id":"http://x/g","@graph":[{"@id":"http://x/a","knows":{"@id":"http://x/b"}}]}'
    expect((await readText(text, 'x.jsonld')).said).toEqual(['http://x/g: http://x/a http://x/b'])
  })
})

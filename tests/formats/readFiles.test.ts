import { gzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { FileFault } from '../../src/formats/io/fileFault'
import { readFiles } from '../../src/formats/readFiles'
import { textAt } from '../../src/model/columns'
import type { Graph } from '../../src/model/graph'
import type { ImportReport } from '../../src/model/importReport'
import { inEnglish } from '../text'

const encoder = new TextEncoder()
const gexf = (inner: string) => `<gexf><graph>${inner}</graph></gexf>`
const nodes = (inner: string) => gexf(`<nodes>${inner}</nodes>`)
const million = 'x'.repeat(1_000_000)
/** A gzip file whose trailer claims a huge length. */
const gzipBomb = (() => {
  const bytes = gzipSync(new Uint8Array(1 << 20))
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(bytes.length - 4, 0xf0000000, true)
  return bytes
})()
/** A zip archive whose only entry claims four gigabytes. */
const zipBomb = (() => {
  const bytes = zipSync({ 'a.gexf': encoder.encode(gexf('')) })
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const at = (signature: number) => {
    for (let index = 0; index < bytes.length - 4; index++) if (view.getUint32(index, true) === signature) return index
    throw new Error('no such record')
  }
  view.setUint32(at(0x04034b50) + 22, 0xfffffff0, true)
  view.setUint32(at(0x02014b50) + 24, 0xfffffff0, true)
  return bytes
})()

/** Files that are rejected, with what the fault says. */
const refused: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
  [
    'entities that blow up',
    `<!DOCTYPE g [<!ENTITY a "${'b'.repeat(99)}"><!ENTITY c "&a;&a;&a;">]>${gexf('&c;')}`,
    /declares entities/,
  ],
  [
    'a file from elsewhere as an entity',
    `<!DOCTYPE g [<!ENTITY x SYSTEM "file:///etc/passwd">]>${nodes('<node id="&x;"/>')}`,
    /declares entities/,
  ],
  ['a gzip bomb', gzipBomb, /2 GB|damaged/],
  ['a zip bomb', zipBomb, /2 GB|damaged/],
  [
    'a zip in a zip',
    zipSync({ 'a.zip': zipSync({ 'b.gexf': encoder.encode(gexf('')) }) }),
    /zip archive inside another/,
  ],
  ['XML nested without end', `<gexf>${'<a>'.repeat(100_000)}`, /nested more than/],
  ['JSON nested without end', '['.repeat(200_000), /nested|JSON|too early/],
  ['GML nested without end', `graph [ ${'a [ '.repeat(100_000)}`, /nested more than/],
  ['DOT nested without end', `digraph { ${'{ '.repeat(100_000)}`, /nested more than/],
  ['more vertices than there is memory', '*Vertices 4000000000\n', /at most/],
  [
    'invalid UTF-8',
    Uint8Array.of(
      ...encoder.encode('<gexf><graph><nodes><node id="'),
      0xc3,
      0x28,
      ...encoder.encode('"/></nodes></graph></gexf>'),
    ),
    /UTF-8/,
  ],
  ['10 MB of one line that is nothing', 'x'.repeat(10_000_000), /unrecognised format/],
  [
    'a context that would be fetched',
    '{"@context": "https://example.org/context", "@id": "urn:a", "urn:b": "c"}',
    /would have to be downloaded/,
  ],
  ['a file cut within a character', encoder.encode(nodes('<node id="赤澤"/>')).slice(0, 31), /UTF-8|ends too early/],
]

/** Files that are opened, and what must be true of them. */
const opened: readonly (readonly [string, string | Uint8Array, (graph: Graph, report: ImportReport) => void])[] = [
  [
    '10 MB of one line that is a graph',
    nodes(
      '<node id="a" label="x"/>'.repeat(1) +
        Array.from({ length: 200_000 }, (_, at) => `<node id="n${at}" label="label ${at}"/>`).join(''),
    ),
    (graph) => expect(graph.nodes.count).toBe(200_001),
  ],
  [
    'an id of a million letters',
    nodes(`<node id="${million}" label="long"/>`),
    ({ nodes: { id, label } }) => {
      expect(textAt(id, 0)).toHaveLength(1_000_000)
      expect(textAt(label, 0)).toBe('long')
    },
  ],
  [
    'duplicate ids',
    nodes('<node id="a" label="1"/><node id="a" label="2"/>'),
    (graph, { repairs }) => {
      expect(graph.nodes.count).toBe(1)
      expect(repairs).toMatchObject([{ kind: 'duplicate nodes', count: 1 }])
    },
  ],
  [
    'duplicate ids of edges',
    gexf(
      '<nodes><node id="a"/></nodes><edges><edge id="e" source="a" target="a"/><edge id="e" source="a" target="a"/></edges>',
    ),
    (graph, { repairs }) => {
      expect(graph.edges.count).toBe(2)
      expect(new Set([textAt(graph.edges.id, 0), textAt(graph.edges.id, 1)]).size).toBe(2)
      expect(repairs).toMatchObject([{ kind: 'duplicate edges', count: 1 }])
    },
  ],
  [
    'places that are no numbers',
    nodes(
      '<node id="a"><viz:position x="NaN" y="1"/></node><node id="b"><viz:position x="Infinity" y="-Infinity"/></node><node id="c"><viz:position x="1e400" y="2"/></node>',
    ).replace('<gexf>', '<gexf xmlns:viz="v">'),
    ({ nodes: { x, y } }) => {
      for (const place of [...x, ...y]) expect(Number.isFinite(place)).toBe(false)
      for (const place of x) expect(Number.isNaN(place)).toBe(true)
    },
  ],
  [
    'a script in a label',
    nodes('<node id="a" label="&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;alert(1)&lt;/script&gt;"/>'),
    ({ nodes: { label } }) => expect(textAt(label, 0)).toBe('<img src=x onerror=alert(1)><script>alert(1)</script>'),
  ],
  [
    'ids that mean something to the language',
    nodes('<node id="__proto__" label="constructor"/><node id="constructor"/><node id="toString"/>'),
    (graph) => {
      expect([0, 1, 2].map((row) => textAt(graph.nodes.id, row))).toEqual(['__proto__', 'constructor', 'toString'])
    },
  ],
  [
    'columns that mean something to the language',
    '{"nodes": [{"id": "a", "__proto__": {"polluted": 1}, "constructor": "x"}], "links": []}',
    (graph) => {
      expect(graph.nodes.count).toBe(1)
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    },
  ],
  [
    'an edge to nowhere',
    gexf('<nodes><node id="a"/></nodes><edges><edge source="a" target="b"/></edges>'),
    (graph, { repairs }) => {
      expect(graph.nodes.count).toBe(2)
      expect(repairs[0]!.kind).toBe('dangling edges')
    },
  ],
  [
    'a star with 100,000 loops',
    gexf(`<nodes><node id="a"/></nodes><edges>${'<edge source="a" target="a"/>'.repeat(100_000)}</edges>`),
    (graph) => {
      expect(graph.edges.count).toBe(100_000)
      expect(textAt(graph.edges.id, 99_999)).toBe('a--a--100000')
    },
  ],
]

const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? encoder.encode(content) : content)

describe('a hostile file', () => {
  it('comes in more than twenty kinds', () => expect(refused.length + opened.length).toBeGreaterThan(20))
  it.each(refused)(
    '%s: is rejected with a reason and a remedy',
    async (_, content, words) => {
      const fault: unknown = await readFiles([{ name: 'bad', bytes: bytesOf(content) }]).catch(
        (error: unknown) => error,
      )
      expect(fault).toBeInstanceOf(FileFault)
      expect(inEnglish((fault as FileFault).what)).toMatch(words)
      expect(inEnglish((fault as FileFault).remedy)).not.toBe('')
    },
    60_000,
  )
  it.each(opened)(
    '%s: is opened, and nothing is lost',
    async (_, content, holds) => {
      const { graph, report } = await readFiles([{ name: 'odd', bytes: bytesOf(content) }])
      holds(graph, report)
    },
    60_000,
  )
})

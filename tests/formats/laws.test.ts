import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listToText } from '../../src/formats/io/exportColumn'
import { FileFault } from '../../src/formats/io/fileFault'
import type { Format, FormatLoss, Subgraph, ExportProvenance } from '../../src/formats/format'
import { formats } from '../../src/formats/formats'
import { readFiles } from '../../src/formats/readFiles'
import { edgeAgreements, figureAgreements, type Agreement } from '../../src/model/agreement'
import { attributeColumns, buildGraph } from '../../src/model/buildGraph'
import { outcomeKinds, type AttributeValue, type Dispute, type Statement } from '../../src/model/records'
import type { Graph } from '../../src/model/graph'
import {
  edgeRecordAt,
  figureRecordAt,
  hasNoStatements,
  nodeRecordAt,
  predicatesById,
  statementRecordAt,
  nodeTypesById,
} from '../../src/model/rowRecords'
import { aGraph, hostile, plainText, printable } from '../arbitraries'
import { graphOf } from '../sample'

const recipe: ExportProvenance = {
  dataset: { id: 'sample', title: 'Sample' },
  filter: 'sector:energy',
  scope: 'shown',
  date: '2026-02-20',
}
const all = (graph: Graph): Subgraph => ({
  graph,
  nodes: new Uint8Array(graph.nodes.count).fill(1),
  edges: new Uint8Array(graph.edges.count).fill(1),
})
/** For machines that do other things too. */
const patience = 60_000
const encoder = new TextEncoder()
const bytesOf = (content: Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? encoder.encode(content) : content
const written = (format: Format, graph: Graph): Uint8Array => bytesOf(format.write!(all(graph), recipe))
const read = async (bytes: Uint8Array, name = 'no-ending') => (await readFiles([{ name, bytes }])).graph

/** A graph whose nodes have columns of every kind, empty cells and zeros among them. */
const withColumns = (text: fc.Arbitrary<string>): fc.Arbitrary<Graph> => {
  const cells = fc.record(
    {
      score: fc
        .oneof(fc.constant(0), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }))
        .map((value) => Number(value.toFixed(6)) + 0),
      note: text.filter((each) => each.trim() !== ''),
      'has, a comma': fc.constantFrom('x', 'y'),
      tags: fc.array(
        text.filter((each) => each.trim() === each && each !== ''),
        { minLength: 1, maxLength: 3 },
      ),
    },
    { requiredKeys: [] },
  )
  return fc.tuple(aGraph(text), fc.array(cells, { minLength: 6, maxLength: 6 })).map(([graph, rows]) => {
    const { nodes } = graph
    const own = attributeColumns(rows.slice(0, nodes.count) as Record<string, AttributeValue>[])
    return { ...graph, nodes: { ...nodes, attributes: new Map([...nodes.attributes, ...own]) } }
  })
}

/** Columns that formats write from the evidence, which no foreign format gives back as evidence. */
const evidence = [
  'status',
  'polarity',
  'line',
  'corroboration',
  'conflict',
  'statements',
  'sources',
  'disputes',
  'evidence',
  'figures',
  'symmetric',
]

/** Half of a place is none. */
const half = ['x', 'y']

/** A cell as far as the format holds it. */
function cellFor(cell: AttributeValue, losses: ReadonlySet<FormatLoss>): unknown {
  const value = Array.isArray(cell) ? (losses.has('lists') ? listToText(cell) : cell) : cell
  return losses.has('kinds') && !Array.isArray(value)
    ? String(value)
    : typeof value === 'boolean'
      ? String(value)
      : value
}

const cellsFor = (cells: Readonly<Record<string, AttributeValue>> | undefined, losses: ReadonlySet<FormatLoss>) =>
  Object.fromEntries(
    Object.entries(cells ?? {})
      .filter(([name, cell]) => !evidence.includes(name) && cell !== '' && !half.includes(name))
      .map(([name, cell]) => [name, cellFor(cell, losses)]),
  )

/** A graph as far as a format that has these losses holds it. */
function heldBy(graph: Graph, formatLosses: readonly FormatLoss[]) {
  const losses = new Set(formatLosses)
  const nodes = Array.from({ length: graph.nodes.count }, (_, row) => {
    const { id, type, label, x, y, attributes, ja, kana, acronym, aliases, summary, coordinates } = nodeRecordAt(
      graph,
      row,
    )
    return {
      ...(!losses.has('ids') && { id }),
      ...(!losses.has('types') && { type: nodeTypesById(graph).get(type)?.label }),
      ...(!losses.has('labels') && { label }),
      ...(!losses.has('names') && { ja, kana, acronym, aliases, summary, coordinates }),
      ...(!losses.has('places') && x !== undefined && y !== undefined && { x, y }),
      ...(!losses.has('node columns') && { cells: cellsFor(attributes, losses) }),
    }
  })
  const rowOf = new Map(Array.from({ length: graph.nodes.count }, (_, row) => [nodeRecordAt(graph, row).id, row]))
  const edges = Array.from({ length: graph.edges.count }, (_, row) => {
    const { id, source, target, predicate, attributes } = edgeRecordAt(graph, row)
    return {
      ...(!losses.has('edge ids') && { id }),
      source: losses.has('ids') ? rowOf.get(source) : source,
      target: losses.has('ids') ? rowOf.get(target) : target,
      ...(!losses.has('predicates') && { predicate: predicatesById(graph).get(predicate)?.label }),
      ...(!losses.has('edge columns') && { cells: cellsFor(attributes, losses) }),
    }
  })
  const inOrder = losses.has('order') ? nodes.toSorted((one, other) => (one.id! < other.id! ? -1 : 1)) : nodes
  return { nodes: inOrder, edges: losses.has('parallel edges') ? unique(edges) : edges }
}

/** Edges with the same ends and predicate once, in a fixed order. */
function unique(edges: readonly { source: unknown; target: unknown; predicate?: unknown }[]) {
  const keys = edges.map(({ source, target, predicate }) => JSON.stringify([source, target, predicate]))
  return [...new Set(keys)].sort()
}

const both = formats.filter(({ read: own, collect, write }) => (own ?? collect) && write)
const writable = formats.filter(({ write }) => write)

describe('the list of formats', () => {
  it('reads and writes what the program promises', () => {
    const ids = (some: readonly Format[]) => some.map(({ id }) => id).sort()
    const readers = formats.filter(({ read: own, collect }) => own ?? collect)
    for (const id of [
      'json',
      'gexf',
      'graphml',
      'graphology',
      'cyjs',
      'networkx',
      'd3',
      'csv',
      'pajek',
      'gml',
      'dot',
      'turtle',
      'jsonld',
    ])
      expect(
        [ids(readers), ids(writable)].every((some) => some.includes(id)),
        id,
      ).toBe(true)
    expect(ids(readers)).toContain('ftm')
    expect(ids(writable)).toEqual(expect.arrayContaining(['cypher', 'mermaid', 'ntriples', 'gexf12']))
    expect(new Set(ids(formats)).size).toBe(formats.length)
  })
})

describe.each(both.map((format) => [format.label, format] as const))('%s', (_, format) => {
  const names = format.losses?.includes('signs') ? plainText : printable
  it(
    'gives back what it holds',
    () =>
      fc.assert(
        fc.asyncProperty(withColumns(names), async (graph) => {
          const back = await read(written(format, graph))
          expect(heldBy(back, format.losses ?? [])).toEqual(heldBy(graph, format.losses ?? []))
        }),
        { numRuns: 40 },
      ),
    patience,
  )
  it(
    'is known by its content alone, whatever its name says',
    () =>
      fc.assert(
        fc.asyncProperty(aGraph(names), fc.constantFrom('x', 'x.gexf', 'x.json', 'x.csv'), async (graph, name) => {
          const { report } = await readFiles([{ name, bytes: written(format, graph) }])
          expect(report.format).toBe(format.label)
        }),
        { numRuns: 20 },
      ),
    patience,
  )
  it(
    'gives an error or a part that says so wherever it is cut off',
    async () => {
      const graph = graphOf('ann knows bob expected paper', 'plant:project cost 33', '赤澤 knows bob')
      const bytes = written(format, graph)
      const whole = new TextDecoder().decode(bytes).trimEnd().length
      for (let cut = 0; cut < whole - 2; cut += Math.max(1, Math.floor(whole / 150))) {
        const outcome = await readFiles([{ name: 'cut', bytes: bytes.slice(0, cut) }]).catch((error: unknown) => error)
        if (outcome instanceof FileFault) expect(outcome.what + outcome.remedy).not.toBe('')
        else {
          const { graph: part } = outcome as { graph: Graph }
          expect(part.nodes.count).toBeLessThanOrEqual(graph.nodes.count)
        }
      }
    },
    patience,
  )
})

/** The same graph with everything that a statement can say, and with quarrels among its statements. */
const withQuarrels = (graph: Graph, told: readonly Told[]): Graph => {
  const ids = Array.from({ length: graph.statements.count }, (_, row) => statementRecordAt(graph, row).id)
  const statements = ids.map((__, row): Statement => {
    const { outcome, ...more } = told[row % told.length]!.more
    return {
      ...statementRecordAt(graph, row),
      ...more,
      ...(outcome && { outcome: { ...outcome, statements: ids.slice(0, 2) } }),
    }
  })
  const disputes = told.slice(0, ids.length).map(({ words }, at): Dispute => ({
    id: `quarrel-${at}`,
    kind: 'conflict',
    title: words,
    reading: words,
    sides: ids.slice(0, at + 1).map((id) => ({ says: words, statements: [id] })),
    ...(at % 2 === 0 && { also: ids.slice(at), research: ['a-1', 'a 2; x'] }),
  }))
  const [first, ...others] = graph.sources
  const sources = [
    {
      ...first!,
      parts: [
        { id: 'B1', label: 'One; two' },
        { id: 'B2', label: '' },
      ],
      note: '=1',
    },
    ...others,
  ]
  const rows = <Row>(count: number, at: (graph: Graph, row: number) => Row) =>
    Array.from({ length: count }, (_, row) => at(graph, row))
  const edges = rows(graph.edges.count, edgeRecordAt).filter((_, row) => hasNoStatements(graph, row))
  const nodes = rows(graph.nodes.count, nodeRecordAt)
  return buildGraph({
    about: { ...graph.about, editors: 'copy' },
    schema: graph.schema,
    nodes,
    edges,
    statements,
    sources,
    disputes,
  })
}
interface Told {
  readonly words: string
  readonly more: Partial<Statement>
}
const anyText = hostile.filter((text) => text !== '')
const told: fc.Arbitrary<Told> = fc.record({
  words: hostile,
  more: fc.record(
    {
      derived: fc.constant({ formula: 'a-1 / (b-2)', inputs: ['a-1', 'b-2'] }),
      due: fc.constant('2027-03'),
      outcome: fc.record({ kind: fc.constantFrom(...outcomeKinds), reading: hostile, date: fc.constant('2026~') }),
      research: fc.array(anyText, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: [] },
  ),
})
const quarrelling = fc
  .tuple(aGraph(printable), fc.array(told, { minLength: 1, maxLength: 3 }))
  .map(([graph, some]) => withQuarrels(graph, some))

/** What stands behind the edges and figures of a graph, and what follows from it. */
function evidenceOf(graph: Graph) {
  const { sources, disputes, about } = graph
  const agreement = ({ id, at }: { id: string; at: Agreement }) => [
    id,
    at.status,
    at.negative,
    at.corroboration,
    at.verdict,
  ]
  const edges = edgeAgreements(graph).map((at, row) => agreement({ id: edgeRecordAt(graph, row).id, at }))
  const figures = figureAgreements(graph).map((at, row) => agreement({ id: figureRecordAt(graph, row).id, at }))
  return {
    statements: Array.from({ length: graph.statements.count }, (_, row) => statementRecordAt(graph, row)),
    sources,
    disputes,
    edges,
    figures,
    asserters: about.asserters,
    editors: sources.find(({ id }) => id === about.editors),
    predicates: new Map(graph.schema.predicates.map((each) => [each.id, each])),
  }
}

/** Of what is written, what statements speak of. */
const spoken = (graph: Graph) =>
  new Set(Array.from({ length: graph.statements.count }, (_, row) => statementRecordAt(graph, row).predicate))

describe.each(
  both.filter(({ losses }) => !losses?.includes('evidence')).map((format) => [format.label, format] as const),
)('the evidence in %s', (_, format) => {
  it(
    'comes back as it was, with what follows from it',
    () =>
      fc.assert(
        fc.asyncProperty(quarrelling, async (graph) => {
          const { predicates, ...back } = evidenceOf(await read(written(format, graph)))
          const { predicates: known, ...before } = evidenceOf(graph)
          expect(back).toEqual(before)
          for (const id of spoken(graph)) expect(predicates.get(id)).toEqual(known.get(id))
        }),
        { numRuns: 60 },
      ),
    patience,
  )
  it(
    'of a part is what Kizuna JSON says of it, with those who assert it from outside',
    () =>
      fc.assert(
        fc.asyncProperty(quarrelling, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), async (graph, some) => {
          const part = partOf(graph, some)
          const json = formats.find(({ id }) => id === 'json')!
          const { predicates: _p, ...back } = evidenceOf(await read(bytesOf(format.write!(part, recipe))))
          const { predicates: _q, ...expected } = evidenceOf(await read(bytesOf(json.write!(part, recipe))))
          expect(back).toEqual(expected)
        }),
        { numRuns: 60 },
      ),
    patience,
  )
})

/** Some nodes, at least the first, and the edges among them. */
function partOf(graph: Graph, some: readonly boolean[]): Subgraph {
  const nodes = Uint8Array.from({ length: graph.nodes.count }, (_, row) => (row === 0 || some[row] ? 1 : 0))
  const { source, target, count } = graph.edges
  const edges = Uint8Array.from({ length: count }, (_, row) => nodes[source[row]!]! & nodes[target[row]!]!)
  return { graph, nodes, edges }
}

describe.each(writable.map((format) => [format.label, format] as const))('%s', (_, format) => {
  it(
    'is written in the same bytes twice',
    () =>
      fc.assert(
        fc.property(aGraph(), (graph) => {
          expect(written(format, graph)).toEqual(written(format, graph))
        }),
        { numRuns: 20 },
      ),
    patience,
  )
  it('carries recipe and sources where it can say anything at all', () => {
    const bytes = written(format, graphOf('ann knows bob expected note'))
    const text = new TextDecoder().decode(bytes)
    if (format.extension !== 'zip') expect(text.replaceAll('\\u0020', ' ')).toContain('sector:energy')
  })
})

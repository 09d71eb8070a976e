import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listToText } from '../../src/formats/io/exportColumn'
import { FileFault } from '../../src/formats/io/fileFault'
import type { Format, FormatLoss, Subgraph, ExportProvenance } from '../../src/formats/format'
import { formats, readableFormats, writableFormats } from '../../src/formats/formats'
import { readFiles } from '../../src/formats/readFiles'
import { edgeAgreements, figureAgreements, type Agreement } from '../../src/model/agreement'
import { buildAttributeColumns, buildGraph } from '../../src/model/buildGraph'
import { expectationOutcomeKinds, type AttributeValue, type Dispute, type Statement } from '../../src/model/records'
import type { Graph } from '../../src/model/graph'
import { isRelationPredicate } from '../../src/model/predicates'
import type { Predicate } from '../../src/model/schema'
import {
  edgeRecordAt,
  figureKeysAt,
  hasNoStatements,
  nodeRecordAt,
  predicatesById,
  statementRecordAt,
  nodeTypesById,
} from '../../src/model/rowRecords'
import { aGraph, hostile, plainText, printable } from '../arbitraries'
import { graphOf } from '../sample'
import { inEnglish } from '../text'
import { writeAs, wholeGraph } from './readAndWrite'

const recipe: ExportProvenance = {
  dataset: { id: 'sample', title: 'Sample' },
  filter: 'sector:energy',
  scope: 'shown',
  date: '2026-02-20',
}
/** Timeout in ms, for busy machines. */
const timeout = 60_000
const written = (format: Format, graph: Graph): Uint8Array => writeAs(format.id, wholeGraph(graph), recipe)
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
  const directions = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 9 })
  const rows = fc.array(cells, { minLength: 6, maxLength: 6 })
  return fc.tuple(aGraph(text), rows, directions).map(([whole, rows, numbers]) => {
    const graph = withDirections(whole, numbers)
    const { nodes } = graph
    const own = buildAttributeColumns(rows.slice(0, nodes.count) as Record<string, AttributeValue>[])
    return { ...graph, nodes: { ...nodes, attributes: new Map([...nodes.attributes, ...own]) } }
  })
}

/** The graph with these directions of edges in turn, if its edges have no statements, whose predicates say theirs. */
const withDirections = (graph: Graph, numbers: readonly number[]): Graph =>
  graph.statements.count > 0
    ? graph
    : {
        ...graph,
        edges: { ...graph.edges, direction: graph.edges.direction.map((_, row) => numbers[row % numbers.length]!) },
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

/** Columns that may be one coordinate without the other, which is no position. */
const coordinates = ['x', 'y']

/** A cell as a format with these losses keeps it. */
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
      .filter(([name, cell]) => !evidence.includes(name) && cell !== '' && !coordinates.includes(name))
      .map(([name, cell]) => [name, cellFor(cell, losses)]),
  )

/** A graph as a format with these losses keeps it. */
function keptBy(graph: Graph, formatLosses: readonly FormatLoss[]) {
  const losses = new Set(formatLosses)
  const nodes = Array.from({ length: graph.nodes.count }, (_, row) => {
    const { id, type, label, x, y, attributes, coordinates, ...names } = nodeRecordAt(graph, row)
    const { ja, ja_translated, kana, acronym, aliases, summary, summary_ja } = names
    return {
      ...(!losses.has('ids') && { id }),
      ...(!losses.has('types') && { type: nodeTypesById(graph).get(type)?.label }),
      label,
      ...(!losses.has('names') && { ja, ja_translated, kana, acronym, aliases, summary, summary_ja, coordinates }),
      ...(!losses.has('positions') && x !== undefined && y !== undefined && { x, y }),
      ...(!losses.has('nodeColumns') && { cells: cellsFor(attributes, losses) }),
    }
  })
  const rowOf = new Map(Array.from({ length: graph.nodes.count }, (_, row) => [nodeRecordAt(graph, row).id, row]))
  const edges = Array.from({ length: graph.edges.count }, (_, row) => {
    const { id, source, target, predicate, attributes } = edgeRecordAt(graph, row)
    return {
      ...(!losses.has('edgeIds') && { id }),
      source: losses.has('ids') ? rowOf.get(source) : source,
      target: losses.has('ids') ? rowOf.get(target) : target,
      predicate: predicatesById(graph).get(predicate)?.label,
      direction: losses.has('mutual') && graph.edges.direction[row] === 2 ? 1 : graph.edges.direction[row],
      ...(!losses.has('edgeColumns') && { cells: cellsFor(attributes, losses) }),
    }
  })
  const inOrder = losses.has('order') ? nodes.toSorted((one, other) => (one.id! < other.id! ? -1 : 1)) : nodes
  const edgesInOrder = losses.has('edgeOrder') ? edges.map((each) => JSON.stringify(each)).sort() : edges
  return { nodes: inOrder, edges: losses.has('parallelEdges') ? unique(edges) : edgesInOrder }
}

/** Edges with the same ends and predicate once, in a fixed order. */
function unique(edges: readonly { source: unknown; target: unknown; predicate?: unknown }[]) {
  const keys = edges.map(({ source, target, predicate }) => JSON.stringify([source, target, predicate]))
  return [...new Set(keys)].sort()
}

const both = formats.filter(({ loadReader, loadWriter }) => loadReader && loadWriter)

describe('the list of formats', () => {
  it('reads and writes what the program promises', () => {
    const ids = (some: readonly Pick<Format, 'id'>[]): string[] => some.map(({ id }) => id).sort()
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
        [ids(readableFormats), ids(writableFormats)].every((some) => some.includes(id)),
        id,
      ).toBe(true)
    expect(ids(readableFormats)).toEqual(expect.arrayContaining(['ftm', 'tgf']))
    expect(ids(writableFormats)).toEqual(expect.arrayContaining(['cypher', 'mermaid', 'ntriples', 'gexf12']))
    expect(new Set(ids(formats)).size).toBe(formats.length)
  })
})

describe.each(both.map((format) => [format.label, format] as const))('%s', (_, format) => {
  const names = format.losses?.includes('specialCharacters') ? plainText : printable
  it(
    'gives back everything but its losses',
    () =>
      fc.assert(
        fc.asyncProperty(withColumns(names), async (graph) => {
          const back = await read(written(format, graph))
          expect(keptBy(back, format.losses ?? [])).toEqual(keptBy(graph, format.losses ?? []))
        }),
        { numRuns: 40 },
      ),
    timeout,
  )
  it(
    'is recognised by its content under any name',
    () =>
      fc.assert(
        fc.asyncProperty(aGraph(names), fc.constantFrom('x', 'x.gexf', 'x.json', 'x.csv'), async (graph, name) => {
          const { report } = await readFiles([{ name, bytes: written(format, graph) }])
          expect(report.format).toBe(format.label)
        }),
        { numRuns: 20 },
      ),
    timeout,
  )
  it(
    'gives a fault or a part of the graph wherever it is truncated',
    async () => {
      const graph = graphOf('ann knows bob expected paper', 'plant:project cost 33', '赤澤 knows bob')
      const bytes = written(format, graph)
      const whole = new TextDecoder().decode(bytes).trimEnd().length
      for (let cut = 0; cut < whole - 2; cut += Math.max(1, Math.floor(whole / 150))) {
        const outcome = await readFiles([{ name: 'cut', bytes: bytes.slice(0, cut) }]).catch((error: unknown) => error)
        if (outcome instanceof FileFault) expect(inEnglish(outcome.what) + inEnglish(outcome.remedy)).not.toBe('')
        else {
          const { graph: part } = outcome as { graph: Graph }
          expect(part.nodes.count).toBeLessThanOrEqual(graph.nodes.count)
        }
      }
    },
    timeout,
  )
})

/** The same graph with every qualifier of statements, and with disputes. */
const withDisputes = (graph: Graph, extras: readonly StatedExtras[]): Graph => {
  const ids = Array.from({ length: graph.statements.count }, (_, row) => statementRecordAt(graph, row).id)
  const statements = ids.map((__, row): Statement => {
    const { outcome, ...more } = extras[row % extras.length]!.more
    return {
      ...statementRecordAt(graph, row),
      ...more,
      ...(outcome && { outcome: { ...outcome, statements: ids.slice(0, 2) } }),
    }
  })
  const disputes = extras.slice(0, ids.length).map(({ words }, at): Dispute => ({
    id: `dispute-${at}`,
    kind: 'conflict',
    title: words,
    reading: words,
    ...(words !== '' && { title_ja: words, reading_ja: words }),
    sides: ids
      .slice(0, at + 1)
      .map((id) => ({ says: words, ...(words !== '' && { says_ja: words }), statements: [id] })),
    ...(at % 2 === 0 && { also: ids.slice(at), research: ['a-1', 'a 2; x'] }),
  }))
  const [first, ...others] = graph.sources
  const sources = [
    {
      ...first!,
      parts: [
        { id: 'B1', label: 'One; two', label_ja: '一; 二' },
        { id: 'B2', label: '' },
      ],
      note: '=1',
      title_ja: '題',
    },
    ...others,
  ]
  const rows = <Row>(count: number, at: (graph: Graph, row: number) => Row) =>
    Array.from({ length: count }, (_, row) => at(graph, row))
  const edges = rows(graph.edges.count, edgeRecordAt).filter((_, row) => hasNoStatements(graph, row))
  const nodes = rows(graph.nodes.count, nodeRecordAt)
  return buildGraph({
    about: { ...graph.about, editors: 'copy' },
    schema: { ...graph.schema, predicates: graph.schema.predicates.map(withJapanese) },
    nodes,
    edges,
    statements,
    sources,
    disputes,
  })
}
const withJapanese = (predicate: Predicate): Predicate => {
  const words = { ...predicate, ja: '語', description_ja: '説明' }
  return isRelationPredicate(words)
    ? { ...words, inverse_ja: '逆', negative_ja: '否', inverse_negative_ja: '逆否' }
    : words
}

interface StatedExtras {
  readonly words: string
  readonly more: Partial<Statement>
}
const anyText = hostile.filter((text) => text !== '')
const extras: fc.Arbitrary<StatedExtras> = fc.record({
  words: hostile,
  more: fc.record(
    {
      derived: fc.constant({ formula: 'a-1 / (b-2)', inputs: ['a-1', 'b-2'] }),
      due: fc.constant('2027-03'),
      outcome: fc.record({
        kind: fc.constantFrom(...expectationOutcomeKinds),
        reading: hostile,
        date: fc.constant('2026~'),
      }),
      research: fc.array(anyText, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: [] },
  ),
})
const aGraphWithDisputes = fc
  .tuple(aGraph(printable), fc.array(extras, { minLength: 1, maxLength: 3 }))
  .map(([graph, some]) => withDisputes(graph, some))

/** The evidence of edges and figures, and the agreement that follows from it. */
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
  const figures = figureAgreements(graph).map((at, row) => agreement({ id: figureKeysAt(graph, row).id, at }))
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

/** The predicates of statements. */
const statedPredicates = (graph: Graph) =>
  new Set(Array.from({ length: graph.statements.count }, (_, row) => statementRecordAt(graph, row).predicate))

describe.each(
  both.filter(({ losses }) => !losses?.includes('evidence')).map((format) => [format.label, format] as const),
)('the evidence in %s', (_, format) => {
  it(
    'comes back unchanged, with the agreement that follows from it',
    () =>
      fc.assert(
        fc.asyncProperty(aGraphWithDisputes, async (graph) => {
          const { predicates, ...back } = evidenceOf(await read(written(format, graph)))
          const { predicates: known, ...before } = evidenceOf(graph)
          expect(back).toEqual(before)
          for (const id of statedPredicates(graph)) expect(predicates.get(id)).toEqual(known.get(id))
        }),
        { numRuns: 60 },
      ),
    timeout,
  )
  it(
    'of a part is the same as from Kizuna JSON, with asserters outside the part',
    () =>
      fc.assert(
        fc.asyncProperty(
          aGraphWithDisputes,
          fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
          async (graph, some) => {
            const part = partOf(graph, some)
            const { predicates: _p, ...back } = evidenceOf(await read(writeAs(format.id, part, recipe)))
            const { predicates: _q, ...expected } = evidenceOf(await read(writeAs('json', part, recipe)))
            expect(back).toEqual(expected)
          },
        ),
        { numRuns: 60 },
      ),
    timeout,
  )
})

/** Some nodes, at least the first, and the edges among them. */
function partOf(graph: Graph, some: readonly boolean[]): Subgraph {
  const nodes = Uint8Array.from({ length: graph.nodes.count }, (_, row) => (row === 0 || some[row] ? 1 : 0))
  const { source, target, count } = graph.edges
  const edges = Uint8Array.from({ length: count }, (_, row) => nodes[source[row]!]! & nodes[target[row]!]!)
  return { graph, nodes, edges }
}

describe.each(writableFormats.map((format) => [format.label, format] as const))('%s', (_, format) => {
  it(
    'is written in the same bytes twice',
    () =>
      fc.assert(
        fc.property(aGraph(), (graph) => {
          expect(written(format, graph)).toEqual(written(format, graph))
        }),
        { numRuns: 20 },
      ),
    timeout,
  )
  it('carries the provenance if it has a place for text', () => {
    const bytes = written(format, graphOf('ann knows bob expected note'))
    const text = new TextDecoder().decode(bytes)
    if (format.extension !== 'zip') expect(text.replaceAll('\\u0020', ' ')).toContain('sector:energy')
  })
})

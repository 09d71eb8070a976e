import { textsEn } from '../../src/messages/texts.en'
import { textsJa } from '../../src/messages/texts.ja'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../../src/model/buildGraph'
import { textAt } from '../../src/model/columns'
import { nodeRowIndex, type Graph } from '../../src/model/graph'
import type { Quantity } from '../../src/model/records'
import { edgeCopyText, nodeCopyText } from '../../src/scene/inspector/copyText'
import {
  evidenceOfEdge,
  figureDetails,
  nodeDetails,
  relationGroups,
  relationDetails,
} from '../../src/scene/inspector/nodeDetails'
import { sentenceText } from '../../src/scene/text/sentences'
import { edgesAmongAndCommonNeighbours } from '../../src/scene/inspector/commonNeighbours'
import { claimAxis, verdictMessage } from '../../src/scene/inspector/verdict'
import { aGraph } from '../arbitraries'
import { graphOf, schema } from '../sample'

const rows = (count: number): number[] => Array.from({ length: count }, (_, row) => row)
const nodeOf = (graph: Graph, id: string): number => nodeRowIndex(graph).get(id)!
const titles = (graph: Graph, id: string) =>
  relationGroups(graph, nodeOf(graph, id), textsEn).map(({ title, edges }) => [
    title,
    edges.map((edge) => sentenceText(relationDetails(graph, edge, nodeOf(graph, id), textsEn).sentence)),
  ])

describe('the relations of a node', () => {
  it('are all of its edges, each once', () =>
    fc.assert(
      fc.property(aGraph(), (graph) => {
        for (const node of rows(graph.nodes.count)) {
          const listed = relationGroups(graph, node, textsEn).flatMap(({ edges }) => edges)
          const { source, target } = graph.edges
          const own = rows(graph.edges.count).filter((edge) => source[edge] === node || target[edge] === node)
          expect(listed.toSorted((one, other) => one - other)).toEqual(own)
        }
      }),
    ))

  it('are grouped by predicate, direction and polarity, the surest first', () =>
    expect(
      titles(
        graphOf('ann knows bob reported', 'ann knows cid confirmed', 'dan knows ann', 'ann knows eve -denied'),
        'ann',
      ),
    ).toEqual([
      ['knows', ['ann knows cid', 'ann knows bob']],
      ['knows (denied)', ['ann knows (denied) eve']],
      ['is known by', ['ann is known by dan']],
    ]))
})

describe('the details of a node', () => {
  it('have the names that people write, without the spellings that search adds', () => {
    const graph = buildGraph({
      about: { id: 'sample', title: 'Sample' },
      schema,
      nodes: [
        {
          id: 'a',
          type: 'actor',
          label: 'Akazawa Ryōsei',
          family: 'Akazawa',
          given: 'Ryōsei',
          ja: '赤澤亮正',
          kana: 'あかざわ りょうせい',
        },
      ],
      statements: [],
      sources: [],
    })
    expect(nodeDetails(graph, 0, textsEn).names).toEqual(['Ryōsei Akazawa', '赤澤亮正', 'あかざわ りょうせい'])
    expect(nodeDetails(graph, 0, textsJa).card.label).toBe('赤澤亮正')
    expect(nodeDetails(graph, 0, textsJa).names).toContain('Akazawa Ryōsei')
  })

  it('have the sectors and places that it belongs to, without those that are denied', () => {
    const graph = graphOf(
      'plant:project in-sector energy:sector confirmed',
      'plant in-sector steel:sector -denied',
      'plant located-in ohio:place announced',
    )
    const { sectors, places } = nodeDetails(graph, 0, textsEn)
    expect([...sectors, ...places].map(({ id }) => id)).toEqual(['energy', 'ohio'])
  })

  it('are copied with every source', () => {
    const graph = graphOf('plant:project cost 33 estimated note', 'plant knows bob reported paper')
    const text = nodeCopyText(graph, 0, textsEn)
    expect(text).toContain('USD 33; estimated')
    expect(text).toContain('Note')
    expect(text).toContain(edgeCopyText(graph, 0, textsEn))
    expect(edgeCopyText(graph, 0, textsEn)).toBe(
      'plant knows bob [plant--knows--bob]\n  - reported; Paper (the publisher); Paper',
    )
  })
})

describe('the connections of several nodes', () => {
  it('are the edges between them and their common neighbours', () =>
    fc.assert(
      fc.property(aGraph(), fc.nat(), (graph, seed) => {
        const chosen = rows(graph.nodes.count).filter((row) => (seed >> row) % 2 === 0)
        const { edgesAmong, commonNeighbours } = edgesAmongAndCommonNeighbours(graph, chosen)
        const { source, target, count } = graph.edges
        const joins = (one: number, other: number) =>
          rows(count).some((edge) => [`${one} ${other}`, `${other} ${one}`].includes(`${source[edge]} ${target[edge]}`))
        expect([...edgesAmong]).toEqual(
          rows(count).filter((e) => chosen.includes(source[e]!) && chosen.includes(target[e]!)),
        )
        const commonInterval = rows(graph.nodes.count).filter(
          (node) => chosen.length > 1 && !chosen.includes(node) && chosen.every((each) => joins(node, each)),
        )
        expect(commonNeighbours.toSorted((one, other) => one - other)).toEqual(commonInterval)
      }),
    ))
})

/** A figure with a statement for each of the quantities, each from a source of its own. */
const costOf = (...quantities: Quantity[]) =>
  figureDetails(
    buildGraph({
      about: { id: 'sample', title: 'Sample' },
      schema,
      nodes: [{ id: 'plant', type: 'project', label: 'Plant' }],
      statements: quantities.map((value, at) => ({
        id: `s${at}`,
        subject: 'plant',
        predicate: 'cost',
        value,
        status: 'reported',
        source: `paper${at}`,
      })),
      sources: quantities.map((_, at) => ({ id: `paper${at}`, title: `Paper ${at}`, kind: 'news' })),
    }),
    0,
    textsEn,
  )

describe('the axis of a figure', () => {
  const amount = fc.integer({ min: 1, max: 90 }).map((tenths) => tenths * 1e8)
  const quantity: fc.Arbitrary<Quantity> = fc.oneof(
    fc.record({ amount, about: fc.boolean(), unit: fc.constant('USD') }),
    fc
      .tuple(amount, amount)
      .map(([one, other]) => ({ low: Math.min(one, other), high: Math.max(one, other), unit: 'USD' })),
    amount.map((low) => ({ low, unit: 'USD' })),
  )

  it('contains every claim, and the interval that all of them contain', () =>
    fc.assert(
      fc.property(fc.array(quantity, { minLength: 2, maxLength: 4 }), (quantities) => {
        const { low, high, bars, commonInterval, ticks } = claimAxis(costOf(...quantities).statements, textsEn)!
        for (const { claim } of bars) {
          expect(claim.low).toBeGreaterThanOrEqual(low)
          expect(claim.high).toBeLessThanOrEqual(high)
          if (commonInterval) expect(claim.low <= commonInterval.low && commonInterval.high <= claim.high).toBe(true)
        }
        expect(ticks.length).toBeGreaterThan(1)
        expect(ticks.every((tick) => low <= tick && tick <= high)).toBe(true)
      }),
    ))

  it('is undefined for one amount, and for one amount in each of two units', () => {
    expect(claimAxis(costOf({ amount: 1, unit: 'USD' }).statements, textsEn)).toBeUndefined()
    expect(
      claimAxis(costOf({ amount: 1, unit: 'USD' }, { amount: 1, unit: 'JPY' }).statements, textsEn),
    ).toBeUndefined()
    const mixed = claimAxis(
      costOf(...[5, 33, 34].map((amount, at) => ({ amount, unit: at > 0 ? 'USD' : 'JPY' }))).statements,
      textsEn,
    )
    expect([mixed?.unit, mixed?.bars.length, mixed?.otherUnits]).toEqual(['USD', 2, ['JPY']])
  })

  it('has ticks at round numbers', () =>
    expect(
      claimAxis(costOf({ amount: 33e9, about: true, unit: 'USD' }, { amount: 33.3e9, unit: 'USD' }).statements, textsEn)
        ?.ticks,
    ).toEqual([32.5e9, 33e9, 33.5e9]))
})

describe('the verdict in words', () => {
  const words = (...lines: string[]) => {
    const { agreement, statements } = figureDetails(graphOf(...lines), 0, textsEn)
    return verdictMessage(agreement, statements, textsEn)
  }

  it('distinguishes one source, agreement and contradiction', () => {
    expect(words('plant cost 33 estimated note').title).toBe('One source.')
    expect(words('plant cost 33 estimated note', 'plant cost 33 reported reprint').title).toBe('One source.')
    expect(words('plant cost 33 estimated note', 'plant cost 33 reported paper').title).toBe('Agreed.')
    expect(words('plant cost 33 estimated note', 'plant cost 45 reported paper').title).toBe('Contested.')
  })

  it('explains why numbers that differ do not contradict each other', () => {
    const { agreement, statements } = costOf(
      { amount: 33e9, about: true, unit: 'USD' },
      { amount: 33.3e9, unit: 'USD' },
    )
    expect(verdictMessage(agreement, statements, textsEn)).toEqual({
      title: 'Varies.',
      text: 'The numbers differ; all of them fit a value between USD 33.25bn and USD 33.35bn.',
    })
    const units = costOf({ amount: 33e9, unit: 'USD' }, { amount: 5.2e12, unit: 'JPY' })
    expect(verdictMessage(units.agreement, units.statements, textsEn).text).toContain('not compared')
  })

  it('has both statements of an edge that is affirmed and denied', () => {
    const graph = graphOf('ann knows bob confirmed paper', 'ann knows bob -denied note')
    expect(evidenceOfEdge(graph, 0, textsEn).map(({ line }) => line)).toEqual(['sure', 'not'])
    expect(textAt(graph.edges.id, 0)).toBe('ann--knows--bob')
  })
})

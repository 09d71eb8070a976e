import { textsEn, type Texts } from '../../src/messages/texts.en'
import { textsJa } from '../../src/messages/texts.ja'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../../src/model/buildGraph'
import type { Graph } from '../../src/model/graph'
import type { Statement } from '../../src/model/records'
import { statementRecordAt } from '../../src/model/rowRecords'
import type { RelationPredicate } from '../../src/model/schema'
import {
  statementDetails,
  evidenceText,
  surestStatement,
  surestOpposingStatement,
} from '../../src/scene/inspector/statementEvidence'
import { edgeSentence, figureTitle, sentenceText, statementSentence } from '../../src/scene/text/sentences'
import { aGraph } from '../arbitraries'
import { graphOf, schema } from '../sample'

const languages = [textsEn, textsJa] as const
const rows = (count: number): number[] => Array.from({ length: count }, (_, row) => row)

/** A schema whose words differ by direction, polarity and language. */
const sample = buildGraph({
  about: { id: 'sample', title: 'Sample', editors: 'editors' },
  schema: {
    ...schema,
    predicates: [
      ...schema.predicates,
      {
        id: 'helps',
        label: 'helps',
        inverse: 'is helped by',
        negative: 'does not help',
        inverse_negative: 'is not helped by',
        ja: 'が助けるのは',
        inverse_ja: 'を助けるのは',
        from: ['actor'],
        to: ['actor'],
      },
      { id: 'share', label: 'Share', ja: '割合', from: ['actor'], value: 'share' },
    ],
  },
  nodes: [
    { id: 'ann', type: 'actor', label: 'Ann', ja: 'アン' },
    { id: 'bob', type: 'actor', label: 'Bob', ja: 'ボブ' },
  ],
  sources: [
    { id: 'paper', title: 'Paper', kind: 'news', author: 'ann', parts: [{ id: 'B4', label: 'Paragraph 4' }] },
    { id: 'reprint', title: 'Reprint', kind: 'news', publisher: 'Wire', origin: 'paper' },
    { id: 'editors', title: 'Data set', kind: 'dataset', publisher: 'Kizuna' },
  ],
  statements: (
    [
      { id: 'yes', predicate: 'helps', object: 'bob', status: 'expected', source: 'paper', locator: 'B4.2' },
      { id: 'no', predicate: 'helps', object: 'bob', status: 'reported', polarity: 'negative', source: 'reprint' },
      { id: 'never', predicate: 'knows', object: 'bob', status: 'denied', polarity: 'negative', source: 'paper' },
      { id: 'part', predicate: 'cost', value: { amount: 6e8, unit: 'USD', about: true }, ...sure('paper') },
      { id: 'whole', predicate: 'size', value: { amount: 3.6e10, unit: 'USD' }, ...sure('paper') },
      {
        id: 'share',
        predicate: 'share',
        value: { amount: 1.667, unit: '%' },
        derived: { formula: 'part / (part + whole)', inputs: ['part', 'whole'] },
        ...sure('editors'),
      },
    ] satisfies Omit<Statement, 'subject'>[]
  ).map((each) => ({ subject: 'ann', ...each })),
})

function sure(source: string): { status: 'confirmed'; source: string } {
  return { status: 'confirmed', source }
}

const rowOf = (id: string): number =>
  rows(sample.statements.count).find((row) => statementRecordAt(sample, row).id === id)!
const sentenceOf = (id: string, texts: Texts = textsEn) => sentenceText(statementSentence(sample, rowOf(id), texts))
const evidenceOf = (id: string) => statementDetails(sample, rowOf(id), textsEn)

describe('the sentence of an edge', () => {
  it('names both ends, in reverse order if it is read from the object', () =>
    fc.assert(
      fc.property(aGraph(), fc.constantFrom(...languages), (graph, texts) => {
        for (const edge of rows(graph.edges.count)) {
          const ends = (from?: number) =>
            edgeSentence(graph, edge, texts, from).flatMap(({ node }) => (node === undefined ? [] : [node]))
          expect(ends(graph.edges.target[edge])).toEqual(ends().toReversed())
          expect(ends(graph.edges.source[edge])).toEqual(ends())
          expect(ends()).toHaveLength(2)
        }
      }),
    ))

  it('has the declared words, from either end and in either language', () => {
    const [helps] = rows(sample.edges.count)
    const [ann, bob] = [0, 1]
    expect(sentenceText(edgeSentence(sample, helps!, textsEn, ann))).toBe('Ann helps Bob')
    expect(sentenceText(edgeSentence(sample, helps!, textsEn, bob))).toBe('Bob is helped by Ann')
    expect(sentenceText(edgeSentence(sample, helps!, textsJa, ann))).toBe('アンが助けるのはボブ')
    expect(sentenceText(edgeSentence(sample, helps!, textsJa, bob))).toBe('ボブを助けるのはアン')
  })

  it('is denied if all of its statements deny it', () =>
    expect(sentenceText(edgeSentence(graphOf('ann knows bob -denied'), 0, textsEn))).toBe('ann knows (denied) bob'))
})

describe('a denied relation in Japanese', () => {
  const graphWith = (words: Pick<RelationPredicate, 'negative_ja' | 'inverse_negative_ja'> & { ja?: string }) =>
    buildGraph({
      about: { id: 'sample', title: 'Sample' },
      schema: {
        ...schema,
        predicates: [
          {
            id: 'helps',
            label: 'helps',
            inverse: 'is helped by',
            inverse_ja: 'を助けるのは',
            from: ['actor'],
            to: ['actor'],
            ...words,
          },
        ],
      },
      nodes: ['アン', 'ボブ'].map((label) => ({ id: label, type: 'actor', label })),
      statements: [
        {
          id: 's',
          subject: 'アン',
          predicate: 'helps',
          object: 'ボブ',
          status: 'denied',
          polarity: 'negative',
          source: 'p',
        },
      ],
      sources: [{ id: 'p', title: 'Paper', kind: 'news' }],
    })
  const readings = (graph: Graph) => [0, 1].map((from) => sentenceText(edgeSentence(graph, 0, textsJa, from)))

  it('has the negative words of its predicate and nothing after the second node', () =>
    expect(
      readings(graphWith({ ja: 'が助けるのは', negative_ja: 'が助けないのは', inverse_negative_ja: 'を助けないのは' })),
    ).toEqual(['アンが助けないのはボブ', 'ボブを助けないのはアン']))

  it('is denied after the second node if its predicate has no negative words for that direction', () => {
    expect(readings(graphWith({ ja: 'が助けるのは', inverse_negative_ja: 'を助けないのは' }))).toEqual([
      'アンが助けるのはボブではない',
      'ボブを助けないのはアン',
    ])
    expect(readings(graphWith({ ja: 'が助けるのは' }))).toEqual([
      'アンが助けるのはボブではない',
      'ボブを助けるのはアンではない',
    ])
  })

  it('is marked as denied if its predicate has no Japanese words', () =>
    expect(readings(graphWith({}))[0]).toBe('アンhelps（否定）ボブ'))
})

describe('the sentence of a statement', () => {
  it('says what this statement says, whatever the others behind its edge say', () => {
    expect(sentenceOf('yes')).toBe('Ann helps Bob')
    expect(sentenceOf('no')).toBe('Ann does not help Bob')
    expect(sentenceOf('no', textsJa)).toBe('アンが助けるのはボブではない')
    expect(sentenceOf('never')).toBe('Ann knows (denied) Bob')
  })

  it('ends with the value of a figure', () => {
    expect(sentenceOf('part')).toBe('Cost of Ann: about USD 600mn')
    expect(sentenceOf('share', textsJa)).toBe('アンの割合：1.667%')
    expect(sentenceText(figureTitle(sample, 0, textsEn))).toBe('Cost of Ann')
  })
})

describe('evidence', () => {
  it('has an asserter, a source and a status for every statement', () =>
    fc.assert(
      fc.property(aGraph(), fc.constantFrom(...languages), (graph, texts) => {
        for (const row of rows(graph.statements.count)) {
          const evidence = statementDetails(graph, row, texts)
          expect(evidence.asserter.role).not.toBe('')
          expect(evidenceText(evidence, texts)).toContain(evidence.sourceTitle)
          expect(evidenceText(evidence, texts)).toContain(evidence.statusLabel)
        }
      }),
    ))

  it('says who asserts it, in what role, where exactly, and which source it relays', () => {
    expect(evidenceOf('yes')).toMatchObject({
      asserter: { name: 'Ann', node: 'ann', role: 'author' },
      locatorText: 'Paragraph 4, sentence 2',
      relayedTitle: undefined,
      line: 'likely',
    })
    expect(evidenceOf('no')).toMatchObject({
      asserter: { name: 'Wire', role: 'publisher' },
      relayedTitle: 'Paper',
      line: 'not',
    })
    expect(evidenceOf('share').asserter).toEqual({ name: "Kizuna's editors", role: 'editors' })
  })

  it('puts values into a formula, and names their figures', () =>
    expect(evidenceOf('share').computation).toEqual({
      formula: '600mn / (600mn + 36bn)',
      inputs: [
        { figure: 'ann--cost', node: 'ann', title: 'Cost of Ann', value: 'about USD 600mn' },
        { figure: 'ann--size', node: 'ann', title: 'Size of Ann', value: 'USD 36bn' },
      ],
    }))

  it('is represented by the surest statement of a document, and opposed by one that contradicts it', () => {
    expect(surestStatement([evidenceOf('no'), evidenceOf('yes')])?.id).toBe('yes')
    expect(surestStatement([evidenceOf('share'), evidenceOf('yes')])?.id).toBe('yes')
    expect(surestOpposingStatement([evidenceOf('no'), evidenceOf('yes')])?.id).toBe('no')
    expect(surestOpposingStatement([evidenceOf('part'), evidenceOf('whole')])?.id).toBe('whole')
    expect(surestStatement([])).toBeUndefined()
  })
})

import { textsEn, type Texts } from '../../src/messages/texts.en'
import { textsJa } from '../../src/messages/texts.ja'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildGraph } from '../../src/model/buildGraph'
import type { Statement } from '../../src/model/records'
import { statementRecordAt } from '../../src/model/rowRecords'
import {
  evidenceOfStatement,
  evidenceText,
  surestStatement,
  surestOpposingStatement,
} from '../../src/scene/inspector/statementEvidence'
import { edgeSentence, figureTitle, sentenceText, statementSentence } from '../../src/scene/text/sentences'
import { aGraph } from '../arbitraries'
import { graphOf, schema } from '../sample'

const languages = [textsEn, textsJa] as const
const rows = (count: number): number[] => Array.from({ length: count }, (_, row) => row)

/** A schema whose readings differ by direction, polarity and language. */
const spoken = buildGraph({
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
  rows(spoken.statements.count).find((row) => statementRecordAt(spoken, row).id === id)!
const say = (id: string, texts: Texts = textsEn) => sentenceText(statementSentence(spoken, rowOf(id), texts))
const answer = (id: string) => evidenceOfStatement(spoken, rowOf(id), textsEn)

describe('the sentence of an edge', () => {
  it('names both ends, and turns round when it is read from the object', () =>
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

  it('reads as it is declared, from either end and in either language', () => {
    const [helps] = rows(spoken.edges.count)
    const [ann, bob] = [0, 1]
    expect(sentenceText(edgeSentence(spoken, helps!, textsEn, ann))).toBe('Ann helps Bob')
    expect(sentenceText(edgeSentence(spoken, helps!, textsEn, bob))).toBe('Bob is helped by Ann')
    expect(sentenceText(edgeSentence(spoken, helps!, textsJa, ann))).toBe('アンが助けるのはボブ')
    expect(sentenceText(edgeSentence(spoken, helps!, textsJa, bob))).toBe('ボブを助けるのはアン')
  })

  it('denies where all of its statements do', () =>
    expect(sentenceText(edgeSentence(graphOf('ann knows bob -denied'), 0, textsEn))).toBe('ann knows (denied) bob'))
})

describe('the sentence of a statement', () => {
  it('says what this statement says, whatever the others do', () => {
    expect(say('yes')).toBe('Ann helps Bob')
    expect(say('no')).toBe('Ann does not help Bob')
    expect(say('no', textsJa)).toBe('アンが助けるのはボブではない')
    expect(say('never')).toBe('Ann knows (denied) Bob')
  })

  it('gives a figure its value', () => {
    expect(say('part')).toBe('Cost of Ann: about USD 600mn')
    expect(say('share', textsJa)).toBe('アンの割合: 1.667%')
    expect(sentenceText(figureTitle(spoken, 0, textsEn))).toBe('Cost of Ann')
  })
})

describe('evidence', () => {
  it('answers for every statement without leaving a question out', () =>
    fc.assert(
      fc.property(aGraph(), fc.constantFrom(...languages), (graph, texts) => {
        for (const row of rows(graph.statements.count)) {
          const evidence = evidenceOfStatement(graph, row, texts)
          expect(evidence.asserter.role).not.toBe('')
          expect(evidenceText(evidence)).toContain(evidence.source.title)
          expect(evidenceText(evidence)).toContain(evidence.statusLabel)
        }
      }),
    ))

  it('says who, in what role, where exactly, and after whom', () => {
    expect(answer('yes')).toMatchObject({
      asserter: { name: 'Ann', node: 'ann', role: 'the author' },
      locatorText: 'Paragraph 4, sentence 2',
      relayedTitle: undefined,
      line: 'likely',
    })
    expect(answer('no')).toMatchObject({
      asserter: { name: 'Wire', role: 'the publisher' },
      relayedTitle: 'Paper',
      line: 'not',
    })
    expect(answer('share').asserter).toEqual({ name: "Kizuna's editors", role: 'the editors of the data set' })
  })

  it('puts the values into a formula, and names what they measure', () =>
    expect(answer('share').computation).toEqual({
      formula: '600mn / (600mn + 36bn)',
      inputs: [
        { figure: 'ann--cost', node: 'ann', title: 'Cost of Ann', value: 'about USD 600mn' },
        { figure: 'ann--size', node: 'ann', title: 'Size of Ann', value: 'USD 36bn' },
      ],
    }))

  it('is led by the surest that a document says, and opposed by what cannot hold beside it', () => {
    expect(surestStatement([answer('no'), answer('yes')])?.id).toBe('yes')
    expect(surestStatement([answer('share'), answer('yes')])?.id).toBe('yes')
    expect(surestOpposingStatement([answer('no'), answer('yes')])?.id).toBe('no')
    expect(surestOpposingStatement([answer('part'), answer('whole')])?.id).toBe('whole')
    expect(surestStatement([])).toBeUndefined()
  })
})

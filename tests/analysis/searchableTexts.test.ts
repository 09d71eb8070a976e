import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundedEditDistance, prefixMatchPenalty } from '../../src/analysis/search/editDistance'
import { foldLargeText } from '../../src/analysis/search/foldLargeText'
import { fuzzyMatches } from '../../src/analysis/search/fuzzyMatch'
import { runWithPauses, incremental } from '../../src/analysis/incremental'
import { searchNodes, searchNodesAsync } from '../../src/analysis/search/searchNodes'
import { sortRowsByText } from '../../src/analysis/search/sortRowsByText'
import {
  forEachTextContaining,
  nodeNamesAt,
  searchableNodeNames,
  searchableTextsOfColumn,
} from '../../src/analysis/search/searchableTexts'
import { wordIndexOfTexts } from '../../src/analysis/search/wordIndex'
import { textColumn } from '../../src/model/columns'
import { foldCaseAndDiacritics, allNodeNames } from '../../src/model/nodeNames'
import { nodeRecordAt } from '../../src/model/rowRecords'
import { aGraph, hostile } from '../arbitraries'

const scripts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    'Ryōsei',
    'がぎぐ',
    'ｶﾞﾀｶﾅ',
    'ﬁn',
    'Ὀδυσσεύς',
    'Σίσυφος ΣΑΣ',
    'Й',
    'a\u0300\u0591b',
    'İstanbul',
    '한국어',
    'x\ny',
  ),
  hostile,
)
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '1'), maxLength: 7 })

/** Optimal string alignment, straight from its recursion; what was counted once is kept. */
function slow(one: string, other: string, known = new Map<string, number>()): number {
  if (one === '' || other === '') return one.length + other.length
  const key = `${one} ${other}`
  const found = known.get(key)
  if (found !== undefined) return found
  const [tail, otherTail] = [one.slice(0, -1), other.slice(0, -1)]
  const ways = [
    slow(tail, otherTail, known) + (one.at(-1) === other.at(-1) ? 0 : 1),
    slow(tail, other, known) + 1,
    slow(one, otherTail, known) + 1,
  ]
  const swapped = one.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1)
  const edits = Math.min(...ways, ...(swapped ? [slow(one.slice(0, -2), other.slice(0, -2), known) + 1] : []))
  known.set(key, edits)
  return edits
}
const beginnings = (word: string) => Array.from(word, (_, at) => word.slice(0, at + 1))

describe('texts', () => {
  it('are folded as names are', () =>
    fc.assert(
      fc.property(fc.array(scripts), (texts) => {
        const joined = texts.join('\n').toWellFormed()
        expect(foldLargeText(joined)).toBe(foldCaseAndDiacritics(joined))
      }),
    ))

  it('stand in one block, each in its place, with a space for every line feed', () =>
    fc.assert(
      fc.property(fc.array(scripts), (texts) => {
        const { block, starts } = searchableTextsOfColumn(textColumn(texts)).finish()
        expect(starts).toHaveLength(texts.length + 1)
        texts.forEach((text, row) =>
          expect(block.slice(starts[row], starts[row + 1])).toBe(
            `${foldCaseAndDiacritics(text.toWellFormed().replaceAll('\n', ' '))}\n`,
          ),
        )
      }),
    ))

  it('are all that a node is called by', () =>
    fc.assert(
      fc.property(aGraph(), (graph) => {
        const { block, starts, firsts } = searchableNodeNames(graph).finish()
        for (let row = 0; row < graph.nodes.count; row++) {
          const [from, to] = [firsts?.[row] ?? row, firsts?.[row + 1] ?? row + 1]
          const found = block.slice(starts[from], starts[to]).split('\n').slice(0, -1)
          const names = allNodeNames(nodeRecordAt(graph, row)).map((name) =>
            foldCaseAndDiacritics(name.toWellFormed().replaceAll('\n', ' ')),
          )
          expect(new Set(found)).toEqual(new Set(names))
          expect(nodeNamesAt(graph.nodes, row)).toHaveLength(to - from)
        }
      }),
    ))

  it('are found where they contain what is looked for, once each and in order', () =>
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1 }), letters, (texts, part) => {
        fc.pre(part !== '')
        const found: number[] = []
        const block = searchableTextsOfColumn(textColumn(texts)).finish()
        forEachTextContaining(block, foldCaseAndDiacritics(part), (text, place) => {
          found.push(text)
          expect(place - block.starts[text]!).toBe(
            foldCaseAndDiacritics(texts[text]!).indexOf(foldCaseAndDiacritics(part)),
          )
        })
        expect(found).toEqual(
          texts.flatMap((text, at) => (foldCaseAndDiacritics(text).includes(foldCaseAndDiacritics(part)) ? [at] : [])),
        )
      }),
    ))
})

describe('edits', () => {
  it('are as many as the slow way counts', () =>
    fc.assert(
      fc.property(letters, letters, fc.nat(3), (text, word, most) => {
        fc.pre(text !== '' && word !== '')
        const edits = slow(text, word)
        const asked = { from: 2, length: word.length, whole: most, beginning: -1 }
        expect(boundedEditDistance(text, `x ${word} y`, asked)).toBe(edits <= most ? edits : -1)
      }),
    ))

  it('of a beginning are as many as of the nearest one, and a little', () =>
    fc.assert(
      fc.property(letters, letters, fc.nat(2), (text, word, most) => {
        fc.pre(text !== '' && word !== '')
        const least = Math.min(...beginnings(word).map((beginning) => slow(text, beginning)))
        const asked = { from: 0, length: word.length, whole: -1, beginning: most }
        expect(boundedEditDistance(text, word, asked)).toBe(least <= most ? least + prefixMatchPenalty : -1)
      }),
    ))
})

describe('sorting rows', () => {
  it('puts them as the engine sorts their texts, and rows with the same text in order', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(letters, scripts), { maxLength: 60 }), fc.nat(60), (texts, cut) => {
        const block = searchableTextsOfColumn(textColumn(texts)).finish()
        const text = (row: number) => block.block.slice(block.starts[row], block.starts[row + 1]! - 1)
        const rows = Uint32Array.from(texts.keys())
        const stretches = [
          { from: 0, to: Math.min(cut, texts.length), depth: 0 },
          { from: Math.min(cut, texts.length), to: texts.length, depth: 0 },
        ]
        const slowly = stretches.flatMap(({ from, to }) =>
          [...rows.subarray(from, to)].sort((one, other) =>
            text(one) < text(other) ? -1 : text(one) > text(other) ? 1 : one - other,
          ),
        )
        const sorted = incremental(() => sortRowsByText(block, rows, stretches)).finish()
        expect([...sorted]).toEqual(slowly)
      }),
    ))
})

describe('misspelt words', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 8 })
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
  const distance = (part: string, text: string): number => {
    const slips = part.length < 4 ? 0 : 1
    const each = text.split(' ').flatMap((own) => {
      const whole = slow(part, own)
      const begun = Math.min(...beginnings(own).map((beginning) => slow(part, beginning)))
      return [
        whole <= Math.round(part.length / 4) ? whole : Infinity,
        begun <= slips ? begun + prefixMatchPenalty : Infinity,
      ]
    })
    return Math.min(...each)
  }

  it('find what comparing every word finds, just as far away', () =>
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 8 }), phrase, (texts, wanted) => {
        const block = searchableTextsOfColumn(textColumn(texts)).finish()
        const found = fuzzyMatches(block, wordIndexOfTexts(block).finish(), wanted)
        const slowly = texts.flatMap((text, at) => {
          const sum = wanted.split(' ').reduce((all, part) => all + distance(part, text), 0)
          return sum === Infinity ? [] : [{ text: at, distance: sum }]
        })
        expect(found.toSorted((one, other) => one.text - other.text)).toEqual(slowly)
      }),
    ))
})

describe('a search', () => {
  it('finds every node by any part of any of its names', () =>
    fc.assert(
      fc.property(aGraph(), fc.nat(), fc.nat(), fc.nat(), (graph, pick, name, from) => {
        const row = pick % graph.nodes.count
        const names = allNodeNames(nodeRecordAt(graph, row))
        const own = names[name % names.length]!
        const text = own.slice(from % Math.max(1, own.length))
        // Nobody begins to write with the mark of a letter that is not there.
        fc.pre(
          text.isWellFormed() &&
            !/^\s*\p{M}/u.test(text) &&
            foldCaseAndDiacritics(text.trim()) !== '' &&
            text === foldCaseAndDiacritics(text),
        )
        expect(searchNodes(graph, text, 100).map(({ node }) => node)).toContain(nodeRecordAt(graph, row).id)
      }),
    ))

  it('gives the same with breaths between its parts', () =>
    fc.assert(
      fc.asyncProperty(aGraph(), letters, async (graph, text) => {
        expect(await searchNodesAsync(graph, text, () => Promise.resolve())).toEqual(searchNodes(graph, text))
      }),
    ))

  it('forgives a number nothing', () => {
    const block = searchableTextsOfColumn(textColumn(['works 4711', 'works 4712', 'works 47115'])).finish()
    const found = fuzzyMatches(block, wordIndexOfTexts(block).finish(), 'wroks 4711')
    expect(found.map(({ text }) => text)).toEqual([0, 2])
  })
})

describe('work in parts', () => {
  it('is done once, whoever asks for it and in which turns', async () => {
    let turns = 0
    const work = incremental(function* () {
      for (let turn = 0; turn < 5; turn++) {
        turns++
        yield
      }
      return { turns }
    })
    let breaths = 0
    const breathe = () => Promise.resolve(breaths++)
    const [one, other] = await Promise.all([runWithPauses(work, breathe), runWithPauses(work, breathe)])
    expect(one).toBe(other)
    expect(work.finish()).toEqual({ turns: 5 })
    expect(breaths).toBeGreaterThan(3)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordOrPrefixEditDistance, prefixMatchPenalty } from '../../src/analysis/search/editDistance'
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

/** Optimal string alignment distance, directly from its recursion, memoised. */
function slowDistance(one: string, other: string, cache = new Map<string, number>()): number {
  if (one === '' || other === '') return one.length + other.length
  const key = `${one} ${other}`
  const found = cache.get(key)
  if (found !== undefined) return found
  const [tail, otherTail] = [one.slice(0, -1), other.slice(0, -1)]
  const ways = [
    slowDistance(tail, otherTail, cache) + (one.at(-1) === other.at(-1) ? 0 : 1),
    slowDistance(tail, other, cache) + 1,
    slowDistance(one, otherTail, cache) + 1,
  ]
  const swapped = one.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1)
  const edits = Math.min(...ways, ...(swapped ? [slowDistance(one.slice(0, -2), other.slice(0, -2), cache) + 1] : []))
  cache.set(key, edits)
  return edits
}
const prefixes = (word: string) => Array.from(word, (_, at) => word.slice(0, at + 1))

describe('texts', () => {
  it('are folded like names', () =>
    fc.assert(
      fc.property(fc.array(scripts), (texts) => {
        const joined = texts.join('\n').toWellFormed()
        expect(foldLargeText(joined)).toBe(foldCaseAndDiacritics(joined))
      }),
    ))

  it('are joined into one block, with a space for every line feed', () =>
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

  it('are all names of a node', () =>
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

  it('are found if they contain the wanted text, once each and in order', () =>
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1 }), letters, (texts, part) => {
        fc.pre(part !== '')
        const found: number[] = []
        const block = searchableTextsOfColumn(textColumn(texts)).finish()
        forEachTextContaining(block, foldCaseAndDiacritics(part), (text, index) => {
          found.push(text)
          expect(index - block.starts[text]!).toBe(
            foldCaseAndDiacritics(texts[text]!).indexOf(foldCaseAndDiacritics(part)),
          )
        })
        expect(found).toEqual(
          texts.flatMap((text, at) => (foldCaseAndDiacritics(text).includes(foldCaseAndDiacritics(part)) ? [at] : [])),
        )
      }),
    ))
})

describe('the edit distance', () => {
  it('is the one that the recursion computes', () =>
    fc.assert(
      fc.property(letters, letters, fc.nat(3), (text, word, maxEdits) => {
        fc.pre(text !== '' && word !== '')
        const edits = slowDistance(text, word)
        const asked = { from: 2, length: word.length, whole: maxEdits, prefix: -1 }
        expect(wordOrPrefixEditDistance(text, `x ${word} y`, asked)).toBe(edits <= maxEdits ? edits : -1)
      }),
    ))

  it('to a prefix is that of the nearest prefix plus the penalty', () =>
    fc.assert(
      fc.property(letters, letters, fc.nat(2), (text, word, maxEdits) => {
        fc.pre(text !== '' && word !== '')
        const smallest = Math.min(...prefixes(word).map((prefix) => slowDistance(text, prefix)))
        const asked = { from: 0, length: word.length, whole: -1, prefix: maxEdits }
        expect(wordOrPrefixEditDistance(text, word, asked)).toBe(
          smallest <= maxEdits ? smallest + prefixMatchPenalty : -1,
        )
      }),
    ))
})

describe('sorting rows', () => {
  it('sorts them as the engine sorts their texts, and rows with the same text by row', () =>
    fc.assert(
      fc.property(fc.array(fc.oneof(letters, scripts), { maxLength: 60 }), fc.nat(60), (texts, cut) => {
        const block = searchableTextsOfColumn(textColumn(texts)).finish()
        const text = (row: number) => block.block.slice(block.starts[row], block.starts[row + 1]! - 1)
        const rows = Uint32Array.from(texts.keys())
        const ranges = [
          { from: 0, to: Math.min(cut, texts.length), depth: 0 },
          { from: Math.min(cut, texts.length), to: texts.length, depth: 0 },
        ]
        const slowly = ranges.flatMap(({ from, to }) =>
          [...rows.subarray(from, to)].sort((one, other) =>
            text(one) < text(other) ? -1 : text(one) > text(other) ? 1 : one - other,
          ),
        )
        const sorted = incremental(() => sortRowsByText(block, rows, ranges)).finish()
        expect([...sorted]).toEqual(slowly)
      }),
    ))
})

describe('fuzzy matching', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 8 })
  const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
  const distance = (part: string, text: string): number => {
    const allowed = part.length < 4 ? 0 : 1
    const each = text.split(' ').flatMap((own) => {
      const whole = slowDistance(part, own)
      const prefixEdits = Math.min(...prefixes(own).map((prefix) => slowDistance(part, prefix)))
      return [
        whole <= Math.round(part.length / 4) ? whole : Infinity,
        prefixEdits <= allowed ? prefixEdits + prefixMatchPenalty : Infinity,
      ]
    })
    return Math.min(...each)
  }

  it('finds what comparing every word finds, at the same distance', () =>
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
        // A query never begins with a combining mark without its letter.
        fc.pre(
          text.isWellFormed() &&
            !/^\s*\p{M}/u.test(text) &&
            foldCaseAndDiacritics(text.trim()) !== '' &&
            text === foldCaseAndDiacritics(text),
        )
        expect(searchNodes(graph, text, 100).map(({ node }) => node)).toContain(nodeRecordAt(graph, row).id)
      }),
    ))

  it('gives the same result with pauses between its slices', () =>
    fc.assert(
      fc.asyncProperty(aGraph(), letters, async (graph, text) => {
        expect(await searchNodesAsync(graph, text, () => Promise.resolve())).toEqual(searchNodes(graph, text))
      }),
    ))

  it('matches numbers exactly', () => {
    const block = searchableTextsOfColumn(textColumn(['works 4711', 'works 4712', 'works 47115'])).finish()
    const found = fuzzyMatches(block, wordIndexOfTexts(block).finish(), 'wroks 4711')
    expect(found.map(({ text }) => text)).toEqual([0, 2])
  })
})

describe('an incremental computation', () => {
  it('runs once, whoever asks for it and in any order', async () => {
    let slices = 0
    const work = incremental(function* () {
      for (let slice = 0; slice < 5; slice++) {
        slices++
        yield
      }
      return { slices }
    })
    let pauses = 0
    const pause = () => Promise.resolve(pauses++)
    const [one, other] = await Promise.all([runWithPauses(work, pause), runWithPauses(work, pause)])
    expect(one).toBe(other)
    expect(work.finish()).toEqual({ slices: 5 })
    expect(pauses).toBeGreaterThan(3)
  })
})

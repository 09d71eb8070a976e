import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { english } from '../../messages/englishFormatter'
import { nodeRowById } from '../../model/graph'
import { nodeRecordAt, predicatesById, statementRecordAt } from '../../model/rowRecords'
import { statementsInReadingOrder } from './sources'

/** A passage of an attached text: the sentence that a locator points to, in its paragraph. */
export interface Passage {
  readonly before: string
  readonly sentence: string
  readonly after: string
}

/**
 * Plain text as its paragraphs: what empty lines part, or, where there are none, single lines. Each item of a list is a
 * paragraph of its own, and one that a page's end cut in two, so that it goes on in lower case, is one again.
 */
export function splitParagraphs(text: string): string[] {
  const parts = text.replace(/\r\n?/g, '\n').split(/\n\s*\n|\n(?=[ \t]*[-*•‣–][ \t])/)
  const lines = parts.length > 1 ? parts : text.split('\n')
  const whole: string[] = []
  for (const each of lines.map(tidied).filter((line) => line !== '')) {
    const before = whole.at(-1)
    if (before !== undefined && goesOn(before, each)) whole[whole.length - 1] = `${before} ${each}`
    else whole.push(each)
  }
  return whole
}

/** A line without its sign of a list, and with single spaces. */
const tidied = (line: string): string =>
  line
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[-*•‣–] /, '')

/** Whether a line in lower case continues one that ended without a sign: inside a sentence of prose, not after a heading. */
const goesOn = (before: string, after: string): boolean =>
  before.length >= 60 && /[\p{L}\p{N},;]$/u.test(before) && /^\p{Ll}/u.test(after)

/**
 * Which paragraph each part of a document is: the assignment, in reading order, in which paragraphs share most with what
 * the statements of the parts say (sequence alignment by dynamic programming, as of Needleman and Wunsch 1970; a shared
 * word counts the more, the fewer paragraphs have it). A part that shares nothing has none.
 */
export function alignPartsToParagraphs(
  graph: Graph,
  source: number,
  paragraphs: readonly string[],
): ReadonlyMap<string, number> {
  const parts = partsOf(graph, source)
  const words = paragraphs.map(wordsIn)
  const weight = weightsOf(words)
  const score = (part: number, at: number) =>
    [...parts[part]!.words].reduce((sum, word) => sum + (words[at]!.has(word) ? (weight.get(word) ?? 0) : 0), 0)
  // best[i][j]: the most that the first i parts share with the first j paragraphs.
  const best = Array.from({ length: parts.length + 1 }, () => new Float64Array(paragraphs.length + 1))
  for (let i = 1; i <= parts.length; i++)
    for (let j = 1; j <= paragraphs.length; j++)
      best[i]![j] = Math.max(best[i - 1]![j]!, best[i]![j - 1]!, best[i - 1]![j - 1]! + score(i - 1, j - 1))
  const found = new Map<string, number>()
  for (let i = parts.length, j = paragraphs.length; i > 0 && j > 0;) {
    if (best[i]![j] === best[i]![j - 1]) j--
    else if (best[i]![j] === best[i - 1]![j]) i--
    else found.set(parts[--i]!.id, --j)
  }
  return found
}

interface PartWords {
  readonly id: string
  readonly words: ReadonlySet<string>
}

/** What a statement names, in English and Japanese, as one text: documents are in either language. */
function wordsOfStatement(graph: Graph, row: number): string {
  const { subject, predicate, object, value, note } = statementRecordAt(graph, row)
  const nodes = [subject, object].map((id) => nodeRowById(graph).get(id ?? ''))
  const named: { readonly label: string; readonly ja?: string | undefined }[] = [
    ...nodes.flatMap((node) => (node === undefined ? [] : nodeRecordAt(graph, node))),
    predicatesById(graph).get(predicate) ?? { label: predicate },
  ]
  return [...named.flatMap(({ label, ja }) => [label, ja]), value && english.value(value), note].join(' ')
}

/** The parts that locators name, in reading order, with the words of their statements. */
function partsOf(graph: Graph, source: number): PartWords[] {
  const words = new Map<string, Set<string>>()
  for (const row of statementsInReadingOrder(graph, source)) {
    const part = textAt(graph.statements.locator, row).split('.')[0]!
    if (part === '') continue
    const known = words.get(part) ?? new Set<string>()
    for (const word of wordsIn(wordsOfStatement(graph, row))) known.add(word)
    words.set(part, known)
  }
  return [...words].map(([id, own]) => ({ id, words: own }))
}

/** Words of three letters and more and numbers, folded; Japanese and Chinese by pairs of signs. */
function wordsIn(text: string): Set<string> {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = folded.match(/[a-z]{3,}|\d+(?:[.,]\d+)*/g) ?? []
  const signs = folded.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{2,}/gu) ?? []
  const pairs = signs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)))
  return new Set([...words, ...pairs])
}

function weightsOf(words: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const own of words) for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + words.length / count)]))
}

/** The passage that a locator points to in its paragraph: the sentence by its number, or the whole paragraph. */
export function passageAt(paragraph: string, locator: string): Passage {
  const number = Number(locator.split('.')[1])
  const sentences = sentencesOf(paragraph)
  if (!(number >= 1 && number <= sentences.length)) return { before: '', sentence: paragraph, after: '' }
  return {
    before: sentences.slice(0, number - 1).join(''),
    sentence: sentences[number - 1]!,
    after: sentences.slice(number).join(''),
  }
}

const sentencesOf = (paragraph: string): string[] =>
  Array.from(new Intl.Segmenter('en', { granularity: 'sentence' }).segment(paragraph), ({ segment }) => segment)

import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { english } from '../../messages/englishFormatter'
import { nodeRowIndex } from '../../model/graph'
import { nodeRecordAt, predicatesById, statementRecordAt } from '../../model/rowRecords'
import { statementsInReadingOrder } from './sources'

/** A paragraph of an attached text, split at the sentence that a locator points to. */
export interface Passage {
  readonly before: string
  readonly sentence: string
  readonly after: string
}

/**
 * Splits plain text into paragraphs: at empty lines or, if there are none, at every line. Each list item is a paragraph
 * of its own, and a paragraph that a page break cut in two, so that it continues in lower case, is joined again.
 */
export function splitParagraphs(text: string): string[] {
  const parts = text.replace(/\r\n?/g, '\n').split(/\n\s*\n|\n(?=[ \t]*[-*•‣–][ \t])/)
  const lines = parts.length > 1 ? parts : text.split('\n')
  const paragraphs: string[] = []
  for (const line of lines.map(cleanLine).filter((each) => each !== '')) {
    const before = paragraphs.at(-1)
    if (before !== undefined && isContinued(before, line)) paragraphs[paragraphs.length - 1] = `${before} ${line}`
    else paragraphs.push(line)
  }
  return paragraphs
}

/** A line without its bullet, and with single spaces. */
const cleanLine = (line: string): string =>
  line
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[-*•‣–] /, '')

/** Whether `after` continues `before`: it starts in lower case, and `before` is too long for a heading and has no closing punctuation. */
const isContinued = (before: string, after: string): boolean =>
  before.length >= 60 && /[\p{L}\p{N},;]$/u.test(before) && /^\p{Ll}/u.test(after)

/**
 * Assigns the parts of a source (the first half of its locators) to paragraphs, by index. Of all assignments in reading
 * order it is the one whose paragraphs share most words with the statements of their parts: sequence alignment by dynamic
 * programming (Needleman and Wunsch 1970), in which a word weighs more the fewer paragraphs have it. A part that shares
 * no word has no paragraph.
 */
export function alignPartsToParagraphs(
  graph: Graph,
  source: number,
  paragraphs: readonly string[],
): ReadonlyMap<string, number> {
  const parts = wordsOfParts(graph, source)
  const words = paragraphs.map(wordsOfText)
  const weight = wordWeights(words)
  const score = (part: number, at: number) =>
    [...parts[part]!.words].reduce((sum, word) => sum + (words[at]!.has(word) ? (weight.get(word) ?? 0) : 0), 0)
  // best[i][j]: the highest score of the first i parts with the first j paragraphs.
  const best = Array.from({ length: parts.length + 1 }, () => new Float64Array(paragraphs.length + 1))
  for (let i = 1; i <= parts.length; i++)
    for (let j = 1; j <= paragraphs.length; j++)
      best[i]![j] = Math.max(best[i - 1]![j]!, best[i]![j - 1]!, best[i - 1]![j - 1]! + score(i - 1, j - 1))
  const paragraphByPart = new Map<string, number>()
  for (let i = parts.length, j = paragraphs.length; i > 0 && j > 0;) {
    if (best[i]![j] === best[i]![j - 1]) j--
    else if (best[i]![j] === best[i - 1]![j]) i--
    else paragraphByPart.set(parts[--i]!.id, --j)
  }
  return paragraphByPart
}

interface PartWords {
  readonly id: string
  readonly words: ReadonlySet<string>
}

/** Everything that a statement names, in English and Japanese, as one text: sources are in either language. */
function textOfStatement(graph: Graph, row: number): string {
  const { subject, predicate, object, value, note } = statementRecordAt(graph, row)
  const nodes = [subject, object].map((id) => nodeRowIndex(graph).get(id ?? ''))
  const labels: { readonly label: string; readonly ja?: string | undefined }[] = [
    ...nodes.flatMap((node) => (node === undefined ? [] : nodeRecordAt(graph, node))),
    predicatesById(graph).get(predicate) ?? { label: predicate },
  ]
  return [...labels.flatMap(({ label, ja }) => [label, ja]), value && english.value(value), note].join(' ')
}

/** The parts that locators refer to, in reading order, with the words of their statements. */
function wordsOfParts(graph: Graph, source: number): PartWords[] {
  const words = new Map<string, Set<string>>()
  for (const row of statementsInReadingOrder(graph, source)) {
    const part = textAt(graph.statements.locator, row).split('.')[0]!
    if (part === '') continue
    const own = words.get(part) ?? new Set<string>()
    for (const word of wordsOfText(textOfStatement(graph, row))) own.add(word)
    words.set(part, own)
  }
  return [...words].map(([id, own]) => ({ id, words: own }))
}

/** Words of three letters or more and numbers, without case and diacritics; Japanese and Chinese as pairs of characters. */
function wordsOfText(text: string): Set<string> {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = folded.match(/[a-z]{3,}|\d+(?:[.,]\d+)*/g) ?? []
  const runs = folded.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{2,}/gu) ?? []
  const pairs = runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)))
  return new Set([...words, ...pairs])
}

/** The weight of each word: its inverse document frequency over the paragraphs. */
function wordWeights(words: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const own of words) for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Map([...counts].map(([word, count]) => [word, Math.log(1 + words.length / count)]))
}

/** Splits a paragraph at the sentence of a locator ("P1.2" is its second); the whole paragraph if the locator has no such sentence. */
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

import { textAt } from '../../model/columns'
import type { Graph } from '../../model/graph'
import { degrees } from '../../model/graph'
import { foldCaseAndDiacritics } from '../../model/nodeNames'
import { fuzzyMatches } from './fuzzyMatch'
import { runWithPauses } from '../incremental'
import {
  forEachTextContaining,
  nodeNamesAt,
  searchableNodeNames,
  rowOfText,
  type SearchableTexts,
} from './searchableTexts'
import { wordIndexOfTexts, type WordIndex } from './wordIndex'

/** A node that matches a search, and its matching name. */
export interface SearchHit {
  readonly node: string
  readonly name: string
}

/**
 * Finds nodes with a name that contains the text, also within words and unspaced Japanese, ignoring case and diacritics. If
 * there are fewer than `limit`, nodes with similar names follow. Best matches come first: the whole name, its beginning, the
 * beginning of a word, elsewhere, with typos; among equals, the node with the higher degree.
 */
export function searchNodes(graph: Graph, text: string, limit = 12): SearchHit[] {
  const wanted = folded(text)
  if (wanted === '') return []
  const names = searchableNodeNames(graph).finish()
  const best = containingMatches(graph, names, wanted, limit)
  if (best.count < limit) addSimilar(best, names, wordIndexOfTexts(names).finish(), wanted)
  return hitsOf(graph, names, best)
}

/** The same, awaiting `pause` while the index for the first search of a graph is built in slices. */
export async function searchNodesAsync(
  graph: Graph,
  text: string,
  pause: () => Promise<unknown>,
): Promise<SearchHit[]> {
  const limit = 12
  const wanted = folded(text)
  if (wanted === '') return []
  const names = await runWithPauses(searchableNodeNames(graph), pause)
  const best = containingMatches(graph, names, wanted, limit)
  if (best.count < limit) addSimilar(best, names, await runWithPauses(wordIndexOfTexts(names), pause), wanted)
  return hitsOf(graph, names, best)
}

const folded = (text: string): string => foldCaseAndDiacritics(text.trim()).replaceAll('\n', ' ')

const hitsOf = (graph: Graph, names: SearchableTexts, { found }: BestMatches): SearchHit[] =>
  found.map(({ row, text }) => ({
    node: textAt(graph.nodes.id, row),
    name: names.firsts ? nodeNamesAt(graph.nodes, row)[text - names.firsts[row]!]! : textAt(graph.nodes.label, row),
  }))

interface Match {
  readonly row: number
  readonly text: number
  readonly rank: number
}

/** The best matches so far, at most `limit`; of each row only its best name. */
class BestMatches {
  readonly found: Match[] = []

  constructor(
    private readonly limit: number,
    private readonly degree: Uint32Array,
  ) {}

  get count(): number {
    return this.found.length
  }

  /** Among equals, rows offered earlier come first. */
  offer(row: number, text: number, rank: number): void {
    const { found, limit } = this
    if (found.length === limit && !this.isBetter(row, rank, found[limit - 1]!)) return
    const existing = found.findIndex((each) => each.row === row)
    if (existing >= 0 && found[existing]!.rank <= rank) return
    if (existing >= 0) found.splice(existing, 1)
    const at = found.findIndex((each) => this.isBetter(row, rank, each))
    found.splice(at < 0 ? found.length : at, 0, { row, text, rank })
    if (found.length > limit) found.pop()
  }

  private isBetter(row: number, rank: number, other: Match): boolean {
    return rank < other.rank || (rank === other.rank && this.degree[row]! > this.degree[other.row]!)
  }
}

function containingMatches(graph: Graph, names: SearchableTexts, wanted: string, limit: number): BestMatches {
  const best = new BestMatches(limit, degrees(graph))
  const words = wanted.split(/\s+/)
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one))
  let row = 0
  forEachTextContaining(names, longest, (text, index) => {
    row = rowOfText(names, text, row)
    if (words.length === 1) return best.offer(row, text, rankAt(names, text, index, wanted.length))
    const name = names.block.slice(names.starts[text], names.starts[text + 1]! - 1)
    if (!words.every((word) => name.includes(word))) return
    const at = name.indexOf(wanted)
    best.offer(row, text, at < 0 ? scatteredRank : rankAt(names, text, names.starts[text]! + at, wanted.length))
  })
  return best
}

/** Ranks: the whole name 0, its beginning 1, the beginning of a word 2, elsewhere 3, words in other order 4, similar names from 5. */
const scatteredRank = 4
const similarRank = 5

function rankAt({ block, starts }: SearchableTexts, text: number, index: number, length: number): number {
  if (index === starts[text]) return starts[text + 1]! - 1 - index === length ? 0 : 1
  return isWordUnit(block.charCodeAt(index - 1)) ? 3 : 2
}

const isWordUnit = (unit: number): boolean => {
  if (unit < 0x80) return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(unit))
}

function addSimilar(best: BestMatches, names: SearchableTexts, vocabulary: WordIndex, wanted: string): void {
  let [row, from] = [0, 0]
  for (const { text, distance } of fuzzyMatches(names, vocabulary, wanted)) {
    if (text < from) row = 0
    from = text
    row = rowOfText(names, text, row)
    best.offer(row, text, similarRank + distance)
  }
}

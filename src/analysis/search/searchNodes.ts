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

/** A node that a search found, and the name that matched. */
export interface SearchHit {
  readonly node: string
  readonly name: string
}

/**
 * The nodes one of whose names contains the text: anywhere in a word and in unspaced Japanese, without regard to case
 * and diacritics; then, where few do, those whose names nearly contain its words. Best first: the whole name, its
 * beginning, the beginning of a word, elsewhere, with a typo; among equals the better connected.
 */
export function searchNodes(graph: Graph, text: string, limit = 12): SearchHit[] {
  const wanted = folded(text)
  if (wanted === '') return []
  const names = searchableNodeNames(graph).finish()
  const best = contained(graph, names, wanted, limit)
  if (best.count < limit) addNear(best, names, wordIndexOfTexts(names).finish(), wanted)
  return hits(graph, names, best)
}

/** The same, with a breath between the parts of what has to be prepared for the first search of a graph. */
export async function searchNodesAsync(
  graph: Graph,
  text: string,
  breathe: () => Promise<unknown>,
): Promise<SearchHit[]> {
  const limit = 12
  const wanted = folded(text)
  if (wanted === '') return []
  const names = await runWithPauses(searchableNodeNames(graph), breathe)
  const best = contained(graph, names, wanted, limit)
  if (best.count < limit) addNear(best, names, await runWithPauses(wordIndexOfTexts(names), breathe), wanted)
  return hits(graph, names, best)
}

const folded = (text: string): string => foldCaseAndDiacritics(text.trim()).replaceAll('\n', ' ')

const hits = (graph: Graph, names: SearchableTexts, { found }: Best): SearchHit[] =>
  found.map(({ row, text }) => ({
    node: textAt(graph.nodes.id, row),
    name: names.firsts ? nodeNamesAt(graph.nodes, row)[text - names.firsts[row]!]! : textAt(graph.nodes.label, row),
  }))

interface Found {
  readonly row: number
  readonly text: number
  readonly rank: number
}

/** The best rows so far, as many as are wanted; of a row only its best name. */
class Best {
  readonly found: Found[] = []

  constructor(
    private readonly limit: number,
    private readonly degree: Uint32Array,
  ) {}

  get count(): number {
    return this.found.length
  }

  /** Rows that are offered earlier come first among equals. */
  offer(row: number, text: number, rank: number): void {
    const { found, limit } = this
    if (found.length === limit && !this.isBetter(row, rank, found[limit - 1]!)) return
    const own = found.findIndex((each) => each.row === row)
    if (own >= 0 && found[own]!.rank <= rank) return
    if (own >= 0) found.splice(own, 1)
    const at = found.findIndex((each) => this.isBetter(row, rank, each))
    found.splice(at < 0 ? found.length : at, 0, { row, text, rank })
    if (found.length > limit) found.pop()
  }

  private isBetter(row: number, rank: number, other: Found): boolean {
    return rank < other.rank || (rank === other.rank && this.degree[row]! > this.degree[other.row]!)
  }
}

function contained(graph: Graph, names: SearchableTexts, wanted: string, limit: number): Best {
  const best = new Best(limit, degrees(graph))
  const words = wanted.split(/\s+/)
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one))
  let row = 0
  forEachTextContaining(names, longest, (text, place) => {
    row = rowOfText(names, text, row)
    if (words.length === 1) return best.offer(row, text, rankAt(names, text, place, wanted.length))
    const name = names.block.slice(names.starts[text], names.starts[text + 1]! - 1)
    if (!words.every((word) => name.includes(word))) return
    const at = name.indexOf(wanted)
    best.offer(row, text, at < 0 ? scattered : rankAt(names, text, names.starts[text]! + at, wanted.length))
  })
  return best
}

/** Ranks: the whole name 0, its beginning 1, the beginning of a word 2, elsewhere 3, the words apart 4, nearly 5 and on. */
const scattered = 4
const nearly = 5

function rankAt({ block, starts }: SearchableTexts, text: number, place: number, length: number): number {
  if (place === starts[text]) return starts[text + 1]! - 1 - place === length ? 0 : 1
  return isWordUnit(block.charCodeAt(place - 1)) ? 3 : 2
}

const isWordUnit = (unit: number): boolean => {
  if (unit < 0x80) return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(unit))
}

function addNear(best: Best, names: SearchableTexts, vocabulary: WordIndex, wanted: string): void {
  let [row, from] = [0, 0]
  for (const { text, distance } of fuzzyMatches(names, vocabulary, wanted)) {
    if (text < from) row = 0
    from = text
    row = rowOfText(names, text, row)
    best.offer(row, text, nearly + distance)
  }
}

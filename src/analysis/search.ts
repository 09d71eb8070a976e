import MiniSearch from 'minisearch'
import { textAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { degrees, perGraph } from '../model/graph'
import { fold, namesOf } from '../model/names'
import { nodeAt } from '../model/rows'

/** A node that a search found, and the name that matched. */
export interface Hit {
  readonly node: string
  readonly name: string
}

interface Name {
  readonly row: number
  readonly text: string
  readonly folded: string
}

const namesIn = perGraph((graph): readonly Name[] =>
  Array.from({ length: graph.nodes.count }, (_, row) =>
    namesOf(nodeAt(graph, row)).map((text) => ({ row, text, folded: fold(text) })),
  ).flat(),
)

/** Only asked where nothing contains the text: words with a typo in them. Japanese is cut into single letters. */
const misspelt = perGraph((graph) => {
  const index = new MiniSearch({
    fields: ['folded'],
    tokenize: (text) => text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]|[\p{L}\p{N}]+/gu) ?? [],
  })
  index.addAll(namesIn(graph).map(({ folded }, id) => ({ id, folded })))
  return index
})

/**
 * The nodes one of whose names contains the text: anywhere in a word and in unspaced Japanese, without regard to case
 * and diacritics; then, where few do, those whose names nearly contain its words. Best first: the whole name, its
 * beginning, the beginning of a word, elsewhere, with a typo; among equals the better connected.
 */
export function searchNodes(graph: Graph, text: string, limit = 12): Hit[] {
  const wanted = fold(text.trim())
  if (wanted === '') return []
  const ranked = best(containing(graph, wanted))
  if (ranked.size === 0)
    for (const swapped of swaps(wanted))
      for (const [row, found] of best(containing(graph, swapped))) ranked.set(row, found)
  if (ranked.size < limit)
    for (const [row, found] of nearly(graph, wanted)) if (!ranked.has(row)) ranked.set(row, found)
  const degree = degrees(graph)
  return [...ranked]
    .sort(([one, { rank: first }], [other, { rank: second }]) => first - second || degree[other]! - degree[one]!)
    .slice(0, limit)
    .map(([row, { name }]) => ({ node: textAt(graph.nodes.id, row), name }))
}

interface Found {
  readonly rank: number
  readonly name: string
}

function* containing(graph: Graph, wanted: string): Generator<[number, Found]> {
  const words = wanted.split(/\s+/)
  for (const { row, text, folded } of namesIn(graph))
    if (words.every((word) => folded.includes(word))) yield [row, { rank: rankOf(folded, wanted), name: text }]
}

function rankOf(folded: string, wanted: string): number {
  const at = folded.indexOf(wanted)
  if (at === 0) return folded.length === wanted.length ? 0 : 1
  if (at < 0) return 4
  return /[\p{L}\p{N}]/u.test(folded[at - 1]!) ? 3 : 2
}

function best(found: Iterable<[number, Found]>): Map<number, Found> {
  const ranked = new Map<number, Found>()
  for (const [row, each] of found) if (each.rank < (ranked.get(row)?.rank ?? Infinity)) ranked.set(row, each)
  return ranked
}

/** Two neighbouring letters in the other order: the commonest slip, and two edits to whoever counts them singly. */
const swaps = (text: string): string[] =>
  Array.from({ length: text.length - 1 }, (_, at) => text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2))

function nearly(graph: Graph, wanted: string): Map<number, Found> {
  const names = namesIn(graph)
  const found = misspelt(graph).search(wanted, { fuzzy: 0.25, prefix: true, combineWith: 'AND' })
  return best(
    found.map(({ id }, place): [number, Found] => [names[id]!.row, { rank: 5 + place / 1000, name: names[id]!.text }]),
  )
}

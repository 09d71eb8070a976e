import MiniSearch from 'minisearch'
import { seeded } from './graphs.js'
import { loadModule } from './load.js'
import { median } from './median.js'

const p95 = (values) => values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) * 0.95)]

/** Milliseconds that something took, and what came of it. */
function timed(act) {
  const start = performance.now()
  const result = act()
  return { result, ms: performance.now() - start }
}

/** A word with one slip: a letter left out, one too many, a wrong one, or two that changed places. */
function misspelt(word, chance) {
  const place = 1 + Math.floor(chance() * (word.length - 2))
  const letter = String.fromCharCode(97 + Math.floor(chance() * 26))
  const [before, after] = [word.slice(0, place), word.slice(place + 1)]
  const ways = [
    before + after,
    before + letter + word[place] + after,
    before + letter + after,
    before + word[place + 1] + word[place] + word.slice(place + 2),
  ]
  return ways[Math.floor(chance() * ways.length)]
}

/** Three ways to ask for a label; all end in its number, so that few labels are meant. */
const ways = {
  prefix: ([first, middle, last, number]) => `${first} ${middle.slice(0, -1)} ${last.slice(0, 4)} ${number}`,
  infix: ([, middle, last, number]) => `${middle.slice(1)} ${last} ${number}`,
  typo: ([first, middle, last, number], chance) =>
    chance() < 0.5 ? `${first} ${misspelt(middle, chance)} ${last} ${number}` : `${misspelt(last, chance)} ${number}`,
}

/** Queries by way, each with the row that is meant. */
function queriesFor(labels, each) {
  const chance = seeded(11)
  return Object.entries(ways).map(([way, write]) => ({
    way,
    asked: Array.from({ length: each }, () => {
      const row = Math.floor(chance() * labels.length)
      return { row, query: write(labels[row].split(' '), chance) }
    }),
  }))
}

/** What stands in the field on the way to a query, letter by letter. */
const keystrokes = (query) =>
  Array.from(query, (_, end) => query.slice(0, end + 1)).filter((text) => text.trim() !== '')

/** The share of queries whose row is among the first ten that are found. */
const recall = (asked, find) => asked.filter(({ row, query }) => find(query).includes(row)).length / asked.length

/**
 * Search over the labels of 100,000 nodes (of 10,000 with `quick`), beside minisearch with beginnings and typos over the
 * same labels, folded in the same way: milliseconds a keystroke, recall among the first ten, and time to prepare.
 */
export async function search({ quick }) {
  const { columnGraph, foldCaseAndDiacritics, searchableNodeNames, searchNodes, wordIndexOfTexts } =
    await loadModule('bench/searchWork.js')
  const count = quick ? 10_000 : 100_000
  const graph = columnGraph(count, count, 3)
  const { texts, parts, ms: ourBuild } = prepared(graph, searchableNodeNames, wordIndexOfTexts)
  const labels = texts.block.slice(0, -1).split('\n')
  const { result: index, ms: theirBuild } = timed(() => {
    const made = new MiniSearch({ fields: ['label'], processTerm: (term) => term })
    made.addAll(labels.map((label, id) => ({ id, label })))
    return made
  })
  const ours = (query) => searchNodes(graph, query, 10).map(({ node }) => Number(node.slice(1)))
  const theirs = (query) =>
    index
      .search(foldCaseAndDiacritics(query), { prefix: true, fuzzy: 0.2, combineWith: 'AND' })
      .slice(0, 10)
      .map(({ id }) => id)

  const sets = queriesFor(labels, quick ? 20 : 30)
  const strokes = sets.flatMap(({ asked }) => asked.slice(0, quick ? 4 : 6).flatMap(({ query }) => keystrokes(query)))
  const times = { ours: [], theirs: [] }
  for (const text of strokes) {
    times.ours.push(timed(() => ours(text)).ms)
    times.theirs.push(timed(() => theirs(text)).ms)
  }
  const row = (work, unit, mine, other, goal) => ({ work, unit, ours: mine, peer: other, ratio: other / mine, goal })
  const size = `${count / 1000}k labels`
  return [
    row(`search as you type, ${size}, p95 a keystroke`, 'ms', p95(times.ours), p95(times.theirs), 'at most 20 ms'),
    row(`search as you type, ${size}, median a keystroke`, 'ms', median(times.ours), median(times.theirs), ''),
    ...sets.map(({ way, asked }) =>
      row(`recall among ten, ${size}, ${way}`, 'share', recall(asked, ours), recall(asked, theirs), 'not lower'),
    ),
    row(`search: prepare, ${size}`, 'ms', ourBuild, theirBuild, ''),
    row(`search: longest part of preparing, ${size}`, 'ms', Math.max(...parts), theirBuild, 'at most 50 ms'),
  ]
}

/** The names folded and their words collected, with the time of each part in which the page waits. */
function prepared(graph, searchableNodeNames, wordIndexOfTexts) {
  const parts = []
  const all = (work) => {
    for (;;) {
      const { result, ms } = timed(() => work.next())
      parts.push(ms)
      if (result) return result
    }
  }
  const texts = all(searchableNodeNames(graph))
  all(wordIndexOfTexts(texts))
  return { texts, parts, ms: parts.reduce((sum, each) => sum + each, 0) }
}

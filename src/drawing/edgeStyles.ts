import { edgeAgreements } from '../model/agreement'
import { groupRowsByKey } from '../model/columns'
import type { Graph } from '../model/graph'
import { memoizeByGraph, memoizeByPart } from '../model/graph'
import { lineStyleOfAgreement, lineStyles, type LineStyle } from '../model/lineStyle'
import { isRelationPredicate } from '../model/predicates'
import { predicatesById } from '../model/rowRecords'

/** Arrowheads in the order of their numbers, which the shader knows. */
export const arrowheads = ['none', 'filled', 'open'] as const

/** How edges look whatever is selected, by row. */
export interface EdgeStyles {
  /** Index into `lines`. */
  readonly line: Uint8Array
  /** In CSS pixels. It says how many origins stand behind the edge. */
  readonly width: Float32Array
  /** Index into `arrows`. */
  readonly arrow: Uint8Array
  /** Number of independent origins, up to 255. */
  readonly originCount: Uint8Array
  /** Rows of the edges whose statements cannot all hold, ascending. */
  readonly contestedRows: Uint32Array
}

const widths = [1.1, 1.1, 1.8, 2.6]

/** Looks of all edges. Where there are no statements all are bare, and nothing is asked edge by edge. */
export const edgeStyles = (graph: Graph): EdgeStyles =>
  graph.statements.count === 0 ? bareLooks(graph) : statedLooks(graph)

const bareLooks = memoizeByPart(({ edges }) => edges.predicate, looksWithout)

function looksWithout(graph: Graph): EdgeStyles {
  const { count } = graph.edges
  return {
    line: new Uint8Array(count).fill(lineStyles.indexOf('bare')),
    width: new Float32Array(count).fill(widths[0]!),
    arrow: arrowsOf(graph),
    originCount: new Uint8Array(count),
    contestedRows: new Uint32Array(0),
  }
}

const statedLooks = memoizeByGraph((graph): EdgeStyles => {
  const looks = looksWithout(graph)
  const contested: number[] = []
  edgeAgreements(graph).forEach((agreement, row) => {
    const line = lineStyleOfAgreement(agreement)
    looks.line[row] = lineStyles.indexOf(line)
    looks.width[row] = widths[Math.min(3, agreement.corroboration)]!
    if (line === 'not' && looks.arrow[row] !== 0) looks.arrow[row] = arrowheads.indexOf('open')
    looks.originCount[row] = Math.min(255, agreement.corroboration)
    if (agreement.verdict === 'contested') contested.push(row)
  })
  return { ...looks, contestedRows: Uint32Array.from(contested) }
})

/** An edge points at its target, unless its predicate is symmetric. */
function arrowsOf(graph: Graph): Uint8Array {
  const { predicate, count } = graph.edges
  const declared = predicatesById(graph)
  const isSymmetric = predicate.dictionary.map((id) => {
    const own = declared.get(id)
    return own !== undefined && isRelationPredicate(own) && own.symmetric === true
  })
  const filled = new Uint8Array(count).fill(arrowheads.indexOf('filled'))
  if (!isSymmetric.includes(true)) return filled
  return filled.map((arrow, row) => (isSymmetric[predicate.codes[row]!] ? 0 : arrow))
}

/** The line of an edge in words. */
export const edgeLineAt = ({ line }: EdgeStyles, row: number): LineStyle => lineStyles[line[row]!]!

/**
 * How far each edge bends: times the length that the middle of its curve stands off the straight line's middle, twice;
 * signed. 1 for the only edge between two nodes, and several are spread evenly, seen from the source, so that edges
 * there and back take different sides. Multiplied by the bend of a single edge.
 */
export const edgeCurvatures = memoizeByPart(({ edges }) => edges.source, bendsOf)

function bendsOf({ nodes, edges: { source, target, count } }: Graph): Float32Array {
  const low = source.map((from, row) => Math.min(from, target[row]!))
  const { offsets, rows } = groupRowsByKey(low, nodes.count)
  const bends = new Float32Array(count).fill(1)
  // For each higher end of the group at hand: how many edges it has, and how many have been seen.
  const [several, seen] = [new Uint32Array(nodes.count), new Uint32Array(nodes.count)]
  const higher = (row: number) => Math.max(source[row]!, target[row]!)
  for (let node = 0; node < nodes.count; node++) {
    const own = rows.subarray(offsets[node], offsets[node + 1])
    for (const row of own) several[higher(row)]!++
    for (const row of own) {
      const end = higher(row)
      if (several[end] === 1) continue
      const lane = seen[end]!++ - (several[end]! - 1) / 2
      bends[row] = lane === 0 ? 0 : (source[row]! <= target[row]! ? 1 : -1) * lane * 1.7
    }
    for (const row of own) several[higher(row)] = seen[higher(row)] = 0
  }
  return bends
}

import { edgeAgreements } from '../model/agreement'
import { groupRowsByKey } from '../model/columns'
import { edgeDirections } from '../model/enumerations'
import type { Graph } from '../model/graph'
import { memoizeByGraph, memoizeByPart } from '../model/graph'
import { lineStyleOfAgreement, lineStyles, type LineStyle } from '../model/lineStyle'

/** Arrowheads in the order of their numbers, which the shader uses: at the target, or from `both` on at both ends. */
export const arrowheads = ['none', 'filled', 'open', 'both', 'both open'] as const

/** The styles of edges by row, regardless of selection. */
export interface EdgeStyles {
  /** Index into `lineStyles`. */
  readonly line: Uint8Array
  /** In CSS pixels; shows the number of independent sources. */
  readonly width: Float32Array
  /** Index into `arrowheads`. */
  readonly arrow: Uint8Array
  /** Number of independent sources, up to 255. */
  readonly originCount: Uint8Array
  /** Rows of the edges whose statements contradict each other, ascending. */
  readonly contestedRows: Uint32Array
}

const widths = [1.1, 1.1, 1.8, 2.6]

/** The styles of all edges. Without statements all edges are bare, and no edge is looked at. */
export const edgeStyles = (graph: Graph): EdgeStyles =>
  graph.statements.count === 0 ? bareStyles(graph) : statedStyles(graph)

const bareStyles = memoizeByPart(({ edges }) => edges.direction, stylesWithoutStatements)

function stylesWithoutStatements(graph: Graph): EdgeStyles {
  const { count } = graph.edges
  return {
    line: new Uint8Array(count).fill(lineStyles.indexOf('bare')),
    width: new Float32Array(count).fill(widths[0]!),
    arrow: arrowsOf(graph),
    originCount: new Uint8Array(count),
    contestedRows: new Uint32Array(0),
  }
}

const statedStyles = memoizeByGraph((graph): EdgeStyles => {
  const styles = stylesWithoutStatements(graph)
  const contested: number[] = []
  edgeAgreements(graph).forEach((agreement, row) => {
    const line = lineStyleOfAgreement(agreement)
    styles.line[row] = lineStyles.indexOf(line)
    styles.width[row] = widths[Math.min(3, agreement.corroboration)]!
    // The open form of an arrowhead follows the filled one.
    if (line === 'not' && styles.arrow[row] !== 0) styles.arrow[row] = styles.arrow[row]! + 1
    styles.originCount[row] = Math.min(255, agreement.corroboration)
    if (agreement.verdict === 'contested') contested.push(row)
  })
  return { ...styles, contestedRows: Uint32Array.from(contested) }
})

/** A directed edge points at its target; an undirected one at nothing. */
function arrowsOf({ edges: { direction } }: Graph): Uint8Array {
  const [filled, both] = [arrowheads.indexOf('filled'), arrowheads.indexOf('both')]
  const byDirection = edgeDirections.map((each) => (each === 'directed' ? filled : each === 'mutual' ? both : 0))
  return direction.map((each) => byDirection[each]!)
}

/** The line style of an edge. */
export const edgeLineAt = ({ line }: EdgeStyles, row: number): LineStyle => lineStyles[line[row]!]!

/**
 * The curvature of each edge, as a signed factor for the curvature of a single edge: 1 for the only edge between two nodes;
 * several edges are spread evenly, as seen from the source, so that edges in opposite directions take different sides. For an
 * edge from a node to itself, its number among the loops of that node, from 0; see `loopAt`.
 */
export const edgeCurvatures = memoizeByPart(({ edges }) => edges.source, curvaturesOf)

function curvaturesOf({ nodes, edges: { source, target, count } }: Graph): Float32Array {
  const low = source.map((from, row) => Math.min(from, target[row]!))
  const { offsets, rows } = groupRowsByKey(low, nodes.count)
  const curvatures = new Float32Array(count).fill(1)
  // For each higher end in the current group: its number of edges, and how many of them are done.
  const [edgeCount, doneCount] = [new Uint32Array(nodes.count), new Uint32Array(nodes.count)]
  const higher = (row: number) => Math.max(source[row]!, target[row]!)
  for (let node = 0; node < nodes.count; node++) {
    const own = rows.subarray(offsets[node], offsets[node + 1])
    for (const row of own) edgeCount[higher(row)]!++
    for (const row of own) {
      const end = higher(row)
      if (end === node) {
        curvatures[row] = doneCount[end]!++
        continue
      }
      if (edgeCount[end] === 1) continue
      const lane = doneCount[end]!++ - (edgeCount[end]! - 1) / 2
      curvatures[row] = lane === 0 ? 0 : (source[row]! <= target[row]! ? 1 : -1) * lane * 1.7
    }
    for (const row of own) edgeCount[higher(row)] = doneCount[higher(row)] = 0
  }
  return curvatures
}

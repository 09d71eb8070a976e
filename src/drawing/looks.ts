import { edgeAgreements, figureAgreements } from '../model/agreement'
import { categoryAt } from '../model/columns'
import type { Graph } from '../model/graph'
import { degrees, perGraph } from '../model/graph'
import { lineOf, type Line } from '../model/line'
import { familyAt, predicatesById, typesById } from '../model/rows'
import { isRelation } from '../model/predicates'
import type { Palette } from './palette'

/** Shapes in the order of their numbers, which the shader knows. */
export const shapes = ['circle', 'square', 'diamond', 'triangle', 'pin', 'hexagon', 'ring'] as const
export type Shape = (typeof shapes)[number]

const shapeOf: Readonly<Record<string, Shape>> = {
  actor: 'circle',
  project: 'square',
  policy: 'diamond',
  event: 'triangle',
  place: 'pin',
  sector: 'hexagon',
  idea: 'ring',
}

/** The shape of a family; what has no family is a circle. */
export const familyShape = (family: string): Shape => shapeOf[family] ?? 'circle'

/** How a node looks whatever is selected. */
export interface NodeLook {
  readonly shape: Shape
  readonly family: string
  /** In CSS pixels. */
  readonly radius: number
  readonly pictogram: string | undefined
}

/** One look a node, by row. The radius goes from 7 to 17 with the square root of the number of edges. */
export const nodeLooks = perGraph((graph): readonly NodeLook[] => {
  const degree = degrees(graph)
  const most = Math.max(
    9,
    degree.reduce((most, each) => Math.max(most, each), 0),
  )
  return Array.from(degree, (each, row) => {
    const family = familyAt(graph, row)
    const radius = 7 + 10 * Math.sqrt(each / most)
    const sign = typesById(graph).get(categoryAt(graph.nodes.type, row) ?? '')?.pictogram
    const carries = radius >= 8 && (family === 'actor' || family === 'project')
    return { shape: familyShape(family), family, radius, pictogram: carries ? sign : undefined }
  })
})

/** The colour of a node. Types without a family take ten colours in the order of their ids, so that the same types look the same. */
export function nodeColour(graph: Graph, row: number, palette: Palette): string {
  const own = palette.family[familyAt(graph, row)]
  if (own) return own
  return palette.others[(typeOrder(graph).get(categoryAt(graph.nodes.type, row) ?? '') ?? 0) % palette.others.length]!
}

const typeOrder = perGraph(
  ({ nodes }): ReadonlyMap<string, number> =>
    new Map([...nodes.type.dictionary].sort().map((type, index) => [type, index])),
)

/** How an edge looks whatever is selected. */
export interface EdgeLook {
  readonly line: Line
  /** In CSS pixels. */
  readonly width: number
  readonly arrow: 'filled' | 'open' | 'none'
  readonly contested: boolean
  /** Number of independent origins. */
  readonly origins: number
  /** Times the length that the middle of the curve stands off the straight line's middle, twice; signed. */
  readonly bend: number
}

const widths = [1.1, 1.1, 1.8, 2.6]

/** One look an edge, by row. The width says how many origins stand behind it. */
export const edgeLooks = perGraph((graph): readonly EdgeLook[] => {
  const lanes = lanesOf(graph)
  return edgeAgreements(graph).map((agreement, row) => {
    const line = lineOf(agreement)
    const declared = predicatesById(graph).get(categoryAt(graph.edges.predicate, row) ?? '')
    const symmetric = declared !== undefined && isRelation(declared) && declared.symmetric === true
    return {
      line,
      width: widths[Math.min(3, agreement.corroboration)]!,
      arrow: symmetric ? 'none' : line === 'not' ? 'open' : 'filled',
      contested: agreement.verdict === 'contested',
      origins: agreement.corroboration,
      bend: lanes[row]!,
    }
  })
})

/** Nodes of which a figure is contested: they carry the mark too. One byte a row. */
export const contestedNodes = perGraph((graph): Uint8Array => {
  const marked = new Uint8Array(graph.nodes.count)
  figureAgreements(graph).forEach(({ verdict }, row) => {
    if (verdict === 'contested') marked[graph.figures.subject[row]!] = 1
  })
  return marked
})

/** Dashes in CSS pixels: drawn, left out. Empty for a line without gaps. */
export const dashes: Readonly<Record<Line, readonly number[]>> = {
  sure: [],
  likely: [9, 4],
  said: [3.5, 3],
  unclear: [0.1, 4],
  not: [],
  bare: [],
}

/**
 * The lane of each edge among those that join the same two nodes: 1 for the only one, and -1, 1, -2, 2 ... for several,
 * seen from the source, so that edges there and back take different sides. Multiplied by the bend of a single edge.
 */
const lanesOf = (graph: Graph): Float32Array => {
  const { source, target, count } = graph.edges
  const groups = new Map<number, number[]>()
  for (let row = 0; row < count; row++) {
    const [low, high] = source[row]! < target[row]! ? [source[row]!, target[row]!] : [target[row]!, source[row]!]
    const key = low * graph.nodes.count + high
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  const lanes = new Float32Array(count).fill(1)
  for (const rows of groups.values()) {
    if (rows.length === 1) continue
    rows.forEach((row, index) => {
      const lane = index - (rows.length - 1) / 2
      const forward = source[row]! <= target[row]! ? 1 : -1
      lanes[row] = forward * (lane === 0 ? 0 : lane * 1.7)
    })
  }
  return lanes
}

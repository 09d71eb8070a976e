import { figureAgreements } from '../model/agreement'
import { NONE, type CategoryColumn, type ListColumn, type NumberColumn } from '../model/columns'
import type { Graph } from '../model/graph'
import { degrees, memoizeByGraph, memoizeByPart } from '../model/graph'
import type { LineStyle } from '../model/lineStyle'
import { nodeTypesById } from '../model/rowRecords'
import { categoryColours, rampColourIndexes } from './nodeColouring'
import { paletteColours, nodeFamilies, paletteOffsets, type ColourPalette } from './colourPalette'
import { pictograms } from './pictograms'

/** Shapes in the order of their numbers, which the shader knows. */
export const nodeShapes = ['circle', 'square', 'diamond', 'triangle', 'pin', 'hexagon', 'ring'] as const
export type NodeShape = (typeof nodeShapes)[number]

const shapeOf: Readonly<Record<string, NodeShape>> = {
  actor: 'circle',
  project: 'square',
  policy: 'diamond',
  event: 'triangle',
  place: 'pin',
  sector: 'hexagon',
  idea: 'ring',
}

/** The shape of a family; what has no family is a circle. */
export const shapeOfFamily = (family: string): NodeShape => shapeOf[family] ?? 'circle'

/** What colours and sizes tell where it is not family, type and degree: a value a node. */
export interface NodeEncoding {
  readonly colour?: CategoryColumn | ListColumn | NumberColumn | undefined
  readonly size?: Float64Array | undefined
}

/** How nodes look whatever is selected, by row. */
export interface NodeStyles {
  /** Index into `shapes`. */
  readonly shape: Uint8Array
  /** Index into the colours of the palette: see `coloursOf`. */
  readonly colour: Uint8Array
  /** In CSS pixels. */
  readonly radius: Float32Array
  /** Index into `pictogramNames`; 0 where there is none. */
  readonly pictogram: Uint8Array
}

/** The names of the signs within nodes, by number; the first stands for none. */
export const pictogramNames: readonly string[] = ['', ...Object.keys(pictograms)]

const plainly: NodeEncoding = {}
const toldLooks = memoizeByPart(
  ({ nodes }) => nodes.type,
  () => new Map<string, { readonly from: readonly unknown[]; readonly looks: NodeStyles }>(),
)

/**
 * Looks of all nodes. The same object as before where nothing that they follow from has changed, also in another graph: so
 * an edit of a label redraws nothing.
 */
export function nodeStyles(graph: Graph, telling: NodeEncoding = plainly): NodeStyles {
  const { nodes, edges, schema } = graph
  const from = [nodes.count, edges.source, edges.target, schema, telling.colour, telling.size]
  const name = `${telling.colour !== undefined} ${telling.size !== undefined}`
  const known = toldLooks(graph).get(name)
  if (known && from.every((each, at) => each === known.from[at])) return known.looks
  const looks = looksOf(graph, telling)
  toldLooks(graph).set(name, { from, looks })
  return looks
}

function looksOf(graph: Graph, { colour, size }: NodeEncoding): NodeStyles {
  const { count, type } = graph.nodes
  const kinds = [...type.dictionary, ''].map((id) => kindOf(graph, id))
  const radius = size ? radiiBy(size) : radiiByDegree(graph)
  const looks = {
    shape: new Uint8Array(count),
    colour: colour ? coloursBy(colour) : new Uint8Array(count),
    radius,
    pictogram: new Uint8Array(count),
  }
  for (let row = 0; row < count; row++) {
    const code = type.codes[row]!
    const kind = kinds[code === NONE ? kinds.length - 1 : code]!
    looks.shape[row] = kind.shape
    if (!colour) looks.colour[row] = kind.colour
    if (radius[row]! >= signFrom) looks.pictogram[row] = kind.pictogram
  }
  return looks
}

const signFrom = 8

/** What nodes of a type have in common. Types without a family take ten colours in the order of their ids, so that the same types look the same. */
function kindOf(graph: Graph, id: string): { shape: number; colour: number; pictogram: number } {
  const type = nodeTypesById(graph).get(id)
  const family = type?.family ?? ''
  const own = (nodeFamilies as readonly string[]).indexOf(family)
  const carries = family === 'actor' || family === 'project'
  return {
    shape: nodeShapes.indexOf(shapeOfFamily(family)),
    colour: own >= 0 ? paletteOffsets.family + own : paletteOffsets.others + ((typeOrder(graph).get(id) ?? 0) % 10),
    pictogram: carries && type?.pictogram ? Math.max(0, pictogramNames.indexOf(type.pictogram)) : 0,
  }
}

const typeOrder = memoizeByGraph(
  ({ nodes }): ReadonlyMap<string, number> =>
    new Map([...nodes.type.dictionary].sort().map((type, index) => [type, index])),
)

const coloursBy = (column: NonNullable<NodeEncoding['colour']>): Uint8Array =>
  column.kind === 'number' ? rampColourIndexes(column) : categoryColours(column).slots

/** The radius goes from 7 to 17 with the square root of the number of edges. */
function radiiByDegree(graph: Graph): Float32Array {
  const degree = degrees(graph)
  let most = 9
  for (const each of degree) if (each > most) most = each
  const radii = new Float32Array(degree.length)
  for (let row = 0; row < radii.length; row++) radii[row] = 7 + 10 * Math.sqrt(degree[row]! / most)
  return radii
}

/** The radius goes from 4 to 17 with the square root of the value above the lowest one; what has no value is smallest. */
function radiiBy(values: Float64Array): Float32Array {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  // Halves, so that the widest span is still a number.
  const span = high > low ? high / 2 - low / 2 : 1
  const radii = new Float32Array(values.length)
  for (let row = 0; row < radii.length; row++) {
    const share = (values[row]! / 2 - low / 2) / span
    radii[row] = 4 + 13 * Math.sqrt(share > 0 ? Math.min(1, share) : 0)
  }
  return radii
}

/** The colour of a node by its family or type. */
export const nodeColour = (graph: Graph, row: number, palette: ColourPalette): string =>
  paletteColours(palette)[nodeStyles(graph).colour[row]!]!

/** Nodes of which a figure is contested: they carry the mark too. Rows, ascending. */
export const nodesWithContestedFigures = memoizeByGraph((graph): Uint32Array => {
  const marked = new Set<number>()
  if (graph.statements.count > 0)
    figureAgreements(graph).forEach(({ verdict }, row) => {
      if (verdict === 'contested') marked.add(graph.figures.subject[row]!)
    })
  return Uint32Array.from(marked).sort()
})

/** Dashes in CSS pixels: drawn, left out. Empty for a line without gaps. */
export const lineDashes: Readonly<Record<LineStyle, readonly number[]>> = {
  sure: [],
  likely: [9, 4],
  said: [3.5, 3],
  unclear: [0.1, 4],
  not: [],
  bare: [],
}

import { figureAgreements } from '../model/agreement'
import { NONE, type CategoryColumn, type ListColumn, type NumberColumn } from '../model/columns'
import type { Graph } from '../model/graph'
import { degrees, memoizeByGraph, memoizeByPart } from '../model/graph'
import type { LineStyle } from '../model/lineStyle'
import { nodeTypesById } from '../model/rowRecords'
import { assignCategoryColours, rampColourIndexes } from './nodeColouring'
import type { FileColours } from './fileColours'
import { paletteColours, paletteColourCount, nodeFamilies, paletteOffsets, type ColourPalette } from './colourPalette'
import { pictograms } from './pictograms'

/** Shapes in the order of their numbers, which the shader uses. */
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

/** The shape of a family; a circle for types without a family. */
export const shapeOfFamily = (family: string): NodeShape => shapeOf[family] ?? 'circle'

/** What colours and sizes encode instead of family, type and degree: a value for each node. */
export interface NodeEncoding {
  readonly colour?: CategoryColumn | ListColumn | NumberColumn | FileColours | undefined
  readonly size?: Float64Array | undefined
  /** Radii in CSS pixels, instead of those that follow from `size`. */
  readonly radii?: Float32Array | undefined
}

/** The styles of nodes by row, regardless of selection. */
export interface NodeStyles {
  /** Index into `nodeShapes`. */
  readonly shape: Uint8Array
  /** Index into `paletteColours`, which `fileColours` follow. */
  readonly colour: Uint8Array
  /** Colours of the file, if nodes are drawn in them. */
  readonly fileColours: readonly string[]
  /** In CSS pixels. */
  readonly radius: Float32Array
  /** Index into `pictogramNames`; 0 if there is none. */
  readonly pictogram: Uint8Array
}

/** The names of pictograms by number; the first means none. */
export const pictogramNames: readonly string[] = ['', ...Object.keys(pictograms)]

const defaultEncoding: NodeEncoding = {}

/** The last styles for each kind of encoding. */
const lastStyles = memoizeByPart(
  ({ nodes }) => nodes.type,
  () => new Map<string, { readonly from: readonly unknown[]; readonly styles: NodeStyles }>(),
)

/**
 * The styles of all nodes. Memoised on their inputs, across graphs that share them, so that an edited label causes no new
 * drawing.
 */
export function nodeStyles(graph: Graph, encoding: NodeEncoding = defaultEncoding): NodeStyles {
  const { nodes, edges, schema } = graph
  const from = [nodes.count, edges.source, edges.target, schema, encoding.colour, encoding.size, encoding.radii]
  const kind = `${encoding.colour !== undefined} ${encoding.size !== undefined} ${encoding.radii !== undefined}`
  const last = lastStyles(graph).get(kind)
  if (last && from.every((each, index) => each === last.from[index])) return last.styles
  const styles = computeStyles(graph, encoding)
  lastStyles(graph).set(kind, { from, styles })
  return styles
}

function computeStyles(graph: Graph, { colour, size, radii }: NodeEncoding): NodeStyles {
  const { count, type } = graph.nodes
  const typeStyles = [...type.dictionary, ''].map((id) => typeStyle(graph, id))
  const radius = radii ?? (size ? radiiBy(size) : radiiByDegree(graph))
  const styles = {
    shape: new Uint8Array(count),
    colour: colour ? coloursBy(colour) : new Uint8Array(count),
    fileColours: colour?.kind === 'colours' ? colour.colours : [],
    radius,
    pictogram: new Uint8Array(count),
  }
  for (let row = 0; row < count; row++) {
    const code = type.codes[row]!
    const style = typeStyles[code === NONE ? typeStyles.length - 1 : code]!
    styles.shape[row] = style.shape
    if (!colour) styles.colour[row] = style.colour
    if (radius[row]! >= minPictogramRadius) styles.pictogram[row] = style.pictogram
  }
  return styles
}

/** The smallest radius of a node with a pictogram, in CSS pixels. */
const minPictogramRadius = 8

/** The style of a type. Types without a family take ten colours in the order of their ids, so that the same types look the same. */
function typeStyle(graph: Graph, id: string): { shape: number; colour: number; pictogram: number } {
  const type = nodeTypesById(graph).get(id)
  const family = type?.family ?? ''
  const familyIndex = (nodeFamilies as readonly string[]).indexOf(family)
  const hasPictogram = family === 'actor' || family === 'project'
  return {
    shape: nodeShapes.indexOf(shapeOfFamily(family)),
    colour:
      familyIndex >= 0
        ? paletteOffsets.family + familyIndex
        : paletteOffsets.others + ((typeOrder(graph).get(id) ?? 0) % 10),
    pictogram: hasPictogram && type?.pictogram ? Math.max(0, pictogramNames.indexOf(type.pictogram)) : 0,
  }
}

const typeOrder = memoizeByGraph(
  ({ nodes }): ReadonlyMap<string, number> =>
    new Map([...nodes.type.dictionary].sort().map((type, index) => [type, index])),
)

function coloursBy(column: NonNullable<NodeEncoding['colour']>): Uint8Array {
  if (column.kind === 'number') return rampColourIndexes(column)
  if (column.kind !== 'colours') return assignCategoryColours(column).slots
  return column.slots.map((slot) => (slot === 0 ? paletteOffsets.other : paletteColourCount + slot - 1))
}

/** Radii from 7 to 17 by the square root of the number of edges. */
function radiiByDegree(graph: Graph): Float32Array {
  const degree = degrees(graph)
  let maxDegree = 9
  for (const each of degree) if (each > maxDegree) maxDegree = each
  const radii = new Float32Array(degree.length)
  for (let row = 0; row < radii.length; row++) radii[row] = 7 + 10 * Math.sqrt(degree[row]! / maxDegree)
  return radii
}

/** Radii from 4 to 17 by the square root of the value above the lowest one; nodes without a value are smallest. */
function radiiBy(values: Float64Array): Float32Array {
  let [low, high] = [Infinity, -Infinity]
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  // Halved, so that the widest range does not overflow.
  const span = high > low ? high / 2 - low / 2 : 1
  const radii = new Float32Array(values.length)
  for (let row = 0; row < radii.length; row++) {
    const share = (values[row]! / 2 - low / 2) / span
    radii[row] = 4 + 13 * Math.sqrt(share > 0 ? Math.min(1, share) : 0)
  }
  return radii
}

/** The colour of a node, as hexadecimal digits. */
export function styledNodeColour({ colour, fileColours }: NodeStyles, row: number, palette: ColourPalette): string {
  const slot = colour[row]!
  return slot < paletteColourCount ? paletteColours(palette)[slot]! : fileColours[slot - paletteColourCount]!
}

/** The colour of a node by its family or type. */
export const nodeColour = (graph: Graph, row: number, palette: ColourPalette): string =>
  styledNodeColour(nodeStyles(graph), row, palette)

/** Nodes with a contested figure, which have the contested mark, too. Rows, ascending. */
export const nodesWithContestedFigures = memoizeByGraph((graph): Uint32Array => {
  const marked = new Set<number>()
  if (graph.statements.count > 0)
    figureAgreements(graph).forEach(({ verdict }, row) => {
      if (verdict === 'contested') marked.add(graph.figures.subject[row]!)
    })
  return Uint32Array.from(marked).sort()
})

/** Lengths of dashes and gaps in CSS pixels; empty for a solid line. */
export const lineDashes: Readonly<Record<LineStyle, readonly number[]>> = {
  sure: [],
  likely: [9, 4],
  said: [3.5, 3],
  unclear: [0.1, 4],
  not: [],
  bare: [],
}

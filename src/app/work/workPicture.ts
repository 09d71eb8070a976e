import { colourPalettes } from '../../drawing/colourPalette'
import { nodeStyles, styledNodeColour } from '../../drawing/nodeStyles'
import { nodeEncodingOfView } from '../../scene/canvas/viewNodeEncoding'
import { positionsWithPins, preparedPositions } from '../../scene/layouts/layoutRecords'
import { visibleRows } from '../../scene/view/filterResult'
import type { Workspace } from '../../scene/view/view'

/** In CSS pixels, drawn at twice the resolution. */
export const workPictureSize = { width: 96, height: 60 }
/** More are not told apart in a picture of this size: of a larger graph, every nth is drawn. */
const maxDrawn = { nodes: 3000, edges: 6000 }

/**
 * A small picture of what is shown, as a data address: dots and lines, in the light colours. Undefined if the browser has no
 * canvas, or if no node has a position yet.
 */
export function workPicture({ graph, view }: Workspace, positions: Float32Array | undefined): string | undefined {
  const at = positionsWithPins(graph, positions ?? preparedPositions(graph, 'prepared'), view.pins)
  const shown = visibleRows(graph, view.filter)
  const frame = frameOf(at, shown.nodes)
  const canvas = document.createElement('canvas')
  canvas.width = workPictureSize.width * 2
  canvas.height = workPictureSize.height * 2
  const context = canvas.getContext('2d')
  if (!frame || !context) return undefined
  const scale = Math.min((canvas.width - 12) / frame.width, (canvas.height - 12) / frame.height)
  const x = (row: number) => canvas.width / 2 + (at[2 * row]! - frame.x) * scale
  const y = (row: number) => canvas.height / 2 - (at[2 * row + 1]! - frame.y) * scale
  const { source, target, count } = graph.edges
  context.strokeStyle = colourPalettes.light.rule
  context.beginPath()
  for (let row = 0; row < count; row += Math.ceil(count / maxDrawn.edges)) {
    if (!shown.edges[row]) continue
    context.moveTo(x(source[row]!), y(source[row]!))
    context.lineTo(x(target[row]!), y(target[row]!))
  }
  context.stroke()
  const styles = nodeStyles(graph, nodeEncodingOfView(graph, view))
  const radius = shown.nodeCount > 300 ? 2 : 3.5
  for (let row = 0; row < graph.nodes.count; row += Math.ceil(graph.nodes.count / maxDrawn.nodes)) {
    if (!shown.nodes[row]) continue
    context.fillStyle = styledNodeColour(styles, row, colourPalettes.light)
    context.beginPath()
    context.arc(x(row), y(row), radius, 0, 2 * Math.PI)
    context.fill()
  }
  return canvas.toDataURL('image/png')
}

/** The centre and the size of what is shown; undefined if nothing shown has a position. */
function frameOf(at: Float32Array, shown: Uint8Array) {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let row = 0; row < shown.length; row++) {
    const [x, y] = [at[2 * row]!, at[2 * row + 1]!]
    if (!shown[row] || !Number.isFinite(x + y)) continue
    left = Math.min(left, x)
    right = Math.max(right, x)
    low = Math.min(low, y)
    high = Math.max(high, y)
  }
  if (right < left) return undefined
  return {
    x: (left + right) / 2,
    y: (low + high) / 2,
    width: Math.max(right - left, 1),
    height: Math.max(high - low, 1),
  }
}

import type { Palette } from '../../../drawing/colourPalette'
import type { CanvasScene } from '../../../scene/canvas/canvasScene'
import type { Size } from '../camera'
import type { Frame } from '../shaderParameters'

interface Seen {
  readonly frame: Frame
  readonly unit: number
  readonly size: Size
}

/**
 * How faint edges are: the more ink they would lay on the frame, the fainter each, so that clusters show and a hub's ties
 * do not become a stain. About how many are in the frame follows from how many nodes would be, were they spread evenly.
 */
export function alphasOf(
  palette: Palette,
  { edgeCount, nodeCount, litEdges }: CanvasScene,
  { frame, unit, size }: Seen,
) {
  const gap = Math.max(frame.gap * unit, 0.1)
  const nodes = Math.min(nodeCount, (size.width * size.height) / (gap * gap))
  const share = nodeCount === 0 ? 1 : nodes / nodeCount
  const drawn = Math.max(1, edgeCount * share)
  const faint = (count: number, most: number) => Math.min(1, most / Math.sqrt(count))
  const rest = Math.max(0.02, palette.rest * faint(drawn, 34))
  const lit = Math.max(0.12, faint(litEdges.length + 1, 30))
  return {
    alphas: [Math.min(1, Math.max(0.03, faint(drawn, 30))), rest, lit] as const,
    long: Math.max(40, Math.min(size.width, size.height) * 0.08),
  }
}

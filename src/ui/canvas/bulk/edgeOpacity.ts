import type { ColourPalette } from '../../../drawing/colourPalette'
import type { CanvasScene } from '../../../scene/canvas/canvasScene'
import type { ViewportSize } from '../camera'
import type { ShaderParameters } from '../shaderParameters'

interface FrameScale {
  readonly parameters: ShaderParameters
  readonly pixelsPerUnit: number
  readonly size: ViewportSize
}

/**
 * Opacities of edges: the more of the viewport they would cover, the fainter each is, so that clusters show and the edges of a hub
 * do not merge into a blot. The number of edges in the viewport is estimated as if nodes were spread evenly.
 */
export function edgeOpacities(
  palette: ColourPalette,
  { edgeCount, nodeCount, highlightedEdges }: CanvasScene,
  { parameters, pixelsPerUnit, size }: FrameScale,
) {
  const spacing = Math.max(parameters.nodeSpacing * pixelsPerUnit, 0.1)
  const nodes = Math.min(nodeCount, (size.width * size.height) / (spacing * spacing))
  const share = nodeCount === 0 ? 1 : nodes / nodeCount
  const drawn = Math.max(1, edgeCount * share)
  const fade = (count: number, strength: number) => Math.min(1, strength / Math.sqrt(count))
  const normal = Math.max(0.02, palette.edgeOpacity * fade(drawn, 34))
  const highlighted = Math.max(0.12, fade(highlightedEdges.length + 1, 30))
  return {
    alphas: [Math.min(1, Math.max(0.03, fade(drawn, 30))), normal, highlighted] as const,
    longEdge: Math.max(40, Math.min(size.width, size.height) * 0.08),
  }
}

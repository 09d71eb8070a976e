import type { Point } from '../../drawing/geometry'
import type { ColourPalette } from '../../drawing/colourPalette'
import { pictograms } from '../../drawing/pictograms'
import { isRightToLeft } from '../../drawing/textDirection'

/** The font of all text on the canvas, as a CSS font. */
export const canvasFont = (size: number, weight: number): string =>
  `${weight} ${size}px 'Inter Variable', Inter, 'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic UI', system-ui, sans-serif`

const pathsByData = new Map<string, Path2D>()

function pathOf(data: string): Path2D {
  let path = pathsByData.get(data)
  if (!path) pathsByData.set(data, (path = new Path2D(data)))
  return path
}

/** A wide, faint line under a selected edge. */
export function paintEdgeGlow(context: CanvasRenderingContext2D, path: string, { accent }: ColourPalette): void {
  context.save()
  context.globalAlpha = 0.2
  context.strokeStyle = accent
  context.lineWidth = 9
  context.lineCap = 'round'
  context.stroke(new Path2D(path))
  context.restore()
}

export function paintNodeRing(
  context: CanvasRenderingContext2D,
  { x, y }: Point,
  radius: number,
  { width, colour }: { readonly width: number; readonly colour: string },
): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.strokeStyle = colour
  context.lineWidth = width
  context.stroke()
}

export function paintPictogram(
  context: CanvasRenderingContext2D,
  name: string,
  { x, y }: Point,
  { radius, colour }: { readonly radius: number; readonly colour: string },
): void {
  const data = pictograms[name]
  if (!data) return
  const scale = radius / 14
  context.save()
  context.translate(x, y)
  context.scale(scale, scale)
  context.strokeStyle = colour
  context.lineWidth = 1.1 / scale
  context.lineCap = context.lineJoin = 'round'
  context.stroke(pathOf(data))
  context.restore()
}

/** The not-equal sign in a disc, in the colour that is used for nothing but contested statements. */
export function paintContestedMark(
  context: CanvasRenderingContext2D,
  { x, y, radius }: Point & { readonly radius: number },
  { contested, contestedInk, paper }: ColourPalette,
  alpha = 1,
): void {
  context.save()
  context.globalAlpha = alpha
  context.translate(x, y)
  context.scale(radius / 7, radius / 7)
  context.beginPath()
  context.arc(0, 0, 7, 0, 2 * Math.PI)
  context.fillStyle = contested
  context.strokeStyle = paper
  context.lineWidth = 1.5
  context.stroke()
  context.fill()
  context.strokeStyle = contestedInk
  context.lineWidth = 1.4
  context.lineCap = 'round'
  context.stroke(pathOf('M-3 -1.4h6M-3 1.4h6M1.6 -3.6L-1.6 3.6'))
  context.restore()
}

interface LabelPaintOptions {
  readonly x: number
  readonly top: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly size: number
  readonly weight: number
  readonly colour: string
  readonly halo: string
}

const align = { start: 'left', middle: 'center', end: 'right' } as const

export function paintLabel(
  context: CanvasRenderingContext2D,
  lines: readonly string[],
  { x, top, anchor, size, weight, colour, halo }: LabelPaintOptions,
): void {
  context.font = canvasFont(size, weight)
  context.textAlign = align[anchor]
  context.direction = isRightToLeft(lines.join(' ')) ? 'rtl' : 'ltr'
  context.textBaseline = 'alphabetic'
  context.lineJoin = 'round'
  context.lineWidth = 3.5
  context.strokeStyle = halo
  context.fillStyle = colour
  lines.forEach((line, index) => context.strokeText(line, x, top + size * (0.98 + 1.25 * index)))
  lines.forEach((line, index) => context.fillText(line, x, top + size * (0.98 + 1.25 * index)))
}

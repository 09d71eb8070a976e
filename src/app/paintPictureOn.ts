import type { Mark, PathMark, TextMark } from '../drawing/marks'
import type { Picture } from '../drawing/pictureOfGraph'
import { isRightToLeft } from '../drawing/textDirection'

/** Paints a picture on a canvas; `scale` is device pixels per CSS pixel. */
export function paintPictureOn(
  { width, height, background, marks }: Picture,
  context: CanvasRenderingContext2D,
  scale: number,
): void {
  context.save()
  context.scale(scale, scale)
  context.fillStyle = background
  context.fillRect(0, 0, width, height)
  for (const mark of marks) paintMark(context, mark)
  context.restore()
}

const paintMark = (context: CanvasRenderingContext2D, mark: Mark): void =>
  mark.kind === 'path' ? paintPath(context, mark) : paintText(context, mark)

function paintPath(context: CanvasRenderingContext2D, mark: PathMark): void {
  const { d, x, y, scale = 1, fill, stroke, width = 1, dash = [], round = false, opacity = 1 } = mark
  const path = new Path2D(d)
  context.save()
  context.translate(x, y)
  context.scale(scale, scale)
  context.globalAlpha = opacity
  if (fill) {
    context.fillStyle = fill
    context.fill(path, 'evenodd')
  }
  if (stroke) {
    context.strokeStyle = stroke
    context.lineWidth = width
    context.setLineDash([...dash])
    context.lineCap = round ? 'round' : 'butt'
    context.lineJoin = round ? 'round' : 'miter'
    context.stroke(path)
  }
  context.restore()
}

const align = { start: 'left', middle: 'center', end: 'right' } as const

function paintText(
  context: CanvasRenderingContext2D,
  { lines, x, y, size, weight, anchor, fill, halo }: TextMark,
): void {
  context.font = `${weight} ${size}px 'Inter Variable', Inter, 'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic UI', system-ui, sans-serif`
  context.textAlign = align[anchor]
  context.direction = isRightToLeft(lines.join(' ')) ? 'rtl' : 'ltr'
  context.lineJoin = 'round'
  lines.forEach((line, index) => {
    const baseline = y + index * size * 1.25
    if (halo) {
      context.strokeStyle = halo
      context.lineWidth = 3.5
      context.strokeText(line, x, baseline)
    }
    context.fillStyle = fill
    context.fillText(line, x, baseline)
  })
}

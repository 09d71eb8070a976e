import type { LayoutGuides } from '../model/layoutGuides'
import { clipLine, clipPolygon, type FrameSize } from './clipping'
import { formatPathNumber, type Point } from './geometry'
import type { GuideLabelBox } from './guideLabelBoxes'
import type { Mark, PathMark } from './marks'
import type { ColourPalette } from './colourPalette'

/** The boxes that lie completely inside a frame. */
export const boxesWithinFrame = (
  boxes: readonly GuideLabelBox[],
  { width, height }: FrameSize,
): readonly GuideLabelBox[] =>
  boxes.filter(({ left, right, top, bottom }) => left >= 0 && right <= width && top >= 0 && bottom <= height)

/** The frame that guides are clipped to, how their points convert to it, and the labels inside it. */
export interface GuideFrame extends FrameSize {
  readonly toFrame: (point: Point) => Point
  readonly boxes: readonly GuideLabelBox[]
  readonly palette: ColourPalette
}

/** The marks behind edges and nodes: land, coasts, lines, rings and labels. */
export function guideMarks({ land, lines, rings }: LayoutGuides, frame: GuideFrame): Mark[] {
  const { palette, toFrame, boxes } = frame
  const inFrame = (line: Float32Array) => withoutClosePoints(pointsOf(line).map(toFrame))
  const areas = (land?.areas ?? []).map((area) => clipPolygon(inFrame(area), frame))
  const clipAll = (some: readonly (readonly Point[])[]) => some.flatMap((line) => clipLine(line, frame))
  const coasts = clipAll((land?.coasts ?? []).map(inFrame))
  const others = clipAll([
    ...lines.map((line) => pointsOf(line).map(toFrame)),
    ...rings.map((ring) => ringPoints(ring).map(toFrame)),
  ])
  return [
    ...path(
      areas.filter(({ length }) => length > 2),
      'z',
      { fill: palette.panel },
    ),
    ...path(coasts, '', { stroke: palette.rule, width: 1 }),
    ...path(others, '', { stroke: palette.hair, width: 1 }),
    ...boxes.map((box) => labelMark(box, palette)),
  ]
}

const pointsOf = (line: Float32Array): Point[] =>
  Array.from({ length: line.length / 2 }, (_, at) => ({ x: line[2 * at]!, y: line[2 * at + 1]! }))

/** The smallest distance between two points of a coast, in CSS pixels. */
const minPointDistance = 0.8

/** Leaves out points that are too close to the one before, except the last. */
function withoutClosePoints(points: readonly Point[]): readonly Point[] {
  let before: Point | undefined
  return points.filter((point, at) => {
    const isFarEnough = !before || Math.hypot(point.x - before.x, point.y - before.y) >= minPointDistance
    if (isFarEnough) before = point
    return isFarEnough || at === points.length - 1
  })
}

/** A ring as a closed line, so that it can be clipped. */
const ringPoints = ({ x, y, radius }: LayoutGuides['rings'][number]): Point[] =>
  Array.from({ length: 181 }, (_, at) => ({
    x: x + radius * Math.cos((at * Math.PI) / 90),
    y: y + radius * Math.sin((at * Math.PI) / 90),
  }))

/** Lines as one path, with relative coordinates in tenths of a pixel: about half as long as absolute ones. */
function path(lines: readonly (readonly Point[])[], end: '' | 'z', paint: Partial<PathMark>): PathMark[] {
  if (lines.length === 0) return []
  const d = lines.map((points) => {
    let [x, y] = [0, 0]
    const steps = points.map((point) => {
      const [east, south] = [tenths(point.x) - x, tenths(point.y) - y]
      ;[x, y] = [x + east, y + south]
      return `${formatPathNumber(east / 10)} ${formatPathNumber(south / 10)}`
    })
    return `M${steps[0]!}${steps.length > 1 ? `l${steps.slice(1).join(' ')}` : ''}${end}`
  })
  return [{ kind: 'path', d: d.join(''), x: 0, y: 0, ...paint }]
}

const tenths = (value: number): number => Math.round(value * 10)

const labelMark = ({ text, left, right, bottom }: GuideLabelBox, { inkFaint }: ColourPalette): Mark => ({
  kind: 'text',
  lines: [text],
  x: (left + right) / 2,
  y: bottom - 4,
  size: 11,
  weight: 400,
  anchor: 'middle',
  fill: inkFaint,
})

import type { LayoutGuides } from '../model/layoutGuides'
import { clipLine, clipPolygon, type FrameSize } from './clipping'
import { formatPathNumber, type Point } from './geometry'
import type { GuideLabelBox } from './guideLabelBoxes'
import type { Mark, PathMark } from './marks'
import type { ColourPalette } from './colourPalette'

/** Those that no edge of a frame cuts. */
export const boxesWithinFrame = (
  boxes: readonly GuideLabelBox[],
  { width, height }: FrameSize,
): readonly GuideLabelBox[] =>
  boxes.filter(({ left, right, top, bottom }) => left >= 0 && right <= width && top >= 0 && bottom <= height)

/** Where guides are drawn: their places in the frame, which nothing leaves, and the words that stand in it. */
export interface GuideFrame extends FrameSize {
  readonly toFrame: (place: Point) => Point
  readonly boxes: readonly GuideLabelBox[]
  readonly palette: ColourPalette
}

/** What lies behind edges and nodes: land, coasts, lines, rings, words. */
export function guideMarks({ land, lines, rings }: LayoutGuides, frame: GuideFrame): Mark[] {
  const { palette, toFrame: at, boxes } = frame
  const placed = (line: Float32Array) => sparse(pointsOf(line).map(at))
  const areas = (land?.areas ?? []).map((area) => clipPolygon(placed(area), frame))
  const drawn = (some: readonly (readonly Point[])[]) => some.flatMap((line) => clipLine(line, frame))
  const coasts = drawn((land?.coasts ?? []).map(placed))
  const others = drawn([...lines.map((line) => pointsOf(line).map(at)), ...rings.map((ring) => around(ring).map(at))])
  return [
    ...path(
      areas.filter(({ length }) => length > 2),
      'z',
      { fill: palette.panel },
    ),
    ...path(coasts, '', { stroke: palette.rule, width: 1 }),
    ...path(others, '', { stroke: palette.hair, width: 1 }),
    ...boxes.map((box) => word(box, palette)),
  ]
}

const pointsOf = (line: Float32Array): Point[] =>
  Array.from({ length: line.length / 2 }, (_, at) => ({ x: line[2 * at]!, y: line[2 * at + 1]! }))

/** Pixels that no point of a coast is nearer to the one before. */
const nearest = 0.8

/** Without points that would not be told apart from the one before; the last one stays. */
function sparse(points: readonly Point[]): readonly Point[] {
  let before: Point | undefined
  return points.filter((point, at) => {
    const apart = !before || Math.hypot(point.x - before.x, point.y - before.y) >= nearest
    if (apart) before = point
    return apart || at === points.length - 1
  })
}

/** A ring as a closed line, so that a frame can cut it. */
const around = ({ x, y, radius }: LayoutGuides['rings'][number]): Point[] =>
  Array.from({ length: 181 }, (_, at) => ({
    x: x + radius * Math.cos((at * Math.PI) / 90),
    y: y + radius * Math.sin((at * Math.PI) / 90),
  }))

/** Lines as one path, by steps from point to point to a tenth of a pixel, which is about half as long as places would be. */
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

const word = ({ text, left, right, bottom }: GuideLabelBox, { inkFaint }: ColourPalette): Mark => ({
  kind: 'text',
  lines: [text],
  x: (left + right) / 2,
  y: bottom - 4,
  size: 11,
  weight: 400,
  anchor: 'middle',
  fill: inkFaint,
})

import type { TextMeasurer } from './measureText'
import type { ColourPalette } from './colourPalette'
import type { Mark } from './marks'
import { wrapText } from './wrapText'

const size = 11
const leading = 15

/** Small text below a drawing: each text is wrapped to the width of the frame, in at most three lines. */
export function captionBlock(texts: readonly string[], width: number, palette: ColourPalette, measure: TextMeasurer) {
  const innerWidth = width - 48
  const lines = texts.flatMap((text) => wrapText(text, innerWidth, 3, (line) => measure(line, size, 400)))
  const height = lines.length === 0 ? 0 : lines.length * leading + 26
  const marks = (top: number): Mark[] =>
    lines.length === 0
      ? []
      : [
          { kind: 'path', d: `M24 0h${innerWidth}`, x: 0, y: top, stroke: palette.rule, width: 1 },
          { kind: 'text', lines, x: 24, y: top + 20, size, weight: 400, anchor: 'start', fill: palette.inkFaint },
        ]
  return { height, marks }
}

import type { TextMeasurer } from './measureText'
import type { ColourPalette } from './colourPalette'
import type { Mark } from './marks'
import { wrapText } from './wrapText'

const size = 11
const leading = 15

/** Lines of small text below a drawing, each in at most three lines of the frame's width. */
export function captionBlock(texts: readonly string[], width: number, palette: ColourPalette, measure: TextMeasurer) {
  const inner = width - 48
  const all = texts.flatMap((text) => wrapText(text, inner, 3, (line) => measure(line, size, 400)))
  const height = all.length === 0 ? 0 : all.length * leading + 26
  const marks = (top: number): Mark[] =>
    all.length === 0
      ? []
      : [
          { kind: 'path', d: `M24 0h${inner}`, x: 0, y: top, stroke: palette.rule, width: 1 },
          { kind: 'text', lines: all, x: 24, y: top + 20, size, weight: 400, anchor: 'start', fill: palette.inkFaint },
        ]
  return { height, marks }
}

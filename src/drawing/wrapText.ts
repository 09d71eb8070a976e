import { cutText, graphemeBreaks } from './graphemes'
import type { TextMeasurer } from './measureText'

/** The longest line of a label in Latin letters; Japanese ones are half as long. */
const maxLineLength = 22
const japaneseLetters = /[\u3040-\u30ff\u3400-\u9fff]/

/**
 * A label in one line, or in two of about equal length if it is long. Texts longer than `maxLength` are cut. Letters as people
 * see them, such as a flag or a letter with its accent, are never split.
 */
export function wrapLabel(text: string, maxLength = 44): readonly string[] {
  const short = cutText(text.trim(), maxLength).replace(/\s+/g, ' ')
  const limit = japaneseLetters.test(short) ? 11 : maxLineLength
  if (short.length <= limit) return [short]
  const breaks =
    japaneseLetters.test(short) && !short.includes(' ') ? graphemeBreaks(short).slice(1, -1) : spacesIn(short)
  if (breaks.length === 0) return [short]
  const middle = short.length / 2
  const at = breaks.reduce((best, each) => (Math.abs(each - middle) < Math.abs(best - middle) ? each : best))
  return [short.slice(0, at).trimEnd(), short.slice(at).trimStart()]
}

const spacesIn = (text: string): number[] => Array.from(text.matchAll(/ /g), ({ index }) => index)

/** A text in lines no wider than `width`; what does not fit into `maxLines` lines is cut. */
export function wrapText(text: string, width: number, maxLines: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word
    if (line === '' || measure(longer) <= width) line = longer
    else if (lines.length === maxLines - 1) return [...lines, `${line} …`]
    else {
      lines.push(line)
      line = word
    }
  }
  return line ? [...lines, line] : lines
}

/** The size of a block of lines, in CSS pixels. */
export const textBlockSize = (lines: readonly string[], size: number, weight: number, measure: TextMeasurer) => ({
  width: Math.max(...lines.map((line) => measure(line, size, weight))),
  height: lines.length * size * 1.25,
})

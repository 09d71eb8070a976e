import type { TextMeasurer } from './measureText'

const longest = 22
const japanese = /[\u3040-\u30ff\u3400-\u9fff]/

/** A label in one line, or in two of about equal length where it is long; at most `most` letters, then elided. */
export function wrapLabel(text: string, most = 44): readonly string[] {
  const short = text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text
  const limit = japanese.test(short) ? 11 : longest
  if (short.length <= limit) return [short]
  const breaks =
    japanese.test(short) && !short.includes(' ') ? [...short].map((_, at) => at).slice(2, -1) : spacesIn(short)
  if (breaks.length === 0) return [short]
  const middle = short.length / 2
  const at = breaks.reduce((best, each) => (Math.abs(each - middle) < Math.abs(best - middle) ? each : best))
  return [short.slice(0, at).trimEnd(), short.slice(at).trimStart()]
}

const spacesIn = (text: string): number[] => [...text].flatMap((letter, at) => (letter === ' ' ? [at] : []))

/** A long text in lines no wider than `width`; what does not fit in `most` lines is elided. */
export function wrapText(text: string, width: number, most: number, measure: (text: string) => number): string[] {
  const done: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word
    if (line === '' || measure(longer) <= width) line = longer
    else if (done.length === most - 1) return [...done, `${line} …`]
    else {
      done.push(line)
      line = word
    }
  }
  return line ? [...done, line] : done
}

/** The size of a block of lines. */
export const textBlockSize = (block: readonly string[], size: number, weight: number, measure: TextMeasurer) => ({
  width: Math.max(...block.map((line) => measure(line, size, weight))),
  height: block.length * size * 1.25,
})

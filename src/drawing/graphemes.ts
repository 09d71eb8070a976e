const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Texts of these letters alone need no segmenter, which is slow: each unit is a letter of its own. */
const singleUnits = /^[\u0020-\u02ff\u0370-\u0482\u048a-\u058f\u3041-\u3096\u30a1-\u30ff\u4e00-\u9fff]*$/

/** The places in a text, as offsets in UTF-16, at which a letter as people see it begins; without the first. */
export function graphemeBreaks(text: string): number[] {
  if (singleUnits.test(text)) return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => at + 1)
  return Array.from(segmenter.segment(text), ({ index }) => index).slice(1)
}

/** A text of at most this many UTF-16 units; what is longer is cut between two letters, and has an ellipsis. */
export function cutText(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  // A single letter with very many marks would be kept whole; nobody can read it.
  const start = text.slice(0, 2 * maxLength)
  const end = graphemeBreaks(start).findLast((at) => at < maxLength) ?? maxLength - 1
  return `${text.slice(0, end).trimEnd()}…`
}

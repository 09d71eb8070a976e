/** The width of a text in CSS pixels. */
export type TextMeasurer = (text: string, size: number, weight: number) => number

/** Widths of Inter's letters in ems, by groups of similar letters, rounded up. */
const letterWidths: readonly (readonly [RegExp, number])[] = [
  [/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff01-\uff60]/u, 1],
  [/[mwMW@%]/, 0.88],
  [/[A-Z&0-9]/, 0.66],
  [/[iljtfr.,:;'’‘|! ()[\]]/, 0.34],
]

/** Estimates the width of a text by its letters, if there is nothing to measure it with. */
export const estimateTextWidth: TextMeasurer = (text, size, weight) => {
  let ems = 0
  for (const letter of text) ems += letterWidths.find(([pattern]) => pattern.test(letter))?.[1] ?? 0.57
  return ems * size * (weight >= 600 ? 1.06 : weight >= 500 ? 1.03 : 1)
}

import type { TextMeasurer } from '../../drawing/measureText'
import { canvasFont } from './canvasPainting'

/** Writing in which each sign stands by itself: Latin, Greek and Cyrillic letters, kana, and Chinese characters. */
const apart = /^[\u0020-\u024f\u0370-\u052f\u1e00-\u1eff\u2010-\u2027\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]*$/

/** Up to here, U+024F, codes are those of Latin writing, but for those of control, which no label has. */
const latin = 0x250
const endOfLatin = String.fromCharCode(latin)

/** How wide texts are on a canvas, in CSS pixels; each is measured once. */
export class TextWidthCache {
  readonly #texts = new Map<string, number>()
  readonly #latin = new Map<number, Float64Array>()

  constructor(readonly context: Pick<CanvasRenderingContext2D, 'font' | 'measureText'>) {}

  readonly exact: TextMeasurer = (text, size, weight) => {
    const key = `${size} ${weight} ${text}`
    let width = this.#texts.get(key)
    if (width === undefined) this.#texts.set(key, (width = this.#measured(text, size, weight)))
    return width
  }

  /**
   * The sum of a text's signs, for where there are always other texts: a little more than its width, since letters that
   * stand together are drawn closer. Signs that change their shape by what stands beside them are measured together.
   */
  readonly byCharacters: TextMeasurer = (text, size, weight) => {
    for (let at = 0; at < text.length; at++)
      if (text.charCodeAt(at) >= latin) return this.#beyondLatin(text, size, weight)
    const known = this.#latinOf(size, weight)
    let sum = 0
    for (let at = 0; at < text.length; at++)
      sum += known[text.charCodeAt(at)] ||= this.#measured(text[at]!, size, weight)
    return sum
  }

  #beyondLatin(text: string, size: number, weight: number): number {
    if (!apart.test(text)) return this.exact(text, size, weight)
    let sum = 0
    for (const sign of text)
      sum += sign < endOfLatin ? this.byCharacters(sign, size, weight) : this.exact(sign, size, weight)
    return sum
  }

  /** Widths of the signs of Latin writing, by their codes; 0 where one was not measured yet. */
  #latinOf(size: number, weight: number): Float64Array {
    const face = 1000 * size + weight
    let known = this.#latin.get(face)
    if (!known) this.#latin.set(face, (known = new Float64Array(latin)))
    return known
  }

  #measured(text: string, size: number, weight: number): number {
    this.context.font = canvasFont(size, weight)
    return this.context.measureText(text).width
  }

  /** For when another face has been loaded. */
  clear(): void {
    this.#texts.clear()
    this.#latin.clear()
  }
}

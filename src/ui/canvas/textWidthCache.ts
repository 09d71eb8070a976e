import type { TextMeasurer } from '../../drawing/measureText'
import { canvasFont } from './canvasPainting'

/** Scripts without ligatures or context: Latin, Greek and Cyrillic letters, kana, and Chinese characters. */
const contextFree = /^[\u0020-\u024f\u0370-\u052f\u1e00-\u1eff\u2010-\u2027\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]*$/

/** Code points below U+0250 are Latin, or control characters, which no label has. */
const latinEnd = 0x250
const latinEndCharacter = String.fromCharCode(latinEnd)

/** Widths of texts on a canvas, in CSS pixels; each is measured once. */
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
   * The sum of the widths of a text's characters, for use with ever-changing texts: slightly more than its width, because of
   * kerning. Texts in scripts whose characters depend on their neighbours are measured as a whole.
   */
  readonly byCharacters: TextMeasurer = (text, size, weight) => {
    for (let at = 0; at < text.length; at++)
      if (text.charCodeAt(at) >= latinEnd) return this.#beyondLatin(text, size, weight)
    const widths = this.#latinOf(size, weight)
    let sum = 0
    for (let at = 0; at < text.length; at++)
      sum += widths[text.charCodeAt(at)] ||= this.#measured(text[at]!, size, weight)
    return sum
  }

  #beyondLatin(text: string, size: number, weight: number): number {
    if (!contextFree.test(text)) return this.exact(text, size, weight)
    let sum = 0
    for (const character of text)
      sum +=
        character < latinEndCharacter ? this.byCharacters(character, size, weight) : this.exact(character, size, weight)
    return sum
  }

  /** Widths of Latin characters by code point; 0 if not measured yet. */
  #latinOf(size: number, weight: number): Float64Array {
    const font = 1000 * size + weight
    let widths = this.#latin.get(font)
    if (!widths) this.#latin.set(font, (widths = new Float64Array(latinEnd)))
    return widths
  }

  #measured(text: string, size: number, weight: number): number {
    this.context.font = canvasFont(size, weight)
    return this.context.measureText(text).width
  }

  /** Forgets all widths, after a font was loaded. */
  clear(): void {
    this.#texts.clear()
    this.#latin.clear()
  }
}

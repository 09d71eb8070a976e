import type { Measure } from '../../drawing/measure'
import { font } from './paints'

/** Writing in which each sign stands by itself: Latin, Greek and Cyrillic letters, kana, and Chinese characters. */
const apart = /^[\u0020-\u024f\u0370-\u052f\u1e00-\u1eff\u2010-\u2027\u3000-\u30ff\u3400-\u9fff\uff01-\uff60]*$/

/** How wide texts are on a canvas, in CSS pixels; each is measured once. */
export class Widths {
  readonly #texts = new Map<string, number>()
  /** By face, the width of each sign. */
  readonly #signs = new Map<string, Map<string, number>>()

  constructor(readonly context: Pick<CanvasRenderingContext2D, 'font' | 'measureText'>) {}

  readonly exact: Measure = (text, size, weight) => {
    const key = `${size} ${weight} ${text}`
    let width = this.#texts.get(key)
    if (width === undefined) this.#texts.set(key, (width = this.#measured(text, size, weight)))
    return width
  }

  /**
   * The sum of a text's signs, for where there are always other texts: a little more than its width, since letters that
   * stand together are drawn closer. Signs that change their shape by what stands beside them are measured together.
   */
  readonly bySigns: Measure = (text, size, weight) => {
    if (!apart.test(text)) return this.exact(text, size, weight)
    const face = `${size} ${weight}`
    let known = this.#signs.get(face)
    if (!known) this.#signs.set(face, (known = new Map()))
    let sum = 0
    for (const sign of text) {
      let width = known.get(sign)
      if (width === undefined) known.set(sign, (width = this.#measured(sign, size, weight)))
      sum += width
    }
    return sum
  }

  #measured(text: string, size: number, weight: number): number {
    this.context.font = font(size, weight)
    return this.context.measureText(text).width
  }

  /** For when another face has been loaded. */
  forget(): void {
    this.#texts.clear()
    this.#signs.clear()
  }
}

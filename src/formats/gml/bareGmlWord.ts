import { message } from '../../messages/message'
import type { GraphCollector } from '../collect/graphCollector'

/** A word without quotation marks: not GML, but several programs write and read it. */
export const bareGmlWord = /[^\s[\]"#]+/y

/** Counts the words without quotation marks, for the report. */
export class BareWordCounter {
  #count = 0
  #example = ''

  add(word: string): string {
    if (this.#count++ === 0) this.#example = word.slice(0, 80)
    return word
  }

  report({ guesses }: GraphCollector): void {
    if (this.#count > 0)
      guesses.push(message('formats', 'gmlBareWords', { count: this.#count, example: this.#example }))
  }
}

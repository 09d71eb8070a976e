import { message, type Message } from '../../messages/message'
import { FileFault, textPositionAt } from './fileFault'
import type { InputFile } from './inputFile'

/** Moves through a text by sticky regular expressions, and makes faults that point to the current offset. */
export class TextScanner {
  offset = 0
  readonly text: string

  constructor(readonly file: InputFile) {
    this.text = file.text
  }

  get atEnd(): boolean {
    return this.offset >= this.text.length
  }

  /** Advances over the match of a pattern with the `y` flag; undefined if it does not match here. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    const sticky = pattern
    sticky.lastIndex = this.offset
    const found = sticky.exec(this.text)
    if (!found) return undefined
    this.offset = sticky.lastIndex
    return found
  }

  /** A fault at an offset. At the end of the text it says that the file ends too early, which is the likely cause. */
  fault(what: Message, remedy = message('readFaults', 'exportAgain'), at = this.offset): FileFault {
    const ended = at >= this.text.trimEnd().length
    return new FileFault(
      this.file.name,
      ended ? message('readFaults', 'endsTooEarlyAt', { detail: what }) : what,
      remedy,
      textPositionAt(this.text, at),
    )
  }
}

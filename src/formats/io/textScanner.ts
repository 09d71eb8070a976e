import { FileFault, textPositionAt } from './fileFault'
import type { InputFile } from './inputFile'

/** Walks through a text by sticky patterns; what it does not find becomes a fault at the place where it stands. */
export class TextScanner {
  offset = 0
  readonly text: string

  constructor(readonly file: InputFile) {
    this.text = file.text
  }

  get atEnd(): boolean {
    return this.offset >= this.text.length
  }

  /** Steps over what a pattern (with the flag y) matches here, and gives the match. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    const sticky = pattern
    sticky.lastIndex = this.offset
    const found = sticky.exec(this.text)
    if (!found) return undefined
    this.offset = sticky.lastIndex
    return found
  }

  fault(what: string, remedy = 'Save it again from the program that wrote it.', at = this.offset): FileFault {
    const ended = at >= this.text.trimEnd().length
    return new FileFault(
      this.file.name,
      ended ? `the file stops before its end (${what})` : what,
      remedy,
      textPositionAt(this.text, at),
    )
  }
}

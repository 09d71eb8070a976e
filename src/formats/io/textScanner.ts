import { FileFault, placeAt } from './fileFault'
import type { FileIn } from './inputFile'

/** Walks through a text by sticky patterns; what it does not find becomes a fault at the place where it stands. */
export class Scanner {
  at = 0
  readonly text: string

  constructor(readonly file: FileIn) {
    this.text = file.text
  }

  get done(): boolean {
    return this.at >= this.text.length
  }

  /** Steps over what a pattern (with the flag y) matches here, and gives the match. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    const sticky = pattern
    sticky.lastIndex = this.at
    const found = sticky.exec(this.text)
    if (!found) return undefined
    this.at = sticky.lastIndex
    return found
  }

  fault(what: string, remedy = 'Save it again from the program that wrote it.', at = this.at): FileFault {
    const ended = at >= this.text.trimEnd().length
    return new FileFault(
      this.file.name,
      ended ? `the file stops before its end (${what})` : what,
      remedy,
      placeAt(this.text, at),
    )
  }
}

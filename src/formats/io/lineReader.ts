import { message, type Message } from '../../messages/message'
import { FileFault } from './fileFault'
import type { InputFile } from './inputFile'

/** Number of characters of a line in an excerpt before and behind the column at fault. */
const excerptRadius = 50

/** A line of a text file, without its line end. */
export class TextLine {
  constructor(
    readonly file: InputFile,
    /** From 1. */
    readonly number: number,
    readonly text: string,
  ) {}

  /** A fault at a column of this line; both count from 1. */
  fault(what: Message, remedy = message('formats', 'fixLine'), column = 1): FileFault {
    const { file, number: line, text } = this
    const start = Math.max(0, column - 1 - excerptRadius)
    const at = Math.min(column - 1, text.length) - start
    const excerpt = { line, text: text.slice(start, start + 2 * excerptRadius), highlight: [at, at + 1] as const }
    return new FileFault(file.name, what, remedy, { line, column, excerpt: [excerpt] })
  }
}

/** The lines of a file that are not blank. A line ends in LF, CR LF or CR. */
export function* linesOf(file: InputFile): Generator<TextLine> {
  // Files with the line ends of old Macs are rare enough to be rewritten.
  const text = /\r(?!\n)/.test(file.text) ? file.text.replace(/\r\n?/g, '\n') : file.text
  let number = 1
  for (let from = 0; from < text.length; number++) {
    const next = text.indexOf('\n', from)
    const lineEnd = next < 0 ? text.length : next
    const to = text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd
    const line = text.slice(from, to)
    if (/\S/.test(line)) yield new TextLine(file, number, line)
    from = lineEnd + 1
  }
}

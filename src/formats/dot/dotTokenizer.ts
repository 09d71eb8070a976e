import { message, type Message } from '../../messages/message'
import type { TextScanner } from '../io/textScanner'
import { unescapeDot } from './escapeDot'

const blank = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/|^#[^\n]*)*/my
const name = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|-?(?:\.\d+|\d+(?:\.\d*)?)/y
const quoted = /"((?:[^"\\]|\\[^])*)"/y

/** Advances over white space and comments. */
export function skipDotWhitespace(scanner: TextScanner): void {
  scanner.match(blank)
}

/** Advances over a required token. Throws a FileFault if it is missing. */
export function expectDotToken(scanner: TextScanner, sign: string): void {
  skipDotWhitespace(scanner)
  if (!scanner.text.startsWith(sign, scanner.offset)) throw scanner.fault(message('formats', 'expectedSign', { sign }))
  scanner.offset += sign.length
}

/** Reads an ID: a name, a number, quoted texts joined by +, or HTML in angle brackets, of which the text is kept. Undefined if there is none. */
export function readDotId(scanner: TextScanner): string | undefined {
  const plain = scanner.match(name)?.[0]
  if (plain !== undefined) return plain
  const text = scanner.match(quoted)
  if (text) return readConcatenation(scanner, unescapeDot(text[1]!))
  return scanner.text[scanner.offset] === '<' ? readHtml(scanner) : undefined
}

/** Reads the quoted texts that are joined to the first by +. */
function readConcatenation(scanner: TextScanner, first: string): string {
  let whole = first
  for (;;) {
    const before = scanner.offset
    skipDotWhitespace(scanner)
    const more = scanner.match(/\+/y) && (skipDotWhitespace(scanner), scanner.match(quoted))
    if (!more) {
      scanner.offset = before
      return whole
    }
    whole += unescapeDot(more[1]!)
  }
}

/** Reads a required ID. Throws a FileFault with the given message if it is missing. */
export function requireDotId(scanner: TextScanner, missing: Message): string {
  skipDotWhitespace(scanner)
  const found = readDotId(scanner)
  if (found === undefined) throw scanner.fault(missing)
  return found
}

function readHtml(scanner: TextScanner): string {
  const start = scanner.offset
  let open = 0
  for (let at = start; at < scanner.text.length; at++) {
    if (scanner.text[at] === '<') open++
    if (scanner.text[at] === '>' && --open === 0) {
      scanner.offset = at + 1
      return scanner.text
        .slice(start + 1, at)
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    }
  }
  throw scanner.fault(message('formats', 'dotHtmlNotClosed'))
}

import type { TextScanner } from '../io/textScanner'
import { unescapeDot } from './escapeDot'

const blank = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/|^#[^\n]*)*/my
const name = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|-?(?:\.\d+|\d+(?:\.\d*)?)/y
const quoted = /"((?:[^"\\]|\\[^])*)"/y

/** Steps over white space and comments. */
export function skipDotWhitespace(scanner: TextScanner): void {
  scanner.match(blank)
}

/** Steps over a sign that must stand here. */
export function expectDotToken(scanner: TextScanner, sign: string): void {
  skipDotWhitespace(scanner)
  if (!scanner.text.startsWith(sign, scanner.offset)) throw scanner.fault(`"${sign}" is missing here`)
  scanner.offset += sign.length
}

/** An ID: a name, a number, a text in quotes (several joined by +), or HTML in angle brackets, which stays text. */
export function readDotId(scanner: TextScanner): string | undefined {
  const plain = scanner.match(name)?.[0]
  if (plain !== undefined) return plain
  const text = scanner.match(quoted)
  if (text) return joined(scanner, unescapeDot(text[1]!))
  return scanner.text[scanner.offset] === '<' ? html(scanner) : undefined
}

/** A text in quotes with those that are joined to it. */
function joined(scanner: TextScanner, first: string): string {
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

/** An ID that must stand here. */
export function requireDotId(scanner: TextScanner, what: string): string {
  skipDotWhitespace(scanner)
  const found = readDotId(scanner)
  if (found === undefined) throw scanner.fault(`${what} is missing here`)
  return found
}

function html(scanner: TextScanner): string {
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
  throw scanner.fault('a label in angle brackets is not closed')
}

import type { Scanner } from '../io/textScanner'
import { unescapeDot } from './escapeDot'

const blank = /(?:\s+|\/\/[^\n]*|\/\*[^]*?\*\/|^#[^\n]*)*/my
const name = /[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*|-?(?:\.\d+|\d+(?:\.\d*)?)/y
const quoted = /"((?:[^"\\]|\\[^])*)"/y

/** Steps over white space and comments. */
export function skip(scanner: Scanner): void {
  scanner.take(blank)
}

/** Steps over a sign that must stand here. */
export function expect(scanner: Scanner, sign: string): void {
  skip(scanner)
  if (!scanner.text.startsWith(sign, scanner.at)) throw scanner.fault(`"${sign}" is missing here`)
  scanner.at += sign.length
}

/** An ID: a name, a number, a text in quotes (several joined by +), or HTML in angle brackets, which stays text. */
export function id(scanner: Scanner): string | undefined {
  const plain = scanner.take(name)?.[0]
  if (plain !== undefined) return plain
  const text = scanner.take(quoted)
  if (text) return joined(scanner, unescapeDot(text[1]!))
  return scanner.text[scanner.at] === '<' ? html(scanner) : undefined
}

/** A text in quotes with those that are joined to it. */
function joined(scanner: Scanner, first: string): string {
  let whole = first
  for (;;) {
    const before = scanner.at
    skip(scanner)
    const more = scanner.take(/\+/y) && (skip(scanner), scanner.take(quoted))
    if (!more) {
      scanner.at = before
      return whole
    }
    whole += unescapeDot(more[1]!)
  }
}

/** An ID that must stand here. */
export function needed(scanner: Scanner, what: string): string {
  skip(scanner)
  const found = id(scanner)
  if (found === undefined) throw scanner.fault(`${what} is missing here`)
  return found
}

function html(scanner: Scanner): string {
  const start = scanner.at
  let open = 0
  for (let at = start; at < scanner.text.length; at++) {
    if (scanner.text[at] === '<') open++
    if (scanner.text[at] === '>' && --open === 0) {
      scanner.at = at + 1
      return scanner.text
        .slice(start + 1, at)
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    }
  }
  throw scanner.fault('a label in angle brackets is not closed')
}

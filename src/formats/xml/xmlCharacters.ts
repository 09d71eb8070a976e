/** What a byte may be or do in XML, as bits. */
export const XML_NAME_START = 1
export const XML_NAME_CHARACTER = 2
export const XML_WHITESPACE = 4
/** Ends or interrupts a run of plain bytes of an attribute's value, or of text. */
const IN_VALUE = 8
const IN_TEXT = 16

/** Kinds of bytes (XML 1.0, 2.2 to 2.4), of names only those in ASCII. */
export const xmlByteClasses: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => {
  const letter = String.fromCharCode(byte)
  const control = byte < 0x20 || byte >= 0x80
  return (
    (/[A-Za-z_:]/.test(letter) && byte < 0x80 ? XML_NAME_START : 0) |
    (/[A-Za-z_:.0-9-]/.test(letter) && byte < 0x80 ? XML_NAME_CHARACTER : 0) |
    (/[ \t\r\n]/.test(letter) ? XML_WHITESPACE : 0) |
    (control || /["'&<]/.test(letter) ? IN_VALUE : 0) |
    ((control && !/[\t\n]/.test(letter)) || /[&<>]/.test(letter) ? IN_TEXT : 0)
  )
})

/** 1 for bytes that a value goes on with, whatever they are; a place beyond the last byte ends it. */
export const plainAttributeBytes: Uint8Array = xmlByteClasses.map((kind) => (kind & IN_VALUE ? 0 : 1))

/** 1 for bytes that text goes on with, whatever they are. */
export const plainTextBytes: Uint8Array = xmlByteClasses.map((kind) => (kind & IN_TEXT ? 0 : 1))

/**
 * Bytes of the character beyond ASCII that begins at `at` (Unicode, table 3-7); 0 where it is no UTF-8, or a character
 * that XML cannot hold.
 */
export function xmlCharacterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0
  for (let next = at + 1; next < at + length; next++) if ((bytes[next]! & 0xc0) !== 0x80) return 0
  return length === 2 || isLong(bytes, at, length) ? length : 0
}

/** Whether a character of three or four bytes is one: not written too long, no half of a pair, not beyond the last. */
function isLong(bytes: Uint8Array, at: number, length: number): boolean {
  const two = (bytes[at]! << 8) | bytes[at + 1]!
  if (length === 4) return two >= 0xf090 && two < 0xf490
  if (two < 0xe0a0 || (two >= 0xeda0 && two < 0xee00)) return false
  return two !== 0xefbf || bytes[at + 2]! < 0xbe
}

/** Where space that begins here ends. */
export function skipXmlWhitespace(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && xmlByteClasses[bytes[at]!]! & XML_WHITESPACE) at++
  return at
}

/** A character that a reference stands for, and where the reference ends; undefined where that is not for certain. */
interface CharacterReference {
  readonly code: number
  readonly end: number
}

const named: Readonly<Record<string, number>> = { amp: 0x26, lt: 0x3c, gt: 0x3e, quot: 0x22, apos: 0x27 }
const longest = 12

/** Reads the reference whose `&` stands at `at`: one of the five of XML itself, or a character by its number. */
export function parseCharacterReference(bytes: Uint8Array, at: number): CharacterReference | undefined {
  let name = ''
  for (let next = at + 1; next < bytes.length && next < at + longest; next++) {
    if (bytes[next] === 0x3b) {
      const code = named[name] ?? codeIn(name)
      return code === undefined ? undefined : { code, end: next + 1 }
    }
    name += String.fromCharCode(bytes[next]!)
  }
  return undefined
}

function codeIn(name: string): number | undefined {
  const code = /^#\d+$/.test(name)
    ? Number.parseInt(name.slice(1), 10)
    : /^#x[\da-fA-F]+$/.test(name)
      ? Number.parseInt(name.slice(2), 16)
      : NaN
  const allowed =
    code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code >= 0xe000 && code <= 0x10ffff)
  return allowed && code !== 0xfffe && code !== 0xffff ? code : undefined
}

/** Writes a character as UTF-8; gives the place after it. Four bytes must be free. */
export function writeUtf8Character(into: Uint8Array, at: number, code: number): number {
  if (code < 0x80) {
    into[at] = code
    return at + 1
  }
  const length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  for (let left = length - 1, rest = code; left > 0; left--, rest >>= 6) into[at + left] = 0x80 | (rest & 0x3f)
  into[at] = ((0xf00 >> length) & 0xff) | (code >> (6 * (length - 1)))
  return at + length
}

/** The declaration that a file of this kind begins with: version 1.0, in UTF-8 or without a word of it. */
const declaration =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.0\1([ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])utf-?8\3)?([ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(yes|no)\5)?[ \t\r\n]*\?>/i

const latin = new TextDecoder('latin1')

/** Where the first tag can stand; -1 where the beginning is of another kind. */
export function skipXmlDeclaration(bytes: Uint8Array): number {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const head = latin.decode(bytes.subarray(start, start + 300))
  if (!head.startsWith('<?')) return start
  const found = declaration.exec(head)
  return found ? start + found[0].length : -1
}

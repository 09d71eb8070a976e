/** The roles of a byte in XML, as bits. */
export const XML_NAME_START = 1
export const XML_NAME_CHARACTER = 2
export const XML_WHITESPACE = 4
/** Ends or interrupts a run of plain bytes in an attribute value or in text. */
const IN_VALUE = 8
const IN_TEXT = 16

/** The roles of each byte (XML 1.0, 2.2 to 2.4); names only have ASCII characters here. */
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

/** 1 for bytes that continue an attribute value without further checks; undefined past the end of the file ends it. */
export const plainAttributeBytes: Uint8Array = xmlByteClasses.map((kind) => (kind & IN_VALUE ? 0 : 1))

/** 1 for bytes that continue text without further checks. */
export const plainTextBytes: Uint8Array = xmlByteClasses.map((kind) => (kind & IN_TEXT ? 0 : 1))

/**
 * Length in bytes of the non-ASCII character at `at` (Unicode, table 3-7); 0 if it is invalid UTF-8 or not allowed in
 * XML.
 */
export function xmlCharacterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  if (first < 0xc2 || first > 0xf4 || at + length > bytes.length) return 0
  for (let next = at + 1; next < at + length; next++) if ((bytes[next]! & 0xc0) !== 0x80) return 0
  return length === 2 || isValidLong(bytes, at, length) ? length : 0
}

/** Whether three or four bytes encode a character: not overlong, no surrogate, and not above U+10FFFF. */
function isValidLong(bytes: Uint8Array, at: number, length: number): boolean {
  const two = (bytes[at]! << 8) | bytes[at + 1]!
  if (length === 4) return two >= 0xf090 && two < 0xf490
  if (two < 0xe0a0 || (two >= 0xeda0 && two < 0xee00)) return false
  return two !== 0xefbf || bytes[at + 2]! < 0xbe
}

/** The end of the white space that begins at `from`. */
export function skipXmlWhitespace(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && xmlByteClasses[bytes[at]!]! & XML_WHITESPACE) at++
  return at
}

/** The character of a reference, and the offset behind the reference. */
interface CharacterReference {
  readonly code: number
  readonly end: number
}

const named: ReadonlyMap<string, number> = new Map(
  Object.entries({ amp: 0x26, lt: 0x3c, gt: 0x3e, quot: 0x22, apos: 0x27 }),
)
const maxReferenceLength = 12

/** Parses the reference at `at`: one of the five predefined entities, or a character by number. Undefined for any other. */
export function parseCharacterReference(bytes: Uint8Array, at: number): CharacterReference | undefined {
  let name = ''
  for (let next = at + 1; next < bytes.length && next < at + maxReferenceLength; next++) {
    if (bytes[next] === 0x3b) {
      const code = named.get(name) ?? characterCode(name)
      return code === undefined ? undefined : { code, end: next + 1 }
    }
    name += String.fromCharCode(bytes[next]!)
  }
  return undefined
}

function characterCode(name: string): number | undefined {
  const code = /^#\d+$/.test(name)
    ? Number.parseInt(name.slice(1), 10)
    : /^#x[\da-fA-F]+$/.test(name)
      ? Number.parseInt(name.slice(2), 16)
      : NaN
  const allowed =
    code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0xd800) || (code >= 0xe000 && code <= 0x10ffff)
  return allowed && code !== 0xfffe && code !== 0xffff ? code : undefined
}

/** Writes a character as UTF-8 and returns the offset behind it. Needs up to four free bytes. */
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

/** An XML declaration of version 1.0, with no encoding or UTF-8. */
const declaration =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(["'])1\.0\1([ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(["'])utf-?8\3)?([ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(["'])(yes|no)\5)?[ \t\r\n]*\?>/i

const latin = new TextDecoder('latin1')

/** The offset behind the byte-order mark and the XML declaration; -1 if the declaration is of another kind. */
export function skipXmlDeclaration(bytes: Uint8Array): number {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const head = latin.decode(bytes.subarray(start, start + 300))
  if (!head.startsWith('<?')) return start
  const found = declaration.exec(head)
  return found ? start + found[0].length : -1
}

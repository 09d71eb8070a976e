/**
 * The offset after a character of two to four bytes; 0 if it is not valid UTF-8 (Unicode, table 3-7, "Well-Formed UTF-8
 * Byte Sequences").
 */
export function skipUtf8Character(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!
  const second = bytes[at + 1]!
  if (lead < 0xc2 || lead > 0xf4 || !(second >= minSecond(lead) && second <= maxSecond(lead))) return 0
  const end = at + (lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4)
  for (let more = at + 2; more < end; more++) if ((bytes[more]! & 0xc0) !== 0x80) return 0
  return end
}

/** Bounds of the second byte: no overlong forms, nothing beyond U+10FFFF, no surrogates. */
const minSecond = (lead: number): number => (lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80)
const maxSecond = (lead: number): number => (lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf)

const escapes = new Set(Array.from('"\\/bfnrt', (letter) => letter.charCodeAt(0)))
const isHex = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66))

/** The offset after the escape at an offset; 0 if it is invalid (RFC 8259, section 7). */
export function skipJsonEscape(bytes: Uint8Array, at: number): number {
  if (bytes[at + 1] !== 0x75) return escapes.has(bytes[at + 1]!) ? at + 2 : 0
  for (let digit = 2; digit < 6; digit++) if (!isHex(bytes[at + digit])) return 0
  return at + 6
}

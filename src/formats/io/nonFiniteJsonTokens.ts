const QUOTE = 0x22
const BACKSLASH = 0x5c
const encoder = new TextEncoder()
const tokens = ['NaN', 'Infinity', '-Infinity'].map((text) => ({ text, bytes: encoder.encode(text) }))
const nullBytes = encoder.encode('null')

/** JSON in which tokens that are no JSON were replaced by null, with their number and the first of them. */
interface JsonWithoutNonFiniteTokens {
  readonly bytes: Uint8Array
  readonly count: number
  readonly example: string
}

/**
 * Replaces NaN, Infinity and -Infinity outside of strings by null. Python's json module and others write them (docs.python.org,
 * json, "Infinite and NaN Number Values"), though RFC 8259 has no such tokens. Undefined if there are none.
 */
export function withoutNonFiniteTokens(source: Uint8Array): JsonWithoutNonFiniteTokens | undefined {
  const parts: Uint8Array[] = []
  let copied = 0
  let count = 0
  let example = ''
  for (let at = 0; at < source.length; at++) {
    const byte = source[at]!
    if (byte === QUOTE) {
      at = endOfString(source, at)
      continue
    }
    if (byte !== 0x4e && byte !== 0x49 && byte !== 0x2d) continue
    const found = tokens.find(({ bytes }) => bytes.every((each, index) => source[at + index] === each))
    if (!found) continue
    parts.push(source.subarray(copied, at), nullBytes)
    copied = at + found.bytes.length
    at = copied - 1
    if (count++ === 0) example = found.text
  }
  if (count === 0) return undefined
  parts.push(source.subarray(copied))
  return { bytes: joined(parts), count, example }
}

/** The offset of the quotation mark that closes a string. */
function endOfString(source: Uint8Array, start: number): number {
  let at = start + 1
  for (; at < source.length && source[at] !== QUOTE; at++) if (source[at] === BACKSLASH) at++
  return at
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let length = 0
  for (const part of parts) {
    bytes.set(part, length)
    length += part.length
  }
  return bytes
}

import type { TextColumn } from '../../model/columns'
import { memoizeByKey } from '../../analysis/incremental'

/**
 * A short hash of a column of ids: rows that were packed for one version of the data mean nothing in another one. FNV-1a
 * over the bytes and the ends of the texts, in base 36.
 */
export const idsHash: (ids: TextColumn) => string = memoizeByKey(({ bytes, offsets }: TextColumn) => {
  let hash = 0x811c9dc5
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  for (let at = 0; at < offsets.length; at++) hash = Math.imul(hash ^ offsets[at]!, 0x01000193)
  return (hash >>> 0).toString(36)
})

/** How rows are packed: as distances between the ends of runs, or as one bit a row. The first byte says which. */
const [asRuns, asBits] = [0, 1]

/** Rows in ascending order, each once, as text for an address: the shorter of runs and bits, in base64url. */
export function packRows(rows: readonly number[]): string {
  const runs = runBytes(rows)
  const last = rows.at(-1) ?? 0
  if (runs.length <= (last >> 3) + 1) return toBase64Url([asRuns, ...runs])
  const bits = new Uint8Array((last >> 3) + 1)
  for (const row of rows) bits[row >> 3]! |= 1 << (row & 7)
  return toBase64Url([asBits, ...bits])
}

/** Reads what `packRows` wrote; undefined if the text is malformed or names a row that does not exist. */
export function unpackRows(text: string, count: number): number[] | undefined {
  const bytes = fromBase64Url(text)
  const rows = bytes?.[0] === asRuns ? rowsOfRuns(bytes, count) : bytes?.[0] === asBits ? rowsOfBits(bytes) : undefined
  return rows && (rows.at(-1) ?? 0) < count ? rows : undefined
}

/** The distance to the beginning of each run, and its length less one. */
function runBytes(rows: readonly number[]): number[] {
  const bytes: number[] = []
  let end = 0
  for (let at = 0; at < rows.length;) {
    const from = at++
    while (rows[at] === rows[at - 1]! + 1) at++
    pushNumber(bytes, rows[from]! - end)
    pushNumber(bytes, at - from - 1)
    end = rows[at - 1]! + 1
  }
  return bytes
}

function rowsOfRuns(bytes: Uint8Array, count: number): number[] | undefined {
  const numbers = new ByteNumbers(bytes, 1)
  const rows: number[] = []
  let end = 0
  while (!numbers.isAtEnd) {
    const [gap, more] = [numbers.next(), numbers.next()]
    if (gap === undefined || more === undefined || end + gap + more >= count) return undefined
    for (let row = end + gap; row <= end + gap + more; row++) rows.push(row)
    end += gap + more + 1
  }
  return rows
}

function rowsOfBits(bytes: Uint8Array): number[] {
  const rows: number[] = []
  for (let at = 1; at < bytes.length; at++)
    for (let bit = 0; bit < 8; bit++) if (bytes[at]! & (1 << bit)) rows.push((at - 1) * 8 + bit)
  return rows
}

/** Appends a whole number, not negative, seven bits a byte, the lowest first (LEB128). */
export function pushNumber(bytes: number[], value: number): void {
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  bytes.push(rest)
}

/** Reads the numbers that `pushNumber` wrote. */
export class ByteNumbers {
  constructor(
    readonly bytes: Uint8Array,
    private at: number,
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length
  }

  /** Undefined at the end, and for a number that is cut off or larger than a double holds exactly. */
  next(): number | undefined {
    let [value, factor] = [0, 1]
    for (; this.at < this.bytes.length; factor *= 128) {
      const byte = this.bytes[this.at++]!
      value += (byte & 127) * factor
      if (byte < 128) return Number.isSafeInteger(value) ? value : undefined
    }
    return undefined
  }
}

/** Bytes in the alphabet of RFC 4648, section 5, without padding. */
export const toBase64Url = (bytes: readonly number[]): string =>
  btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** Undefined if the text is malformed. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

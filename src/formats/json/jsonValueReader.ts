import { parseNumberBytes } from '../collect/parseNumber'
import { QUOTE_BYTE, type JsonScanner } from './jsonScanner'

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const BACKSLASH = 0x5c
const MINUS = 0x2d

/** Reads values of JSON that was scanned before, and so is known to be valid. */
export class JsonValueReader {
  /** The text that `findText` found: a range of the file, or of new bytes if it had to be unescaped or formatted. */
  source: Uint8Array
  from = 0
  to = 0

  constructor(readonly json: JsonScanner) {
    this.source = json.bytes
  }

  isText(start: number): boolean {
    return this.json.bytes[start] === QUOTE_BYTE
  }

  isNumber(start: number): boolean {
    const byte = this.json.bytes[start]!
    return byte === MINUS || (byte >= 0x30 && byte <= 0x39)
  }

  isBoolean(start: number): boolean {
    const byte = this.json.bytes[start]
    return byte === 0x74 || byte === 0x66
  }

  isTrue(start: number): boolean {
    return this.json.bytes[start] === 0x74
  }

  number(start: number): number {
    return parseNumberBytes(this.json.bytes, start, endOfNumber(this.json.bytes, start))
  }

  parsed(start: number): unknown {
    return this.json.parseAt(start)
  }

  /** Finds the text of any value: of a string its content, of a number or boolean its text, else its JSON. */
  findText(start: number): void {
    if (this.isText(start)) this.#string(start)
    else if (this.isNumber(start)) this.#number(start)
    else {
      const value = this.parsed(start)
      this.#setText(typeof value === 'boolean' ? String(value) : JSON.stringify(value))
    }
  }

  /** The same, but a number keeps the digits of the file: "1.0", "1e3", and those that a double cannot hold. */
  findTextAsWritten(start: number): void {
    if (!this.isNumber(start)) return this.findText(start)
    this.source = this.json.bytes
    this.from = start
    this.to = endOfNumber(this.source, start)
  }

  /** The text that was found last, decoded. */
  get foundText(): string {
    return decoder.decode(this.source.subarray(this.from, this.to))
  }

  string(start: number): string {
    this.findText(start)
    return this.foundText
  }

  stringAsWritten(start: number): string {
    this.findTextAsWritten(start)
    return this.foundText
  }

  #string(start: number): void {
    const { bytes } = this.json
    let at = start + 1
    for (let byte = bytes[at]; byte !== QUOTE_BYTE; byte = bytes[++at])
      if (byte === BACKSLASH) return this.#setText(this.parsed(start) as string)
    this.source = bytes
    this.from = start + 1
    this.to = at
  }

  /** The number as `String` writes it; short whole numbers are in that form already. */
  #number(start: number): void {
    const { bytes } = this.json
    const end = endOfNumber(bytes, start)
    for (let at = start; at < end; at++)
      if (bytes[at]! < 0x30 || bytes[at]! > 0x39 || end - start > 15) return this.#setText(String(this.number(start)))
    this.source = bytes
    this.from = start
    this.to = end
  }

  #setText(text: string): void {
    this.source = encoder.encode(text)
    this.from = 0
    this.to = this.source.length
  }
}

function endOfNumber(bytes: Uint8Array, start: number): number {
  let at = start
  for (let byte = bytes[at]!; isNumberByte(byte); byte = bytes[++at]!);
  return at
}

/** Digits, point, signs, and e. */
const isNumberByte = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || byte === 0x2e || byte === 0x2b || byte === 0x2d || byte === 0x65 || byte === 0x45

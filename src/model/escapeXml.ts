/** Everything outside the Char production of XML 1.0 (section 2.2): control characters, lone surrogates, U+FFFE and U+FFFF. */
const invalidCharacters = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/** Escapes text for an attribute or element; characters that are invalid in XML become U+FFFD. */
export const escapeXml = (text: string): string =>
  text.replace(invalidCharacters, '\ufffd').replace(/[&<>"\n\r\t]/g, (letter) => escapes[letter]!)

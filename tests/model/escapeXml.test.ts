import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, it } from 'vitest'
import { escapeXml } from '../../src/model/escapeXml'

/** XML 1.0, production 2, by numbers. */
const isCharacter = (code: number): boolean =>
  [9, 10, 13].includes(code) ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  code >= 0x10000

const letters = fc.oneof(
  fc.constantFrom(
    '&',
    '<',
    '>',
    '"',
    "'",
    '\n',
    '\r',
    '\t',
    '\0',
    '\u001f',
    '\ufffe',
    '\uffff',
    '\ud800',
    '\udc00',
    '😀',
    '絆',
  ),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
)

it('round-trips every text that XML can represent, and replaces each character that it cannot', () =>
  fc.assert(
    fc.property(
      fc.array(letters).map((each) => each.join('')),
      (text) => {
        const read: string[] = []
        const parser = new SaxesParser()
        parser.on('error', (error) => {
          throw error
        })
        parser.on('opentag', ({ attributes }) => read.push(attributes['of'] as string))
        parser.on('text', (words) => read.push(words))
        parser.write(`<a of="${escapeXml(text)}">.${escapeXml(text)}</a>`).close()
        const held = Array.from(text, (each) => (isCharacter(each.codePointAt(0)!) ? each : '\ufffd')).join('')
        expect(read).toEqual([held, `.${held}`])
      },
    ),
  ))

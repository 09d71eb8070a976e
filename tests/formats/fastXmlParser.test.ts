import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FileFault } from '../../src/formats/io/fileFault'
import { escapeXml } from '../../src/model/escapeXml'
import { XmlNameTable, decodeByteRange, type XmlHandler } from '../../src/formats/xml/xmlHandler'
import { parseXmlStrictly } from '../../src/formats/xml/strictXmlParser'
import { parseXmlFast } from '../../src/formats/xml/fastXmlParser'
import { hostile, printable } from '../arbitraries'

const encoder = new TextEncoder()
const elements = ['a', 'bb', 'node', 'data', 'empty']
const attributes = ['x', 'id', 'source', 'colour']

/** A handler that records its events. */
function listening(): { reader: XmlHandler; told: string[] } {
  const told: string[] = []
  return {
    told,
    reader: {
      elements: new XmlNameTable(elements),
      attributes: new XmlNameTable(attributes),
      wantsText: Uint8Array.of(0, 1, 0, 1, 0),
      openElement: (element, tag) => {
        const values = attributes.map((_, number) => tag.text(number))
        told.push(`open ${elements[element]} ${JSON.stringify(values)}`)
      },
      closeElement: (element, text) => told.push(`close ${elements[element]} ${JSON.stringify(decodeByteRange(text))}`),
      endDocument: () => told.push('end'),
    },
  }
}

/** What the scan tells; undefined where it gives up. */
function scanned(bytes: Uint8Array): string[] | undefined {
  const { reader, told } = listening()
  return parseXmlFast(bytes, reader) ? told : undefined
}

/** What the full parser tells; undefined where there is a fault. */
function parsed(bytes: Uint8Array): string[] | undefined {
  const { reader, told } = listening()
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    parseXmlStrictly({ name: 'x', text }, reader)
    return told
  } catch (error) {
    if (error instanceof FileFault || error instanceof TypeError) return undefined
    throw error
  }
}

const name = fc.constantFrom(...elements, ...attributes, 'unknown', 'y:node', 'y:x', 'xml:id', 'a.b-c_1')
const space = fc.constantFrom('', '', ' ', '\n', '\t', '\r\n', '  ')
const gap = space.map((text) => text || ' ')
const reference = fc.constantFrom('&amp;', '&lt;', '&gt;', '&quot;', '&apos;', '&#10;', '&#x1F600;', '&#233;', '&#x9;')
const piece = fc.oneof(printable.map(escapeXml), reference, space, fc.constantFrom("'", '😀', 'é', '>', ']', '\u00a0'))
const words = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('').replaceAll(']]>', ''))
const value = fc.oneof(
  words.map((text) => `"${text}"`),
  words.map((text) => `'${text.replaceAll("'", '')}'`),
)
const attribute = fc.tuple(gap, name, space, space, value).map(([before, ...rest]) => {
  const [called, left, right, text] = rest
  return { called, text: `${before}${called}${left}=${right}${text}` }
})
const tag = fc
  .tuple(name, fc.uniqueArray(attribute, { maxLength: 4, selector: ({ called }) => called }), space)
  .map(([called, given, after]) => ({ called, inside: given.map(({ text }) => text).join('') + after }))
const comment = fc.constantFrom('<!-- a - b > é -->', '<!---->')
const section = fc.constantFrom('<![CDATA[a <b> & ]] \r\n x]]>', '<![CDATA[]]>')

const { tree } = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc
    .tuple(tag, fc.array(fc.oneof({ maxDepth: 4 }, words, comment, section, tie('tree')), { maxLength: 4 }))
    .map(([{ called, inside }, content]) =>
      content.length === 0 ? `<${called}${inside}/>` : `<${called}${inside}>${content.join('')}</${called}>`,
    ),
}))
const declaration = fc.constantFrom('', '<?xml version="1.0"?>', "<?xml version='1.0' encoding='UTF-8'?>\r\n", '\ufeff')
const file = fc.tuple(declaration, space, comment, tree, space).map(([start, before, said, root, after]) => {
  const beginning = start.startsWith('<?') ? start + before : start
  return `${beginning}${said}${root}${after}`
})

/** A file of rows that say nearly the same tags in nearly the same order, as files of graphs do. */
const cell = fc
  .tuple(
    fc.constantFrom('data', 'bb', 'y:node', 'unknown'),
    fc.subarray(['x', 'id', 'colour', 'unknown', 'source']),
    fc.array(fc.constantFrom('1', '12', 'a', '', 'é', '&amp;', '>', 'long enough to differ late'), {
      minLength: 5,
      maxLength: 5,
    }),
    fc.constantFrom('', ' '),
    fc.constantFrom(undefined, '', '3', 'x<a/>'),
  )
  .map(([called, names, values, after, content]) => {
    const inside = names.map((each, at) => ` ${each}="${values[at]}"`).join('') + after
    return content === undefined ? `<${called}${inside}/>` : `<${called}${inside}>${content}</${called}>`
  })
const rows = fc
  .tuple(
    fc.array(cell, { minLength: 1, maxLength: 5 }),
    fc.array(fc.array(fc.tuple(fc.nat(9), cell), { maxLength: 4 }), { minLength: 2, maxLength: 40 }),
  )
  .map(([usual, others]) => {
    const row = (changes: readonly (readonly [number, string])[], at: number) => {
      const cells = [...usual]
      for (const [place, other] of changes) if (place < cells.length) cells[place] = other
      return `<node id="n${at}">${cells.join('')}</node>`
    }
    return `<a>${others.map(row).join('\n')}</a>`
  })

describe('the scan of XML', () => {
  it('tells the same of rows that are nearly alike', () =>
    fc.assert(
      fc.property(rows, (text) => {
        const bytes = encoder.encode(text)
        expect(scanned(bytes)).toEqual(parsed(bytes))
      }),
      { numRuns: 500 },
    ))

  it('tells the same as the full parser', () =>
    fc.assert(
      fc.property(file, (text) => {
        const bytes = encoder.encode(text)
        const told = scanned(bytes)
        const all = parsed(bytes)
        expect(all).toBeDefined()
        // A prefix can make two attributes one: that is left to the full parser.
        if (told !== undefined || !text.includes('y:x')) expect(told).toEqual(all)
      }),
      { numRuns: 500 },
    ))

  it('gives up or reports the same events, whatever bytes are changed', () =>
    fc.assert(
      fc.property(
        fc.oneof(file, rows),
        fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(255), fc.constantFrom(...encoder.encode('<>&"\'/=!?-[];')))), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.constantFrom('replace', 'insert', 'remove'),
        (text, changes, how) => {
          let bytes = encoder.encode(text)
          for (const [place, byte] of changes) {
            const at = place % bytes.length
            const after = how === 'insert' ? at : at + 1
            bytes = Uint8Array.of(
              ...bytes.subarray(0, at),
              ...(how === 'remove' ? [] : [byte]),
              ...bytes.subarray(after),
            )
          }
          const told = scanned(bytes)
          if (told !== undefined) expect(told).toEqual(parsed(bytes))
        },
      ),
      { numRuns: 1500 },
    ))

  it('gives up wherever the file is truncated', () =>
    fc.assert(
      fc.property(tree, (text) => {
        const bytes = encoder.encode(text)
        for (let cut = 0; cut < bytes.length; cut += 1 + (bytes.length >> 8))
          expect(scanned(bytes.subarray(0, cut))).toBeUndefined()
      }),
      { numRuns: 50 },
    ))

  it.each([
    ['a document type', '<!DOCTYPE a><a/>'],
    ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>'],
    ['another version', '<?xml version="1.1"?><a/>'],
    ['an instruction', '<?style x?><a/>'],
    ['an entity of its own', '<a x="&own;"/>'],
    ['an attribute twice', '<a x="1" x="2"/>'],
    ['an unknown attribute twice', '<a u="1" v="1" u="2"/>'],
    ['wrong nesting', '<a><bb></a></bb>'],
    ['two roots', '<a/><a/>'],
    ['no root', '<!-- -->'],
    ['a character that cannot be', '<a>\u0001</a>'],
    ['a reference to one', '<a>&#1;</a>'],
    ['the end of a section in text', '<a>]]></a>'],
    ['two dashes in a comment', '<a><!-- -- --></a>'],
    ['a name beyond ASCII', '<é/>'],
    ['nothing', ''],
  ])('gives up at %s', (_, text) => expect(scanned(encoder.encode(text))).toBeUndefined())

  it('knows UTF-8 from what is none', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 6 }), hostile, (bytes, text) => {
        const clean = encoder.encode(text.replace(/[<&\p{Cc}\ufffe\uffff]|\]\]>/gu, ''))
        const all = Uint8Array.of(...encoder.encode('<bb>'), ...clean, ...bytes, ...encoder.encode('</bb>'))
        const told = scanned(all)
        if (told !== undefined) expect(told).toEqual(parsed(all))
        else if (!/[<&\]\p{Cc}]/u.test(new TextDecoder('latin1').decode(bytes))) expect(parsed(all)).toBeUndefined()
      }),
      { numRuns: 1500 },
    ))
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNumberText } from '../../src/formats/collect/parseNumber'
import { FileFault } from '../../src/formats/io/fileFault'
import { InputFile } from '../../src/formats/io/inputFile'
import { jsonOutlineOf } from '../../src/formats/json/jsonOutline'
import { JsonScanner, InvalidJsonError } from '../../src/formats/json/jsonScanner'
import { readFiles } from '../../src/formats/readFiles'
import { edgeRecordAt, nodeRecordAt } from '../../src/model/rowRecords'

const encoder = new TextEncoder()

describe('numbers in JSON', () => {
  const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`))
  const whole = fc.oneof(
    fc.constantFrom('0', '7', '1999'),
    digits(20).map((text) => text.replace(/^0+(?=\d)/, '')),
  )
  const decimal = fc
    .tuple(
      fc.constantFrom('', '-'),
      whole,
      fc.option(digits(20)),
      fc.option(fc.constantFrom('e5', 'E-7', 'e+300', 'e400'), { freq: 9 }),
    )
    .map(([sign, before, behind, power]) => `${sign}${before}${behind === null ? '' : `.${behind}`}${power ?? ''}`)
  const written = fc.oneof(
    decimal,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
    fc.float({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  )
  it('are those that JSON.parse reads, up to their end', () =>
    fc.assert(
      fc.property(written, fc.constantFrom('', ',', ']', ' 12345', '\n}}}}'), (text, behind) => {
        const json = new JsonScanner(encoder.encode(`[${text}${behind}`))
        json.offset = 1
        expect(json.readNumber()).toBe(parseNumberText(text))
        expect(json.offset).toBe(1 + text.length)
      }),
      { numRuns: 5000 },
    ))
  it.each(['', '-', '.5', '1.', '1.e5', '1e', '1e+', '-.1', '--1', '+1'])('"%s" is not a number', (text) =>
    expect(() => new JsonScanner(encoder.encode(`${text},    `)).readNumber()).toThrow(InvalidJsonError),
  )
  it.each(['01', '00.5', '1.2.3', '-012'])('"%s" is not read to its end', (text) => {
    const json = new JsonScanner(encoder.encode(`${text},    `))
    json.readNumber()
    expect(json.offset).toBeLessThan(text.length)
  })
})

const taken = (read: () => unknown): boolean => {
  try {
    read()
    return true
  } catch (error) {
    if (error instanceof FileFault || error instanceof SyntaxError || error instanceof TypeError) return false
    throw error
  }
}
/** Whether our walk takes bytes, and whether the engine and its decoder do. */
const both = (bytes: Uint8Array): readonly [boolean, boolean] => [
  taken(() => jsonOutlineOf(new InputFile('x', bytes))),
  taken(() => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))),
]

describe('strings in JSON', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 9 }).map((text) => JSON.stringify(text).slice(1, -1)),
    fc.constantFrom(
      '\\n',
      '\\"',
      '\\\\',
      '\\u00e9',
      '\\ud83d\\ude00',
      '\\ud800',
      '日本語',
      'é',
      '😀',
      '\u007f',
      '\ufeff',
    ),
  )
  const inside = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
  it('are read to their end, however long they are and whatever follows', () =>
    fc.assert(
      fc.property(inside, fc.nat(4), (text, more) => {
        const bytes = encoder.encode(`"${text}"`)
        const json = new JsonScanner(encoder.encode(`"${text}"${'"'.repeat(more)}`))
        json.skipString()
        expect([json.offset, json.escaped]).toEqual([bytes.length, text.includes('\\')])
      }),
      { numRuns: 2000 },
    ))
  it('are rejected where JSON.parse or TextDecoder rejects them', () =>
    fc.assert(
      fc.property(inside, fc.nat(), fc.nat(255), (text, place, byte) => {
        const bytes = encoder.encode(`{"nodes":[{"id":"${text}"}],"rest":"${text}"}`)
        bytes[place % bytes.length] = byte
        const [ours, theirs] = both(bytes)
        expect(ours).toBe(theirs)
      }),
      { numRuns: 5000 },
    ))
  const edges = [
    0x61, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xef, 0xf0, 0xf4, 0xf5,
  ]
  it('are rejected at every boundary of valid UTF-8', () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...edges), { minLength: 1, maxLength: 4 }), (inner) => {
        const bytes = encoder.encode('{"nodes":[{"id":"????"}]}')
        bytes.fill(0x61, 17, 21)
        bytes.set(inner, 17)
        const [ours, theirs] = both(bytes)
        expect(ours).toBe(theirs)
      }),
      { numRuns: 10_000 },
    ))
})

describe('columns of records', () => {
  it('are rejected if a comma, colon, quotation mark or bracket is missing, repeated or wrong in any record', () =>
    fc.assert(
      fc.property(
        fc.array(fc.subarray(['"a":1', '"b": "x"', '"c":{"a":2,"d":"y"}', '"e":[]']), { minLength: 1, maxLength: 6 }),
        fc.nat(),
        fc.constantFrom('', ',', ':', '"', '{', '}', '[', ']', ' ', '"a":1', '"b": "x",'),
        fc.nat(2),
        (records, place, put, cut) => {
          const text = `{"nodes":[${records.map((pairs) => `{${pairs.join()}}`).join()}],"links":[]}`
          const at = 10 + (place % (text.length - 10))
          const [ours, theirs] = both(encoder.encode(text.slice(0, at) + put + text.slice(at + cut)))
          expect(ours).toBe(theirs)
        },
      ),
      { numRuns: 10_000 },
    ))
  const value = fc.oneof(
    fc.constantFrom(
      '"a"',
      '"b"',
      '"c \\u00e9"',
      '""',
      '7',
      '-0.5',
      '1e400',
      'true',
      'null',
      '[]',
      '["a", 1]',
      '{"in": "a"}',
    ),
    fc.string({ maxLength: 4 }).map((text) => JSON.stringify(text)),
  )
  const texts = fc.constantFrom('"a"', '"b"', '"c \\"d\\""', '"e"')
  const numbers = fc.constantFrom('1', '2.5', '-3e2')
  /** A record as text: its keys may be missing, in another order, there twice, and with any white space between. */
  const cells = fc
    .array(
      fc.oneof(
        fc.tuple(fc.constantFrom('p', 'label'), texts),
        fc.tuple(fc.constantFrom('q', 'x', 'y'), numbers),
        fc.tuple(fc.constantFrom('r', 'name'), value),
      ),
      {
        maxLength: 5,
      },
    )
    .chain((pairs) =>
      fc.constantFrom('', ' ', '\n  ').map((space) => pairs.map(([key, text]) => `${space}"${key}":${space}${text}`)),
    )
    .map((pairs) => `{${pairs.join(',')}}`)
  const key = fc.constantFrom('a', 'b', 'n0', 'n1', 'n2', 'n3', '7')
  const file = fc.record({
    nodes: fc.uniqueArray(fc.tuple(key, cells), { selector: ([id]) => id }),
    edges: fc.array(fc.tuple(key, key, cells)),
    backwards: fc.boolean(),
  })
  type Parts = typeof file extends fc.Arbitrary<infer Value> ? Value : never
  const written = ({ nodes, edges, backwards }: Parts, [oneMoreNode, oneMoreEdge]: readonly [string, string]) => {
    const lists = [
      `"nodes": [${[...nodes.map(([id, text]) => `{"key": "${id}", "attributes": ${text}}`), oneMoreNode].filter(Boolean).join()}]`,
      `"edges": [${[...edges.map(([from, to, text], at) => `{"key":"e${at}","source":"${from}","target":"${to}","attributes":${text}}`), oneMoreEdge].filter(Boolean).join()}]`,
    ]
    return encoder.encode(`{"options": {"multi": true}, ${(backwards ? lists.reverse() : lists).join(', ')}}`)
  }
  const read = async (bytes: Uint8Array) => {
    const { graph, report } = await readFiles([{ name: 'x', bytes }])
    const { nodes, edges, schema } = graph
    return { nodes, edges, schema, columns: report.columns, guesses: report.guesses }
  }
  it('are the same whether they are taken over whole or, beside an invalid record, cell by cell', () =>
    fc.assert(
      fc.asyncProperty(file, async (parts) => {
        if (parts.nodes.length === 0) return
        const whole = await read(written(parts, ['', '']))
        expect(await read(written(parts, ['0', '0']))).toEqual(whole)
      }),
      { numRuns: 500 },
    ))
  it('are complete in long lists, and with sparse values', async () => {
    const records = Array.from({ length: 10_000 }, (_, at) => ({
      key: `n${at}`,
      attributes: {
        every: at % 7,
        word: `w${at % 3}`,
        ...(at % 2 === 0 && { second: at / 4, other: `o${at}` }),
        ...(at % 9_990 === 5 && { rare: at, seldom: `s${at}` }),
      },
    }))
    const edges = records.map(({ key }, at) => ({ key: `e${at}`, source: key, target: `n${(at * 7) % 10_000}` }))
    const { graph } = await readFiles([{ name: 'x', bytes: encoder.encode(JSON.stringify({ nodes: records, edges })) }])
    expect(Array.from({ length: 10_000 }, (_, row) => nodeRecordAt(graph, row).attributes)).toEqual(
      records.map(({ attributes }) => attributes),
    )
    expect(
      Array.from({ length: 10_000 }, (_, row) => edgeRecordAt(graph, row)).map(({ id, source, target }) => [
        id,
        source,
        target,
      ]),
    ).toEqual(edges.map(({ key, source, target }) => [key, source, target]))
  })
})

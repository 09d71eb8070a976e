import fc from 'fast-check'
import { buildGraph } from '../src/model/buildGraph'
import type { Graph } from '../src/model/graph'
import type { EdgeRecord, Node, Source, Statement, StatementValue } from '../src/model/records'
import { statementStatuses } from '../src/model/enumerations'
import { schema } from './sample'

/** Text that hurts: markup, quotes, line ends, control characters, other scripts, halves of surrogate pairs left out. */
export const hostile = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    ']]>',
    '&amp;',
    '"\'',
    'a\nb\r\nc\td',
    '=cmd()',
    '赤澤',
    '😀',
    ' ',
    '\\|',
    '--',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)

/** Text that XML can hold. */
export const printable = hostile.map((text) =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' '),
)

/** Text without the signs that the plainest formats cannot hold. */
export const plainText = printable.map((text) => text.replace(/["\\\p{Cc}]/gu, "'"))

const slug = fc.stringMatching(/^[a-z0-9]{1,4}(-[a-z0-9]{1,3})?$/)
/** No file tells minus zero from zero. */
const withoutSign = (value: number): number => (value === 0 ? 0 : value)
const place = fc.option(fc.float({ noNaN: true, noDefaultInfinity: true, min: -1000, max: 1000 }).map(withoutSign), {
  nil: undefined,
})

const node = (text: fc.Arbitrary<string>): fc.Arbitrary<Node> =>
  fc
    .record(
      {
        id: text.filter((id) => id !== ''),
        type: fc.constantFrom(...schema.types.map(({ id }) => id)),
        label: text,
        ja: text.filter((name) => name !== ''),
        aliases: fc.array(
          text.filter((name) => name.trim() === name && name !== ''),
          { minLength: 1, maxLength: 3 },
        ),
        summary: text.filter((name) => name !== ''),
        summary_ja: text.filter((name) => name !== ''),
        ja_translated: fc.constant(true as const),
        coordinates: fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -180, max: 180 })),
        x: place,
        y: place,
      },
      { requiredKeys: ['id', 'type', 'label'] },
    )
    .map(
      (each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)) as unknown as Node,
    )

const value: fc.Arbitrary<StatementValue> = fc.oneof(
  fc.record({
    amount: fc.double({ noNaN: true, noDefaultInfinity: true }).map(withoutSign),
    unit: fc.constantFrom('USD', 'GW', '%'),
  }),
  fc.record({ low: fc.integer(), high: fc.integer(), about: fc.constant(true), unit: fc.constant('JPY') }),
  fc.constant({ date: '2026-02~' }),
  fc.record({ text: fc.string({ minLength: 1 }) }),
  fc.constant({ unknown: true as const }),
)

const sources: Source[] = [
  { id: 'paper', title: 'Paper <1>', kind: 'news', date: '2026-02-18', url: 'https://example.org/a?b=1&c' },
  { id: 'copy', title: 'Copy', kind: 'news', origin: 'paper' },
]

interface Loose {
  readonly from: number
  readonly to: number
  readonly figure: boolean
  readonly value: StatementValue
  readonly rest: Pick<Statement, 'status' | 'source'> &
    Partial<Pick<Statement, 'polarity' | 'date' | 'locator' | 'note'>>
  readonly by: number
}

const loose: fc.Arbitrary<Loose> = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  figure: fc.boolean(),
  value,
  by: fc.nat(),
  rest: fc.record(
    {
      status: fc.constantFrom(...statementStatuses),
      source: fc.constantFrom('paper', 'copy'),
      polarity: fc.constant('negative' as const),
      date: fc.constantFrom('2026', '2026-02-09/2026-02-15'),
      locator: fc.constant('B4.2'),
      note: hostile.filter((text) => text !== ''),
    },
    { requiredKeys: ['status', 'source'] },
  ),
})

/** A small graph with everything that a graph can have; `text` is what its names are made of. */
export const aGraph = (text: fc.Arbitrary<string> = hostile): fc.Arbitrary<Graph> =>
  fc
    .record({
      nodes: fc.uniqueArray(node(text), { minLength: 1, maxLength: 6, selector: ({ id }) => id }),
      looseStatements: fc.array(loose, { maxLength: 8 }),
      ids: fc.uniqueArray(slug, { minLength: 8, maxLength: 8 }),
      bare: fc.array(
        fc.tuple(fc.nat(), fc.nat(), fc.double({ noNaN: true, noDefaultInfinity: true }).map(withoutSign)),
        {
          maxLength: 4,
        },
      ),
    })
    .map(({ nodes, looseStatements, ids, bare }) => {
      const id = (index: number) => nodes[index % nodes.length]!.id
      const statements = looseStatements.map((each, index): Statement => ({
        id: ids[index]!,
        subject: id(each.from),
        predicate: each.figure ? 'size' : 'knows',
        ...(each.figure ? { value: each.value } : { object: id(each.to) }),
        ...(each.by % 3 === 0 && { by: id(each.by) }),
        ...each.rest,
      }))
      const edges = bare.map(([from, to, weight], index): EdgeRecord => ({
        id: `bare ${index}`,
        source: id(from),
        target: id(to),
        predicate: 'knows',
        attributes: { weight },
      }))
      return buildGraph({ about: { id: 'sample', title: 'Sample & co' }, schema, nodes, edges, statements, sources })
    })

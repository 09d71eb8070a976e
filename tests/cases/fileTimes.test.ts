import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyFilter } from '../../src/analysis/filter/applyFilter'
import { parseFilter } from '../../src/analysis/filter/filterSyntax'
import { readFiles } from '../../src/formats/readFiles'
import { clocksEn } from '../../src/messages/clocks.en'
import { textsEn } from '../../src/messages/texts.en'
import { textAt } from '../../src/model/columns'
import type { Graph } from '../../src/model/graph'
import { rowTimesOf } from '../../src/model/rowTimes'
import { monthHistogramOf, monthTicks, nextDayWithStatements } from '../../src/scene/clocks/monthHistogram'

const open = async (name: string, text: string) =>
  (await readFiles([{ name, bytes: new TextEncoder().encode(text) }])).graph

/** The labels of the nodes, and the ids of the edges, that a filter leaves. */
function shown(graph: Graph, filter: string): string {
  const parsed = parseFilter(filter)
  if ('fault' in parsed) throw new Error(filter)
  const { nodes, edges } = applyFilter(graph, parsed.filter)
  const of = (mask: Uint8Array, texts: Graph['nodes']['label']) =>
    [...mask.keys()].filter((row) => mask[row]).map((row) => textAt(texts, row))
  return [...of(nodes, graph.nodes.label), ...of(edges, graph.edges.id)].join(' ')
}

describe('times of a file', () => {
  const spells = () => open('dynamic-spells.gexf', readFileSync('tests/cases/dynamic-spells.gexf', 'utf8'))

  it.each([
    ['held:2009-01-10', 'Mill Dam'],
    ['held:2009-01-20', 'Dam'],
    ['held:2009-01-31', 'Mill Dam 1'],
    ['held:2009-02-20', 'Dam'],
    ['held:2009-02-25', ''],
    ['held:2009-03-01', 'Shop'],
    ['held:2009-02', 'Mill Dam 1'],
    ['-held:2009-01-20', 'Shop Mill 0'],
    ['held:2009-01-20 or held:2009-03-05', 'Shop Dam'],
  ])('drive %s of the case', async (filter, wanted) => {
    expect(shown(await spells(), filter)).toBe(wanted)
  })

  it('have a clock that plays them', async () => {
    const histogram = monthHistogramOf(await spells(), 'held')!
    expect(histogram.counts).toBe('changes')
    expect(histogram.months.map(({ id }) => id)).toEqual(['2009-01', '2009-02', '2009-03'])
    expect(nextDayWithStatements(histogram, undefined)).toBe('2009-01-01')
    expect(nextDayWithStatements(histogram, '2009-02-02')).toBe('2009-02-21')
  })

  it('keep open bounds: a day that is not part of a spell', async () => {
    const graph = await open(
      'open.gexf',
      `<gexf><graph mode="dynamic" timeformat="date"><nodes>
        <node id="a" label="a" startopen="2001-05-01" endopen="2001-05-10"/>
        <node id="b" label="b" start="2001-05-01T08:00:00" end="2001-05-10T20:00:00"/></nodes><edges/></graph></gexf>`,
    )
    const on = (day: string) => shown(graph, `held:${day}`)
    expect(['2001-05-01', '2001-05-02', '2001-05-09', '2001-05-10', '2001-05-11'].map(on)).toEqual([
      'b',
      'a b',
      'a b',
      'b',
      '',
    ])
  })

  it.each([
    ['id,label,valid_from,valid_to\na,A,2001,2003\nb,B,2004,\n', 'held:2002', 'A'],
    ['id,label,Start Date,End Date\na,A,2001-02-01,2001-02-10\nb,B,2001-02-05,2001-03-01\n', 'held:2001-02-20', 'B'],
    ['id,label,since\na,A,1850\nb,B,1900\n', 'held:1870', 'A'],
  ])('are found in columns of any file: %s', async (table, filter, wanted) => {
    expect(shown(await open('nodes.csv', table), filter)).toBe(wanted)
  })

  it('are not seen in columns that are no dates', async () => {
    const graph = await open('nodes.csv', 'id,label,start,end\na,A,left,right\nb,B,right,left\n')
    expect(rowTimesOf(graph)).toEqual({ nodes: undefined, edges: undefined })
    expect(shown(graph, 'held:2002')).toBe('A B')
  })

  it('over decades are shown by year', async () => {
    const graph = await open('nodes.csv', 'id,label,start,end\na,A,1650,1700\nb,B,1720,1999\n')
    const { months } = monthHistogramOf(graph, 'held')!
    expect([months[0]!.id, months.at(-1)!.id, months.length]).toEqual(['1650', '2000', 351])
    const ticks = monthTicks(months, { maxTicks: 5, format: textsEn.format, clocks: clocksEn })
    expect(ticks.map(({ text }) => text)).toEqual(['1700', '1800', '1900'])
  })

  it('let a row pass on exactly the days between its bounds', () =>
    fc.assert(
      fc.asyncProperty(fc.nat(300), fc.nat(300), fc.nat(700), async (from, length, asked) => {
        const day = (at: number) => new Date(Date.UTC(2001, 0, 1 + at)).toISOString().slice(0, 10)
        const graph = await open('n.csv', `id,label,start,end\na,A,${day(from)},${day(from + length)}\nb,B,,\n`)
        const isThere = asked >= from && asked <= from + length
        expect(shown(graph, `held:${day(asked)}`)).toBe(isThere ? 'A B' : 'B')
      }),
      { numRuns: 30 },
    ))
})

import { describe, expect, it } from 'vitest'
import { readFiles } from '../../src/formats/readFiles'
import { caseFile, jsonCase, readCases, textCase } from './casesReader'
import { writeAs, wholeGraph } from '../formats/readAndWrite'

const recipe = { dataset: { id: 'sample', title: 'Sample' }, filter: '', scope: 'shown', date: '2026-02-20' } as const
const rewritten = async (name: string, format: string): Promise<string> => {
  const { graph } = await readFiles([caseFile(name)])
  return new TextDecoder().decode(writeAs(format, wholeGraph(graph), recipe))
}

describe('ids are the text of their token', () => {
  it('keeps numbers of 19 digits', async () => {
    const { nodes, edges } = await readCases(caseFile('huge-ids.json'))
    const ids = ['1304819384728190977', '1304819384728190978', '1304819384728190979']
    expect(nodes.map(({ id }) => id)).toEqual(ids)
    expect(edges.map(({ source, target }) => [source, target])).toEqual([
      [ids[0], ids[1]],
      [ids[1], ids[2]],
    ])
  })

  it('keeps 0 and "0" apart, reads NaN as a gap, and says both', async () => {
    const { nodes, edges, said, edgeColumn } = await readCases(caseFile('nan-token.json'))
    expect(nodes.map(({ id }) => id)).toEqual(['0', '"0"', '1.5', 'true'])
    expect(edges.map(({ source, target }) => `${source}>${target}`)).toEqual(['0>"0"', '0>"0"', '1.5>true'])
    expect(edgeColumn('w')).toEqual([undefined, undefined, undefined])
    expect(edgeColumn('weight')).toEqual([0, -1, undefined])
    expect(said).toContain('1 value such as “NaN” is no number in JSON, and is a gap')
    expect(said).toContain('“ok” holds numbers, booleans or texts side by side')
    expect(said).toContain('1 "0": One file has nodes with the same ID')
  })

  it.each(['1.0', '1e3', '-0', 'true', '0.10', '12345678901234567890'])('keeps %s as written', async (token) => {
    const text = `{"nodes":[{"id":${token}},{"id":"b"}],"links":[{"source":${token},"target":"b"}]}`
    const { nodes, edges } = await readCases(textCase('graph.json', text))
    expect(nodes.map(({ id }) => id)).toEqual([token, 'b'])
    expect(edges.map(({ source }) => source)).toEqual([token])
  })

  it('lets a text refer to a number if the nodes have no such text', async () => {
    const { nodes } = await readCases(
      jsonCase({ nodes: [{ id: 0 }, { id: 1 }], links: [{ source: '0', target: '1' }] }),
    )
    expect(nodes).toHaveLength(2)
  })
})

describe('tokens of Python that are no JSON', () => {
  const dialects: readonly (readonly [string, string])[] = [
    ['node-link', '{"nodes":[{"id":"a","n":#},{"id":"b NaN","n":2}],"links":[]}'],
    [
      'graphology',
      '{"options":{},"nodes":[{"key":"a","attributes":{"n":#}},{"key":"b NaN","attributes":{"n":2}}],"edges":[]}',
    ],
    ['cytoscape', '{"elements":{"nodes":[{"data":{"id":"a","n":#}},{"data":{"id":"b NaN","n":2}}],"edges":[]}}'],
  ]
  it.each(dialects.flatMap(([name, text]) => ['NaN', 'Infinity', '-Infinity'].map((token) => [name, token, text])))(
    '%s with %s',
    async (_, token, text) => {
      const { nodes, nodeColumn, said } = await readCases(textCase('graph.json', text!.replace('#', token!)))
      expect(nodes.map(({ id }) => id)).toEqual(['a', 'b NaN'])
      expect(nodeColumn('n')).toEqual([undefined, 2])
      expect(said).toContain(`1 value such as “${token}” is no number`)
    },
  )

  it('still says where other JSON is broken', async () => {
    await expect(readCases(textCase('graph.json', '{"nodes":[{"id":NaN},{"id":nope}],"links":[]}'))).rejects.toThrow()
  })
})

describe('types stay', () => {
  it('keeps booleans, and texts that look like numbers, of graphology JSON', async () => {
    const { graph } = await readCases(caseFile('mixed-graphology.json'))
    expect(graph.nodes.attributes.get('ok')).toMatchObject({ datatype: 'boolean', dictionary: ['true', 'false'] })
    const text = await rewritten('mixed-graphology.json', 'graphology')
    expect(text).toContain('"ok":true')
    expect(text).toContain('"ok":false')
    expect(text).toContain('"w":true')
    expect(text).toContain('"s":"04"')
    expect(text).toContain('"n":3')
  })

  it.each(['gexf', 'gexf12', 'graphml'])('declares booleans and whole numbers in %s', async (format) => {
    const text = await rewritten('mixed-graphology.json', format)
    expect(text).toMatch(/"ok"[^>]*type="boolean"/)
    expect(text).toMatch(/"n"[^>]*type="int(eger)?"/)
    expect(text).toMatch(/"s"[^>]*type="string"/)
  })

  const formats = ['json', 'graphology', 'cyjs', 'networkx', 'd3', 'gexf', 'gexf12', 'graphml'] as const
  it.each(formats)('gives back booleans through %s', async (format) => {
    const { graph } = await readFiles([caseFile('mixed-graphology.json')])
    const bytes = writeAs(format, wholeGraph(graph), recipe)
    const again = (await readFiles([{ name: 'again', bytes }])).graph
    expect(again.nodes.attributes.get('ok')).toMatchObject({ kind: 'category', datatype: 'boolean' })
    expect(again.nodes.attributes.get('s')!.kind).not.toBe('number')
    expect(again.nodes.attributes.get('n')!.kind).toBe('number')
  })

  it('has two values in a column of booleans, however they are written', async () => {
    const gexf = `<gexf xmlns="http://gexf.net/1.3"><graph><attributes class="node"><attribute id="0" title="open" type="boolean"/></attributes><nodes>${['TRUE', '1', 'true', 'False', '0'].map((text, at) => `<node id="${at}"><attvalues><attvalue for="0" value="${text}"/></attvalues></node>`).join('')}</nodes></graph></gexf>`
    const { nodeColumn } = await readCases(textCase('booleans.gexf', gexf))
    expect(nodeColumn('open')).toEqual(['true', 'true', 'true', 'false', 'false'])
  })
})

describe('digits that a double cannot hold', () => {
  const digits = ['1304819384728190977', '0.12345678901234567890123', '7']
  const text = `{"nodes":[${digits.map((each, at) => `{"id":"n${at}","n":${each}}`).join(',')}],"links":[]}`
  it.each(['d3', 'graphology', 'cyjs', 'networkx', 'gexf', 'graphml'])('survive %s', async (format) => {
    const { graph, report } = await readFiles([textCase('graph.json', text)])
    expect(report.guesses).toContainEqual(expect.objectContaining({ id: 'digitsKept' }))
    const bytes = writeAs(format, wholeGraph(graph), recipe)
    for (const each of digits) expect(new TextDecoder().decode(bytes)).toContain(each)
    const again = (await readFiles([{ name: 'again', bytes }])).graph.nodes.attributes.get('n')!
    expect(again.kind === 'number' && [...again.digits!.values()]).toEqual(digits.slice(0, 2))
    expect(again.kind === 'number' && [...again.values]).toEqual(digits.map(Number))
  })
})

describe('numbers as people write them', () => {
  it('reads thousands and percent, and says so', async () => {
    const { edgeColumn, said } = await readCases(caseFile('thousands-percent.csv'))
    expect(edgeColumn('count')).toEqual([610086, 1204, 95])
    expect(edgeColumn('share')).toEqual([12, 7, 81])
    expect(said).toContain('“count” was read as numbers, such as “610,086”')
    expect(said).toContain('“share” was read as numbers, such as “12%”')
  })

  it('takes words for missing numbers as gaps, and says so', async () => {
    const { edgeColumn, said } = await readCases(caseFile('missing-words.csv'))
    expect(edgeColumn('weight')).toEqual([undefined, undefined, undefined, undefined, 3])
    expect(said).toContain('“weight” has 4 gaps where it says “NaN”, “inf”, “null” and “NA”')
  })

  it.each([
    ['€ 5;€ 1.204,50', [5, 1204.5]],
    ["12'500;7", [12500, 7]],
    ['5 USD;7 USD', [5, 7]],
    ['(5);7,5', [-5, 7.5]],
    ['5 USD;7 EUR', ['5 USD', '7 EUR']],
    ['1.5;1,204.25;1.204', ['1.5', '1,204.25', '1.204']],
    ['null;word', ['null', 'word']],
    ['007;1,204', ['007', '1,204']],
  ])('%s', async (cells, expected) => {
    const rows = cells.split(';').map((cell, at) => `a${at},Ann ${at},"${cell}"`)
    const { nodeColumn } = await readCases(textCase('t.csv', `id,label,v\n${rows.join('\n')}\n`))
    expect(nodeColumn('v')).toEqual(expected)
  })
})

it('reads quotation marks behind backslashes', async () => {
  const { labels } = await readCases(caseFile('backslash-quotes.csv'))
  expect(labels).toContain('Mika "Anchor" Sato')
  expect(labels).toHaveLength(4)
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { applyFilter } from '../../src/analysis/filter/applyFilter'
import { parseFilter } from '../../src/analysis/filter/filterSyntax'
import { networkOfGraph } from '../../src/analysis/networkOfGraph'
import { edgeStyles } from '../../src/drawing/edgeStyles'
import { readFiles } from '../../src/formats/readFiles'
import { edgeDirections } from '../../src/model/enumerations'
import type { Graph } from '../../src/model/graph'
import { wholeGraph, writeAs } from '../formats/readAndWrite'

const recipe = { dataset: { id: 'x', title: 'X' }, filter: '', scope: 'shown', date: '' } as const
const openCase = async (name: string) =>
  (await readFiles([{ name, bytes: new Uint8Array(readFileSync(`tests/cases/${name}`)) }])).graph
const directionsOf = ({ edges }: Graph) => Array.from(edges.direction, (number) => edgeDirections[number])
function filterOf(text: string) {
  const parsed = parseFilter(text)
  if ('fault' in parsed) throw new Error(text)
  return parsed.filter
}
const textAs = (format: Parameters<typeof writeAs>[0], graph: Graph) =>
  new TextDecoder().decode(writeAs(format, wholeGraph(graph), recipe))

describe('the direction of edges', () => {
  it('is that of each edge in GEXF, which is drawn and written so', async () => {
    const graph = await openCase('mixed-direction.gexf')
    expect(directionsOf(graph)).toEqual(['directed', 'undirected', 'mutual'])
    expect([...edgeStyles(graph).arrow]).toEqual([1, 0, 3])
    const gexf = textAs('gexf', graph)
    expect(gexf).toContain('defaultedgetype="directed"')
    expect(gexf.match(/type="(undirected|mutual)">/g)).toEqual(['type="undirected">', 'type="mutual">'])
  })

  it('is that of the column Type in a table of Gephi', async () => {
    const graph = await openCase('mixed-direction.csv')
    expect(directionsOf(graph)).toEqual(['directed', 'undirected'])
    expect(textAs('gml', graph).match(/directed \d/g)).toEqual(['directed 1', 'directed 0'])
    expect(textAs('graphml', graph)).toContain('directed="false"')
    expect(textAs('dot', graph)).toContain('dir=none')
    expect(textAs('pajek', graph)).toMatch(/\*Arcs\r\n.*\r\n\*Edges\r\n/)
    expect(textAs('graphology', graph)).toContain('"type":"mixed"')
  })

  it('is that of each edge in JSON of graphology', async () => {
    const graph = await openCase('mixed-graphology.json')
    expect(directionsOf(graph)).toContain('undirected')
    expect(textAs('graphology', graph)).toContain('"undirected":true')
  })

  it.each([
    ['gexf', 'defaultedgetype="undirected"'],
    ['gexf12', 'defaultedgetype="undirected"'],
    ['graphml', 'edgedefault="undirected"'],
    ['gml', 'directed 0'],
    ['pajek', '*Edges'],
    ['dot', 'graph'],
    ['networkx', '"directed":false'],
    ['graphology', '"type":"undirected"'],
  ] as const)('of an undirected graph is declared by %s', async (format, words) => {
    const graph = await openCase('undirected.gexf')
    const text = textAs(format, graph)
    expect(text).toContain(words)
    expect(text).not.toMatch(/="directed"|\*Arcs|digraph|->|directed 1|"directed":true/)
    const { graph: again } = await readFiles([{ name: `x.${format}`, bytes: new TextEncoder().encode(text) }])
    expect(new Set(directionsOf(again))).toEqual(new Set(['undirected']))
  })

  it.each(['gexf', 'gexf12', 'graphml'] as const)(
    'of a mixed graph can be a column in %s, and is taken back',
    async (format) => {
      const graph = await openCase('mixed-direction.gexf')
      const text = new TextDecoder().decode(writeAs(format, { ...wholeGraph(graph), allDirected: true }, recipe))
      expect(text).toMatch(/defaultedgetype="directed"|edgedefault="directed"/)
      expect(text).not.toMatch(/ type="(un|mut)|directed="false"/)
      const { graph: again } = await readFiles([{ name: 'x', bytes: new TextEncoder().encode(text) }])
      expect(directionsOf(again)).toEqual(directionsOf(graph))
    },
  )

  it('is a key of filters', async () => {
    const graph = await openCase('mixed-direction.gexf')
    const shown = (text: string) => [...applyFilter(graph, filterOf(text)).edges]
    expect(shown('direction:undirected')).toEqual([0, 1, 0])
    expect(shown('direction:directed,mutual')).toEqual([1, 0, 1])
    expect(shown('mutual:yes')).toEqual([0, 0, 1])
  })

  it('decides how metrics follow edges', async () => {
    expect(networkOfGraph(await openCase('undirected.gexf')).directed).toBe(false)
    const mixed = networkOfGraph(await openCase('mixed-direction.gexf'))
    expect(mixed.directed).toBe(true)
    expect([...mixed.mutual!]).toEqual([0, 1, 1])
  })
})

describe('a table of edges that says nothing of direction', () => {
  const bytes = new TextEncoder().encode('source,target\na,b\nb,c\n')
  it.each([
    [undefined, ['directed', 'directed']],
    [true, ['undirected', 'undirected']],
  ])('has the direction that was chosen (undirected: %s)', async (undirected, directions) => {
    const columns = { source: 'source', target: 'target' } as const
    const choices = { tables: { 'edges.csv': { rows: 'edges', columns, ...(undirected && { undirected }) } } } as const
    expect(directionsOf((await readFiles([{ name: 'edges.csv', bytes }], choices)).graph)).toEqual(directions)
  })
})

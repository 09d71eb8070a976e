import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { colourPalettes } from '../../src/drawing/colourPalette'
import { fileNodeColours, maxFileColours } from '../../src/drawing/fileColours'
import { nodeStyles, styledNodeColour } from '../../src/drawing/nodeStyles'
import { parseColourText } from '../../src/drawing/parseColourText'
import { readFiles } from '../../src/formats/readFiles'
import { textsEn } from '../../src/messages/texts.en'
import type { Graph } from '../../src/model/graph'
import { colourLegend } from '../../src/scene/canvas/colourLegend'
import { encodableKeysOf } from '../../src/scene/canvas/encodingOptions'
import { exportedLook } from '../../src/scene/export/exportedLook'
import { writeExport } from '../../src/scene/export/writeExport'
import { defaultColourKey, nodeEncodingOfView } from '../../src/scene/canvas/viewNodeEncoding'

const open = async (name: string, text: string) =>
  (await readFiles([{ name, bytes: new TextEncoder().encode(text) }])).graph
const drawnColours = (graph: Graph, colour?: string) => {
  const styles = nodeStyles(graph, nodeEncodingOfView(graph, { colour, size: undefined }))
  return Array.from({ length: graph.nodes.count }, (_, row) => styledNodeColour(styles, row, colourPalettes.dark))
}

describe("a file's own look", () => {
  it('is among the encodings, and comes first where most nodes have colours', async () => {
    const graph = await open('coloured.gexf', readFileSync('tests/cases/coloured.gexf', 'utf8'))
    expect(encodableKeysOf(graph).colours).toContain('file')
    expect(defaultColourKey(graph)).toBe('file')
    expect(drawnColours(graph)).toEqual(['#ff0000', '#00c800'])
    expect(drawnColours(graph, 'file')).toEqual(['#ff0000', '#00c800'])
    expect(drawnColours(graph, 'family')).not.toContain('#ff0000')
    expect(colourLegend(graph, { filter: [], colour: undefined, size: undefined }, textsEn)).toMatchObject({
      kind: 'colours',
      title: 'As in the file',
      colours: ['#00c800', '#ff0000'],
    })
    const { radius } = nodeStyles(graph, nodeEncodingOfView(graph, { colour: undefined, size: 'file' }))
    expect(radius[0]! / radius[1]!).toBeGreaterThan(5)
  })

  it.each([
    ['dot', 'digraph { a [fillcolor="#ff0000"]; b [fillcolor=limegreen]; a -> b }', ['#ff0000', '#32cd32']],
    ['csv', 'id,color\na,"rgb(255, 0, 0)"\nb,#0c0\n', ['#ff0000', '#00cc00']],
    ['gdf', "nodedef>name VARCHAR,color VARCHAR\na,'255,0,0'\nb,'0,200,0'\n", ['#ff0000', '#00c800']],
    ['net', '*Vertices 2\n1 "a" 0.1 0.2 0.5 ic Red\n2 "b" 0.3 0.4 0.5 ic Blue\n', ['#ff0000', '#0000ff']],
  ])('is found in %s', async (extension, text, wanted) => {
    expect(drawnColours(await open(`look.${extension}`, text), 'file')).toEqual(wanted)
  })

  it('is not seen in words that are no colours, and is not shown at first where few nodes have one', async () => {
    expect(fileNodeColours(await open('a.csv', 'id,color\na,happy\nb,sad\n'))).toBeUndefined()
    const few = await open('b.csv', 'id,color\na,red\nb,\nc,\n')
    expect([defaultColourKey(few), encodableKeysOf(few).colours.includes('file')]).toEqual(['family', true])
  })

  it('of more colours than can be told apart keeps the frequent ones and takes the nearest for the others', async () => {
    const colours = Array.from({ length: 600 }, (_, at) => `#${(at * 7).toString(16).padStart(6, '0')}`)
    const graph = await open('many.csv', `id,color\n${colours.map((colour, at) => `${at},${colour}`).join('\n')}\n`)
    expect(fileNodeColours(graph)!.colours).toHaveLength(maxFileColours)
    expect(new Set(drawnColours(graph, 'file')).size).toBe(maxFileColours)
  })

  it('of every colour survives its ways of writing', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(255), { minLength: 3, maxLength: 3 }), (parts) => {
        const hex = `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
        for (const text of [hex, hex.toUpperCase(), `${hex}80`, parts.join(','), `rgb(${parts.join(', ')})`])
          expect(parseColourText(text)).toBe(hex)
      }),
    ))
})

describe('GEXF has the look of the screen', () => {
  const provenance = { dataset: { id: 'd', title: 'D' }, filter: '', scope: 'shown', date: '2026-01-01' } as const
  const written = async (graph: Graph, view: { colour?: string; size?: string }) => {
    const part = {
      graph,
      nodes: new Uint8Array(graph.nodes.count).fill(1),
      edges: new Uint8Array(graph.edges.count).fill(1),
      nodeCount: graph.nodes.count,
      edgeCount: graph.edges.count,
    }
    const look = exportedLook(graph, { colour: undefined, size: undefined, ...view })
    const file = await writeExport({ ...part, texts: textsEn, today: '2026-01-01', look }, 'gexf', provenance)
    const text = new TextDecoder().decode(file.content as Uint8Array)
    return {
      text,
      colours: [...text.matchAll(/viz:color r="(\d+)" g="(\d+)" b="(\d+)"/g)].map(([, ...parts]) => parts.join()),
      sizes: [...text.matchAll(/viz:size value="([\d.]+)"/g)].map(([, size]) => Number(size)),
    }
  }
  const coloured = () => open('coloured.gexf', readFileSync('tests/cases/coloured.gexf', 'utf8'))

  it('as in the file, if it is drawn so', async () => {
    const { colours, sizes } = await written(await coloured(), {})
    expect([colours, sizes]).toEqual([
      ['255,0,0', '0,200,0'],
      [40, 5],
    ])
  })

  it('by what colours and sizes stand for, and reads back without it', async () => {
    const graph = await open('n.csv', 'id,kind,score\na,city,1\nb,town,9\nc,city,4\n')
    const { text, colours, sizes } = await written(graph, { colour: '@kind', size: '@score' })
    expect(new Set(colours).size).toBe(2)
    expect(colours[0]).toBe(colours[2])
    expect(sizes).toEqual([4, 17, expect.closeTo(11.96, 2)])
    const again = await open('n.gexf', text)
    expect([...again.nodes.attributes.keys()]).not.toContain('size')
    expect(fileNodeColours(again)).toBeUndefined()
  })

  it('in types, whose colours differ', async () => {
    const graph = await open('n.csv', 'id,type\na,city\nb,town\n')
    expect(new Set((await written(graph, {})).colours).size).toBe(2)
  })
})

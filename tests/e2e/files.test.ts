import { parse as parseGraphml } from 'graphology-graphml'
import { MultiGraph } from 'graphology'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { left } from './expected'
import { readGraph } from '../formats/readAndWrite'
import { drawn, exported, inspector, query, visit, withBrowser } from './person'

withBrowser()

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const sector = 'v=1&filter=sector:energy'

describe('an export of what is shown', () => {
  it.each([
    ['Kizuna JSON', 'json'],
    ['GEXF 1.3', 'gexf'],
    ['GraphML', 'graphml'],
  ])('as %s is read back with the counts that the app shows', async (format, ending) => {
    const { page } = await visit({ query: sector })
    const shown = await drawn(page)
    const { name, bytes } = await exported(page, format)
    expect(name).toMatch(new RegExp(`^us-japan-investment-shown-\\d{4}-\\d{2}-\\d{2}\\.${ending}$`))
    const graph = await readGraph(bytes, name)
    expect(graph.edges.count).toBe(shown.edges)
    expect(text(bytes)).toContain('Reading between the lines of the first US-Japan investments')
    expect(text(bytes)).toContain('sector:energy')
    if (ending === 'graphml') {
      const read = (parseGraphml as unknown as (kind: typeof MultiGraph, content: string) => MultiGraph)(
        MultiGraph,
        text(bytes),
      )
      expect([read.order, read.size]).toEqual([shown.nodes, shown.edges])
    }
  })

  it('as CSV is a zip of tables', async () => {
    const { page } = await visit({ query: sector })
    const files = unzipSync((await exported(page, 'CSV')).bytes)
    expect(text(files['nodes.csv']!).trim().split('\r\n')).toHaveLength(1 + left('sector:energy').nodes)
    expect(text(files['edges.csv']!).match(/--/g)!.length).toBeGreaterThanOrEqual(left('sector:energy').edges)
    expect(text(files['README.txt']!)).toContain('filter sector:energy')
  })

  it('as SVG has its labels as text, and a caption with recipe and sources', async () => {
    const { page } = await visit({ query: sector })
    const svg = text((await exported(page, 'SVG picture')).bytes)
    for (const label of ['Ohio gas plant,', 'Texas crude oil port', 'Energy', 'filter sector:energy', 'Sources: '])
      expect(svg).toContain(label)
    expect(svg).not.toContain('<image')
  })

  it('as PNG is as large as was asked for', async () => {
    const { page } = await visit({ query: sector })
    const sizes: number[] = []
    for (const scale of ['1', '2', '4']) {
      await page.getByRole('button', { name: 'Export', exact: true }).click()
      await page.getByRole('radio', { name: 'PNG picture' }).check()
      await page.getByRole('button', { name: new RegExp(`^${scale}\\s?[x×]`) }).click()
      const coming = page.waitForEvent('download')
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Export / })
        .click()
      const { readFileSync } = await import('node:fs')
      sizes.push(readFileSync(await (await coming).path()).readUInt32BE(16))
    }
    expect(sizes).toEqual([1600, 3200, 6400])
  })

  it('takes what is selected where that is chosen', async () => {
    const { page } = await visit({ query: 'v=1&node=jbic&node=ohio-gas-plant' })
    const { name, bytes } = await exported(page, 'Kizuna JSON', 'What is selected')
    expect(name).toContain('-selected-')
    expect((JSON.parse(text(bytes)) as { nodes: unknown[] }).nodes).toHaveLength(2)
  })
})

describe('opening a file', () => {
  const open = async (page: Awaited<ReturnType<typeof visit>>['page'], name: string, content: string | Uint8Array) => {
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    const buffer = Buffer.from(content)
    await page.getByLabel('Graph file').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  }

  it('shows a GEXF of another program, with its own types as facets', async () => {
    const { page } = await visit()
    await open(
      page,
      'small.gexf',
      '<gexf version="1.2"><graph defaultedgetype="directed"><attributes class="node"><attribute id="0" title="kind" type="string"/></attributes>' +
        '<nodes><node id="a" label="&lt;b&gt;Alpha"><attvalues><attvalue for="0" value="Firm"/></attvalues></node><node id="b" label="Beta"/></nodes>' +
        '<edges><edge id="1" source="a" target="b"/></edges></graph></gexf>',
    )
    await expect.poll(async () => await drawn(page)).toMatchObject({ nodes: 2, edges: 1 })
    await page.getByText('small.gexf is open').waitFor()
    expect(await page.getByRole('checkbox', { name: /^Firm/ }).isVisible()).toBe(true)
    await inspector(page).getByRole('button', { name: '<b>Alpha' }).click()
    await inspector(page).getByRole('heading', { level: 2, name: '<b>Alpha' }).waitFor()
  })

  it.each([
    ['cut.gexf', '<gexf><graph><nodes>\n<node id="1"/>\n<node id="2', 'The file ends too early', 'Line 3, column 12'],
    ['bomb.graphml', '<!DOCTYPE g [<!ENTITY a "b">]><graphml><graph/></graphml>', 'declares entities', 'Line 1'],
    ['empty.json', '', 'the file is empty', ''],
    ['picture.json', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), 'a PNG image', ''],
  ])('%s is refused in words, and the graph that was open stays', async (name, content, what, where) => {
    const { page } = await visit({ query: sector })
    await open(page, name, content)
    const message = page.getByRole('alert')
    await message.waitFor()
    const said = (await message.textContent())!
    expect(said).toContain(`${name} was not opened`)
    expect(said.toLowerCase()).toContain(what.toLowerCase())
    expect(said).toContain(where)
    expect(said).toContain('What to do')
    expect(await drawn(page)).toMatchObject(left('sector:energy'))
    await expect.poll(() => query(page)).toContain('filter=sector:energy')
  })
})

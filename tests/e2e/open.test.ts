import { describe, expect, inject, it } from 'vitest'
import { formats } from '../../src/formats/formats'
import { writeAs } from '../formats/readAndWrite'
import { graphOf } from '../sample'
import { drawn, exported, inspector, query, visit, withBrowser } from './person'

withBrowser()

type Page = Awaited<ReturnType<typeof visit>>['page']
interface Given {
  readonly name: string
  readonly content: string | Uint8Array
}

async function open(page: Page, ...files: readonly Given[]): Promise<void> {
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page
    .getByLabel('Graph file')
    .setInputFiles(
      files.map(({ name, content }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })),
    )
}

const sample = graphOf('ann knows bob expected paper', 'bob knows plant:project', 'plant in-sector energy:sector')
const part = {
  graph: sample,
  nodes: new Uint8Array(sample.nodes.count).fill(1),
  edges: new Uint8Array(sample.edges.count).fill(1),
}
const recipe = { dataset: { id: 'sample', title: 'Sample' }, filter: '', scope: 'shown', date: '2026-02-20' } as const
const readable = formats.filter(({ loadReader, loadWriter }) => loadReader && loadWriter)

describe('opening a file of any format', () => {
  it.each(readable.map((format) => [format.label, format] as const))(
    '%s is drawn, filtered and reported',
    async (label, format) => {
      const { page } = await visit()
      await open(page, { name: `sample.${format.extension}`, content: writeAs(format.id, part, recipe) })
      await expect.poll(async () => await drawn(page), { timeout: 20_000 }).toMatchObject({ nodes: 4, edges: 3 })
      await page.getByRole('button', { name: 'Import report' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText(label, { exact: false }).first().waitFor()
      expect(await dialog.textContent()).toContain('Nodes4')
      await dialog.getByRole('button', { name: 'Done' }).click()
      await inspector(page).getByRole('button', { name: 'bob' }).first().click()
      await inspector(page).getByRole('heading', { level: 2, name: 'bob' }).waitFor()
    },
  )

  it('tables ask about their columns, and say what is missing', async () => {
    const { page } = await visit()
    const [nodes, edges] = ['key,name\n1,Ann\n2,Bob\n3,Cid\n', 'a,b,how\n1,2,knows\n2,3,owns\n']
    await open(page, { name: 'people.csv', content: nodes }, { name: 'ties.csv', content: edges })
    const dialog = page.getByRole('dialog')
    await dialog.getByText('people.csv').first().waitFor()
    expect(await dialog.getByText(/No column gives types/).count()).toBeGreaterThan(0)
    await dialog.getByRole('combobox', { name: 'Meaning of how' }).selectOption('relation')
    await dialog.getByRole('button', { name: 'Open', exact: true }).click()
    await expect.poll(async () => await drawn(page), { timeout: 20_000 }).toMatchObject({ nodes: 3, edges: 2 })
  })

  it('a file with faults is opened with a report of them, and can be read with other options', async () => {
    const { page } = await visit()
    const content =
      'graph [ directed 1 node [ id 1 label "A" score 2 ] node [ id 1 label "B" ] edge [ source 1 target 7 label "x" ] ]'
    await open(page, { name: 'faulty.gml', content })
    await expect.poll(async () => await drawn(page), { timeout: 20_000 }).toMatchObject({ nodes: 2, edges: 1 })
    await page.getByRole('button', { name: 'Import report' }).click()
    await page.getByRole('radio', { name: 'Ignore this edge' }).check()
    await page.getByRole('radio', { name: 'Keep separate nodes' }).check()
    await page.getByRole('button', { name: 'Read again with these choices' }).click()
    await expect.poll(async () => await drawn(page), { timeout: 20_000 }).toMatchObject({ nodes: 2, edges: 0 })
  })

  it('edges of a table have no direction where the person says so', async () => {
    const { page } = await visit()
    await open(page, { name: 'edges.csv', content: 'source,target\nann,bob\nbob,cid\n' })
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox', { name: /^Edges have a direction/ }).uncheck()
    await dialog.getByRole('button', { name: 'Open', exact: true }).click()
    await expect.poll(async () => await drawn(page)).toMatchObject({ nodes: 3, edges: 2 })
    const { bytes } = await exported(page, 'GML')
    expect(new TextDecoder().decode(bytes)).toContain('directed 0')
  })

  it('a script in a label is text', async () => {
    const { page } = await visit()
    await open(page, { name: 'x.dot', content: 'digraph { a [label="<img src=x onerror=alert(1)>"]; a -> b }' })
    await expect.poll(async () => await drawn(page), { timeout: 20_000 }).toMatchObject({ nodes: 2 })
    expect(await page.locator('img[src="x"]').count()).toBe(0)
  })
})

describe('opening an address', () => {
  it('loads the file, and keeps the address with the view in it', async () => {
    const html = await (await fetch(inject('address'))).text()
    const file = /href="\.\/(assets\/[^"]+\.json)"/.exec(html)![1]!
    const { page } = await visit({ query: `open=/${file}&v=1&filter=sector:energy` })
    const shown = await drawn(page)
    expect(shown.nodes).toBeGreaterThan(20)
    await page.getByRole('button', { name: 'List', exact: true }).click()
    await expect.poll(() => query(page)).toContain(`open=/${file}`)
    await expect.poll(() => query(page)).toContain('filter=sector:energy')
  })

  it('says why nothing came of it, and opens what the program brings', async () => {
    const { page, complaints } = await visit({ query: 'open=/assets/nothing-here.gexf' })
    expect(await page.getByRole('alert').textContent()).toContain('nothing-here.gexf was not opened')
    expect((await drawn(page)).nodes).toBeGreaterThan(20)
    // The browser itself complains of the missing file.
    complaints.splice(0)
  })
})

import { expect, it } from 'vitest'
import { sampleGraph, sectors } from '../../bench/graphs'
import { canvas, drawn, query, visit, withBrowser } from './person'

withBrowser()

const sample = sampleGraph(4000, 20_000)
const labels = sample.labels()

/** A GraphML file whose nodes have places, so that no layout has to run. */
const graphml = [
  '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
  ...['label', 'type'].map((id) => `<key id="${id}" for="node" attr.name="${id}" attr.type="string"/>`),
  ...['x', 'y'].map((id) => `<key id="${id}" for="node" attr.name="${id}" attr.type="double"/>`),
  '<graph edgedefault="directed">',
  ...labels.map((label, row) => {
    const cells = { label, type: sectors[sample.type[row]!]!, x: sample.x[row]!, y: sample.y[row]! }
    const data = Object.entries(cells).map(([key, value]) => `<data key="${key}">${value}</data>`)
    return `<node id="n${row}">${data.join('')}</node>`
  }),
  ...Array.from(sample.source, (from, row) => `<edge id="e${row}" source="n${from}" target="n${sample.target[row]}"/>`),
  '</graph></graphml>',
].join('\n')

async function opened() {
  const { page } = await visit()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  const file = { name: 'large.graphml', mimeType: 'application/xml', buffer: Buffer.from(graphml) }
  await page.getByLabel('Graph file').setInputFiles(file)
  await expect.poll(() => drawn(page), { timeout: 30_000 }).toMatchObject({ nodes: 4000, edges: 20_000 })
  return page
}
type Page = Awaited<ReturnType<typeof opened>>

/** Where a node is on the page: it is found and framed by its name, and then stands in the middle of the canvas. */
async function middleOf(page: Page) {
  const box = (await canvas(page).boundingBox())!
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Looks at a place of the layout, as a link to it would. */
async function lookAt(page: Page, row: number, width: number) {
  await page.evaluate((camera) => {
    // The address of an opened file names the work that is kept; without it, it is that of the bundled data.
    const address = new URLSearchParams(location.search)
    address.set('camera', camera)
    history.pushState(null, '', `?${address}`)
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
  }, `${sample.x[row]},${sample.y[row]},${width}`)
  await page.waitForTimeout(300)
}

it('a large graph is drawn in a simplified way, and says so', async () => {
  const page = await opened()
  await page.getByText('Large graph: simplified drawing').waitFor()
  const { labels: named } = await drawn(page)
  expect(named).toBeGreaterThan(5)
  expect(named).toBeLessThan(120)
})

it('a node is found under the pointer, and a click selects it', async () => {
  const page = await opened()
  await lookAt(page, 42, 400)
  const { x, y } = await middleOf(page)
  await page.mouse.move(x - 3, y)
  await page.mouse.move(x, y)
  const tip = page.getByTestId('tooltip')
  await expect.poll(() => tip.textContent()).toContain(labels[42])
  await page.mouse.click(x, y)
  await expect.poll(() => query(page)).toContain('node=n42')
  await page.getByRole('heading', { level: 2, name: labels[42]! }).waitFor()
  // Nothing under the pointer: a click there lets go of everything.
  await page.mouse.click(x - 2, y + 290)
})

it('a filter hides what it excludes', async () => {
  const page = await opened()
  const wanted = sample.type.map((type) => Number(sectors[type] === 'energy'))
  const nodes = wanted.reduce((sum, each) => sum + each, 0)
  const edges = sample.source.reduce((sum, from, row) => sum + wanted[from]! * wanted[sample.target[row]!]!, 0)
  await page.getByRole('checkbox', { name: /^energy/ }).check()
  await expect.poll(() => drawn(page)).toMatchObject({ nodes, edges })
})

it('is drawn again when the graphics card was lost for a while', async () => {
  const page = await opened()
  await page.evaluate(() => {
    const bulk = document.querySelector<HTMLCanvasElement>('.sigma-bulk')!
    const lose = bulk.getContext('webgl2')!.getExtension('WEBGL_lose_context')!
    lose.loseContext()
    setTimeout(() => lose.restoreContext(), 50)
    document.querySelector('[data-testid=canvas]')!.removeAttribute('data-drawn')
  })
  await expect.poll(() => drawn(page)).toMatchObject({ nodes: 4000, edges: 20_000 })
  expect(await page.locator('.sigma-bulk').count()).toBe(1)
  const lost = await page.evaluate(() =>
    document.querySelector<HTMLCanvasElement>('.sigma-bulk')!.getContext('webgl2')!.isContextLost(),
  )
  expect(lost).toBe(false)
})

it('a lasso round the middle of it selects what is inside, and lets go of nothing', async () => {
  const page = await opened()
  await page.getByRole('button', { name: /^Lasso/ }).click()
  const box = (await canvas(page).boundingBox())!
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const
  await page.mouse.move(...at(0.5, 0.3))
  await page.mouse.down()
  for (const [x, y] of [
    [0.65, 0.4],
    [0.7, 0.5],
    [0.65, 0.6],
    [0.5, 0.7],
    [0.35, 0.6],
    [0.3, 0.5],
    [0.35, 0.4],
  ] as const)
    await page.mouse.move(...at(x, y))
  await page.mouse.up()
  const title = page.getByTestId('inspector').getByRole('heading', { level: 2 })
  await expect.poll(() => title.textContent()).toMatch(/^[\d,\u202f ]+ nodes$/)
  const selected = Number((await title.textContent())!.replace(/\D/g, ''))
  expect(selected).toBeGreaterThan(500)
  expect(selected).toBeLessThan(4000)
  // What is under the pointer is shown above it, and the selection stays.
  await page.mouse.move(...at(0.5, 0.5))
  await page.waitForTimeout(300)
  expect(await title.textContent()).toMatch(/nodes$/)
})

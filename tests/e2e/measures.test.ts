import { describe, expect, it } from 'vitest'
import { complaintsOf, drawn, exported, inspector, query, visit, withBrowser } from './person'
import { whole } from './expected'

withBrowser()

const top = (page: Parameters<typeof query>[0]) => page.getByRole('list', { name: 'Highest by PageRank' })

describe('metrics', () => {
  it('find central nodes: run, size, colour and filter, and the address restores all of it', async () => {
    const { page } = await visit()
    await page.keyboard.press('a')
    await page.getByRole('button', { name: 'Run: PageRank' }).click()
    await expect.poll(() => top(page).getByRole('listitem').count()).toBe(10)
    const order = await top(page).getByRole('listitem').allTextContents()
    await top(page).getByRole('button').first().click()
    expect(order[0]).toContain(await inspector(page).getByRole('heading', { level: 2 }).textContent())
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: 'Size by this: PageRank' }).click()
    await page.getByRole('combobox', { name: 'Colour by' }).selectOption({ label: 'PageRank' })
    await page.getByRole('button', { name: /^Filter by this: PageRank, keeps 10 nodes/ }).click()
    await expect.poll(async () => (await drawn(page)).nodes).toBe(10)
    for (const part of ['measure=pagerank', 'size=@pagerank', 'colour=@pagerank', 'filter=@pagerank:'])
      await expect.poll(() => query(page)).toContain(part)

    const { page: again } = await visit({ query: new URL(page.url()).search.slice(1) })
    await expect.poll(async () => (await drawn(again)).nodes).toBe(10)
    await expect.poll(() => top(again).getByRole('listitem').allTextContents()).toEqual(order)
    expect(await again.getByRole('combobox', { name: 'Size by' }).inputValue()).toBe('@pagerank')
    const { bytes } = await exported(again, 'GraphML')
    expect(new TextDecoder().decode(bytes)).toContain('attr.name="pagerank"')

    await again.getByRole('button', { name: 'Remove PageRank' }).click()
    await expect.poll(async () => (await drawn(again)).nodes).toBe(whole.nodes)
    expect(query(again)).not.toMatch(/measure=|size=|colour=|@pagerank/)
  })

  it('are computed for the filtered graph, with its statistics', async () => {
    const { page } = await visit({ query: 'v=1&filter=family:actor&panel=measures' })
    await page.getByRole('button', { name: 'Filtered graph' }).click()
    await page.getByRole('button', { name: 'Run: Communities' }).click()
    const list = page.getByRole('list', { name: 'Metrics' })
    await expect.poll(() => list.textContent()).toMatch(/Modularity0\.\d+/)
    expect(await list.textContent()).toContain('Computed for: Family is Actor')
    await page.getByRole('button', { name: /^Filter by this: Community 1, around/ }).click()
    await expect.poll(() => query(page)).toContain('filter=family:actor @community:1')
  })

  it.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)('pass the rules of accessibility (%s, %d wide)', async (theme, width) => {
    const { page } = await visit({
      query: 'v=1&filter=&panel=measures&detail=community&measure=pagerank&measure=community&measure=density',
      theme,
      width,
      height: 844,
      touch: width < 800,
    })
    await page.getByRole('list', { name: 'Largest by Community' }).waitFor()
    expect(await complaintsOf(page)).toEqual([])
  })
})

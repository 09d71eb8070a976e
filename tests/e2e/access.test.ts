import { describe, expect, it } from 'vitest'
import { whole } from './expected'
import { complaintsOf, drawn, inspector, query, visit, withBrowser, type Visit } from './person'

withBrowser()

const walker = (page: Awaited<ReturnType<typeof visit>>['page']) => page.getByRole('listbox').first()
const active = (page: Awaited<ReturnType<typeof visit>>['page']) =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant')
    return id ? document.getElementById(id)?.textContent : undefined
  })

describe('with the keyboard alone', () => {
  it('one reaches the graph by Tab, walks from one node to another, and selects it', async () => {
    const { page } = await visit()
    await drawn(page)
    for (let turn = 0; turn < 120; turn++) {
      await page.keyboard.press('Tab')
      if ((await page.evaluate(() => document.activeElement?.getAttribute('role'))) === 'listbox') break
    }
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('List of nodes')
    await page.keyboard.type('Donald')
    expect(await active(page)).toContain('Donald Trump')
    await page.keyboard.press('ArrowRight')
    expect(await active(page)).toMatch(/^Donald Trump .+independent source/)
    const sentence = (await active(page))!
    await page.keyboard.press('ArrowDown')
    expect(await active(page)).not.toBe(sentence)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowRight')
    const there = (await active(page))!
    expect(there).not.toContain('Donald Trump')
    await page.keyboard.press('Space')
    await expect.poll(() => query(page)).toContain('node=')
    const title = (await inspector(page).getByRole('heading', { level: 2 }).textContent())!
    expect(there).toContain(title)
    await page.keyboard.press('ArrowLeft')
    expect(await active(page)).toBe(sentence)
  })

  it('every command is in the palette, and the sheet of keys says which has one', async () => {
    const { page } = await visit()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Command or node' }).fill('circle')
    await page.keyboard.press('Enter')
    await expect.poll(() => query(page)).toContain('layout=circle')
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Search or filter').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })

  it('Escape lets go of the selection, and j switches the language of labels', async () => {
    const { page } = await visit({ query: 'v=1&node=jbic' })
    await page.keyboard.press('j')
    await expect.poll(() => inspector(page).getByRole('heading', { level: 2 }).textContent()).toBe('国際協力銀行')
    await page.keyboard.press('Escape')
    await expect.poll(() => query(page)).not.toContain('node=')
  })
})

const states: readonly (readonly [string, Visit])[] = [
  ['as it opens', {}],
  ['with a node', { query: 'v=1&filter=sector:energy%2B1 -status:denied&node=ohio-gas-plant' }],
  ['with a figure', { query: 'v=1&node=georgia-diamond-plant&figure=georgia-diamond-plant--share-of-tranche' }],
  ['with a line', { query: 'v=1&edge=donald-trump--announces--first-tranche' }],
  ['as a list', { query: 'v=1&panel=list&lang=ja' }],
  ['with the sources', { query: 'v=1&panel=sources' }],
  ['with a document', { query: 'v=1&panel=sources&open=jiji-nation-2026-02-18-33-3bn' }],
  ['with the ledger', { query: 'v=1&panel=ledger&open=expectations' }],
  ['with money', { query: 'v=1&panel=money' }],
  ['with the clocks', { query: 'v=1&filter=known:2026-02-17' }],
  ['with a quarrel', { query: 'v=1&edge=texas-oil-port--in-sector--lng-export' }],
  ['with the filter', { query: 'v=1&panel=filter' }],
  ['with the inspector', { query: 'v=1&panel=inspector&node=jbic' }],
]

describe.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const)('axe finds nothing to complain of: %s, %i wide', (theme, width) => {
  it.each(states)('%s', async (_, how) => {
    const { page } = await visit({ ...how, theme, width, height: width === 390 ? 844 : 900, touch: width === 390 })
    await drawn(page).catch(() => undefined)
    expect(await complaintsOf(page)).toEqual([])
  })
})

describe('on a phone', () => {
  it('a tap on a search result shows the node in a sheet, with the canvas still there', async () => {
    const { page } = await visit({ width: 390, height: 844, touch: true })
    await page
      .getByRole('button', { name: /search/i })
      .first()
      .tap()
    await page.keyboard.type('Ohio gas')
    await page
      .getByRole('listbox', { name: 'Suggestions' })
      .getByRole('option', { name: /Ohio gas plant/ })
      .first()
      .tap()
    await inspector(page).getByRole('heading', { level: 2, name: 'Ohio gas plant, 9.2 GW' }).waitFor()
    expect(await page.getByTestId('canvas').isVisible()).toBe(true)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBe(390)
  })
})

describe('the theme', () => {
  it('follows the system until one is chosen, and is remembered', async () => {
    const { page } = await visit({ theme: 'dark' })
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme'])
    expect(await theme()).toBe('dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await expect.poll(theme).toBe('light')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Command or node' }).fill('dark theme')
    await page.keyboard.press('Enter')
    await expect.poll(theme).toBe('dark')
    await page.reload()
    await expect.poll(theme).toBe('dark')
  })
})

it('the list twin has every node of the graph', async () => {
  const { page } = await visit({ query: 'v=1&filter=&panel=list' })
  expect(await walker(page).getByRole('option').first().getAttribute('aria-setsize')).toBe(String(whole.nodes))
})

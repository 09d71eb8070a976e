import { describe, expect, it } from 'vitest'
import { left, whole } from './expected'
import { canvas, drawn, inspector, query, searchBar, visit, withBrowser } from './person'

withBrowser()

describe('a newcomer', () => {
  it('sees a first view that is legible and says why it is one, and everything after one click', async () => {
    const { page } = await visit({ query: '' })
    const first = left('origins:2')
    expect(await drawn(page)).toMatchObject(first)
    expect(first.nodes).toBeLessThan(120)
    expect((await drawn(page)).labels).toBeGreaterThan(40)
    expect(await inspector(page).textContent()).toContain('two or more independent sources')
    const status = page.getByRole('status').filter({ hasText: ' nodes' })
    await expect.poll(() => status.textContent()).toContain(`${first.nodes} of ${whole.nodes} nodes`)
    await page.getByRole('button', { name: `Show all ${whole.nodes}` }).click()
    await expect.poll(async () => await drawn(page)).toMatchObject(whole)
    await expect.poll(() => query(page)).toContain('filter=')
    await page.reload()
    expect(await drawn(page)).toMatchObject(whole)
  })

  it('sees the whole graph, drawn and counted, and where to begin', async () => {
    const { page } = await visit()
    expect(await drawn(page)).toMatchObject(whole)
    const status = page.getByRole('status').filter({ hasText: ' nodes' })
    await expect.poll(() => status.textContent()).toContain(`${whole.nodes} nodes, ${whole.edges} edges`)
    await inspector(page).getByRole('heading', { name: 'Good places to start' }).waitFor()
    expect(await page.title()).toBe('US-Japan strategic investments · Kizuna')
  })

  it('goes from Trump to the first tranche to Ohio by links, and reads who says so', async () => {
    const { page } = await visit()
    const panel = inspector(page)
    await panel.getByRole('button', { name: 'Donald Trump' }).click()
    await panel.getByRole('heading', { level: 2, name: 'Donald Trump' }).waitFor()
    await panel.getByRole('button', { name: 'First tranche', exact: true }).first().click()
    await panel.getByRole('heading', { level: 2, name: 'First tranche' }).waitFor()
    await panel.getByRole('button', { name: 'Ohio gas plant, 9.2 GW', exact: true }).first().click()
    await panel.getByRole('heading', { level: 2, name: 'Ohio gas plant, 9.2 GW' }).waitFor()
    await panel
      .getByRole('button', { name: /is financed by JBIC: unclear/ })
      .first()
      .click()
    const evidence = await panel.locator('ol').first().textContent()
    expect(evidence).toContain('unclear')
    expect(evidence).toContain('Tobias Harris')
    expect(evidence).toContain('Reading between the lines of the first US-Japan investments')
    expect(evidence).toMatch(/Paragraph 4, sentence \d/)
    await expect.poll(() => query(page)).toContain('node=ohio-gas-plant')
  })

  it('opens an edge with every statement behind it, and a figure with its computed value beside the document’s', async () => {
    const { page } = await visit({ query: 'v=1&edge=donald-trump--announces--first-tranche' })
    const panel = inspector(page)
    expect(await panel.getByRole('heading', { level: 2 }).textContent()).toBe('Donald Trump announces First tranche')
    expect(await panel.textContent()).toContain('Key takeaway 1, sentence 1')
    const other = (await visit({ query: 'v=1&node=georgia-diamond-plant' })).page
    await inspector(other)
      .getByRole('button', { name: /^Share of first tranche/ })
      .click()
    const text = await inspector(other).textContent()
    expect(text).toContain('just over 1%')
    expect(text).toContain('1.667%')
    expect(text).toContain('Varies.')
    expect(text).toContain("Kizuna's editors")
  })
})

describe('search', () => {
  it.each([
    ['赤澤', 'Akazawa Ryōsei'],
    ['Akazawa', 'Akazawa Ryōsei'],
    ['ryosei', 'Akazawa Ryōsei'],
    ['銀行', 'JBIC'],
    ['sofbank', 'SoftBank'],
  ])('%s finds %s, which Enter selects and frames', async (text, label) => {
    const { page } = await visit()
    await page.keyboard.press('/')
    await page.keyboard.type(text)
    const found = page
      .getByRole('listbox', { name: 'Suggestions' })
      .getByRole('option', { name: new RegExp(label) })
      .first()
    await found.waitFor()
    while ((await found.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await inspector(page).getByRole('heading', { level: 2, name: label }).waitFor()
    await expect.poll(() => query(page)).toContain('camera=')
  })

  it('says what is wrong with a filter, and where, and keeps the one that holds', async () => {
    const { page } = await visit({ query: 'v=1&filter=sector:energy' })
    await searchBar(page).fill('sectr:energy')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('alert').textContent()).toContain('sectr')
    expect(await drawn(page)).toMatchObject(left('sector:energy'))
  })
})

describe('filtering', () => {
  it('by a sector keeps its members and ties, and one step around on a switch', async () => {
    const { page } = await visit()
    await page.getByRole('checkbox', { name: /^Energy/ }).check()
    await expect.poll(async () => await drawn(page)).toMatchObject(left('sector:energy'))
    expect(await searchBar(page).inputValue()).toBe('sector:energy')
    await expect.poll(() => query(page)).toContain('filter=sector:energy')
    expect(await page.getByRole('checkbox', { name: /^Finance/ }).isVisible()).toBe(true)
    await page.getByRole('switch', { name: 'Include direct neighbours' }).click()
    await expect.poll(() => searchBar(page).inputValue()).toBe('sector:energy+1')
    expect((await drawn(page)).nodes).toBe(left('sector:energy+1').nodes)
  })

  it('by steps that are switched off, taken away and cleared; Back walks them', async () => {
    const { page } = await visit()
    await searchBar(page).fill('family:project,actor -status:unclear')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await drawn(page)).nodes).toBe(left('family:project,actor -status:unclear').nodes)
    const both = await drawn(page)
    await page
      .getByRole('button', { name: /^Switch off/ })
      .first()
      .click()
    await expect.poll(async () => (await drawn(page)).nodes).toBe(left('-status:unclear').nodes)
    expect(await searchBar(page).inputValue()).toContain('off(')
    await page.goBack()
    await expect.poll(async () => await drawn(page)).toMatchObject({ nodes: both.nodes, edges: both.edges })
    await page.getByRole('button', { name: 'Clear all' }).click()
    await expect.poll(async () => (await drawn(page)).nodes).toBe(whole.nodes)
  })

  it('hides or dims', async () => {
    const { page } = await visit({ query: 'v=1&filter=sector:energy' })
    expect(await drawn(page)).toMatchObject(left('sector:energy'))
    await page.getByRole('button', { name: 'Dim', exact: true }).click()
    await expect.poll(async () => (await drawn(page)).nodes).toBe(whole.nodes)
    await expect.poll(() => query(page)).toContain('others=dim')
  })

  it('says so when nothing is left, and offers a way on', async () => {
    const { page } = await visit({ query: 'v=1&filter=sector:energy type:person' })
    await page.getByText(/Nothing left/).waitFor()
  })
})

describe('the canvas', () => {
  it('selects by click, adds by shift-click, lets go by a click beside, and keeps a dragged node where it was let go', async () => {
    const { page } = await visit()
    await searchBar(page).fill('JBIC')
    await page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option', { name: /^JBIC/ }).first().click()
    await expect.poll(() => query(page)).toContain('camera=')
    const camera = new URL(page.url()).searchParams.get('camera')!
    const selected = (at: typeof page) => new URL(at.url()).searchParams.getAll('node')

    const other = (await visit({ query: `v=1&node=donald-trump&camera=${camera}` })).page
    await drawn(other)
    const { x, y, width, height } = (await canvas(other).boundingBox())!
    const [middleX, middleY] = [x + width / 2, y + height / 2]
    await other.keyboard.down('Shift')
    await other.mouse.click(middleX, middleY)
    await other.keyboard.up('Shift')
    await expect.poll(() => selected(other)).toEqual(['donald-trump', 'jbic'])
    await other.waitForTimeout(400)
    await other.mouse.click(middleX, middleY)
    await expect.poll(() => selected(other)).toEqual(['jbic'])
    await other.mouse.move(middleX, middleY)
    await other.mouse.down()
    await other.mouse.move(middleX + 40, middleY + 30, { steps: 5 })
    await other.mouse.up()
    await expect.poll(() => query(other)).toMatch(/pin=jbic@/)
    await other.waitForTimeout(400)
    await other.mouse.click(x + 6, y + 6)
    await expect.poll(() => selected(other)).toEqual([])
  })

  it('runs ForceAtlas2 until it is stopped, and shows the same layout from the address', async () => {
    const { page } = await visit()
    await page.keyboard.press('f')
    await page.waitForFunction(() => Number(/layout=force\.(\d+)/.exec(location.search)?.[1] ?? 0) > 40)
    await page.keyboard.press('f')
    const iterations = () => /layout=force\.(\d+)/.exec(page.url())![1]
    // The address follows a running layout a few times a second, and then stays.
    const stays = async () => {
      const before = iterations()
      await page.waitForTimeout(300)
      return iterations() === before
    }
    await expect.poll(stays).toBe(true)
    const other = await visit({ query: new URL(page.url()).search.slice(1) })
    await expect
      .poll(() =>
        other.page
          .getByText(/ForceAtlas2/)
          .first()
          .textContent(),
      )
      .not.toContain('running')
  })
})

describe('the address', () => {
  it('shows the same view in another browser', async () => {
    const start = 'v=1&filter=sector:energy%2B1&node=jbic&layout=circle&lang=ja&others=dim'
    const one = await visit({ query: start })
    const first = await drawn(one.page)
    await one.page.keyboard.press('+')
    await expect.poll(() => query(one.page)).toContain('camera=')
    const other = await visit({ query: new URL(one.page.url()).search.slice(1) })
    expect(await drawn(other.page)).toMatchObject({ nodes: first.nodes, edges: first.edges })
    expect(await inspector(other.page).getByRole('heading', { level: 2 }).textContent()).toBe('JBIC')
    await expect.poll(() => query(other.page)).toBe(query(one.page))
  })
})

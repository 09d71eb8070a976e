import { describe, expect, it } from 'vitest'
import { graph, left, whole } from './expected'
import { drawn, exported, inspector, query, visit, withBrowser } from './person'

withBrowser()

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const documents = graph.sources.filter(({ id }) =>
  Array.from(graph.statements.source).some((row) => graph.sources[row]!.id === id),
).length

describe('sources', () => {
  it('are listed, found and sorted, and one opens with its statements in reading order', async () => {
    const { page } = await visit()
    await page.keyboard.press('r')
    const list = page.getByRole('list', { name: 'Sources' })
    await expect.poll(() => list.getByRole('listitem').count()).toBe(documents)
    await page.getByRole('combobox', { name: 'Sort sources' }).selectOption({ label: 'Most statements' })
    await expect
      .poll(() => list.getByRole('listitem').first().textContent())
      .toContain('Reading between the lines of the first US-Japan investments')
    await page.getByRole('searchbox', { name: 'Search sources' }).fill('hudson')
    await expect.poll(() => list.getByRole('listitem').count()).toBeLessThan(5)
    await page.getByRole('searchbox', { name: 'Search sources' }).fill('reading between')
    await list.getByRole('button', { name: /^Reading between/ }).click()
    const statements = page.getByRole('list', { name: 'Statements in reading order' })
    await statements.getByRole('listitem').first().waitFor()
    await expect.poll(() => query(page)).toContain('detail=japan-foresight-2026-02-18')
    const places = await statements.getByRole('listitem').allTextContents()
    expect(places[0]).toContain('Key takeaway 1')
    expect(places.at(-1)).toContain('Paragraph 7')
  })

  it('are switched off by class, and on again, with what falls counted and the same view back', async () => {
    const { page } = await visit({ query: 'v=1&filter=&panel=sources' })
    const before = await drawn(page)
    await page.getByRole('list', { name: 'Kinds of source' }).getByRole('button', { name: /^Weak/ }).click()
    const lens = page.getByRole('region', { name: 'Exclude sources' })
    await expect.poll(() => lens.textContent()).toContain('No longer supported')
    await expect
      .poll(() => page.getByRole('status').filter({ hasText: ' nodes, ' }).allTextContents())
      .toContainEqual(expect.stringContaining(`${left('-class:weak').nodes} of ${whole.nodes} nodes`))
    await lens.getByRole('button', { name: 'Include all' }).click()
    await expect.poll(() => lens.textContent()).not.toContain('No longer supported')
    expect(await drawn(page)).toEqual(before)
  })
})

describe('a dispute', () => {
  it('is in the inspector with its sides, who takes them, and how sure they are', async () => {
    const { page } = await visit({ query: 'v=1&filter=&edge=texas-oil-port--in-sector--lng-export' })
    const panel = inspector(page)
    const dispute = panel.getByRole('region', { name: /^Conflict: What the Texas terminal exports/ })
    await dispute.waitFor()
    const text = (await dispute.textContent())!
    for (const word of ['Crude oil', 'LNG', 'Donald Trump', 'Howard Lutnick', 'announced', 'licence of 3 February'])
      expect(text).toContain(word)
  })

  it('is not shown for rounding: the cost of the Ohio plant varies', async () => {
    const { page } = await visit({ query: 'v=1&filter=&node=ohio-gas-plant&figure=ohio-gas-plant--cost' })
    await expect.poll(() => inspector(page).textContent()).toMatch(/varies|Varies|Rounding/)
    expect(await inspector(page).textContent()).not.toContain('Conflict:')
  })
})

describe('the ledger', () => {
  it('counts its lists, and a row selects what it is about', async () => {
    const { page } = await visit()
    await page.keyboard.press('u')
    const lists = page.getByRole('navigation', { name: 'Lists of issues' })
    await lists.getByRole('button', { name: /^Expectations \d+/ }).click()
    const rows = page.getByRole('list', { name: 'Issues' }).getByRole('listitem')
    await rows.first().waitFor()
    await expect.poll(() => page.textContent('body')).toMatch(/\d+ fulfilled/)
    await rows.first().getByRole('button').first().click()
    await expect.poll(() => query(page)).toMatch(/(node|edge|figure)=/)
    await expect.poll(() => inspector(page).getByRole('heading', { level: 2 }).textContent()).not.toBe('Start here')
  })
})

describe('the clocks', () => {
  it('turn back to what was known on a day, as a step of the filter', async () => {
    const { page } = await visit()
    await page.keyboard.press('t')
    await page.getByLabel('As known on: date').fill('2026-02-17')
    await expect.poll(() => query(page)).toContain('known:2026-02-17')
    await expect.poll(async () => await drawn(page)).toMatchObject(left('known:2026-02-17'))
    expect(left('known:2026-02-17').edges).toBeLessThan(whole.edges)
    await page.getByRole('button', { name: 'Clear dates and close timeline' }).click()
    await expect.poll(async () => await drawn(page)).toMatchObject(whole)
  })

  it('play from one day to the next, and stop', async () => {
    const { page } = await visit()
    await page.keyboard.press('t')
    await page.getByRole('button', { name: 'Play: As known on' }).click()
    await expect.poll(() => query(page)).toContain('known:')
    const first = query(page)
    await expect.poll(() => query(page)).not.toBe(first)
    await page.getByRole('button', { name: 'Stop: As known on' }).click()
    await page.getByRole('button', { name: 'Play: As known on' }).waitFor()
    await page.goBack()
    await expect.poll(() => query(page)).not.toContain('known:')
    await expect.poll(async () => await drawn(page)).toMatchObject(whole)
  })
})

describe('money', () => {
  it('keeps stages apart, says what is not known, and a cell opens its statements', async () => {
    const { page } = await visit()
    await page.keyboard.press('m')
    const table = page.getByRole('table')
    await table.waitFor()
    const heads = await table.getByRole('columnheader').allTextContents()
    expect(heads).toEqual(['Project', 'Estimated or reported', 'Expected', 'Announced', 'Committed', 'Paid out'])
    expect(await page.getByRole('region', { name: 'Unknown amounts' }).textContent()).toContain('First tranche')
    const ohio = table.getByRole('row', { name: /^Ohio gas plant/ })
    await ohio
      .getByRole('button', { name: /33.3bn/ })
      .first()
      .click()
    await expect.poll(() => query(page)).toContain('ohio-gas-plant')
    await page.getByRole('navigation', { name: 'Group by' }).getByRole('button', { name: 'By sector' }).click()
    await expect.poll(() => query(page)).toContain('detail=sector')
    await table.getByRole('rowheader', { name: 'Energy' }).first().waitFor()
  })

  it('draws a flow only of what statements say, and reads as sentences', async () => {
    const { page } = await visit({ query: 'v=1&filter=&panel=money' })
    const flow = page.getByRole('region', { name: 'Money flow' })
    await flow
      .getByRole('img', { name: /^Money flow diagram/ })
      .or(flow.locator('svg'))
      .first()
      .waitFor()
    expect(await flow.textContent()).not.toBe('')
  })
})

describe('an attached text', () => {
  it('stands beside the statements, stays after a reload, and is in no export', async () => {
    const { page } = await visit({ query: 'v=1&filter=&panel=sources&open=jiji-nation-2026-02-18-33-3bn' })
    const section = page.getByRole('region', { name: 'Attached text' })
    const secret = 'The gas plant in Ohio would cost 33.3 billion dollars, according to my own copy.'
    const paragraphs = ['Headline', 'One', 'Two', 'Three', secret, 'Nippon Steel and Mitsui are interested.', 'More.']
    await section.locator('input[type=file]').setInputFiles({
      name: 'copy.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(paragraphs.join('\n\n')),
    })
    await expect.poll(() => section.textContent()).toContain('attached text is shown')
    await page.getByText('according to my own copy').first().waitFor()
    const json = await exported(page, 'Kizuna JSON')
    expect(text(json.bytes)).not.toContain('according to my own copy')
    await page.reload()
    await page.getByText('according to my own copy').first().waitFor()
    await section.getByRole('button', { name: 'Remove text' }).click()
    await expect.poll(() => page.getByText('according to my own copy').count()).toBe(0)
  })
})

describe('text exports', () => {
  it.each([
    ['Markdown brief', 'md', '## Contested'],
    ['CSL-JSON', 'csl.json', '"type": "article-newspaper"'],
    ['BibTeX', 'bib', '@article{'],
    ['RIS', 'ris', 'TY  - NEWS'],
    ['List of references', 'txt', 'exported'],
  ])('%s carries the sources of what is shown', async (label, extension, what) => {
    const { page } = await visit({ query: '' })
    const { name, bytes } = await exported(page, label)
    expect(name).toMatch(new RegExp(`^us-japan-investment-shown-.*\\.${extension.replace('.', '\\.')}$`))
    expect(text(bytes)).toContain(what)
  })
})

describe('the legend', () => {
  it('lets lines tell the number of origins, in the address too', async () => {
    const { page } = await visit()
    await page.keyboard.press('i')
    await expect.poll(() => query(page)).toContain('lines=origins')
  })
})

import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { writeAs } from '../formats/readAndWrite'
import { graphOf } from '../sample'
import { complaintsOf, drawn, query, visit, withBrowser, type Visit } from './person'

withBrowser()

/** Towns are many and repeat, scores are numbers, notes are all different. */
const people = Array.from({ length: 240 }, (_, at) => ({
  id: `p${at}`,
  name: `Person ${at}`,
  group: ['staff', 'guest', 'board'][at % 3],
  country: ['Japan', 'Kenya'][at % 2],
  town: `Town ${at % 60}`,
  score: at / 4,
  note: `What is said of the ${at}th of them`,
}))
const ties = people.map(({ id }, at) => ({
  source: id,
  target: `p${(at * 7 + 1) % people.length}`,
  kind: ['knows', 'mentors'][at % 2],
}))
const json = JSON.stringify({ nodes: people, links: ties })

interface Given {
  readonly name: string
  readonly content: string | Uint8Array
}

async function give(page: Page, ...files: readonly Given[]): Promise<void> {
  await page.keyboard.press('Control+o')
  await page
    .getByLabel('Graph file')
    .setInputFiles(
      files.map(({ name, content }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })),
    )
}

async function opened(how: Visit = {}): Promise<Page> {
  const { page } = await visit(how)
  await give(page, { name: 'people.json', content: json })
  await page.getByText('people.json is open').waitFor()
  await expect.poll(() => drawn(page), { timeout: 20_000 }).toMatchObject({ nodes: 240, edges: 240 })
  return page
}

/** Goes on by Tab until the focus is there, as somebody without a pointer does. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let turn = 0; turn < 150; turn++) {
    if (await goal.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${String(goal)}`)
}

const palette = async (page: Page, words: string) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Command or node' }).fill(words)
  await page.keyboard.press('Enter')
}

const legend = (page: Page) => page.getByRole('region', { name: 'Legend' }).getByRole('list', { name: 'Nodes' })
const unfold = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

describe('the report of a file', () => {
  it('lets choose what gives the types, by the keyboard alone; the legend follows', async () => {
    const page = await opened()
    await tabTo(page, page.getByRole('button', { name: 'Legend', exact: true }))
    await page.keyboard.press('Enter')
    expect(await legend(page).textContent()).toMatch(/staff.*guest.*board/)

    await palette(page, 'import report')
    const dialog = page.getByRole('dialog', { name: 'Import report' })
    await dialog.waitFor()
    const types = dialog.getByRole('combobox', { name: 'Type of nodes' })
    expect(await types.locator('option:checked').textContent()).toBe('Guessed: column group')
    const readAgain = async (choose: () => Promise<void>, chosen: string, told: RegExp) => {
      await tabTo(page, types)
      await choose()
      expect(await types.locator('option:checked').textContent()).toBe(chosen)
      await tabTo(page, dialog.getByRole('button', { name: 'Read again with these choices' }))
      await page.keyboard.press('Enter')
      await expect.poll(async () => legend(page).textContent(), { timeout: 20_000 }).toMatch(told)
    }
    await readAgain(() => page.keyboard.type('column c'), 'Column country', /Japan.*Kenya/)
    expect(await page.getByRole('button', { name: 'group', exact: true }).count()).toBe(1)

    // The choice is still there, and can be taken back.
    await palette(page, 'import report')
    expect(await types.locator('option:checked').textContent()).toBe('Column country')
    await readAgain(() => page.keyboard.press('Home'), 'Guessed: column group', /staff.*guest.*board/)
  })

  it('lets choose relation and label, or none', async () => {
    const page = await opened()
    await page.getByRole('button', { name: 'Import report' }).click()
    await page.getByRole('combobox', { name: 'Relation of edges' }).selectOption({ label: 'None' })
    await page.getByRole('combobox', { name: 'Name of nodes' }).selectOption({ label: 'Column note' })
    await page.getByRole('button', { name: 'Read again with these choices' }).click()
    await page.getByText('people.json is open').waitFor()
    await unfold(page, 'Relation')
    await page.getByRole('checkbox', { name: /^related to/ }).waitFor()
    const inspector = page.getByTestId('inspector')
    await inspector
      .getByRole('button', { name: /What is said of the/ })
      .first()
      .waitFor()
  })

  it('of a lossless format offers nothing that does nothing', async () => {
    const graph = graphOf('ann knows bob expected paper')
    const part = { graph, nodes: new Uint8Array([1, 1]), edges: new Uint8Array([1]) }
    const recipe = { dataset: { id: 'own', title: 'Own' }, filter: '', scope: 'shown', date: '2026-02-20' } as const
    const { page } = await visit()
    await give(page, { name: 'own.json', content: writeAs('json', part, recipe) })
    expect(await page.getByText('own.json is open').locator('..').textContent()).toContain('2 nodes, 1 edge, ')
    await page.getByRole('button', { name: 'Import report' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Kizuna JSON').waitFor()
    expect(await dialog.getByRole('combobox').count()).toBe(0)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })
})

describe('facets of a file', () => {
  it('of numbers keep a range, by handle and by field', async () => {
    const page = await opened()
    await unfold(page, 'score')
    const range = page.getByRole('group', { name: 'Range of score' })
    expect(await range.getByRole('img').getAttribute('aria-label')).toBe('Distribution of numbers: 240 of 240 nodes')
    await range.getByRole('textbox', { name: 'score from' }).fill('50')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await drawn(page)).nodes).toBe(40)
    await expect.poll(() => query(page)).toContain('@score:')
    const before = (await drawn(page)).nodes
    await range.getByRole('slider', { name: 'score, to' }).focus()
    for (let turn = 0; turn < 5; turn++) await page.keyboard.press('ArrowLeft')
    await expect.poll(async () => (await drawn(page)).nodes).toBeLessThan(before)
    await range.getByRole('textbox', { name: 'score from' }).fill('many')
    expect(await range.getByRole('textbox', { name: 'score from' }).getAttribute('aria-invalid')).toBe('true')
  })

  it('of texts look for words', async () => {
    const page = await opened()
    await unfold(page, 'note')
    await page.getByRole('textbox', { name: 'Text in note' }).fill('the 23')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await drawn(page)).nodes).toBe(11)
  })

  it('of many values are searched', async () => {
    const page = await opened()
    await unfold(page, 'town')
    await page.getByRole('button', { name: '54 more' }).click()
    await page.getByRole('searchbox', { name: 'Find in town' }).fill('town 4')
    const towns = page.getByRole('checkbox', { name: /^Town / })
    expect(await towns.count()).toBe(11)
    await towns.first().check()
    await expect.poll(async () => (await drawn(page)).nodes).toBe(4)
    await page.getByRole('searchbox', { name: 'Find in town' }).fill('village')
    await page.getByText('No value contains this text.').waitFor()
  })
})

describe.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 390],
  ['dark', 390],
] as const)('axe finds nothing to complain of: %s, %i wide', (theme, width) => {
  const how: Visit = { theme, width, height: width === 390 ? 844 : 900, touch: width === 390 }
  it('in the report, and in facets of numbers, texts and many values', async () => {
    const page = await opened(how)
    await page.getByRole('button', { name: 'Import report' }).click()
    await page.getByRole('combobox', { name: 'Type of nodes' }).selectOption({ label: 'Column country' })
    await page.getByRole('button', { name: 'Read again with these choices' }).waitFor()
    expect(await complaintsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Cancel' }).click()
    if (width === 390)
      await page
        .getByRole('button', { name: /^Filter/ })
        .first()
        .tap()
    for (const name of ['score', 'note', 'town']) await unfold(page, name)
    await page.getByRole('button', { name: '54 more' }).click()
    await page.getByRole('searchbox', { name: 'Find in town' }).waitFor()
    expect(await complaintsOf(page)).toEqual([])
  })

  it('in the dialog of tables', async () => {
    const { page } = await visit(how)
    const tables = ['key,name,a column with quite a long name\n1,Ann,x\n2,Bob,y\n', 'a,b,how\n1,2,knows\n2,1,owns\n']
    await give(page, { name: 'people.csv', content: tables[0]! }, { name: 'ties.csv', content: tables[1]! })
    await page.getByRole('dialog', { name: 'Describe these tables' }).waitFor()
    expect(await complaintsOf(page)).toEqual([])
    await page.getByRole('radio', { name: 'Ignore this table' }).last().check()
    await page.getByRole('radio', { name: 'Each row is an edge' }).first().check()
    expect(await complaintsOf(page)).toEqual([])
  })
})

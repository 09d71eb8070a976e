import { readFileSync } from 'node:fs'
import { describe, expect, inject, it } from 'vitest'
import type { Page } from 'playwright-core'
import { canvas, complaintsOf, drawn, inspector, query, visit, withBrowser } from './person'

withBrowser()

const gml = `graph [ directed 1
  node [ id 1 label "Ann" team "red" ] node [ id 2 label "Bob" team "blue" ] node [ id 3 label "Cid" team "red" ]
  edge [ source 1 target 2 label "knows" ] edge [ source 2 target 3 label "owns" ] edge [ source 1 target 9 label "x" ] ]`

async function give(page: Page, name: string, content: string): Promise<void> {
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page
    .getByLabel('Graph file')
    .setInputFiles([{ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) }])
  await page.getByText(`${name} is open`).waitFor()
}

/** Waits until the page has written what it keeps. */
const kept = (page: Page, text: string) =>
  expect
    .poll(() =>
      page.evaluate(
        (wanted) =>
          new Promise<boolean>((resolve) => {
            const opening = indexedDB.open('kizuna')
            opening.onsuccess = () => {
              const all = opening.result.transaction('works').objectStore('works').getAll()
              all.onsuccess = () => {
                opening.result.close()
                resolve(JSON.stringify(all.result).includes(wanted))
              }
            }
          }),
        text,
      ),
    )
    .toBe(true)

/** Draws a lasso along the edge of the canvas, within its tools. */
async function lassoEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Dismiss' }).first().click()
  const { x, y, width, height } = (await canvas(page).boundingBox())!
  const corners = [
    [x + 4, y + 4],
    [x + width - 4, y + 4],
    [x + width - 4, y + height - 4],
    [x + 4, y + height - 4],
    [x + 4, y + 8],
  ] as const
  await page.keyboard.down('Shift')
  await page.mouse.move(...corners[0])
  await page.mouse.down()
  for (const corner of corners) await page.mouse.move(...corner, { steps: 6 })
  await page.mouse.up()
  await page.keyboard.up('Shift')
}

describe('an opened file', () => {
  it('is back after a reload, with its choices and the view on it', async () => {
    const { page } = await visit()
    await give(page, 'team.gml', gml)
    await page.getByRole('button', { name: 'Import report' }).click()
    await page.getByRole('radio', { name: 'Ignore this edge' }).check()
    await page.getByRole('button', { name: 'Read again with these choices' }).click()
    await expect.poll(async () => drawn(page)).toMatchObject({ nodes: 3, edges: 2 })
    await inspector(page).getByRole('button', { name: 'Bob' }).first().click()
    await expect.poll(() => query(page)).toMatch(/^\?work=\w{10}&v=\d&node=2$/)
    await kept(page, 'node=2')
    await page.reload()
    await expect.poll(async () => drawn(page)).toMatchObject({ nodes: 3, edges: 2 })
    await inspector(page).getByRole('heading', { level: 2, name: 'Bob' }).waitFor()

    // The name of the work alone gives the view that was kept.
    await page.goto(inject('address') + query(page).replace(/&.*/, ''))
    await inspector(page).getByRole('heading', { level: 2, name: 'Bob' }).waitFor()
    await expect.poll(() => page.title()).toContain('team')
  })

  it('is among the recent files, from which it is opened and removed', async () => {
    const { page } = await visit()
    await give(page, 'team.gml', gml)
    await kept(page, 'team.gml')
    await page.goto(inject('address'))
    const start = inspector(page)
    await start.getByRole('heading', { name: 'Kept in this browser' }).waitFor()
    await start.getByRole('button', { name: /^Open team/ }).click()
    await expect.poll(async () => drawn(page)).toMatchObject({ nodes: 4, edges: 3 })
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Open a graph' })
    expect(await dialog.getByRole('button', { name: /^Open team/ }).textContent()).toMatch(/open now, 4 nodes, 3 edges/)
    expect(await dialog.locator('img').getAttribute('src')).toMatch(/^data:image\/png/)
    expect(await complaintsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: /^Remove team/ }).click()
    await dialog.getByRole('heading', { name: 'Kept in this browser' }).waitFor({ state: 'detached' })
    await expect.poll(() => query(page)).not.toContain('work=')
  })

  it('is forgotten with everything else, after a question', async () => {
    const { page } = await visit()
    await give(page, 'team.gml', gml)
    await kept(page, 'team.gml')
    await page.goto(inject('address'))
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Forget everything in this browser' }).click()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.getByRole('button', { name: /^Open team/ }).waitFor()
    await dialog.getByRole('button', { name: 'Forget everything in this browser' }).click()
    await dialog.getByRole('button', { name: 'Forget everything', exact: true }).click()
    await dialog.getByRole('button', { name: /^Open team/ }).waitFor({ state: 'detached' })
  })

  it('is left by Back, which opens what was there before', async () => {
    const { page } = await visit()
    const before = await drawn(page)
    await give(page, 'team.gml', gml)
    await kept(page, 'team.gml')
    await page.goBack()
    await expect.poll(async () => (await drawn(page)).nodes).toBe(before.nodes)
    expect(query(page)).toBe('?v=1&filter=')
    await page.goForward()
    await expect.poll(async () => drawn(page)).toMatchObject({ nodes: 4, edges: 3 })
  })
})

describe('an address of work', () => {
  it('that is not here says so, and opens the bundled data as they are first seen', async () => {
    const { page } = await visit({ query: 'work=nothing123&v=1&filter=@team:red&node=7' })
    await page.getByRole('alert').getByText('The work that the address names is not in this browser').waitFor()
    expect((await drawn(page)).nodes).toBeGreaterThan(50)
    expect(query(page)).toBe('')
    expect(await complaintsOf(page)).toEqual([])
  })

  it('in a second tab belongs to the first one until that is closed', async () => {
    const { page } = await visit()
    await give(page, 'team.gml', gml)
    await kept(page, 'team.gml')
    const second = await page.context().newPage()
    await second.goto(page.url())
    await second.getByText('This work is open in another tab.').waitFor()
    await inspector(second).getByRole('button', { name: 'Cid' }).first().click()
    await expect.poll(() => query(second)).toContain('node=3')
    await inspector(page).getByRole('button', { name: 'Ann' }).first().click()
    await kept(page, 'node=1')
    expect(query(second)).toContain('node=3')
    await page.close()
    await kept(second, 'node=3')
  })
})

describe('a browser that keeps nothing', () => {
  it('says so at once, once, and asks before the page is left', async () => {
    const { page } = await visit()
    await page.evaluate(() => {
      indexedDB.open = () => {
        throw new DOMException('refused', 'SecurityError')
      }
    })
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await page
      .getByLabel('Graph file')
      .setInputFiles([{ name: 'team.gml', mimeType: 'application/octet-stream', buffer: Buffer.from(gml) }])
    await page.getByRole('alert').getByText('team.gml is open, but not kept in this browser').waitFor()
    await expect.poll(() => query(page)).not.toContain('work=')
    expect(await complaintsOf(page)).toEqual([])
    await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).last().click()
    await inspector(page).getByRole('button', { name: 'Bob' }).first().click()
    expect(await page.getByRole('alert').count()).toBe(0)
    const asked = new Promise<string>((resolve) =>
      page.on('dialog', (dialog) => {
        resolve(dialog.type())
        void dialog.accept()
      }),
    )
    await page.close({ runBeforeUnload: true })
    expect(await asked).toBe('beforeunload')
  })

  it('of files larger than its room says how much there is', async () => {
    const { page } = await visit()
    await page.evaluate(() => {
      navigator.storage.estimate = () => Promise.resolve({ quota: 120, usage: 20 })
    })
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await page
      .getByLabel('Graph file')
      .setInputFiles([{ name: 'team.gml', mimeType: 'application/octet-stream', buffer: Buffer.from(gml) }])
    await page
      .getByRole('alert')
      .getByText(/room for 0.1 KB/)
      .waitFor()
  })
})

it('leaves the bundled data without a question', async () => {
  const { page } = await visit()
  let asked = false
  page.on('dialog', (dialog) => {
    asked = true
    void dialog.accept()
  })
  await inspector(page).getByRole('button').nth(1).click()
  await page.goto('about:blank')
  expect(asked).toBe(false)
})

describe('a long address', () => {
  const content = readFileSync('tests/cases/long-address.gexf', 'utf8')

  it('of a lasso over all 400 nodes is short, and gives the same view after a reload', async () => {
    const { page } = await visit()
    await give(page, 'long-address.gexf', content)
    await lassoEverything(page)
    await page.getByText('400 nodes selected').first().waitFor()
    await expect.poll(() => query(page)).toContain('nodes=')
    expect(page.url().length).toBeLessThan(2000)
    await page.reload()
    await page.getByText('400 nodes selected').first().waitFor()
    // In another tab, the address alone gives it too.
    await kept(page, 'v=')
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.getByText('400 nodes selected').first().waitFor()
  })
})

describe('an address that names what is not there', () => {
  it('says which parts, each by itself, and dims nothing', async () => {
    const { page } = await visit({
      query: `v=2&filter=nosuchkey:x&node=jbic&node=no-such&panel=nope&pin=jbic@${'9'.repeat(44)},1`,
    })
    const notice = page.getByRole('alert')
    for (const part of ['nosuchkey', 'no-such', 'panel=nope', 'The place of'])
      expect(await notice.textContent()).toContain(part)
    await inspector(page).getByRole('heading', { level: 2 }).waitFor()
    expect((await drawn(page)).nodes).toBeGreaterThan(400)
    expect(query(page)).not.toContain('NaN')
  })
})

/** Saves a project by Ctrl+S; gives its name and its bytes. */
async function savedProject(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent('download')
  await page.keyboard.press('Control+s')
  const download = await coming
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

describe('a project file', () => {
  it('of an opened file gives the same graph, choices and view in another browser', async () => {
    const { page } = await visit()
    await give(page, 'team.gml', gml)
    await page.getByRole('button', { name: 'What was read' }).click()
    await page.getByRole('radio', { name: 'Ignore this edge' }).check()
    await page.getByRole('button', { name: 'Read again with these choices' }).click()
    await expect.poll(async () => drawn(page)).toMatchObject({ nodes: 3, edges: 2 })
    await inspector(page).getByRole('button', { name: 'Bob' }).first().click()
    await page.keyboard.press('f')
    await expect.poll(() => query(page)).toMatch(/layout=force\.\d/)
    await page.keyboard.press('f')
    const { name, bytes } = await savedProject(page)
    expect(name).toBe('team.kizuna')
    await page.getByText('Saved as team.kizuna').waitFor()
    const view = query(page).replace(/work=\w+/, '')

    const { page: other } = await visit()
    await other.getByRole('button', { name: 'Open', exact: true }).click()
    await other.getByLabel('Graph file').setInputFiles([{ name, mimeType: 'application/zip', buffer: bytes }])
    await other.getByText('team.kizuna is open').waitFor()
    await expect.poll(async () => drawn(other)).toMatchObject({ nodes: 3, edges: 2 })
    await expect.poll(() => query(other).replace(/work=\w+/, '')).toBe(view)
    await other.getByRole('button', { name: 'What was read' }).click()
    expect(await other.getByRole('radio', { name: 'Ignore this edge' }).isChecked()).toBe(true)
  })

  it('of the bundled data gives them back', async () => {
    const { page } = await visit({ query: 'v=2&filter=sector:energy' })
    const before = await drawn(page)
    const { name, bytes } = await savedProject(page)
    const { page: other } = await visit()
    await other.getByRole('button', { name: 'Open', exact: true }).click()
    await other.getByLabel('Graph file').setInputFiles([{ name, mimeType: 'application/zip', buffer: bytes }])
    await expect.poll(() => query(other)).toContain('filter=sector:energy')
    await expect.poll(async () => drawn(other)).toMatchObject({ nodes: before.nodes, edges: before.edges })
  })
})

describe('sharing', () => {
  it('of an opened file offers the project file, and says why', async () => {
    const { page } = await visit()
    await give(page, 'team.gml', gml)
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: 'Share this view' })
    await dialog.getByText(/team\.gml is a file of this computer/).waitFor()
    expect(await complaintsOf(page)).toEqual([])
    const coming = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Save a project file' }).click()
    expect((await coming).suggestedFilename()).toBe('team.kizuna')
  })
})
